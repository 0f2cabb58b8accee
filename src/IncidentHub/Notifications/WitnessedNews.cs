using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;

namespace IncidentHub.Notifications;

/// <summary>A notification with those who had it before them. Pure.</summary>
/// <param name="Key">Its own.</param>
public sealed record WitnessedNews(ToldKey Key, ImmutableArray<Witness> People)
{
    /// <summary>Each that somebody is told, whether or not anybody saw it. Who acknowledged a later reminder of the deadline knows an earlier.</summary>
    public static IEnumerable<WitnessedNews> Of(IEnumerable<Notification> told, IReadOnlyList<Witness> witnesses) =>
        told.Select(n => new WitnessedNews(ToldKey.Parse(n.Keys[0]), Of(n, witnesses)));

    /// <summary>Each that anybody saw, of one subject.</summary>
    public static IEnumerable<WitnessedNews> Of(IReadOnlyList<Witness> witnesses) =>
        witnesses.GroupBy(w => w.Key).Select(g => new WitnessedNews(ToldKey.Parse(g.Key.Key), [.. g]));

    public static ImmutableArray<Witness> Of(Notification notification, IReadOnlyList<Witness> witnesses) =>
    [
        .. witnesses.Where(w => w.Key.Incident == notification.Incident.Id && notification.Keys.Contains(w.Key.Key)).GroupBy(w => w.Person)
            .Select(g => g.First() with { Key = notification.Key, SeenAt = g.Min(w => w.SeenAt), AcknowledgedAt = g.Min(w => w.AcknowledgedAt) }),
    ];
}
