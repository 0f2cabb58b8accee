using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;

namespace IncidentHub.Tests.Wall;

public sealed class WallWatchOnSqlite() : WallWatchTests(Database.OnSqlite);

public sealed class WallWatchOnPostgres(PostgresServer server) : WallWatchTests(() => Database.OnPostgres(server))
{
    [Fact]
    public async Task While_the_database_refuses_the_wall_stays_as_it_was_and_its_code_too()
    {
        var (other, watched) = await Watched();
        using (watched)
        {
            using var display = new WallDisplay(other.Get<Walls>(), other.Get<WallBoards>(), other.Get<WallScreens>(), Wall.Secret, new Uri("https://hub.example/papan-status"), () => { });
            await AsOwner($"REVOKE SELECT, UPDATE ON wall FROM {PostgresServer.AppRole}");
            Clock.Pass(TimeSpan.FromDays(7));
            // It would need a code, and none can be made: null says that what stands there stays.
            (await display.At(WallState.Of(new() { SecretHash = [], Address = "", Incidents = "", Id = Wall.State.Id, PairedAt = 1 }, Clock.GetUtcNow()), default)).ShouldBeNull();
            watched.Latest.Wall.ShouldBe(Wall.State);
            await AsOwner($"GRANT SELECT, UPDATE ON wall TO {PostgresServer.AppRole}");
            await Told();
            watched.Latest.Wall!.Standing.ShouldBe(WallStanding.Released);
        }
    }

    async Task AsOwner(string sql)
    {
        await using var owner = await Database.OpenAsOwner();
        await owner.Execute(sql);
    }
}

/// <summary>A stream learns what became of its wall, wherever that was done.</summary>
public abstract class WallWatchTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    readonly SemaphoreSlim changed = new(0);
    IncidentId incident;

    internal AWall Wall { get; private set; } = default!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        incident = await Node.Open();
        Wall = await (await AWall.At(Node)).Paired(People.Coordinator, incident);
    }

    [Fact]
    public async Task It_was_revoked_on_another_node_and_nobody_has_the_room_open_here()
    {
        var (other, watched) = await Watched();
        using (watched)
        {
            await Node.Get<PairingDesk>().Release(Wall.Person, [incident], People.Coordinator);
            await Told();
            watched.Latest.Wall!.Standing.ShouldBe(WallStanding.Released);
            (await other.Get<Walls>().Find(Wall.Secret))!.Standing.ShouldBe(WallStanding.Released);
        }
    }

    [Fact]
    public async Task Its_time_is_over()
    {
        var (_, watched) = await Watched();
        using (watched)
        {
            Clock.Pass(TimeSpan.FromDays(7));
            await Told();
            watched.Latest.Wall!.Standing.ShouldBe(WallStanding.Released);
        }
    }

    [Fact]
    public async Task When_it_was_seen_tells_nobody_anything()
    {
        var (_, watched) = await Watched();
        using (watched)
        {
            var at = watched.Latest.At;
            await Node.Get<Walls>().Seen(Wall.State.Id, "0123abcd");
            Clock.Pass(TimeSpan.FromSeconds(1));
            await Eventually.Is(() => Task.FromResult(watched.Latest.At > at));
            changed.CurrentCount.ShouldBe(0);
        }
    }

    [Fact]
    public async Task One_cookie_has_so_many_streams_and_no_more()
    {
        var watch = Node.Get<WallWatch>();
        var streams = Enumerable.Range(0, WallWatch.MostPerWall).Select(_ => watch.Watch(Wall.State, () => { })).ToList();
        watch.HasRoomFor(Wall.State).ShouldBeFalse();
        watch.HasRoomFor((await AWall.At(Node)).State).ShouldBeTrue();
        streams[0].Dispose();
        watch.HasRoomFor(Wall.State).ShouldBeTrue();
        streams.ForEach(s => s.Dispose());
    }

    internal async Task<(Node Other, WatchedWall Watched)> Watched()
    {
        var other = Database.Start(Clock);
        await other.StartBackground<WallWatch>();
        return (other, other.Get<WallWatch>().Watch(Wall.State, () => changed.Release()));
    }

    protected Task Told() => changed.WaitAsync(TimeSpan.FromSeconds(30));
}
