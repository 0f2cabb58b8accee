using Bunit;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Wall;

public sealed class WallsPageTests : RoomScreens
{
    static readonly Actor kpu = People.Coordinator;

    [Fact]
    public async Task A_screen_is_paired_by_its_code_and_stands_in_the_list()
    {
        var page = Page(kpu);
        page.Find(".empty").Text().ShouldContain("Belum ada papan");
        var wall = await AWall.At(Node);
        await Fill(page, PairingCode.Spaced(wall.Code).ToLowerInvariant());
        await page.Submit("form");
        page.WaitForAssertion(() => page.Find(".wall-item__name").Text().ShouldBe("Ruang krisis KPU"));
        page.Find("[role=status]").Text().ShouldContain("“Ruang krisis KPU” sudah dipasangkan");
        page.FindAll("form").ShouldBeEmpty();
        var item = page.Find(".wall-item").Text();
        foreach (var shown in new[] { "Lantai 2", "Dugaan kebocoran DPT", kpu.Name, "Tersambung" })
            item.ShouldContain(shown);
        (await wall.Now()).State.Standing.ShouldBe(WallStanding.Paired);
    }

    [Fact]
    public async Task Which_build_it_had_loaded_is_told_and_whether_that_is_the_running_one()
    {
        var wall = await (await AWall.At(Node)).Paired(kpu, Incident);
        await Node.Get<Walls>().Seen(wall.State.Id, "0123abcd");
        Page(kpu).Find(".wall-item").Text().ShouldContain($"0123abcd (yang berjalan kini {Node.Get<RunningBuild>().Id})");
        await Node.Get<Walls>().Seen(wall.State.Id, Node.Get<RunningBuild>().Id);
        Page(kpu).Find(".wall-item").Text().ShouldContain($"{Node.Get<RunningBuild>().Id} (terkini)");
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var page = Page(kpu);
        await page.Press("Pasangkan papan");
        await page.Submit("form");
        page.Find("form").Text().ShouldSatisfyAllConditions(
            text => text.ShouldContain("Kode terdiri dari enam huruf atau angka"), text => text.ShouldContain("Nama papan wajib diisi."), text => text.ShouldContain("Tempat papan wajib diisi."));

        await Fill(page, "000000", isOpen: true);
        await page.Submit("form");
        page.WaitForAssertion(() => page.FindAll(".field")[0].Text().ShouldContain("Kode ini tidak berlaku"));
        page.FindAll("form input[type=text]").Select(i => i.GetAttribute("value")).ShouldBe(["000000", "Ruang krisis KPU", "Lantai 2"]);
        // The next attempt asks anew.
        await page.Choose("form input[type=text]", (await AWall.At(Node)).Code);
        page.FindAll(".field")[0].Text().ShouldNotContain("Kode ini tidak berlaku");
        await page.Submit("form");
        page.WaitForElement(".wall-item");
    }

    [Fact]
    public async Task Too_many_wrong_codes_are_told_with_the_time_to_wait()
    {
        var page = Page(kpu);
        await Fill(page, "000000");
        for (var i = 0; i <= PairingAttempts.Most; i++)
            await page.Submit("form");
        page.WaitForAssertion(() => page.FindAll(".field")[0].Text().ShouldContain("Terlalu banyak kode yang salah. Coba lagi setelah 10.25."));
    }

    [Fact]
    public async Task To_revoke_is_asked_once_more_and_empties_the_list()
    {
        var wall = await (await AWall.At(Node)).Paired(kpu, Incident);
        var page = Page(kpu);
        await page.Press("Cabut Ruang krisis KPU");
        page.Find(".wall-item__ask").Text().ShouldContain("hilang dari layarnya");
        (await wall.Now()).State.Standing.ShouldBe(WallStanding.Paired);
        await page.Press("Ya, cabut");
        page.WaitForAssertion(() => page.FindAll(".wall-item").ShouldBeEmpty());
        (await wall.Now()).State.Standing.ShouldBe(WallStanding.Released);
    }

    [Fact]
    public async Task A_coordinator_of_another_incident_sees_nothing_of_it_and_is_offered_only_their_own()
    {
        await (await AWall.At(Node)).Paired(kpu, Incident);
        var page = Page(People.CoordinatorOf("BSSN"));
        page.Markup.ShouldNotContain("Ruang krisis KPU");
        await page.Press("Pasangkan papan");
        page.Find("form").Text().ShouldContain("Anda belum menjadi koordinator insiden mana pun.");
        page.Markup.ShouldNotContain("Dugaan kebocoran DPT");
    }

    [Fact]
    public void To_everybody_else_there_is_no_such_page()
    {
        foreach (var viewer in new[] { People.LiaisonOf("KPU"), People.Administrator, People.Auditor, People.Observer, People.Wall })
        {
            var screen = Screen();
            var isNotFound = false;
            screen.Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isNotFound = true;
            var page = screen.Render<WallsPage>(p => p.AddCascadingValue(viewer));
            isNotFound.ShouldBeTrue();
            page.Markup.Trim().ShouldBeEmpty();
            IncidentHub.App.AppAction.All.Single(a => a.Target == WallAddress.Pairing).IsFor(viewer).ShouldBeFalse();
        }
    }

    static async Task Fill(IRenderedComponent<WallsPage> page, string code, bool isOpen = false)
    {
        if (!isOpen)
            await page.Press("Pasangkan papan");
        await page.Choose("form input[type=text]", code);
        await page.Choose("form input[type=text]", "Ruang krisis KPU", which: 1);
        await page.Choose("form input[type=text]", "Lantai 2", which: 2);
    }

    IRenderedComponent<WallsPage> Page(Actor viewer)
    {
        var page = Screen().Render<WallsPage>(p => p.AddCascadingValue(viewer));
        page.WaitForElement(".walls");
        return page;
    }
}
