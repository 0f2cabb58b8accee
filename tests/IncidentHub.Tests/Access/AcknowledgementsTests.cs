using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Tests.Access;

public sealed class AcknowledgementsOnSqlite() : AcknowledgementsTests(Database.OnSqlite);

public sealed class AcknowledgementsOnPostgres(PostgresServer server) : AcknowledgementsTests(() => Database.OnPostgres(server));

public abstract class AcknowledgementsTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly PersonId kpu = Support.People.LiaisonOf("KPU").Person;
    readonly NotificationKey one = new(new IncidentId(Guid.NewGuid()), "satu");
    readonly NotificationKey two = new(new IncidentId(Guid.NewGuid()), "dua");

    Acknowledgements Acknowledgements => Node.Get<Acknowledgements>();

    [Fact]
    public async Task To_see_is_not_to_acknowledge_and_each_is_one_persons()
    {
        await Acknowledgements.NoteSeen(kpu, [one, two]);
        (await Acknowledgements.Of(kpu)).ShouldBeEmpty();
        await Acknowledgements.Acknowledge(kpu, [one]);
        (await Acknowledgements.Of(kpu)).ShouldBe([one]);
        (await Acknowledgements.Of(Support.People.Coordinator.Person)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_time_stands_also_when_several_pages_say_it_at_once()
    {
        await Acknowledgements.NoteSeen(kpu, [one]);
        Clock.Pass(TimeSpan.FromMinutes(5));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Acknowledgements.Acknowledge(kpu, [one, two]))));
        Clock.Pass(TimeSpan.FromMinutes(5));
        await Acknowledgements.NoteSeen(kpu, [one]);
        await Acknowledgements.Acknowledge(kpu, [one]);

        await using var context = await Node.Get<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        var rows = await context.Acknowledgements.OrderBy(r => r.Key).ThenBy(r => r.At).Select(r => new { r.Key, r.Deed, r.At }).ToListAsync();
        rows.Select(r => (r.Key, r.Deed, Microseconds.ToTime(r.At) - AnIncident.Now)).ShouldBe(
        [
            ("dua", AcknowledgementDeed.Acknowledged, TimeSpan.FromMinutes(5)),
            ("satu", AcknowledgementDeed.Seen, TimeSpan.Zero),
            ("satu", AcknowledgementDeed.Acknowledged, TimeSpan.FromMinutes(5)),
        ]);
    }

    [Fact]
    public async Task Witnesses_are_of_ones_own_agency_and_of_what_was_asked_for()
    {
        var (coordinator, bssn) = (Support.People.Coordinator, Support.People.LiaisonOf("BSSN"));
        await Acknowledgements.NoteSeen(kpu, [one, two]);
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Acknowledgements.NoteSeen(coordinator.Person, [one, one with { Key = "lain" }, two with { Key = one.Key }]);
        await Acknowledgements.NoteSeen(bssn.Person, [one]);
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Acknowledgements.Acknowledge(kpu, [one]);

        var found = await Acknowledgements.Witnesses([one, two with { Key = "tiada" }], coordinator.Agency);
        found.Select(w => (w.Key, w.Person, w.SeenAt - AnIncident.Now, w.AcknowledgedAt - AnIncident.Now)).ShouldBe(
        [
            (one, kpu, TimeSpan.Zero, TimeSpan.FromMinutes(2)),
            (one, coordinator.Person, TimeSpan.FromMinutes(1), null),
        ]);
        (await Acknowledgements.Witnesses([one], bssn.Agency)).ShouldHaveSingleItem().Name.ShouldBe(bssn.Name);
        (await Acknowledgements.Witnesses([], bssn.Agency)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_embedded_at_another_agency_is_a_witness_of_the_one_they_act_for()
    {
        await using (var context = await Node.Get<IDbContextFactory<AppDataContext>>().CreateDbContextAsync())
            await context.Users.Where(a => a.Id == kpu.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.SeatedAt, "BSSN"));
        await Acknowledgements.NoteSeen(kpu, [one]);
        (await Acknowledgements.Witnesses([one], new AgencyId("KPU"))).Length.ShouldBe(1);
        (await Acknowledgements.Witnesses([one], new AgencyId("BSSN"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_subject_all_that_was_ever_told_in_its_incident_is_found()
    {
        var (subject, bssn) = (new Reference("K-2"), Support.People.LiaisonOf("BSSN").Person);
        await Acknowledgements.NoteSeen(kpu, [one with { Key = "E-1 K-2" }, one with { Key = "K-2 17 -24h" }, one with { Key = "E-1 K-22" }, one with { Key = "K-22 17 -24h" }, two with { Key = "E-1 K-2" }]);
        await Acknowledgements.NoteSeen(bssn, [one with { Key = "E-1 K-2" }, one with { Key = "E-2 AK-2" }]);
        (await Acknowledgements.WitnessesOf(one.Incident, subject)).Select(w => (w.Key.Key, w.Person)).ShouldBe(
            [("E-1 K-2", kpu), ("E-1 K-2", bssn), ("K-2 17 -24h", kpu)], ignoreOrder: true);
    }
}
