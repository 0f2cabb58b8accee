using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;

namespace IncidentHub.Notifications;

/// <summary>What an incident's entries said up to a view.</summary>
/// <param name="Entries">The newest of <see cref="EntryNews.Kinds"/>, oldest first.</param>
public sealed record Told(RoomView View, ImmutableArray<EntryView> Entries, ImmutableArray<Notification> News);

/// <summary>
/// The news of a view, worked out once for all who hold it and not for each of their pages. A view is of one viewpoint, and all that goes in is seen from there: were it
/// read, or taken over, from where one asker looks, their colleagues would be told what they may not see.
/// </summary>
public sealed class SharedNews(TimelineReader reader)
{
    const int EntriesRead = 200;

    /// <summary>Forgotten with the view.</summary>
    readonly ConditionalWeakTable<RoomView, Lazy<Task<Told>>> news = [];

    /// <param name="before">What the asker was told last: only what came since is looked at. Null: all is read.</param>
    public async Task<Told> Of(RoomView view, Told? before)
    {
        var told = news.GetValue(view, v => new Lazy<Task<Told>>(() => Tell(v, before)));
        try
        {
            return await told.Value;
        }
        catch
        {
            // The next to ask tries again.
            news.Remove(view);
            throw;
        }
    }

    async Task<Told> Tell(RoomView view, Told? before)
    {
        var known = before?.View.From == view.From ? before : null;
        var entries = known is null || HasGap(known.View, view) ? await reader.Latest(view, new EntryFilter(EntryNews.Kinds, null, []), EntriesRead) : With(known, view);
        return known is not null && entries == known.Entries && ReferenceEquals(known.View.Objects, view.Objects) && ReferenceEquals(known.View.Incident, view.Incident)
            ? known with { View = view }
            : new Told(view, entries, view.From.Role is Role.Liaison ? EntryNews.Of(view, entries, view.From.Agency) : []);
    }

    // More came at once than a view holds.
    static bool HasGap(RoomView before, RoomView now) => now.HasOlder && now.Latest[0].Number > (before.Latest is [.., var end] ? end.Number : 0);

    static ImmutableArray<EntryView> With(Told before, RoomView view)
    {
        var seenUpTo = Math.Max(before.Entries is [.., var newest] ? newest.Number : 0, before.View.Latest is [.., var shown] ? shown.Number : 0);
        var arrived = view.Latest.Where(e => e.Number > seenUpTo && EntryNews.Kinds.Contains(e.Kind)).ToList();
        return arrived.Count == 0 ? before.Entries : [.. before.Entries.Concat(arrived).TakeLast(EntriesRead)];
    }
}
