using Bunit;
using IncidentHub.Domain;
using IncidentHub.Findings;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Findings;

public class FindingsPaneTests : RoomScreens
{
    static readonly Actor bssn = People.LiaisonOf("BSSN");
    static readonly Actor kpu = People.LiaisonOf("KPU");

    [Fact]
    public void An_empty_pane_says_what_belongs_there_and_offers_it()
    {
        var pane = Pane(kpu);
        pane.Find(".empty").Text().ShouldContain("Yang diklaim dan yang diketahui");
        pane.Button("Temuan baru").GetAttribute("href").ShouldBe("/baru");
    }

    [Fact]
    public async Task A_row_says_grade_state_reference_and_label()
    {
        var finding = await Raise(bssn, f => f with { Grade = new Grade(Reliability.B, 2), Title = "Ada penawaran" });
        var row = Pane(kpu).Find(".row");
        row.Text().ShouldBe($"B2 Ada penawaran AMBER Informasi awal {finding} Eksfiltrasi");
        row.QuerySelector(".grade")!.GetAttribute("title").ShouldBe("B: sumber biasanya dapat dipercaya. 2: kemungkinan benar.");
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe("/" + finding);
    }

    [Fact]
    public async Task What_waits_for_my_agencys_word_comes_first_and_the_settled_is_folded_away()
    {
        var waiting = await Raise(bssn, f => f with { Title = "Menunggu" });
        await Node.Accept(Incident, bssn, ACommand.Move(waiting, FindingState.UnderReview));
        await Node.Accept(Incident, bssn, ACommand.Move(waiting, FindingState.Verified));
        await Raise(bssn, f => f with { Title = "Awal" });
        var retracted = await Raise(bssn, f => f with { Title = "Ditarik" });
        await Node.Accept(Incident, bssn, ACommand.Move(retracted, FindingState.Retracted));

        var pane = Pane(kpu);
        pane.FindAll(".row__title").Select(r => r.Text()).ShouldBe(["Menunggu", "Awal", "Ditarik"]);
        pane.Find(".ours").Text().ShouldBe("Menunggu Komisi Pemilihan Umum");
        pane.Find(".more__button").Text().ShouldBe("Ditarik 1");
        Pane(bssn).FindAll(".ours").ShouldBeEmpty();
    }

    IRenderedComponent<LiveRoom> Pane(Actor viewer) => Show<FindingsPane>(viewer, view => new Dictionary<string, object>
    {
        ["View"] = view,
        ["Viewer"] = viewer,
        ["HrefOf"] = (Func<Reference, string>)(r => "/" + r),
        ["NewHref"] = "/baru",
    });
}
