using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Rooms;

/// <summary>The incidents that somebody may see, live.</summary>
public sealed class IncidentLists(RoomDirectory rooms, IncidentLog log, LogIndex index, ILogger<IncidentLists> logger)
{
    /// <summary>Joins all of the actor's incidents, and those that they become a member of later.</summary>
    /// <param name="changed">Gets the newest list; must only take note and return.</param>
    public async Task<IncidentListSubscription> Join(Actor actor, Action<ImmutableArray<RoomView>> changed)
    {
        var subscription = new IncidentListSubscription(rooms, () => Incidents(actor), actor, changed, logger);
        await subscription.Start();
        return subscription;
    }

    async Task<IReadOnlyList<IncidentId>> Incidents(Actor actor) =>
        actor.Role is Role.Auditor ? [.. (await log.Heads()).Keys] : await index.IncidentsOf(actor.Person);
}

/// <summary>One open list. Disposing leaves.</summary>
public sealed class IncidentListSubscription(
    RoomDirectory rooms, Func<Task<IReadOnlyList<IncidentId>>> incidents, Actor actor, Action<ImmutableArray<RoomView>> changed, ILogger logger) : IDisposable
{
    readonly Lock gate = new();
    readonly Dictionary<IncidentId, RoomSubscription> joined = [];
    readonly SemaphoreSlim joining = new(1, 1);
    bool isDisposed;

    /// <summary>The incident with the newest entry first.</summary>
    public ImmutableArray<RoomView> Incidents
    {
        get
        {
            lock (gate)
                return [.. joined.Values.Select(s => s.View).OfType<RoomView>().OrderByDescending(v => v.LastRecordedAt).ThenBy(v => v.Incident.Reference.Text, StringComparer.Ordinal)];
        }
    }

    internal async Task Start()
    {
        rooms.MembersMayHaveChanged += MembersChanged;
        await JoinMissing();
    }

    public void Dispose()
    {
        rooms.MembersMayHaveChanged -= MembersChanged;
        lock (gate)
        {
            isDisposed = true;
            foreach (var subscription in joined.Values)
                subscription.Dispose();
            joined.Clear();
        }
    }

    // Called on a room's writer loop, which must not wait for us.
    void MembersChanged(IncidentId incident) => _ = Task.Run(async () =>
    {
        try
        {
            if (await JoinMissing())
                changed(Incidents);
        }
        catch (Exception error)
        {
            logger.LogWarning(error, "An incident list could not be brought up to date");
        }
    });

    async Task<bool> JoinMissing()
    {
        await joining.WaitAsync();
        try
        {
            var any = false;
            foreach (var incident in await incidents())
            {
                if (HasJoined(incident))
                    continue;
                var room = await rooms.Room(incident);
                if (await room.Join(actor, view => Changed(incident, view)) is { } subscription)
                    any |= Keep(incident, subscription);
            }
            return any;
        }
        finally
        {
            joining.Release();
        }
    }

    bool HasJoined(IncidentId incident)
    {
        lock (gate)
            return isDisposed || joined.ContainsKey(incident);
    }

    bool Keep(IncidentId incident, RoomSubscription subscription)
    {
        lock (gate)
        {
            if (!isDisposed && subscription.View is not null && joined.TryAdd(incident, subscription))
                return true;
        }
        subscription.Dispose();
        return false;
    }

    void Changed(IncidentId incident, RoomView? view)
    {
        lock (gate)
        {
            if (view is null)
                joined.Remove(incident);
        }
        changed(Incidents);
    }
}
