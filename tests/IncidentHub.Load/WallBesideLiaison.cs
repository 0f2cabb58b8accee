using System.Diagnostics;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Load;

/// <summary>What one post costs the server, to walls and to as many liaisons' pages: the whole product, real streams and real circuits, one after the other in one process.</summary>
static class WallBesideLiaison
{
    const int Before = 100, ToWarmUp = 30;
    /// <summary>A stream tells of what changes so soon after another change in one screen: slower, each post is one.</summary>
    static readonly TimeSpan pace = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan settle = TimeSpan.FromSeconds(5), still = TimeSpan.FromSeconds(20), busy = TimeSpan.FromSeconds(40);

    public static async Task Measure(params int[] counts)
    {
        var folder = Directory.CreateTempSubdirectory("incidenthub-load-").FullName;
        await using (var product = LiveProduct.Start(new StorageOptions { Provider = DatabaseProvider.Sqlite, Folder = folder }))
        {
            var incident = await product.Open(counts.Max() + 1);
            for (var i = 0; i < Before; i++)
                await product.Post(incident, Bench.Entry(i).Text);
            var reference = (await product.Services.GetRequiredService<RoomDirectory>().Room(incident)).State.Reference;
            foreach (var count in counts)
            {
                var liaisons = new List<string>();
                // Each another person: pages of one share their lists.
                foreach (var liaison in Bench.People.Skip(1).Take(count))
                    liaisons.Add(await product.SignIn(liaison));
                var pages = await Cost(product, incident, $"/insiden/{reference}", liaisons);
                var walls = new List<(PersonId Person, string Cookie)>();
                for (var i = 0; i < count; i++)
                    walls.Add(await product.Pair(incident));
                var screens = await Cost(product, incident, null, [.. walls.Select(w => w.Cookie)]);
                Print(count, pages, screens);
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    sealed record Price(double Processor, double Bytes, double Still);

    static void Print(int count, Price page, Price screen) => Console.WriteLine(
        $"a post to {count,3} walls / to {count,3} liaisons' pages, each: {screen.Processor / count:0.000} / {page.Processor / count:0.000} ms of processor time ({screen.Processor / page.Processor:0.00} x), "
        + $"{screen.Bytes / count / 1024:0.0} / {page.Bytes / count / 1024:0.0} KiB ({screen.Bytes / page.Bytes:0.00} x); while nothing happens {screen.Still:0.0} / {page.Still:0.0} ms of processor time a second for all");

    /// <summary>Per post, beyond what is spent in that time when nothing is posted; and that, per second.</summary>
    static async Task<Price> Cost(LiveProduct product, IncidentId incident, string? page, IReadOnlyCollection<string> cookies)
    {
        using var audience = await Audience.Gather(product.Address, page, cookies);
        for (var i = 0; i < ToWarmUp; i++)
            await Tell();
        await Task.Delay(settle);
        var idle = Stopwatch.StartNew();
        var idled = await Processor(() => Task.Delay(still)) / idle.Elapsed.TotalSeconds;
        // What it heard of the warming up, and of nothing.
        await Tell();
        var (posts, bytes, clock) = (0, 0L, Stopwatch.StartNew());
        var spent = await Processor(async () =>
        {
            for (; clock.Elapsed < busy; posts++)
                bytes += (await Task.WhenAll(Tell(), Pause()))[0];
        });
        return new Price((spent - idled * clock.Elapsed.TotalSeconds) / posts, (double)bytes / posts, idled);

        async Task<long> Tell()
        {
            var words = Guid.NewGuid().ToString("N")[..12];
            await product.Post(incident, $"{words}: {Bench.Entry(0).Text}");
            return await audience.Sees(words);
        }

        static async Task<long> Pause()
        {
            await Task.Delay(pace);
            return 0;
        }
    }

    static async Task<double> Processor(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }
}
