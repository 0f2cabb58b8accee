using Bunit;
using IncidentHub.Domain;
using IncidentHub.Incidents;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Incidents;

public class AffectedPaneTests : RoomScreens
{
    [Fact]
    public async Task Any_liaison_claims_and_the_controller_alone_confirms()
    {
        var (bssn, kpu) = (Pane(People.LiaisonOf("BSSN")), Pane(People.LiaisonOf("KPU")));
        bssn.Find(".empty").Text().ShouldContain("tidak pernah isinya");
        await bssn.Press("Catat klaim");
        await bssn.Choose("select", "NationalId");
        await Say(bssn, "Penjual mengeklaim.");
        bssn.WaitForAssertion(() => bssn.Find(".affected__one").Text().ShouldBe("NIK diklaim Cabut klaim"));

        kpu.WaitForAssertion(() => kpu.Buttons(".affected__one").ShouldBe(["Konfirmasi", "Cabut klaim"]));
        await kpu.PressFirst(".affected__one button");
        await Say(kpu, "Cocok dengan contoh.");
        (await State()).AffectedData[DataCategory.NationalId].ShouldBe(new AffectedData(DataCategory.NationalId, true, true));
        bssn.WaitForAssertion(() => bssn.Find(".pane__count").Text().ShouldBe("1 diklaim, 1 dikonfirmasi"));
    }

    static async Task Say(IRenderedComponent<LiveRoom> pane, string why)
    {
        await pane.Type("textarea", why);
        await pane.Submit("form");
    }

    IRenderedComponent<LiveRoom> Pane(Actor viewer) =>
        Show<AffectedPane>(viewer, view => new Dictionary<string, object> { ["Incident"] = view.Incident, ["Viewer"] = viewer });
}
