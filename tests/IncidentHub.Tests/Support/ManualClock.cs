namespace IncidentHub.Tests.Support;

/// <summary>Stands still until it is moved, and its timers with it: they go off on the thread that moves it, in their order.</summary>
public sealed class ManualClock : TimeProvider
{
    readonly Lock gate = new();
    readonly List<ManualTimer> timers = [];
    DateTimeOffset now = AnIncident.Now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public void Pass(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (Next(end) is { } timer)
            timer.GoOff();
    }

    /// <summary>
    /// Goes on, a second at each look, until it is so: what another thread does by this clock may have asked it just before it was moved, and then looks again when
    /// some time has passed, which on a clock that stands still is never.
    /// </summary>
    public Task GoesOnUntil(Func<bool> holds) => Eventually.Is(() =>
    {
        if (holds())
            return Task.FromResult(true);
        Pass(TimeSpan.FromSeconds(1));
        return Task.FromResult(false);
    });

    ManualTimer? Next(DateTimeOffset end)
    {
        lock (gate)
        {
            var next = timers.Where(t => t.Due <= end).MinBy(t => t.Due);
            // A timer that another thread sets in this moment sees the end, or goes off before it.
            now = next is null ? end : next.Due > now ? next.Due.Value : now;
            return next;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        lock (gate)
            timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    sealed class ManualTimer(ManualClock clock, Action callback) : ITimer
    {
        TimeSpan every = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
                (every, Due) = (period, dueTime < TimeSpan.Zero ? null : clock.now + dueTime);
            return true;
        }

        public void GoOff()
        {
            lock (clock.gate)
                Due = every > TimeSpan.Zero ? Due + every : null;
            callback();
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
