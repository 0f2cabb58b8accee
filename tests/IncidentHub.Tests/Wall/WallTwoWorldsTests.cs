using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Wall;

/// <summary>Two worlds of which one lacks all that a wall may not show: after each step its screen is the same in both, byte by byte, and what is hidden wakes nobody.</summary>
public class WallTwoWorldsTests() : DatabaseTests(Database.OnSqlite)
{
    const int Steps = 200;

    [Fact]
    public async Task A_screen_can_not_tell_them_apart()
    {
        var seed = Always.NewSeed();
        var incident = await Node.Open();
        await Node.Accept(incident, People.Coordinator, ACommand.Pair() with { Until = Clock.GetUtcNow().AddDays(30) });
        // The key that references are minted with is drawn at the opening: the worlds part only then.
        await using var poorDatabase = await Database.Copy();
        using var rich = await World.Of(Database, incident);
        using var poor = await World.Of(poorDatabase, incident);
        var hidden = 0;
        foreach (var step in Always.Sample(Some.Step, Steps, seed))
        {
            var at = await rich.Node.Picture(incident);
            var (actor, command) = step.On(at);
            if (at.Try(actor, command) is not Decision.Accepted { Entry: var decided } || PartsTheWorlds(at.State, decided, command))
                continue;
            rich.Clock.Pass(TimeSpan.FromMinutes(7));
            poor.Clock.MoveTo(rich.Clock.GetUtcNow());
            // Time passes deadlines in both worlds alike: taken in before anything is done.
            (await rich.Screen()).ShouldBe(await poor.Screen(), $"seed {seed}");
            var told = rich.Told;
            await rich.Node.Accept(incident, actor, command);
            if (Sharing.See(WallLog.EveryWall, decided.Marking, decided.Author.Person) is not Sight.Hidden)
                await poor.Node.Accept(incident, actor, command);
            else if (++hidden > 0)
                rich.Told.ShouldBe(told, $"seed {seed}, {command}");
            (await rich.Screen()).ShouldBe(await poor.Screen(), $"seed {seed}, {command}");
        }
        hidden.ShouldBeGreaterThan(5, $"seed {seed}");
        rich.Told.ShouldBeGreaterThan(5, $"seed {seed}");
    }

    // What was hidden comes to light, or the other way: from then on there is more to see in one world than there is in the other.
    static bool PartsTheWorlds(IncidentState before, EntryContent decided, Command command)
    {
        var after = before.Apply(new TimelineEntry(before.Number + 1, decided.OccurredAt, decided));
        return after.Subjects.Any(s => before.Subject(s.Reference) is { } was && IsSeen(was) != IsSeen(s))
            || command.Cites.Any(c => before.Subject(c) is { } cited && !IsSeen(cited));
    }

    static bool IsSeen(ISubject subject) => Sharing.See(WallLog.EveryWall, subject.Marking, subject.Author) is not Sight.Hidden;

    sealed class World(Node node, Clock clock) : IDisposable
    {
        WallSubscription wall = default!;
        int told;

        public Node Node => node;
        public Clock Clock => clock;
        /// <summary>How often the wall was told that there is something new.</summary>
        public int Told => Volatile.Read(ref told);

        public static async Task<World> Of(Database database, IncidentId incident)
        {
            var clock = new Clock();
            var world = new World(database.Start(clock, s => s.AddScoped<AuthenticationStateProvider, Nobody>()), clock);
            world.wall = await world.Node.Get<WallBoards>().Join(People.Wall, [incident], () => Interlocked.Increment(ref world.told));
            return world;
        }

        public Task<string> Screen() => node.Get<WallScreens>().Board(wall.Incidents, "Ruang krisis");

        public void Dispose() => wall.Dispose();
    }

    /// <summary>A screen is signed in as nobody.</summary>
    sealed class Nobody : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new()));
    }
}
