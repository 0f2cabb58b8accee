using IncidentHub.Access;
using IncidentHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.Access;

public sealed class SessionsOnSqlite() : SessionsTests(Database.OnSqlite);

public sealed class SessionsOnPostgres(PostgresServer server) : SessionsTests(() => Database.OnPostgres(server));

public abstract class SessionsTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    Sessions Sessions => Node.Get<Sessions>();

    [Fact]
    public async Task One_that_was_started_is_alive_until_it_is_ended()
    {
        var (mine, other) = (await Sessions.Start(People.Coordinator.Person), await Sessions.Start(People.Coordinator.Person));
        (await Sessions.IsAlive(mine)).ShouldBeTrue();
        (await Sessions.IsAlive(Guid.NewGuid())).ShouldBeFalse();
        await Sessions.End(mine);
        (await Sessions.IsAlive(mine)).ShouldBeFalse();
        (await Sessions.IsAlive(other)).ShouldBeTrue();
    }

    [Fact]
    public async Task Disabling_an_account_ends_all_of_its_sessions_and_nobody_elses()
    {
        var mine = new[] { await Sessions.Start(People.Coordinator.Person), await Sessions.Start(People.Coordinator.Person) };
        var other = await Sessions.Start(People.Auditor.Person);
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Node.Disable(People.Coordinator);
        foreach (var session in mine)
            (await Sessions.IsAlive(session)).ShouldBeFalse();
        (await Sessions.IsAlive(other)).ShouldBeTrue();
        (await Sessions.EndedSince(Clock.GetUtcNow())).ShouldBe(mine, ignoreOrder: true);
        (await Sessions.EndedSince(Clock.GetUtcNow() + TimeSpan.FromSeconds(1))).ShouldBeEmpty();
        (await Node.Get<IncidentHub.Access.People>().Find(People.Coordinator.Person)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_was_disabled_does_nothing_more_and_is_no_new_member()
    {
        var incident = await Node.Open();
        foreach (var person in new[] { People.LiaisonOf("BSSN"), People.LiaisonOf("KPU", 2) })
            await Node.Disable(person);
        (await Node.Refuse(incident, People.LiaisonOf("BSSN"), ACommand.Write())).Code.ShouldBe(IncidentHub.Domain.RejectionCode.NotFound);
        (await Node.Refuse(incident, People.Coordinator, ACommand.Add(People.LiaisonOf("KPU", 2)))).Code.ShouldBe(IncidentHub.Domain.RejectionCode.NotFound);
    }

    [Fact]
    public async Task Its_open_connections_are_cut_wherever_it_was_ended()
    {
        var guard = Node.Get<CircuitGuard>();
        var session = await Sessions.Start(People.Coordinator.Person);
        var caller = new Caller(session);
        await guard.OnConnectedAsync(caller.Lifetime, _ => Task.CompletedTask);
        await Node.StartBackground<SessionWatch>();
        await Database.Start(Clock).Get<Sessions>().EndAll(People.Coordinator.Person);
        await caller.Aborted.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
