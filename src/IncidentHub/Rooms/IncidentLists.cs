using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Rooms;

/// <summary>
/// The incidents that somebody may see, live. All pages of one person, and all that counts on them, share one list: each entry is pushed to it once, and not to every
/// number on the screen.
/// </summary>
public sealed class IncidentLists(RoomDirectory rooms, IncidentLog log, LogIndex index, People people, ILogger<IncidentLists> logger)
{
    readonly Lock gate = new();
    /// <summary>By the whole actor: whoever got another role or agency shares nothing with who they were.</summary>
    readonly Dictionary<Actor, PersonsIncidents> open = [];

    /// <summary>Joins all of the actor's incidents, and those that they become a member of later.</summary>
    /// <param name="changed">There is something newer; must only take note and return.</param>
    public async Task<IncidentListSubscription> Join(Actor actor, Action changed)
    {
        IncidentListSubscription subscription;
        lock (gate)
        {
            if (!open.TryGetValue(actor, out var list))
                open.Add(actor, list = new PersonsIncidents(rooms, () => Incidents(actor), actor, logger));
            subscription = new IncidentListSubscription(list, changed, Leave);
            list.Enter(subscription);
        }
        try
        {
            await subscription.List.Complete();
            return subscription;
        }
        catch
        {
            subscription.Dispose();
            throw;
        }
    }

    void Leave(IncidentListSubscription subscription)
    {
        var list = subscription.List;
        lock (gate)
        {
            list.Leave(subscription);
            // The second time that one leaves, another list may stand there.
            if (list.HasPages || open.GetValueOrDefault(list.Actor) != list)
                return;
            open.Remove(list.Actor);
        }
        list.Dispose();
    }

    async Task<IReadOnlyList<IncidentId>> Incidents(Actor actor) =>
        actor.Role is Role.Auditor ? [.. (await log.Heads()).Keys]
        : actor.IsAgencyItself ? await index.IncidentsOf(await people.Of(actor.Agency))
        : await index.IncidentsOf(actor.Person);
}

/// <summary>One open list. Disposing leaves.</summary>
public sealed class IncidentListSubscription : IDisposable
{
    readonly Action changed;
    readonly Action<IncidentListSubscription> leave;

    internal IncidentListSubscription(PersonsIncidents list, Action changed, Action<IncidentListSubscription> leave) => (List, this.changed, this.leave) = (list, changed, leave);

    internal PersonsIncidents List { get; }

    /// <summary>The incident with the newest entry first.</summary>
    public ImmutableArray<RoomView> Incidents => List.Incidents;

    internal void Push() => changed();

    public void Dispose() => leave(this);
}

/// <summary>One person's incidents, for as long as any page of theirs shows or counts them.</summary>
sealed class PersonsIncidents : IDisposable
{
    readonly RoomDirectory rooms;
    readonly Func<Task<IReadOnlyList<IncidentId>>> incidents;
    readonly ILogger logger;
    readonly Lock gate = new();
    readonly Dictionary<IncidentId, RoomSubscription> joined = [];
    readonly SemaphoreSlim joining = new(1, 1);
    ImmutableList<IncidentListSubscription> pages = [];
    bool isComplete;
    bool isDisposed;

    public PersonsIncidents(RoomDirectory rooms, Func<Task<IReadOnlyList<IncidentId>>> incidents, Actor actor, ILogger logger)
    {
        (this.rooms, this.incidents, this.logger, Actor) = (rooms, incidents, logger, actor);
        // Before the first look: nobody is added between the two.
        rooms.MembersMayHaveChanged += MembersChanged;
    }

    public Actor Actor { get; }
    public bool HasPages => !pages.IsEmpty;

    /// <summary>The incident with the newest entry first.</summary>
    public ImmutableArray<RoomView> Incidents
    {
        get
        {
            lock (gate)
                return [.. joined.Values.Select(s => s.View).OfType<RoomView>().OrderByDescending(v => v.LastRecordedAt).ThenBy(v => v.Incident.Reference.Text, StringComparer.Ordinal)];
        }
    }

    // Both under the lock of all lists, so that none ends while somebody comes.
    public void Enter(IncidentListSubscription page) => Volatile.Write(ref pages, pages.Add(page));
    public void Leave(IncidentListSubscription page) => Volatile.Write(ref pages, pages.Remove(page));

    /// <summary>Returns when all incidents are joined; tries again what failed before.</summary>
    public async Task Complete()
    {
        if (!Volatile.Read(ref isComplete))
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
                Push();
        }
        catch (Exception error)
        {
            Volatile.Write(ref isComplete, false);
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
                if (await room.Join(Actor, view => Changed(incident, view)) is { } subscription)
                    any |= Keep(incident, subscription);
            }
            Volatile.Write(ref isComplete, true);
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
        Push();
    }

    void Push()
    {
        foreach (var page in Volatile.Read(ref pages))
            page.Push();
    }
}
