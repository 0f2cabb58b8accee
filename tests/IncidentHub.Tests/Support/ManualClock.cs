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
        lock (gate)
            now = end;
    }

    ManualTimer? Next(DateTimeOffset end)
    {
        lock (gate)
        {
            var next = timers.Where(t => t.Due <= end).MinBy(t => t.Due);
            if (next is not null)
                now = next.Due!.Value;
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
            every = period;
            Due = dueTime < TimeSpan.Zero ? null : clock.GetUtcNow() + dueTime;
            return true;
        }

        public void GoOff()
        {
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
