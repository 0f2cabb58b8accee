using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Notifications;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.Notifications;

public class WitnessedNewsTests
{
    static readonly DateTimeOffset due = AnIncident.Now.AddHours(72);
    static readonly Reference subject = new("K-2");
    static readonly IncidentHead head = IncidentHead.Of(AnIncident.Open().State);

    [Fact]
    public void A_key_says_what_it_is_of()
    {
        ToldKey.Parse(ToldKey.Of(new Reference("E-1"), subject)).ShouldBe(new ToldKey(new Reference("E-1"), null, 0));
        foreach (var hours in new[] { -24, 0, 48 })
            ToldKey.Parse(ToldKey.Of(subject, due, hours)).ShouldBe(new ToldKey(null, due, hours));
        // Rows that stand in databases: the names must stay what they were.
        ToldKey.Of(subject, due, -24).ShouldBe("K-2 " + due.UtcTicks + " -24h");
        ToldKey.Of(subject, due, 24).ShouldBe("K-2 " + due.UtcTicks + " +24h");
        ToldKey.Of(new Reference("E-1"), subject).ShouldBe("E-1 K-2");
    }

    [Fact]
    public void Whoever_knows_a_later_reminder_knows_this_one_and_is_named_once()
    {
        var told = Told(ToldKey.Of(subject, due, -6), ToldKey.Of(subject, due, -1));
        var (liaison, coordinator) = (People.LiaisonOf("KPU"), People.Coordinator);
        WitnessedNews.Of([told], [Saw(liaison, told.Keys[0], 1, 4), Saw(liaison, told.Keys[1], 2, 3), Saw(coordinator, told.Keys[1], 5, null), Saw(coordinator, ToldKey.Of(subject, due, -24), 0, 0)])
            .ShouldHaveSingleItem().People.Select(p => (p.Person, p.SeenAt, p.AcknowledgedAt)).ShouldBe(
            [
                (liaison.Person, At(1), At(3)), (coordinator.Person, At(5), null),
            ]);
    }

    [Fact]
    public void What_nobody_saw_is_told_all_the_same_and_another_incidents_is_not_mixed_in()
    {
        var told = Told("E-1 K-2");
        var other = Saw(People.Coordinator, "E-1 K-2", 1, null) with { Key = new NotificationKey(new IncidentId(Guid.NewGuid()), "E-1 K-2") };
        WitnessedNews.Of([told], [other]).ShouldHaveSingleItem().People.ShouldBeEmpty();
        WitnessedNews.Of([Saw(People.Coordinator, "E-1 K-2", 1, null), Saw(People.LiaisonOf("BIN"), "E-1 K-2", 2, null)]).ShouldHaveSingleItem().People.Length.ShouldBe(2);
    }

    static Notification Told(params string[] keys)
    {
        var state = AnIncident.Open().WithDelivered(out var request).State;
        return new Notification(head, NotificationKind.DueSoon, state.Clarifications[request], AClarification.Addressed.Agency, AnIncident.Now, due, 6, [.. keys]);
    }

    static Witness Saw(Actor who, string key, int? seen, int? acknowledged) =>
        new(new NotificationKey(head.Id, key), who.Person, who.Name, who.Agency, At(seen), At(acknowledged));

    static DateTimeOffset? At(int? minutes) => minutes is { } some ? AnIncident.Now.AddMinutes(some) : null;
}
