using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.Access;

public sealed class SightsOnSqlite() : SightsTests(Database.OnSqlite);

public sealed class SightsOnPostgres(PostgresServer server) : SightsTests(() => Database.OnPostgres(server));

public abstract class SightsTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly IncidentId one = new(Guid.NewGuid());
    static readonly IncidentId other = new(Guid.NewGuid());

    [Fact]
    public async Task A_page_and_the_circuit_that_takes_it_over_are_one_sight()
    {
        await See(one, "insiden/INS-1");
        Clock.Pass(TimeSpan.FromSeconds(2));
        await See(one, "insiden/INS-1");
        await See(other, "insiden/INS-1");
        await See(one, "insiden/INS-1?cari=log");
        (await Noted()).ShouldBe([(one.Value, "insiden/INS-1"), (other.Value, "insiden/INS-1"), (one.Value, "insiden/INS-1?cari=log")], ignoreOrder: true);
        Clock.Pass(TimeSpan.FromMinutes(1));
        await See(one, "insiden/INS-1");
        (await Noted()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_list_is_a_sight_of_each_incident_and_only_auditors_are_noted()
    {
        foreach (var actor in People.All.Where(a => a.Role is not Role.Auditor))
            await Node.Get<Sights>().Note(actor, [one, other], "palet");
        (await Noted()).ShouldBeEmpty();
        await Node.Get<Sights>().Note(People.Auditor, [one, other], "palet");
        (await Noted()).ShouldBe([(one.Value, "palet"), (other.Value, "palet")], ignoreOrder: true);
    }

    Task See(IncidentId incident, string what) => Node.Get<Sights>().Note(People.Auditor, incident, what);

    async Task<IReadOnlyList<(Guid Incident, string What)>> Noted()
    {
        await using var context = await Node.Get<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        return [.. (await context.Sights.ToListAsync()).Select(s => (s.IncidentId, s.What))];
    }
}
