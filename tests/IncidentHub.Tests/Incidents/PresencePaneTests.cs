using Bunit;
using IncidentHub.Domain;
using IncidentHub.Incidents;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;

namespace IncidentHub.Tests.Incidents;

public class PresencePaneTests : ComponentTestInARoom
{
    [Fact]
    public async Task Who_is_there_comes_first_then_who_was_then_who_has_not_come_yet()
    {
        var presence = Node.Get<Presence>();
        var view = await ViewOf(Support.People.LiaisonOf("KPU"));
        var bssn = presence.Enter(Incident, Support.People.LiaisonOf("BSSN"), () => { });
        using var bin = presence.Enter(Incident, Support.People.LiaisonOf("BIN"), () => { });
        bssn.Dispose();
        var pane = Render<PresencePane>(p => p.Add(c => c.Incident, view.Incident).Add(c => c.Viewer, Support.People.LiaisonOf("KPU")).Add(c => c.Zone, Zone));
        pane.WaitForAssertion(() => pane.FindAll("li").Select(li => li.GetAttribute("data-agency")).ShouldBe(["BIN", "KPU", "BSSN", "BARESKRIM", "KOMINFO"]));
        Read(pane.FindAll("li")[2]).ShouldContain("terakhir");
        Read(pane.FindAll("li")[3]).ShouldContain("Belum hadir");

        using var back = presence.Enter(Incident, Support.People.LiaisonOf("BSSN"), () => { });
        pane.WaitForAssertion(() => pane.FindAll("li").Select(li => li.GetAttribute("data-agency")).Take(3).ShouldBe(["BIN", "BSSN", "KPU"]));
    }
}
