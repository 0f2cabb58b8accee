using IncidentHub.Domain;

namespace IncidentHub.Rooms;

/// <summary>What every wall shows of one incident that may show it. The same instance for as long as it is the same.</summary>
sealed class IncidentBoard : IDisposable
{
    readonly IncidentRoom room;
    readonly Presence presence;
    readonly TimeProvider time;
    readonly IDisposable watch;
    readonly Alarm alarm;
    readonly Lock gate = new();
    Seen? seen;

    public IncidentBoard(IncidentRoom room, Presence presence, TimeProvider time)
    {
        (this.room, this.presence, this.time) = (room, presence, time);
        alarm = new Alarm(time, Look);
        watch = presence.Watch(Id, Look);
        room.Published += Published;
        alarm.SetTo(View.NextChange);
    }

    /// <summary>What is shown, or who may show it, may be other than before.</summary>
    public event Action? Looked;

    public bool IsWatched => Looked is not null;
    public IncidentId Id => room.State.Id;

    public bool MayBeShownBy(Actor wall) => room.State.ViewpointOf(wall) is { Role: Role.Wall };

    /// <summary>As of now.</summary>
    public WallView View
    {
        get
        {
            lock (gate)
            {
                var (state, now) = (room.State, time.GetUtcNow());
                if (seen is { } last && ReferenceEquals(last.State, state) && last.At <= now && !(last.View.NextChange <= now) && !last.IsStale)
                    return last.View;
                var view = WallView.Of(state, presence.In(Id).Where(a => a.Count > 0).Select(a => a.Agency).ToHashSet(), now);
                seen = new Seen(state, now, seen?.View is { } before && before.Equals(view) ? before : view);
                return seen.View;
            }
        }
    }

    void Published(IncidentRoom room, System.Collections.Immutable.ImmutableArray<IncidentEvent> events) => Look();

    void Look()
    {
        lock (gate)
            seen = seen is null ? null : seen with { IsStale = true };
        alarm.SetTo(View.NextChange);
        Looked?.Invoke();
    }

    public void Dispose()
    {
        room.Published -= Published;
        watch.Dispose();
        alarm.Dispose();
    }

    sealed record Seen(IncidentState State, DateTimeOffset At, WallView View, bool IsStale = false);
}
