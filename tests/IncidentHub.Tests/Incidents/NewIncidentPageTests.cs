using Bunit;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Incidents;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Incidents;

public class NewIncidentPageTests : ComponentTestInARoom
{
    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_written_stays()
    {
        var page = Page(Support.People.Coordinator);
        await page.InvokeAsync(() => page.Find("textarea").Input("Diduga layanan lambat."));
        await Submit(page);
        Read(page).ShouldContain("Judul wajib ditulis.");
        Read(page).ShouldNotContain("Isi wajib ditulis.");
        page.Find("textarea").GetAttribute("value").ShouldBe("Diduga layanan lambat.");
        page.Find("input[aria-invalid=true]").GetAttribute("id").ShouldBe(page.FindAll("label").Single(l => Read(l) == "Judul").GetAttribute("for"));
        await page.InvokeAsync(() => page.FindAll("input:not([type=checkbox])")[0].Change("Gangguan Sirekap"));
        Read(page).ShouldNotContain("Judul wajib ditulis.");
    }

    [Fact]
    public async Task A_team_without_its_opener_or_a_coordinator_is_refused()
    {
        var page = Page(Support.People.LiaisonOf("KPU"));
        await Fill(page);
        foreach (var coordinator in new[] { "Coordinator 1 (KPU)", "Coordinator 1 (BSSN)", "Coordinator 1 (BARESKRIM)" })
            await Choose(page, coordinator, false);
        await Submit(page);
        page.WaitForAssertion(() => Read(page).ShouldContain("Tim gabungan harus memiliki setidaknya satu koordinator."));
        await Choose(page, "Coordinator 1 (KPU)", true);
        await Choose(page, "Liaison 1 (KPU)", false);
        await Submit(page);
        page.WaitForAssertion(() => Read(page).ShouldContain("Anda harus termasuk dalam tim gabungan insiden yang Anda buka."));
    }

    [Fact]
    public async Task It_opens_the_incident_leads_there_and_forgets_the_draft()
    {
        var page = Page(Support.People.Coordinator);
        await Fill(page);
        await Choose(page, "Liaison 1 (BIN)", false);
        await Submit(page);
        page.WaitForAssertion(() => Address().ShouldContain("/insiden/INS-"));
        var reference = new Reference(Address().Split('/')[^1]);
        using var opened = await Node.Rooms.Join(reference, Support.People.LiaisonOf("BSSN"), _ => { });
        opened!.View!.Latest.ShouldHaveSingleItem().Text.ShouldBe("Diduga layanan lambat.");
        (await Node.Rooms.Join(reference, Support.People.LiaisonOf("BIN"), _ => { })).ShouldBeNull();
        (await Draft(Support.People.Coordinator)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_begun_is_there_on_the_next_visit()
    {
        await Fill(Page(Support.People.LiaisonOf("BSSN")));
        await Eventually.Is(async () => await Draft(Support.People.LiaisonOf("BSSN")) is { Title: "Gangguan Sirekap", Summary: "Diduga layanan lambat." });
        var later = Page(Support.People.LiaisonOf("BSSN"));
        later.Find("textarea").GetAttribute("value").ShouldBe("Diduga layanan lambat.");
    }

    [Fact]
    public void It_speaks_English_too() => Read(Page(Support.People.Coordinator, "en-GB")).ShouldContain("All members see changes of state, so AMBER at the strictest.");

    IRenderedComponent<NewIncidentPage> Page(Actor viewer, string culture = "id-ID")
    {
        ReadIn(culture);
        var page = Render<NewIncidentPage>(p => p.AddCascadingValue(viewer).AddCascadingValue(Zone));
        page.WaitForElement("form");
        return page;
    }

    // Found and used in one turn of the renderer: the library's pickers render once more on their own.
    static Task Fill(IRenderedComponent<NewIncidentPage> page) => page.InvokeAsync(async () =>
    {
        await page.FindAll("input:not([type=checkbox])")[0].ChangeAsync("Gangguan Sirekap");
        await page.Find("textarea").InputAsync("Diduga layanan lambat.");
    });

    static Task Choose(IRenderedComponent<NewIncidentPage> page, string name, bool chosen) => page.InvokeAsync(() =>
        page.FindAll("label").Single(l => Read(l).StartsWith(name, StringComparison.Ordinal)).QuerySelector("input")!.ChangeAsync(chosen));

    static Task Submit(IRenderedComponent<NewIncidentPage> page) => page.InvokeAsync(() => page.Find("form").SubmitAsync());

    string Address() => Services.GetRequiredService<NavigationManager>().Uri;

    Task<NewIncidentForm?> Draft(Actor actor) => Node.Get<Drafts>().Load<NewIncidentForm>(actor.Person, default, "new-incident");
}
