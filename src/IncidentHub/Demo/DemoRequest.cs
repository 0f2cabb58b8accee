namespace IncidentHub.Demo;

/// <summary>How the demo was asked for.</summary>
/// <param name="IsAsked"><c>--demo</c>, or one of the others.</param>
/// <param name="AsOf"><c>--demo-as-of</c>: the case as it stood then, and the product's clock goes on from there.</param>
/// <param name="ReplaySpeed"><c>--demo-replay</c>: the case plays live, this many times as fast as it happened.</param>
public sealed record DemoRequest(bool IsAsked, DateTimeOffset? AsOf = null, double? ReplaySpeed = null)
{
    public static readonly DemoRequest None = new(IsAsked: false);

    /// <summary>A freeze and a replay begin anew at each start, each in a folder of its own.</summary>
    public bool IsStory => AsOf is not null || ReplaySpeed is not null;

    public string Subfolder => AsOf is { } at ? $"demo-as-of-{at:yyyyMMdd-HHmm}" : ReplaySpeed is null ? "demo" : "demo-replay";

    public TimeProvider Clock => AsOf is { } at ? new StoryClock(at, speed: 1)
        : ReplaySpeed is { } speed ? new StoryClock(Scenario.Rows[0].At.AddMinutes(-1), speed)
        : TimeProvider.System;

    /// <summary>A clock that begins at another time and may run faster. Timers keep real time.</summary>
    sealed class StoryClock(DateTimeOffset start, double speed) : TimeProvider
    {
        readonly DateTimeOffset startedAt = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + (System.GetUtcNow() - startedAt) * speed;
    }
}
