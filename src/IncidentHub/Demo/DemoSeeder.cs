using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentHub.Demo;

/// <summary>
/// Plays the scenario into the demo database, once however often it is called: the product's own commands, in order, as the agency named,
/// at the times given.
/// </summary>
public sealed class DemoSeeder(LogDatabase database, RulePack rules, Accounts accounts, People people, ILogger<DemoSeeder> logger)
{
    /// <summary>Raised when the seeder's commands change, so that old demo databases are made anew.</summary>
    public const int Version = 5;

    readonly ScenarioClock clock = new();

    /// <param name="asOf">Rows after this time have not happened yet; null: all have.</param>
    public async Task Seed(DateTimeOffset? asOf)
    {
        await EnsureAccounts();
        var index = new LogIndex(database);
        var log = new IncidentLog(database, clock);
        var rooms = new RoomDirectory(log, index, rules, clock, NullLogger<IncidentRoom>.Instance);
        var desk = new Desk(rooms, people);
        var player = new ScenarioPlayer(desk, index, people, new BriefingReader(rooms, clock));
        var watch = new DeadlineWatch(log, index, rooms, desk, clock, NullLogger<DeadlineWatch>.Instance);
        var rows = Scenario.Played.Where(r => asOf is null || r.At <= asOf).ToList();
        clock.MoveTo(Scenario.Rows[0].At);
        await player.OpenCase();
        foreach (var row in rows.Where(r => !r.IsExercise))
        {
            await MoveTo(row.At, index, watch);
            await player.Play(row);
        }
        if (asOf is { } end)
            await MoveTo(end, index, watch);
        foreach (var row in rows.Where(r => r.IsExercise))
            await player.PlayExercise(row, clock.MoveTo);
        logger.LogInformation("Demo data: {Rows} rows of the scenario", rows.Count);
    }

    // Whatever deadline passes on the way is logged at its moment, as the running product would have.
    async Task MoveTo(DateTimeOffset time, LogIndex index, DeadlineWatch watch)
    {
        foreach (var due in (await index.DueBy(time)).Select(r => r.Due).Distinct())
        {
            clock.MoveTo(due);
            if (!await watch.LogPassed())
                throw new InvalidOperationException($"The deadline of {due:u} could not be logged.");
        }
        clock.MoveTo(time);
    }

    public async Task EnsureAccounts()
    {
        await accounts.EnsureAgencies();
        foreach (var account in DemoAccount.All.Where(a => !accounts.Exists(a.Id)))
            await accounts.Open(account.Email, account.Name, account.Role, account.Agency, account.Id);
    }

    sealed class ScenarioClock : TimeProvider
    {
        DateTimeOffset now;
        public void MoveTo(DateTimeOffset time) => now = time;
        public override DateTimeOffset GetUtcNow() => now;
    }
}
