using System.Collections.Concurrent;

namespace IncidentHub.Wall;

/// <summary>
/// Reads the rows of the walls that are connected here, all at once, twice a second: whatever was done to one, on this node or another, or by time alone, its stream
/// learns of within that.
/// </summary>
public sealed class WallWatch(Walls walls, TimeProvider time, ILogger<WallWatch> logger) : BackgroundService
{
    /// <summary>Streams that one cookie can have open here: a screen has one, and a few that died unnoticed.</summary>
    public const int MostPerWall = 8;
    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    readonly ConcurrentDictionary<WatchedWall, byte> watched = new();

    public bool HasRoomFor(WallState wall) => watched.Keys.Count(w => w.Id == wall.Id) < MostPerWall;

    /// <param name="changed">Must only take note and return.</param>
    public WatchedWall Watch(WallState wall, Action changed)
    {
        var one = new WatchedWall(wall, time.GetUtcNow(), changed, gone => watched.TryRemove(gone, out _));
        watched.TryAdd(one, 0);
        return one;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Look(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
    }

    async Task Look(CancellationToken cancellation)
    {
        var all = watched.Keys.ToList();
        if (all.Count == 0)
            return;
        try
        {
            var rows = await walls.Read([.. all.Select(w => w.Id).Distinct()], cancellation);
            foreach (var one in all)
                one.Take(rows.GetValueOrDefault(one.Id), time.GetUtcNow());
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogWarning("Could not look at walls: {Error}", error.Message);
        }
    }
}

/// <summary>One stream's wall. Disposing stops looking.</summary>
public sealed class WatchedWall(WallState wall, DateTimeOffset seenAt, Action changed, Action<WatchedWall> leave) : IDisposable
{
    readonly Lock gate = new();
    WallState? state = wall;
    DateTimeOffset seenAt = seenAt;

    public Guid Id { get; } = wall.Id;

    /// <summary>As it was seen last, and when that was. Null when there is no such wall any more.</summary>
    public (WallState? Wall, DateTimeOffset At) Latest
    {
        get
        {
            lock (gate)
                return (state, seenAt);
        }
    }

    public void Take(WallState? now, DateTimeOffset at)
    {
        lock (gate)
        {
            seenAt = at;
            if (state == now)
                return;
            state = now;
        }
        changed();
    }

    public void Dispose() => leave(this);
}
