using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Rooms;

/// <summary>What a commission observer sees of the incidents that the commission was briefed on, live. Nobody else gets anything from here.</summary>
public sealed class Commission(RoomDirectory rooms, IncidentLog log, TimeProvider time, ILogger<Commission> logger)
{
    /// <param name="changed">What is seen may be other than before; must only take note and return.</param>
    public async Task<CommissionSubscription> Join(Actor viewer, Action changed)
    {
        var subscription = new CommissionSubscription(rooms, log, viewer, changed, time, logger);
        await subscription.Start();
        return subscription;
    }
}

/// <summary>One open page of the commission's. Disposing leaves.</summary>
public sealed class CommissionSubscription : IDisposable
{
    readonly RoomDirectory rooms;
    readonly IncidentLog log;
    readonly Actor viewer;
    readonly Action changed;
    readonly TimeProvider time;
    readonly ILogger logger;
    readonly Alarm alarm;
    readonly Lock gate = new();
    readonly SemaphoreSlim joining = new(1, 1);
    readonly Dictionary<IncidentId, IncidentRoom> joined = [];
    readonly Dictionary<IncidentId, CommissionView?> told = [];
    bool isDisposed;

    internal CommissionSubscription(RoomDirectory rooms, IncidentLog log, Actor viewer, Action changed, TimeProvider time, ILogger logger)
    {
        (this.rooms, this.log, this.viewer, this.changed, this.time, this.logger) = (rooms, log, viewer, changed, time, logger);
        alarm = new Alarm(time, () => TellIfChanged());
    }

    /// <summary>As of now, the incident with the newest edition first.</summary>
    public ImmutableArray<CommissionView> Incidents
    {
        get
        {
            lock (gate)
                return [.. Now().Values.OfType<CommissionView>().OrderByDescending(v => v.Last.FrozenAt).ThenBy(v => v.Reference.Text, StringComparer.Ordinal)];
        }
    }

    public CommissionView? Incident(Reference reference) => Incidents.FirstOrDefault(v => v.Reference == reference);

    internal async Task Start()
    {
        if (viewer.Role is not Role.CommissionObserver)
            return;
        rooms.MembersMayHaveChanged += IncidentMayHaveCome;
        await JoinMissing();
        TellIfChanged(isFirst: true);
    }

    public void Dispose()
    {
        rooms.MembersMayHaveChanged -= IncidentMayHaveCome;
        alarm.Dispose();
        lock (gate)
        {
            isDisposed = true;
            foreach (var room in joined.Values)
                room.Published -= Published;
            joined.Clear();
        }
    }

    Dictionary<IncidentId, CommissionView?> Now() => joined.ToDictionary(r => r.Key, r => r.Value.CommissionView(time.GetUtcNow()));

    void Published(IncidentRoom room, ImmutableArray<IncidentEvent> events) => TellIfChanged();

    // What the commission doesn't see moves nothing, not even a page that renders the same once more.
    void TellIfChanged(bool isFirst = false)
    {
        lock (gate)
        {
            if (isDisposed)
                return;
            var (before, now) = (told.ToDictionary(), Now());
            told.Clear();
            foreach (var (incident, view) in now)
                told.Add(incident, view);
            alarm.SetTo(now.Values.Select(v => v?.NextChange).Min());
            if (isFirst || now.All(n => before.GetValueOrDefault(n.Key) is { } was ? was.SaysTheSameAs(n.Value) : n.Value is null))
                return;
        }
        changed();
    }

    // Called on a room's writer loop, which must not wait for us.
    void IncidentMayHaveCome(IncidentId incident) => _ = Task.Run(async () =>
    {
        try
        {
            await JoinMissing();
            TellIfChanged();
        }
        catch (Exception error)
        {
            logger.LogWarning(error, "The commission's list could not be brought up to date");
        }
    });

    async Task JoinMissing()
    {
        await joining.WaitAsync();
        try
        {
            foreach (var incident in (await log.Heads()).Keys)
            {
                lock (gate)
                {
                    if (isDisposed || joined.ContainsKey(incident))
                        continue;
                }
                var room = await rooms.Room(incident);
                lock (gate)
                {
                    if (isDisposed)
                        return;
                    joined.Add(incident, room);
                    room.Published += Published;
                }
            }
        }
        finally
        {
            joining.Release();
        }
    }
}
