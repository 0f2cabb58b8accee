using System.Diagnostics;
using IncidentHub.Domain;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Load;

/// <summary>From a coordinator's "revoke" to a screen on which the incident stands no more: over a real socket, on PostgreSQL, on the coordinator's node and on another.</summary>
static class RevocationLoad
{
    const int Runs = 60;

    public static async Task Measure()
    {
        await using var server = new PostgresServer();
        var owner = await server.CreateDatabase();
        var storage = new StorageOptions { Provider = DatabaseProvider.Postgres, Folder = Path.GetTempPath(), Connection = PostgresServer.AsApp(owner), MigrationConnection = owner };
        await new SchemaMigrator(storage).Migrate();
        await using var here = LiveProduct.Start(storage);
        await using var there = LiveProduct.Start(storage);
        var incident = await here.Open(people: 10);
        foreach (var (where, node) in new[] { ("the coordinator's node", here), ("another node", there) })
        {
            var times = new List<double>();
            using var browser = new HttpClient();
            for (var run = -5; run < Runs; run++)
            {
                var time = await Revoked(here, node, incident, browser);
                // The first ones warm up.
                if (run >= 0)
                    times.Add(time);
            }
            times.Sort();
            Console.WriteLine($"revoked → gone from a screen on {where}, {Runs} times: p50 {At(0.50):0} ms, p95 {At(0.95):0} ms, max {times[^1]:0} ms");

            double At(double quantile) => times[(int)(quantile * (times.Count - 1))];
        }
    }

    static async Task<double> Revoked(LiveProduct coordinator, LiveProduct node, IncidentId incident, HttpClient browser)
    {
        var (wall, cookie) = await coordinator.Pair(incident);
        using var screen = await HungScreen.Connect(browser, node.Address, cookie);
        await screen.Until(html => html.Contains(LiveProduct.Title, StringComparison.Ordinal));
        // The walls' rows are looked at twice a second: no run is to meet the same moment of it.
        await Task.Delay(Random.Shared.Next(500));
        var asked = Stopwatch.StartNew();
        if (await coordinator.Services.GetRequiredService<PairingDesk>().Release(wall, [incident], Bench.People[0]) is { } refused)
            throw new InvalidOperationException($"Not released: {refused}");
        await screen.Until(html => !html.Contains(LiveProduct.Title, StringComparison.Ordinal));
        return asked.Elapsed.TotalMilliseconds;
    }
}
