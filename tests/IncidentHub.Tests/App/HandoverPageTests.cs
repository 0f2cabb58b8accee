using Bunit;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.App;

public class HandoverPageTests : RoomScreens
{
    static readonly Actor bssn = People.LiaisonOf("BSSN");
    static readonly Actor bin = People.LiaisonOf("BIN");

    Clock Clock => (Clock)Node.Time;

    [Fact]
    public async Task It_tells_what_the_shift_brought_and_what_is_held()
    {
        await Node.Accept(Incident, bssn, ACommand.Write() with { Text = "Log disalin." });
        await Node.Accept(Incident, bin, ACommand.Write() with { Text = "Sumber diperiksa." });
        await Propose(bin, "BSSN", c => c with { Title = "Periksa salinan" });
        await Propose(bssn, "BIN", c => c with { Title = "Cari penawar" });
        var page = Page(bssn);
        Section(page, "Dicatat Badan Siber dan Sandi Negara").ShouldContain("Log disalin.");
        Section(page, "Dicatat instansi lain").ShouldContain("Sumber diperiksa.");
        Section(page, "Dicatat instansi lain").ShouldNotContain("Log disalin.");
        Section(page, "Menunggu instansi Anda").ShouldContain("Periksa salinan");
        Section(page, "Yang kita tunggu").ShouldContain("Cari penawar");

        // By push, and each for their own agency.
        await Node.Accept(Incident, bin, ACommand.Write() with { Text = "Baru saja." });
        page.WaitForAssertion(() => Section(page, "Dicatat instansi lain").ShouldContain("Baru saja."));
        Section(Page(bin), "Menunggu instansi Anda").ShouldContain("Cari penawar");
    }

    [Fact]
    public async Task A_shift_that_is_over_is_told_as_it_ended()
    {
        await Propose(bin, "BSSN", c => c with { Title = "Periksa salinan" });
        var task = (await State()).Tasks.Keys.Single();
        // 28/11, 10.15; the shift ends at 15.00.
        Clock.Pass(TimeSpan.FromHours(6));
        await Node.Accept(Incident, bssn, ACommand.Move(task, TaskState.Declined));
        await Node.Accept(Incident, bssn, ACommand.Write() with { Kind = EntryKind.Handover, Text = "Sedikit terlambat." });
        await Propose(bin, "BSSN", c => c with { Title = "Yang kemudian" });
        var past = Page(bssn, "2023-11-28T10:00");
        Section(past, "Menunggu instansi Anda").ShouldContain("Periksa salinan");
        past.Find(".shift__note").Text().ShouldBe("Tenggat dan tugas per 28/11/2023 15.00 WIB; entri dari giliran ini.");
        past.Markup.ShouldNotContain("Yang kemudian");
        Section(past, "Catatan serah terima").ShouldContain("Sedikit terlambat.");
        // A note is of now: the shift that runs and the one before have it, and none that is longer over.
        past.Button("Tulis catatan serah terima");
        Page(bssn, "2023-11-28T06:00").FindAll(".handover > button").ShouldBeEmpty();
        var now = Page(bssn);
        Section(now, "Menunggu instansi Anda").ShouldContain("Yang kemudian");
        Section(now, "Menunggu instansi Anda").ShouldNotContain("Periksa salinan");
    }

    [Fact]
    public async Task A_note_for_whoever_comes_is_recorded_for_ones_own_agency_and_read_in_the_next_shift_too()
    {
        var page = Page(bssn);
        await page.Press("Tulis catatan serah terima");
        await page.Submit("form");
        page.Find(".field__error").Text().ShouldBe("Isi wajib ditulis.");
        await page.Type("textarea", "Hubungi KPU pagi-pagi.");
        await page.Submit("form");
        page.WaitForAssertion(() => Section(page, "Catatan serah terima").ShouldContain("Hubungi KPU pagi-pagi."));
        var entry = (await Node.Log.ReadAfter(Incident, 0))[^1].Content!;
        (entry.Kind, entry.Marking).ShouldBe((EntryKind.Handover, new Marking(Tlp.AmberStrict, [bssn.Agency], [])));
        Page(bin).Markup.ShouldNotContain("Hubungi KPU");
    }

    [Fact]
    public async Task What_red_names_one_of_them_for_and_what_is_for_others_is_not_handed_on()
    {
        await Node.Accept(Incident, bssn, ACommand.Write(new(Tlp.Red, [], [bin.Person])) with { Text = "Nama sumber." });
        await Node.Accept(Incident, bin, ACommand.Write(new(Tlp.Amber, [bin.Agency], [])) with { Text = "Urusan BIN." });
        var page = Page(bssn);
        page.Markup.ShouldNotContain("Nama sumber.");
        page.Markup.ShouldNotContain("Urusan BIN.");
        page.Markup.ShouldContain("RED tidak ikut");
    }

    [Fact]
    public void Who_does_not_act_for_a_member_agency_finds_nothing()
    {
        foreach (var stranger in new[] { People.LiaisonOf("KEMENDAGRI"), People.LiaisonOf("BSSN", 2), People.Auditor, People.Observer, People.Administrator })
            Page(stranger).Markup.ShouldBeEmpty(stranger.Name);
    }

    [Fact]
    public async Task Who_is_taken_out_of_the_team_meanwhile_sees_no_more_of_it()
    {
        var colleague = People.LiaisonOf("BSSN", 2);
        await Node.Accept(Incident, People.Coordinator, ACommand.Add(colleague));
        var page = Page(colleague);
        page.FindAll(".shift").ShouldNotBeEmpty();
        await Node.Accept(Incident, People.Coordinator, ACommand.Remove(colleague));
        page.WaitForAssertion(() => page.FindAll(".shift").ShouldBeEmpty());
    }

    IRenderedComponent<HandoverPage> Page(Actor viewer, string? at = null)
    {
        var screen = Screen();
        screen.Services.GetRequiredService<NavigationManager>().NavigateTo($"/insiden/{Room}/serah-terima{(at is null ? "" : "?pada=" + at)}");
        return screen.Render<HandoverPage>(p => p.AddCascadingValue(viewer).Add(c => c.IncidentRef, Room.Text));
    }

    static string Section(IRenderedComponent<HandoverPage> page, string title) => page.FindAll(".shift section").Single(s => s.QuerySelector("h2")!.Text() == title).Text();
}
