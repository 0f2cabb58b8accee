using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IncidentHub.Tests.Rooms;

public sealed class DeadlineWatchOnSqlite() : DeadlineWatchTests(Database.OnSqlite)
{
    [Fact]
    public async Task A_busy_database_is_tried_again_and_complained_of_once()
    {
        var (incident, _) = await Delivered();
        Clock.Pass(TimeSpan.FromHours(73));
        var complaints = new Complaints();
        var watch = new DeadlineWatch(Node.Log, Node.Index, Node.Rooms, Node.Desk, Clock, complaints);
        await using (var other = await Database.OpenAsProduct())
        {
            await other.Execute("BEGIN IMMEDIATE");
            (await watch.LogPassed()).ShouldBeFalse();
            (await watch.LogPassed()).ShouldBeFalse();
            await other.Execute("ROLLBACK");
        }
        (await watch.LogPassed()).ShouldBeTrue();
        (await Overdue(Node, incident)).Count.ShouldBe(1);
        complaints.Said.ShouldHaveSingleItem().ShouldContain(nameof(StorageFault.Locked));
    }

    sealed class Complaints : ILogger<DeadlineWatch>
    {
        public List<string> Said { get; } = [];
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception));
    }
}

public sealed class DeadlineWatchOnPostgres(PostgresServer server) : DeadlineWatchTests(() => Database.OnPostgres(server))
{
    [Fact]
    public async Task Two_nodes_that_watch_log_each_once()
    {
        var other = Database.Start(Clock);
        await Node.StartBackground<DeadlineWatch>();
        await other.StartBackground<DeadlineWatch>();
        var incidents = new List<IncidentId>();
        foreach (var node in new[] { Node, other, Node, other })
            incidents.Add((await Delivered(node)).Incident);
        Clock.Pass(TimeSpan.FromHours(72));
        foreach (var incident in incidents)
            await Eventually.Is(async () => (await Overdue(Node, incident)).Count > 0);
        foreach (var node in new[] { Node, other })
            await WatchOf(node).LogPassed();
        foreach (var incident in incidents)
            (await Overdue(other, incident)).Count.ShouldBe(1);
        (await Node.Verifier.Verify()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_node_that_has_not_heard_of_the_letter_logs_it_as_well()
    {
        var incident = await Node.Open();
        var other = Database.Start(Clock);
        (await other.Rooms.Room(incident)).State.Clarifications.ShouldBeEmpty();
        await Delivered(Node, incident);
        Clock.Pass(TimeSpan.FromHours(72));
        (await WatchOf(other).LogPassed()).ShouldBeTrue();
        (await Overdue(other, incident)).Count.ShouldBe(1);
    }
}

/// <summary>A deadline that passed is logged by itself: once, never early, whatever happened to the server meanwhile.</summary>
public abstract class DeadlineWatchTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly DateTimeOffset due = AnIncident.Now.AddHours(72);

    [Fact]
    public async Task A_restart_across_the_deadline_finds_exactly_one_overdue_entry()
    {
        await Node.StartBackground<DeadlineWatch>();
        var (incident, request) = await Delivered();
        await Node.DisposeAsync();
        Clock.Pass(TimeSpan.FromHours(80));

        var restarted = Database.Start(Clock);
        await restarted.StartBackground<DeadlineWatch>();
        await Eventually.Is(async () => (await Overdue(restarted, incident)).Count > 0);
        var again = Database.Start(Clock);
        (await WatchOf(again).LogPassed()).ShouldBeTrue();

        var entry = (await Overdue(again, incident)).ShouldHaveSingleItem();
        entry.RecordedAt.ShouldBe(Clock.GetUtcNow());
        (entry.Content!.Kind, entry.Content.OccurredAt, entry.Content.Author).ShouldBe((EntryKind.Overdue, due, Actor.Product));
        entry.Content.Events.ShouldHaveSingleItem().ShouldBeOfType<DeadlinePassed>().Subject.ShouldBe(request);
    }

    [Fact]
    public async Task Running_it_notices_by_itself()
    {
        await Node.StartBackground<DeadlineWatch>();
        var (incident, _) = await Delivered();
        Clock.MoveTo(due);
        await Eventually.Is(async () => (await Overdue(Node, incident)).Count == 1);
    }

    [Fact]
    public async Task A_clock_that_jumps_an_hour_either_way_loses_nothing_and_repeats_nothing()
    {
        var (incident, _) = await Delivered();
        foreach (var (moment, logged) in new[]
        {
            (due.AddHours(-1), 0), (due.AddTicks(-1), 0), (due.AddHours(-2), 0), (due, 1), (due.AddHours(1), 1), (due.AddHours(-1), 1), (due.AddMinutes(1), 1),
        })
        {
            Clock.MoveTo(moment);
            (await WatchOf(Node).LogPassed()).ShouldBeTrue();
            (await Overdue(Node, incident)).Count.ShouldBe(logged, $"{moment}");
        }
    }

    [Fact]
    public async Task A_clock_that_jumps_over_the_deadline_and_back_before_the_decision_logs_nothing_early()
    {
        var (incident, request) = await Delivered();
        Clock.MoveTo(due.AddTicks(-1));
        var early = MarkOverdue.Of(incident, (await Node.Rooms.Room(incident)).State.Deadlines.Single(d => d.Subject == request));
        (await Node.Desk.Submit(incident, early, Actor.Product)).ShouldBe(new Outcome.Rejected(new Rejection(RejectionCode.DeadlineAhead)));
        Clock.MoveTo(due);
        (await WatchOf(Node).LogPassed()).ShouldBeTrue();
        (await Overdue(Node, incident)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_delivery_that_is_corrected_gives_another_deadline()
    {
        var (incident, request) = await Delivered();
        Clock.MoveTo(due);
        await WatchOf(Node).LogPassed();
        (await Rows()).ShouldBeEmpty();

        await Node.Accept(incident, AClarification.Requester, ACommand.Deliver(request) with { At = AnIncident.Now.AddHours(5), Reason = "Tanda terima menyebut pukul lain." });
        (await Rows()).Count.ShouldBe(1);
        await WatchOf(Node).LogPassed();
        (await Overdue(Node, incident)).Count.ShouldBe(1);
        Clock.MoveTo(due.AddHours(5));
        await WatchOf(Node).LogPassed();
        (await Overdue(Node, incident)).Select(e => e.Content!.OccurredAt).ShouldBe([due, due.AddHours(5)]);

        await Node.Accept(incident, AClarification.Requester, ACommand.Deliver(request) with { At = AnIncident.Now, Reason = "Yang pertama benar." });
        await WatchOf(Node).LogPassed();
        (await Overdue(Node, incident)).Count.ShouldBe(2);
        (await Rows()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_answered_is_watched_no_more()
    {
        var (incident, request) = await Delivered();
        (await Rows()).Count.ShouldBe(1);
        await Node.Accept(incident, AClarification.Addressed, ACommand.AnswerAll(request));
        (await Rows()).ShouldBeEmpty();
        Clock.MoveTo(due);
        await WatchOf(Node).LogPassed();
        (await Overdue(Node, incident)).ShouldBeEmpty();

        await Node.Accept(incident, AClarification.Requester, ACommand.JudgeInsufficient(request, 1));
        await WatchOf(Node).LogPassed();
        (await Overdue(Node, incident)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Looking_loads_no_room_in_which_nothing_is_due()
    {
        await Delivered();
        await using (var connection = await Database.OpenAsOwner())
            await connection.Execute("UPDATE entry_body SET body = salt");
        var looking = Database.Start(Clock);
        Clock.MoveTo(due.AddSeconds(-1));
        (await WatchOf(looking).LogPassed()).ShouldBeTrue();
        Clock.MoveTo(due);
        await Should.ThrowAsync<Exception>(WatchOf(looking).LogPassed());
    }

    [Fact]
    public async Task A_database_from_before_the_watch_is_filled_when_it_first_looks()
    {
        var (incident, _) = await Delivered();
        var expected = await Rows();
        await using (var connection = await Database.OpenAsOwner())
        {
            await connection.Execute("DROP TABLE deadline");
            await connection.Execute($"DELETE FROM {(Database.IsSqlite ? "migration" : "log_migration")} WHERE \"MigrationId\" = '0002_log'");
        }
        await new SchemaMigrator(Database.Options).Migrate();
        (await Rows()).ShouldNotBe(expected);

        await using var node = Database.Start(Clock);
        (await WatchOf(node).LogPassed()).ShouldBeTrue();
        (await Rows()).ShouldBe(expected);
        Clock.MoveTo(due);
        await WatchOf(node).LogPassed();
        (await Overdue(node, incident)).Count.ShouldBe(1);
    }

    protected static DeadlineWatch WatchOf(Node node) => node.Services.GetServices<IHostedService>().OfType<DeadlineWatch>().Single();

    protected async Task<(IncidentId Incident, Reference Request)> Delivered(Node? node = null, IncidentId? into = null)
    {
        node ??= Node;
        var incident = into ?? await node.Open();
        await node.Accept(incident, AClarification.Requester, ACommand.Ask());
        var request = (await node.Rooms.Room(incident)).State.Clarifications.Keys.Single();
        await node.Accept(incident, AClarification.Requester, ACommand.Deliver(request));
        return (incident, request);
    }

    protected static async Task<List<TimelineEntry>> Overdue(Node node, IncidentId incident) =>
        [.. (await node.Log.ReadAfter(incident, 0)).Where(e => e.Content!.Events.Any(change => change is DeadlinePassed))];

    async Task<IReadOnlyList<string>> Rows()
    {
        await using var connection = await Database.OpenAsOwner();
        return await connection.Rows("SELECT incident_id, subject, due FROM deadline");
    }
}
