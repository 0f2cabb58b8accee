// Measures log and rooms against the budgets of the design. Every line is a ratio, or a time beside what it is compared with, from this one
// run: the machines are noisy. Run it alone: dotnet run -c Release --project tests/IncidentHub.Load (behind "-- rail" the counts of the rail only,
// behind "-- past" the history only, behind "-- wall" the walls only)
using System.Diagnostics;
using IncidentHub.Domain;
using IncidentHub.Load;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Storage;

if (args is [Audience.Argument, var address, var page])
{
    await Audience.Run(new Uri(address), page);
    return;
}

await using var bench = await Bench.Create(Path.Combine(Path.GetTempPath(), "incidenthub-load-" + Guid.NewGuid().ToString("N")[..8]));
var rooms = bench.NewRooms();
var incident = await Bench.Open(rooms);
var room = await rooms.Room(incident);

if (args is ["rail"])
{
    await Rail();
    return;
}

if (args is ["wall"])
{
    using var walls = new WallLoad(bench);
    await walls.Measure();
    await RevocationLoad.Measure();
    await WallBesideLiaison.Measure(50, 200);
    return;
}

if (args is ["past"])
{
    await Fill(incident, 100_000);
    await Past(incident);
    return;
}

for (var i = 0; i < 300; i++)
    await Bench.Post(room, i);

var raw = RawInserts(bench, 3_000);
Console.WriteLine($"raw inserts of the same two rows, one durable transaction each: {raw:N0}/s");
Console.WriteLine($"appends, one at a time:        {await OneAtATime(3_000) / raw:0.00} x raw  (goal 0.5)");
Console.WriteLine($"appends, 32 writers at once:   {await Concurrently(32, 6_000) / raw:0.00} x raw  (goal 1.0)");
foreach (var viewers in (int[])[1, 400, 2_000])
    Console.WriteLine($"post → every one of {viewers,5:N0} viewers told, durable and filtered: p50 {await Told(viewers, 300, 0.50):0.00} ms, p95 {await Told(viewers, 300, 0.95):0.00} ms");
await Opening();
await Rail();

double RawInserts(Bench on, int count)
{
    using var connection = SqliteFiles.OpenWriter(Path.Combine(on.Storage.Folder, "raw.db"));
    Execute("CREATE TABLE entry (incident_id TEXT, number INTEGER, recorded_at INTEGER, commitment BLOB, previous_hash BLOB, hash BLOB, PRIMARY KEY (incident_id, number))");
    Execute("CREATE TABLE entry_body (incident_id TEXT, number INTEGER, salt BLOB, body BLOB, PRIMARY KEY (incident_id, number))");
    var watch = Stopwatch.StartNew();
    for (var i = 0; i < count; i++)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        Execute($"INSERT INTO entry VALUES ('{incident}', {i}, {i}, randomblob(32), randomblob(32), randomblob(32)); INSERT INTO entry_body VALUES ('{incident}', {i}, randomblob(32), randomblob(600))");
        transaction.Commit();
    }
    return count / watch.Elapsed.TotalSeconds;

    void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

async Task<double> OneAtATime(int count)
{
    var watch = Stopwatch.StartNew();
    for (var i = 0; i < count; i++)
        await Bench.Post(room, i);
    return count / watch.Elapsed.TotalSeconds;
}

async Task<double> Concurrently(int writers, int count)
{
    var watch = Stopwatch.StartNew();
    await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(async () =>
    {
        for (var i = 0; i < count / writers; i++)
            await Bench.Post(room, i);
    })));
    return count / watch.Elapsed.TotalSeconds;
}

async Task<double> Told(int viewers, int posts, double quantile)
{
    var told = 0;
    var all = new TaskCompletionSource();
    var joined = new List<RoomSubscription>();
    for (var v = 0; v < viewers; v++)
    {
        joined.Add((await room.Join(Bench.People[v % Bench.People.Length], _ =>
        {
            if (Interlocked.Increment(ref told) == viewers)
                all.TrySetResult();
        }))!);
    }
    var times = new List<double>();
    for (var i = 0; i < posts; i++)
    {
        (told, all) = (0, new TaskCompletionSource());
        var watch = Stopwatch.StartNew();
        await Bench.Post(room, i);
        await all.Task;
        times.Add(watch.Elapsed.TotalMilliseconds);
    }
    joined.ForEach(s => s.Dispose());
    times.Sort();
    return times[(int)(quantile * (times.Count - 1))];
}

async Task Opening()
{
    var (small, large) = (await Bench.Open(rooms), await Bench.Open(rooms));
    await Fill(small, 1_000);
    await Fill(large, 100_000);
    var (smallCold, smallWarm) = await Times(small);
    var (largeCold, largeWarm) = await Times(large);
    Console.WriteLine($"open a warm incident of 100,000 entries vs 1,000: {largeWarm / smallWarm:0.00} x  (goal 1.5; {largeWarm:0.0} ms)");
    Console.WriteLine($"open a cold incident of 100,000 entries: {largeCold / 1000:0.00} s  (goal 2; 1,000 entries: {smallCold / 1000:0.00} s)");
    await Past(large);
}

async Task Past(IncidentId id)
{
    var node = bench.NewRooms();
    var reference = (await node.Room(id)).State.Reference;
    using var reader = new PastReader(node, bench.Log, bench.Index);
    var first = Stopwatch.StartNew();
    using (var reading = await reader.Open(reference, Bench.People[1], () => { }))
        await reading!.At(DateTimeOffset.UtcNow);
    first.Stop();
    var opening = Stopwatch.StartNew();
    using var next = (await reader.Open(reference, Bench.People[2], () => { }))!;
    await next.At(DateTimeOffset.UtcNow);
    opening.Stop();
    var times = new List<double>();
    for (var i = 0; i < 200; i++)
    {
        var moment = next.Stops[(int)((long)i * 7_919 % next.Stops.Length)].At;
        var watch = Stopwatch.StartNew();
        await next.At(moment);
        times.Add(watch.Elapsed.TotalMilliseconds);
    }
    times.Sort();
    Console.WriteLine($"the past of 100,000 entries: first of all {first.Elapsed.TotalSeconds:0.00} s, by a second reader {opening.Elapsed.TotalSeconds:0.00} s; another of {next.Stops.Length:N0} moments p50 {times[100]:0.0} ms, p95 {times[190]:0.0} ms");
}

async Task Rail()
{
    var counts = new Counts(bench);
    await counts.Fill(rooms);
    await counts.Measure(20);
    foreach (var viewers in (int[])[20, 400])
    {
        var (open, post) = await counts.Measure(viewers);
        Console.WriteLine($"the rail's three counts on {viewers,3} pages: {open:0.00} ms of processor time to open one, {post:0.0} ms for all to take a post in");
    }
}

async Task Fill(IncidentId id, int count)
{
    var target = await rooms.Room(id);
    for (var done = 0; done < count; done += 500)
        await Task.WhenAll(Enumerable.Range(done, 500).Select(i => Bench.Post(target, i)));
}

async Task<(double Cold, double Warm)> Times(IncidentId id)
{
    var node = bench.NewRooms();
    var cold = Stopwatch.StartNew();
    using (await (await node.Room(id)).Join(Bench.People[1], _ => { }))
        cold.Stop();
    var warm = new List<double>();
    for (var i = 0; i < 200; i++)
    {
        // Another agency each time, so that views are built, not found.
        var watch = Stopwatch.StartNew();
        (await (await node.Room(id)).Join(Bench.People[i % 5], _ => { }))!.Dispose();
        warm.Add(watch.Elapsed.TotalMilliseconds);
    }
    warm.Sort();
    return (cold.Elapsed.TotalMilliseconds, warm[warm.Count / 2]);
}
