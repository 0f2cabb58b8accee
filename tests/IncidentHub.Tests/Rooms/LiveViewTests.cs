using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

public sealed class LiveViewOnSqlite() : LiveViewTests(Database.OnSqlite, times: 3);

public sealed class LiveViewOnPostgres(PostgresServer server) : LiveViewTests(() => Database.OnPostgres(server), times: 1);

/// <summary>What is pushed is what a fresh process would read: whatever happened, whoever came and went meanwhile.</summary>
public abstract class LiveViewTests(Func<Task<Database>> create, int times) : DatabaseTests(create)
{
    const int Steps = 120;

    [Fact]
    public async Task Equals_a_fresh_one_from_every_viewpoint()
    {
        var seed = Always.NewSeed();
        for (var i = 0; i < times; i++)
            await Play(seed + (ulong)i);
    }

    async Task Play(ulong seed)
    {
        var chance = new Random((int)(seed % int.MaxValue));
        var incident = await Node.Open();
        var watchers = new List<(Actor Actor, Watcher Watcher)>();
        var done = 0;
        foreach (var (number, step) in Always.Sample(Some.Step, Steps, seed).Index())
        {
            Clock.Pass(TimeSpan.FromMinutes(1));
            var (actor, command) = step.On(await Node.Picture(incident));
            if (await Node.Desk.Submit(incident, command, actor) is Outcome.Done)
                done++;

            await ComeAndGo(chance, incident, watchers);
            if (number % 10 == 9)
                await Compare(incident, watchers, seed);
        }
        // About three in eight are accepted; far fewer would compare little.
        done.ShouldBeGreaterThan(Steps / 10, $"seed {seed}");
        foreach (var (_, watcher) in watchers)
            watcher.Dispose();
    }

    async Task ComeAndGo(Random chance, IncidentId incident, List<(Actor Actor, Watcher Watcher)> watchers)
    {
        var actor = People.All[chance.Next(People.All.Count)];
        if (chance.Next(2) == 0 && await Watcher.At(Node, incident, actor) is { } watcher)
            watchers.Add((actor, watcher));
        if (chance.Next(3) == 0 && watchers.Count > 0)
        {
            var leaving = chance.Next(watchers.Count);
            watchers[leaving].Watcher.Dispose();
            watchers.RemoveAt(leaving);
        }
    }

    async Task Compare(IncidentId incident, List<(Actor Actor, Watcher Watcher)> watchers, ulong seed)
    {
        await using var process = new Node(Database.Options, Clock);
        var room = await process.Rooms.Room(incident);
        var entries = await process.Log.ReadAfter(incident, 0);
        var before = room.State;
        foreach (var actor in People.All)
        {
            var mine = watchers.Where(w => w.Actor == actor).Select(w => w.Watcher).ToList();
            if (before.ViewpointOf(actor) is not { } own)
            {
                mine.ShouldAllBe(w => w.Latest == null, $"seed {seed}, {actor.Name}");
                continue;
            }
            foreach (var entry in entries.Select(e => e.Content!))
                Sharing.See(before.Shared(own), entry.Marking, entry.Author.Person).ShouldBe(Sharing.See(own, entry.Marking, entry.Author.Person), $"seed {seed}, {actor.Name}, {entry.Reference}");

            var fresh = Written.Out(await room.BuildView(own, before.Number));
            Written.Out(await room.BuildView(before.Shared(own), before.Number)).ShouldBe(fresh, $"seed {seed}, {actor.Name}");
            // Whoever was removed and added again has to look again.
            foreach (var watcher in mine.Where(w => w.Latest is not null))
                Written.Out(watcher.Latest).ShouldBe(fresh, $"seed {seed}, {actor.Name}");
            using var newcomer = await Watcher.At(Node, incident, actor);
            Written.Out(newcomer!.Latest).ShouldBe(fresh, $"seed {seed}, {actor.Name}");
        }
    }
}
