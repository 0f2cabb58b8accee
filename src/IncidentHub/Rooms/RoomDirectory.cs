using System.Collections.Concurrent;
using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Rooms;

/// <summary>The rooms of this node, each loaded when somebody first asks for it.</summary>
public sealed class RoomDirectory(IncidentLog log, LogIndex index, RulePack rules, TimeProvider time, ILogger<IncidentRoom> logger)
{
    readonly ConcurrentDictionary<IncidentId, Lazy<Task<IncidentRoom>>> rooms = new();

    /// <summary>Raised when an incident was opened, its members changed, or another node may have done so. Never throws into the writer.</summary>
    public event Action<IncidentId>? MembersMayHaveChanged;

    /// <summary>Also for an incident that is about to be opened.</summary>
    public async Task<IncidentRoom> Room(IncidentId id)
    {
        var room = rooms.GetOrAdd(id, key => new Lazy<Task<IncidentRoom>>(() => Load(key)));
        try
        {
            return await room.Value;
        }
        catch
        {
            rooms.TryRemove(new KeyValuePair<IncidentId, Lazy<Task<IncidentRoom>>>(id, room));
            throw;
        }
    }

    /// <summary>Null when there is no such incident. Whether the asker may know of it is the room's to say.</summary>
    public async Task<IncidentRoom?> Room(Reference reference, CancellationToken cancellation = default) =>
        await log.Find(reference, cancellation) is { } id ? await Room(id) : null;

    /// <summary>The present view of an incident and every later one; null when there is no such incident for this actor.</summary>
    public async Task<RoomSubscription?> Join(Reference reference, Actor actor, Action<RoomView?> changed, CancellationToken cancellation = default) =>
        await Room(reference, cancellation) is { } room ? await room.Join(actor, changed, cancellation) : null;

    /// <summary>Takes in what other nodes wrote, in every loaded room that is behind.</summary>
    internal async Task CatchUp(CancellationToken cancellation)
    {
        foreach (var (incident, number) in await log.Heads(cancellation))
        {
            if (!rooms.TryGetValue(incident, out var room))
                AnnounceUnloaded(incident, number);
            else if (room.Value is { IsCompletedSuccessfully: true, Result: var loaded } && loaded.State.Number < number)
                await loaded.CatchUp();
        }
    }

    readonly ConcurrentDictionary<IncidentId, long> unloaded = new();

    // Nobody here looks at it yet, but somebody may have become a member of it on another node.
    void AnnounceUnloaded(IncidentId incident, long number)
    {
        var isKnown = unloaded.TryGetValue(incident, out var before) && before == number;
        unloaded[incident] = number;
        if (!isKnown)
            MembersMayHaveChanged?.Invoke(incident);
    }

    async Task<IncidentRoom> Load(IncidentId id)
    {
        var room = await IncidentRoom.Load(id, log, index, rules, time, logger);
        room.Published += Announce;
        return room;
    }

    void Announce(IncidentRoom room, ImmutableArray<IncidentEvent> events)
    {
        if (events.Any(e => e is IncidentOpened or MemberAdded or MemberRemoved))
            MembersMayHaveChanged?.Invoke(room.State.Id);
    }
}
