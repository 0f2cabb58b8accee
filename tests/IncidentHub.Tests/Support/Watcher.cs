using System.Collections.Concurrent;
using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.Tests.Support;

/// <summary>A page that looks at a room: what it saw first, and everything that it was pushed.</summary>
public sealed class Watcher : IDisposable
{
    readonly ConcurrentQueue<RoomView?> pushed = new();
    readonly SemaphoreSlim arrived = new(0);
    RoomSubscription? subscription;

    /// <summary>The view that joining gave.</summary>
    public RoomView First { get; private set; } = default!;
    /// <summary>Each later one, in order; null for the room's loss.</summary>
    public IReadOnlyList<RoomView?> Pushed => [.. pushed.Where(v => v is null || v.Count > First.Count)];
    public RoomView? Latest => subscription!.View;

    /// <summary>Null where the room is none for this actor.</summary>
    public static async Task<Watcher?> At(IncidentRoom room, Actor actor)
    {
        var watcher = new Watcher();
        watcher.subscription = await room.Join(actor, watcher.Take);
        if (watcher.subscription is null)
            return null;
        // A push may have come before this line: then this is that view, and it isn't counted twice.
        watcher.First = watcher.Latest!;
        return watcher;
    }

    public static async Task<Watcher?> At(Node node, IncidentId incident, Actor actor) => await At(await node.Rooms.Room(incident), actor);

    /// <summary>Waits until a pushed view is as wanted.</summary>
    public async Task<RoomView?> Until(Func<RoomView?, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!wanted(Latest))
            await arrived.WaitAsync(patience.Token);
        return Latest;
    }

    public void Dispose()
    {
        subscription?.Dispose();
        arrived.Dispose();
    }

    void Take(RoomView? view)
    {
        pushed.Enqueue(view);
        arrived.Release();
    }
}
