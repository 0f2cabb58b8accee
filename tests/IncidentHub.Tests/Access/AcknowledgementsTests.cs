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
}
