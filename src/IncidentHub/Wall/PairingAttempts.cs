using System.Collections.Concurrent;
using IncidentHub.Domain;

namespace IncidentHub.Wall;

/// <summary>How often a coordinator typed a code that was none: a code has thirty bits, and nobody gets to guess at it. Forgotten when the process ends.</summary>
public sealed class PairingAttempts(TimeProvider time, WallPace pace)
{
    public const int Most = 5;
    static readonly TimeSpan within = TimeSpan.FromMinutes(10);
    readonly ConcurrentDictionary<PersonId, (int Failed, DateTimeOffset Until)> failures = new();

    /// <summary>Until when this person has to wait; null when they may try.</summary>
    public DateTimeOffset? WaitUntil(PersonId person) =>
        failures.TryGetValue(person, out var failed) && failed.Failed >= Most && failed.Until > time.GetUtcNow() ? failed.Until : null;

    public void Failed(PersonId person)
    {
        var now = time.GetUtcNow();
        failures.AddOrUpdate(person, _ => (1, now + within * pace.Rate), (_, before) => before.Until > now ? (before.Failed + 1, now + within * pace.Rate) : (1, now + within * pace.Rate));
    }

    public void Succeeded(PersonId person) => failures.TryRemove(person, out _);
}
