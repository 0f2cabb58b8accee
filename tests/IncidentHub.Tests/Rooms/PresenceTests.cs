using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

public class PresenceTests
{
    readonly ManualClock time = new();
    readonly IncidentId incident = new(Guid.NewGuid());

    [Fact]
    public void Persons_are_counted_by_agency_however_many_pages_they_have_open()
    {
        using var presence = new Presence(time);
        using var one = Enter(presence, "KPU");
        using var again = Enter(presence, "KPU");
        using var other = Enter(presence, "BSSN");
        presence.In(incident).Select(a => (a.Agency.Code, a.Count)).ShouldBe([("BSSN", 1), ("KPU", 1)]);
        presence.In(new IncidentId(Guid.NewGuid())).ShouldBeEmpty();
    }

    [Fact]
    public void An_agency_that_left_shows_since_when()
    {
        using var presence = new Presence(time);
        var page = Enter(presence, "KPU");
        time.Pass(TimeSpan.FromMinutes(5));
        page.Dispose();
        page.Dispose();
        presence.In(incident).ShouldBe([new AgencyPresence(new AgencyId("KPU"), 0, Support.AnIncident.Now.AddMinutes(5))]);
    }

    [Fact]
    public void Auditors_do_not_show()
    {
        using var presence = new Presence(time);
        using var auditor = presence.Enter(incident, Support.People.Auditor, () => { });
        presence.In(incident).ShouldBeEmpty();
    }

    [Fact]
    public void A_mornings_arrival_is_told_once_a_second()
    {
        using var presence = new Presence(time);
        var told = 0;
        using var first = presence.Enter(incident, Support.People.LiaisonOf("KPU"), () => told++);
        time.Pass(TimeSpan.FromSeconds(1));
        told = 0;
        var others = Enumerable.Range(0, 100).Select(_ => Enter(presence, "BSSN")).ToList();
        told.ShouldBe(0);
        time.Pass(TimeSpan.FromSeconds(1));
        told.ShouldBe(1);
        others.ForEach(o => o.Dispose());
    }

    IDisposable Enter(Presence presence, string agency) => presence.Enter(incident, Support.People.LiaisonOf(agency), () => { });
}
