namespace IncidentHub.Rooms;

/// <summary>Calls when a moment of the product's clock has come. Disposing silences it.</summary>
sealed class Alarm : IDisposable
{
    /// <summary>A timer counts what passed, and the clock may have been set meanwhile: it is asked anew this often while something is ahead.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    readonly TimeProvider time;
    readonly ITimer timer;

    /// <param name="ring">May come too early, and sets it anew.</param>
    public Alarm(TimeProvider time, Action ring)
    {
        this.time = time;
        timer = time.CreateTimer(_ => ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <param name="moment">Null: nothing is ahead.</param>
    public void SetTo(DateTimeOffset? moment) => timer.Change(
        moment - time.GetUtcNow() is { } ahead ? TimeSpan.FromTicks(Math.Clamp(ahead.Ticks, TimeSpan.TicksPerMillisecond, LongestWait.Ticks)) : Timeout.InfiniteTimeSpan,
        Timeout.InfiniteTimeSpan);

    public void Dispose() => timer.Dispose();
}
