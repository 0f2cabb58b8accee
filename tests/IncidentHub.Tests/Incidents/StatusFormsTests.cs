using Bunit;
using IncidentHub.Domain;
using IncidentHub.Incidents;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;

namespace IncidentHub.Tests.Incidents;

public class StatusFormsTests : ComponentTestInARoom
{
    static readonly Actor kpu = Support.People.LiaisonOf("KPU");
    static readonly Actor bssn = Support.People.LiaisonOf("BSSN");

    [Theory]
    [InlineData(Phase.Reported, "Verifikasi awal", "Verifikasi awal")]
    [InlineData(Phase.Triage, "Penanganan", "Penanganan, Tidak terbukti")]
    [InlineData(Phase.Active, "Terkendali", "Terkendali")]
    [InlineData(Phase.Contained, "Pemulihan", "Pemulihan, Penanganan")]
    [InlineData(Phase.Recovery, "Evaluasi", "Evaluasi, Penanganan")]
    [InlineData(Phase.Review, "", "Ditutup, Penanganan")]
    [InlineData(Phase.Closed, "", "Penanganan")]
    [InlineData(Phase.Dismissed, "", "Verifikasi awal")]
    public void Each_is_offered_the_moves_that_are_theirs(Phase phase, string liaisons, string coordinators)
    {
        var head = IncidentHead.Of(AnIncident.Open().InPhase(phase).State);
        Offered(Pane(head, kpu), "Ubah fase").ShouldBe(liaisons);
        Offered(Pane(head, Support.People.Coordinator), "Ubah fase").ShouldBe(coordinators);
        Offered(Pane(head, Support.People.Auditor), "Ubah fase").ShouldBe("");
    }

    [Fact]
    public void Severity_is_the_coordinators_the_crisis_bssns_to_propose_and_the_law_the_polices()
    {
        var head = AView.Head;
        Buttons(Pane(head, kpu)).ShouldBe(["Ubah fase"]);
        Buttons(Pane(head, Support.People.Coordinator)).ShouldBe(["Ubah fase", "Ubah keparahan"]);
        Buttons(Pane(head, bssn)).ShouldBe(["Ubah fase", "Usulkan"]);
        Buttons(Pane(head, Support.People.LiaisonOf("BARESKRIM"))).ShouldBe(["Ubah fase", "Ubah jalur hukum"]);
        Buttons(Pane(head, Support.People.Auditor)).ShouldBeEmpty();
        var proposed = IncidentHead.Of(AnIncident.Open().WithProposedCrisisStatus(CrisisStatus.Crisis).State);
        Buttons(Pane(proposed, Support.People.Coordinator)).ShouldBe(["Ubah fase", "Ubah keparahan", "Tetapkan"]);
        Read(Pane(proposed, kpu)).ShouldContain("BSSN mengusulkan Krisis");
    }

    [Fact]
    public async Task A_change_needs_a_reason_keeps_it_when_refused_and_closes_when_done()
    {
        var head = (await ViewOf(kpu)).Incident;
        var pane = Pane(head, kpu);
        pane.Find("button[aria-label='Ubah fase']").Click();
        await pane.Find("form").SubmitAsync();
        Read(pane).ShouldContain("Isi wajib ditulis.");

        // Somebody else was first.
        await Node.Accept(Incident, Support.People.Coordinator, ACommand.ChangePhase(Phase.Triage));
        pane.Find("textarea").Input("Laporan diterima.");
        await pane.Find("form").SubmitAsync();
        pane.WaitForAssertion(() => Read(pane).ShouldContain("Fase saat ini Verifikasi awal. Fase berikutnya yang diperbolehkan: Penanganan, Tidak terbukti."));
        pane.Find("textarea").GetAttribute("value").ShouldBe("Laporan diterima.");

        // The pushed head offers what may follow now.
        var now = (await ViewOf(kpu)).Incident;
        pane.Render(p => p.Add(f => f.Incident, now));
        Options(pane).ShouldBe("Penanganan");
        pane.Find("textarea").GetAttribute("value").ShouldBe("Laporan diterima.");
        await pane.Find("form").SubmitAsync();
        pane.WaitForAssertion(() => pane.FindAll("form").ShouldBeEmpty(Read(pane)));
        (await ViewOf(kpu)).Incident.Phase.ShouldBe(Phase.Active);
    }

    [Fact]
    public void It_speaks_English_too()
    {
        ReadIn("en-GB");
        Offered(Pane(AView.Head, kpu), "Change phase").ShouldBe("Triage");
    }

    IRenderedComponent<StatusForms> Pane(IncidentHead head, Actor viewer) =>
        Render<StatusForms>(p => p.Add(f => f.Incident, head).Add(f => f.Objects, RoomObjects.None).Add(f => f.Viewer, viewer).Add(f => f.Zone, Zone));

    static string Offered(IRenderedComponent<StatusForms> pane, string action)
    {
        if (pane.FindAll($"button[aria-label='{action}']") is not [var button])
            return "";
        button.Click();
        return Options(pane);
    }

    static string Options(IRenderedComponent<StatusForms> pane) => string.Join(", ", pane.FindAll("option").Select(o => o.TextContent));

    static IEnumerable<string?> Buttons(IRenderedComponent<StatusForms> pane) => pane.FindAll("button").Select(b => b.GetAttribute("aria-label"));
}
