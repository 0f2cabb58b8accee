namespace IncidentHub.Notifications.Channels;

/// <summary>When what failed is tried again: soon at first, then ever more seldom, for about a day.</summary>
public static class BackOff
{
    static readonly TimeSpan[] waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <param name="attempts">How often it was tried; 1 after the first.</param>
    /// <param name="chance">From 0 to 1. What failed together mustn't come back together: a tenth less, or more.</param>
    /// <returns>Null: not again.</returns>
    public static TimeSpan? After(int attempts, double chance) => attempts <= waits.Length ? waits[attempts - 1] * (0.9 + 0.2 * chance) : null;
}
