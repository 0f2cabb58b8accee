using Bunit;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.App;

public class PaletteTests : RoomScreens
{
    [Fact]
    public async Task It_offers_every_action_and_every_incident_that_this_person_sees()
    {
        var palette = Palette(People.LiaisonOf("KPU"));
        palette.FindAll("[role=option]").Count.ShouldBe(AppAction.All.Count(a => a.IsFor(People.LiaisonOf("KPU"))) - 1);
        await palette.InvokeAsync(palette.Instance.Opened);
        var incident = palette.Find($"[data-target='/insiden/{Room}']");
        incident.Text().ShouldBe($"Dugaan kebocoran DPT {Room}");

        var stranger = Palette(People.LiaisonOf("KEMENDAGRI"));
        await stranger.InvokeAsync(stranger.Instance.Opened);
        stranger.Markup.ShouldNotContain("Dugaan kebocoran");
    }

    [Fact]
    public void The_help_lists_the_keys_of_the_same_registry()
    {
        var palette = Palette(People.LiaisonOf("KPU"));
        foreach (var action in AppAction.All.Where(a => a.Keys is not null))
            palette.FindAll(".palette__key").ShouldContain(k => string.Concat(k.QuerySelectorAll("kbd").Select(x => x.TextContent)) == action.Keys!.Replace(" ", ""));
    }

    [Fact]
    public void No_two_actions_share_their_keys() =>
        AppAction.All.Where(a => a.Keys is not null).GroupBy(a => a.Keys).ShouldAllBe(g => g.Count() == 1);

    [Fact]
    public void Who_writes_nothing_is_offered_no_form() =>
        Palette(People.Auditor).FindAll("[data-target='/insiden/baru'], [data-target='/tugas-saya']").ShouldBeEmpty();

    [Fact]
    public void Only_an_administrator_is_offered_the_administrators_pages()
    {
        Palette(People.Administrator).FindAll("[data-target^='/admin/']").Count.ShouldBe(2);
        foreach (var other in People.All.Where(a => a.Role is not Role.Administrator))
            Palette(other).FindAll("[data-target^='/admin/']").ShouldBeEmpty();
    }

    IRenderedComponent<Palette> Palette(Actor viewer) => Screen().Render<Palette>(p => p.Add(x => x.Viewer, viewer));
}
