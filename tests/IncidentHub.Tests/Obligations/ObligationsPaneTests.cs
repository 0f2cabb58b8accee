using Bunit;
using IncidentHub.Domain;
using IncidentHub.Obligations;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Obligations;

public class ObligationsPaneTests : RoomScreens
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    static readonly Actor bssn = People.LiaisonOf("BSSN");

    [Fact]
    public void An_empty_pane_says_what_belongs_there_and_offers_it_to_who_may_write()
    {
        var pane = Pane(kpu);
        pane.Find(".empty").Text().ShouldContain("Kewajiban hukum beserta tenggatnya");
        pane.Button("Kewajiban baru").GetAttribute("href").ShouldBe("/baru");
        Pane(People.Auditor).FindAll("a[href='/baru']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Ours_come_first_then_what_is_due_first_and_passed_ones_are_counted()
    {
        var now = Node.Time.GetUtcNow();
        var theirs = await Record(bssn, o => o with { Agency = bssn.Agency, TriggeredAt = now.AddHours(-80), Basis = "Dasar." });
        var undecided = await Record(kpu);
        var later = await Record(kpu, o => o with { TriggeredAt = now.AddHours(-10), Basis = "Dasar." });
        var late = await Record(kpu, o => o with { TriggeredAt = now.AddHours(-75), Basis = "Dasar." });
        var atOnce = await Record(kpu, o => o with { Rule = "pp-71-2019-24-3", Basis = "Dasar." });
        var pane = Pane(kpu);
        Shown(pane).ShouldBe([atOnce, late, later, undecided, theirs]);
        Shown(Pane(bssn))[0].ShouldBe(theirs);
        pane.Find(".pane__count").Text().ShouldBe("4 berjalan / 2 lewat tenggat");
        Row(pane, late).ShouldContain("tenggat 28/11/2023 07.15 WIB");
        Row(pane, late).ShouldContain("Lewat 3 jam 0 menit (hitungan sistem)");
        Row(pane, later).ShouldContain("Sisa 2 hari 14 jam");
        Row(pane, atOnce).ShouldContain("Segera");
        Row(pane, undecided).ShouldContain("mulainya belum diputuskan Menunggu dasar");
    }

    [Fact]
    public async Task What_is_settled_is_folded_away_and_says_how_late_it_was()
    {
        var late = await Record(kpu, o => o with { TriggeredAt = Node.Time.GetUtcNow().AddHours(-75), Basis = "Dasar." });
        var pane = Pane(bssn);
        await Node.Accept(Incident, kpu, ACommand.Meet(late));
        pane.WaitForAssertion(() => pane.Find(".more__button").Text().ShouldBe("Selesai 1"));
        Row(pane, late).ShouldContain("Terpenuhi terlambat terlambat 3 jam");
        pane.FindAll(".pane__count").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(20, "terlambat 20 menit")]
    [InlineData(0, "terlambat 1 menit")]
    [InlineData(200, "terlambat 3 jam")]
    [InlineData(2880, "terlambat 2 hari")]
    [InlineData(2950, "terlambat 2 hari 1 jam")]
    public void Lateness_is_said_as_one_says_it(int minutes, string said)
    {
        var words = Screen().Services.GetRequiredService<Words>();
        ObligationWords.Late(TimeSpan.FromMinutes(minutes), words).ShouldBe(said);
    }

    static IReadOnlyList<Reference> Shown(IRenderedComponent<LiveRoom> pane) => [.. pane.FindAll("[data-subject]").Select(r => new Reference(r.GetAttribute("data-subject")!))];

    static string Row(IRenderedComponent<LiveRoom> pane, Reference obligation) => pane.Find($"[data-subject='{obligation}']").Text();

    IRenderedComponent<LiveRoom> Pane(Actor viewer) => Show<ObligationsPane>(viewer, view => new Dictionary<string, object>
    {
        ["View"] = view,
        ["Viewer"] = viewer,
        ["Zone"] = LocalTime.Wib,
        ["HrefOf"] = (Func<Reference, string>)(r => "/" + r),
        ["NewHref"] = "/baru",
    });
}
