using System.Diagnostics;
using System.Text;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;
using IncidentHub.Wall;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentHub.Load;

/// <summary>What walls cost: memory over an hour of a busy incident, and a post beside the same post to as many liaisons.</summary>
sealed class WallLoad(Bench bench) : IDisposable
{
    /// <summary>One a second.</summary>
    const int Hour = 3_600;

    readonly Presence presence = new(TimeProvider.System);
    readonly ServiceProvider services = Services();

    public async Task Measure()
    {
        var rooms = bench.NewRooms();
        var incident = await Bench.Open(rooms);
        var room = await rooms.Room(incident);
        await Memory(rooms, room, walls: 50);
        foreach (var count in (int[])[1, 50, 400])
        {
            var (liaisons, walls) = (await ToLiaisons(room, count), await ToWalls(rooms, room, count));
            Console.WriteLine($"a post, durable, to {count,3} liaisons' views (not rendered): {liaisons:0.00} ms of processor time; to {count,3} walls (rendered): {walls.Time:0.00} ms, {walls.Bytes / 1024.0:0.0} KiB of HTML each");
        }
    }

    async Task Memory(RoomDirectory rooms, IncidentRoom room, int walls)
    {
        var hung = await Hang(rooms, room, walls);
        await Post(room, hung, 600);
        var heap = new List<double> { Heap() };
        var clock = Stopwatch.StartNew();
        for (var done = 0; done < Hour; done += Hour / 6)
        {
            await Post(room, hung, Hour / 6);
            heap.Add(Heap());
        }
        var slope = Slope(heap) / (Hour / 6) * 1_000;
        Console.WriteLine($"{walls} walls, an hour of an entry a second (in {clock.Elapsed.TotalSeconds:0} s): heap {heap[0]:0.00} → {heap[^1]:0.00} MiB, slope {slope:+0.000;-0.000} MiB per 1,000 entries; {hung.Average(w => w.Screens):0} screens each");
        hung.ForEach(w => w.Dispose());
    }

    async Task<(double Time, int Bytes)> ToWalls(RoomDirectory rooms, IncidentRoom room, int count)
    {
        var walls = await Hang(rooms, room, count);
        await Post(room, walls, 20);
        var time = await Processor(() => Post(room, walls, 200)) / 200;
        walls.ForEach(w => w.Dispose());
        return (time, walls[0].Bytes);
    }

    static async Task<double> ToLiaisons(IncidentRoom room, int count)
    {
        var joined = new List<RoomSubscription>();
        for (var i = 0; i < count; i++)
            joined.Add((await room.Join(Bench.People[i % Bench.People.Length], _ => { }))!);
        for (var i = 0; i < 20; i++)
            await Bench.Post(room, i);
        var time = await Processor(async () =>
        {
            for (var i = 0; i < 200; i++)
                await Bench.Post(room, i);
        }) / 200;
        joined.ForEach(j => j.Dispose());
        return time;
    }

    async Task<List<HungWall>> Hang(RoomDirectory rooms, IncidentRoom room, int count)
    {
        var boards = new WallBoards(rooms, presence, TimeProvider.System);
        var screens = new WallScreens(services.GetRequiredService<IServiceScopeFactory>(), NullLoggerFactory.Instance, bench.Storage);
        var walls = new List<HungWall>();
        for (var i = 0; i < count; i++)
        {
            var person = new PersonId(new Guid(i, 7, 7, new byte[8]));
            if (!room.State.Walls.ContainsKey(person))
                await Bench.Submit(room, new PairWall { CommandId = Guid.NewGuid(), Wall = person, Name = $"Papan {i}", Place = "Lantai 2", Until = DateTimeOffset.UtcNow.AddDays(1), Reason = "" }, Bench.People[0]);
            walls.Add(await HungWall.Join(boards, screens, new Actor(person, $"Papan {i}", Role.Wall, new AgencyId("KPU"), "KPU"), room.State.Id));
        }
        return walls;
    }

    static async Task Post(IncidentRoom room, List<HungWall> walls, int count)
    {
        for (var i = 0; i < count; i++)
        {
            walls.ForEach(w => w.Expect());
            await Bench.Post(room, i);
            await Task.WhenAll(walls.Select(w => w.Shown));
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

    static double Heap() => GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024.0;

    /// <summary>By least squares: the two ends alone would say more of one collection than of the hour.</summary>
    static double Slope(List<double> values)
    {
        var (middle, mean) = ((values.Count - 1) / 2.0, values.Average());
        return values.Select((v, i) => (i - middle) * (v - mean)).Sum() / values.Select((_, i) => (i - middle) * (i - middle)).Sum();
    }

    static ServiceProvider Services()
    {
        var collection = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        collection.AddUi();
        return collection.BuildServiceProvider();
    }

    public void Dispose()
    {
        presence.Dispose();
        services.Dispose();
    }

    /// <summary>A wall as its stream serves it, but for the network: whenever something is other than before it takes the screen.</summary>
    sealed class HungWall(WallScreens screens, Actor actor) : IDisposable
    {
        WallSubscription? joined;
        TaskCompletionSource shown = new();

        public Task Shown => shown.Task;
        public int Screens { get; private set; }
        public int Bytes { get; private set; }

        public static async Task<HungWall> Join(WallBoards boards, WallScreens screens, Actor actor, IncidentId incident)
        {
            var wall = new HungWall(screens, actor);
            wall.joined = await boards.Join(actor, [incident], () => _ = Task.Run(wall.Take));
            return wall;
        }

        public void Expect() => shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        async Task Take()
        {
            try
            {
                Bytes = Encoding.UTF8.GetByteCount(await screens.Board(joined!.Incidents, actor.Name));
                Screens++;
                shown.TrySetResult();
            }
            catch (Exception error)
            {
                shown.TrySetException(error);
            }
        }

        public void Dispose() => joined?.Dispose();
    }
}
