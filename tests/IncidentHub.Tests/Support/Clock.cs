namespace IncidentHub.Tests.Support;

/// <summary>Stands still until it is moved.</summary>
public sealed class Clock : TimeProvider
{
    long ticks = AnIncident.Now.UtcTicks;

    public void MoveTo(DateTimeOffset time) => Interlocked.Exchange(ref ticks, time.UtcTicks);

    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
}
