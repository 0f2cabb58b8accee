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
    public const int Version = 2;

    readonly ScenarioClock clock = new();

    /// <param name="asOf">Rows after this time have not happened yet; null: all have.</param>
    public async Task Seed(DateTimeOffset? asOf)
    {
        await EnsureAccounts();
        var index = new LogIndex(database);
        var player = new ScenarioPlayer(new Desk(new RoomDirectory(new IncidentLog(database, clock), index, rules, clock, NullLogger<IncidentRoom>.Instance), people), index, people);
        var rows = Scenario.Rows.Where(r => asOf is null || r.At <= asOf).ToList();
        clock.MoveTo(Scenario.Rows[0].At);
        await player.OpenCase();
        foreach (var row in rows.Where(r => !r.IsExercise))
        {
            clock.MoveTo(row.At);
            await player.Play(row);
        }
        foreach (var row in rows.Where(r => r.IsExercise))
            await player.PlayExercise(row, clock.MoveTo);
        logger.LogInformation("Demo data: {Rows} rows of the scenario", rows.Count);
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
