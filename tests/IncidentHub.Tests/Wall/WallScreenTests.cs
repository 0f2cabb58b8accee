using System.Collections.Immutable;
using AngleSharp.Dom;
using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;
using IncidentHub.Wall;

namespace IncidentHub.Tests.Wall;

public class WallScreenTests : ComponentTest
{
    static readonly Marking green = Marking.WholeTeam(Tlp.Green), amber = Marking.WholeTeam(Tlp.Amber);

    [Fact]
    public void Of_an_AMBER_entry_there_is_its_title_and_of_a_stricter_one_nothing()
    {
        var incident = AnIncident.Open().WithEntry(People.LiaisonOf("BSSN"), amber, out _).WithFinding(out var finding, marking: amber).WithEntry(People.LiaisonOf("BSSN"), Marking.WholeTeam(Tlp.AmberStrict), out _);
        var entries = Show(incident).FindAll(".entry").Select(Read).ToList();
        entries[0].ShouldContain($"Temuan {finding}");
        entries[0].ShouldContain(incident.State.Findings[finding].Title);
        entries[1].ShouldContain("Pemutakhiran");
        entries[1].ShouldNotContain(ACommand.Write().Text);
        entries.Count.ShouldBe(3);
        Show(incident).Markup.ShouldNotContain(ACommand.Write().Text);
    }

    [Fact]
    public void Of_a_GREEN_entry_there_are_its_words()
    {
        var incident = AnIncident.Open().WithEntry(People.LiaisonOf("BSSN"), green, out _);
        Read(Show(incident).FindAll(".entry")[0]).ShouldContain(ACommand.Write().Text);
    }

    [Fact]
    public void Of_an_AMBER_deadline_the_time_at_which_it_ends_and_who_owes_it_are_not_written_out()
    {
        var incident = AnIncident.Open().WithDelivered(out var request, amber);
        var hero = Show(incident).Find(".hero");
        Read(hero).ShouldContain(request.Text);
        Read(hero).ShouldContain(incident.Clarification(request).Title);
        Read(hero).ShouldContain("judul saja");
        hero.QuerySelectorAll(".hero__bar, .hero__dates").ShouldBeEmpty();
        Read(hero).ShouldNotContain("KPU");
        var open = Show(AnIncident.Open().WithDelivered(out _, green)).Find(".hero");
        Read(open).ShouldContain("menunggu jawaban Komisi");
        Read(open).ShouldContain("tenggat 01/12 10.15 WIB");
        open.QuerySelectorAll(".hero__bar i").Length.ShouldBe(3);
    }

    [Fact]
    public void What_is_late_is_listed_and_what_has_no_row_is_counted()
    {
        var incident = AnIncident.Open();
        for (var i = 0; i < 7; i++)
            incident = incident.WithDelivered(out _, amber);
        var late = Show(incident, AnIncident.Now.AddDays(9)).Find(".late");
        late.QuerySelectorAll("li").Length.ShouldBe(4);
        Read(late).ShouldContain("dan 3 lainnya");
        Read(late.QuerySelector("h2")!).ShouldBe("Lewat tenggat 7 hitungan sistem");
        Read(Show(AnIncident.Open()).Find(".late")).ShouldContain("Tidak ada yang lewat tenggat");
    }

    [Fact]
    public void An_agency_has_its_presence_its_last_word_and_its_tasks()
    {
        var incident = AnIncident.Open().WithTask(out _, TaskState.Blocked, amber).WithTask(out _, TaskState.Done, amber);
        var rows = Show(incident, present: "BARESKRIM").FindAll(".agencies li").Select(Read).ToList();
        rows.Single(r => r.StartsWith("BARESKRIM", StringComparison.Ordinal)).ShouldEndWith("1 terhambat 1 selesai");
        rows.Single(r => r.StartsWith("BARESKRIM", StringComparison.Ordinal)).ShouldContain(" hadir");
        rows.Single(r => r.StartsWith("BIN", StringComparison.Ordinal)).ShouldBe("BIN tidak hadir – –");
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(2, "2")]
    [InlineData(3, "3")]
    [InlineData(4, "4")]
    [InlineData(5, "2 3")]
    [InlineData(6, "3 3")]
    [InlineData(9, "3 3 3")]
    public void Up_to_four_stand_together_and_none_stands_alone(int count, string pages)
    {
        var view = View(AnIncident.Open());
        var screen = Render<WallScreen>(p => p.Add(s => s.Incidents, [.. Enumerable.Range(1, count).Select(i => view with { Title = $"Insiden {i}" })]).Add(s => s.WallName, "Ruang krisis"));
        string.Join(' ', screen.FindAll(".page").Select(page => page.QuerySelectorAll("h1").Length)).ShouldBe(pages);
        screen.FindAll("h1").Select(Read).ShouldBe(Enumerable.Range(1, count).Select(i => $"Insiden {i}"));
        screen.FindAll(".page[data-current]").Count.ShouldBe(1);
        screen.FindAll("[data-dot]").Count.ShouldBe(pages.Contains(' ') ? pages.Split(' ').Length : 0);
    }

    [Fact]
    public void The_same_view_is_the_same_html_at_any_time()
    {
        var incident = AnIncident.Open().WithDelivered(out _, green);
        Show(incident, AnIncident.Now.AddHours(1)).Markup.ShouldBe(Show(incident, AnIncident.Now.AddHours(70)).Markup);
    }

    [Fact]
    public void An_unpaired_screen_says_how_it_is_paired_and_a_revoked_one_that_it_was()
    {
        var pairing = Pairing(false);
        Read(pairing.Find("h1")).ShouldBe("Pasangkan papan ini");
        pairing.Find(".code").GetAttribute("aria-label").ShouldBe("Kode 7KF 4QP");
        pairing.FindAll("ol li").Count.ShouldBe(3);
        pairing.Find("[data-left]").GetAttribute("data-left").ShouldBe("2023-11-28T10:25:00+07:00");
        Read(Pairing(true).Find("h1")).ShouldBe("Papan ini sudah dicabut");
    }

    [Fact]
    public void A_code_is_drawn_as_it_was_given()
    {
        var modules = new bool[21, 21];
        modules[2, 5] = true;
        var svg = Render<PairingScreen>(p => p.Add(s => s.Code, "7KF4QP").Add(s => s.ExpiresAt, AnIncident.Now).Add(s => s.Qr, modules)).Find("figure svg");
        svg.GetAttribute("viewBox").ShouldBe("-4 -4 29 29");
        svg.QuerySelectorAll("path")[^1].GetAttribute("d").ShouldBe("M5 2h1v1h-1z");
    }

    IRenderedComponent<PairingScreen> Pairing(bool wasReleased) =>
        Render<PairingScreen>(p => p.Add(s => s.Code, "7KF4QP").Add(s => s.ExpiresAt, AnIncident.Now.AddMinutes(10)).Add(s => s.Qr, new bool[21, 21]).Add(s => s.WasReleased, wasReleased));

    IRenderedComponent<WallScreen> Show(AnIncident incident, DateTimeOffset? now = null, params string[] present) =>
        Render<WallScreen>(p => p.Add(s => s.Incidents, [View(incident, now, present)]).Add(s => s.WallName, "Ruang krisis"));

    static WallView View(AnIncident incident, DateTimeOffset? now = null, params string[] present) =>
        WallView.Of(incident.State, present.Select(c => new AgencyId(c)).ToImmutableHashSet(), now ?? AnIncident.Now.AddHours(1));
}
