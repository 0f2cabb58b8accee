using System.Collections.Immutable;
using IncidentHub.Access;

namespace IncidentHub.Notifications;

/// <summary>What one person is told, the newest first.</summary>
/// <param name="Known">What they acknowledged.</param>
public sealed record NotificationList(ImmutableArray<Notification> Unread, ImmutableArray<Notification> Known)
{
    const int Most = 200;

    public static readonly NotificationList Empty = new([], []);

    public int Total => Unread.Length + Known.Length;

    public static NotificationList Of(IEnumerable<Notification> all, IReadOnlySet<NotificationKey> acknowledged)
    {
        var isKnown = all.OrderByDescending(n => n.At).ThenBy(n => n.Keys[0], StringComparer.Ordinal).Take(Most).ToLookup(n => n.IsKnown(acknowledged));
        return new NotificationList([.. isKnown[false]], [.. isKnown[true]]);
    }
}
