using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.Timeline;

/// <summary>What of a timeline its viewer hasn't seen yet: since their last visit, and since the page opened. What they wrote themselves is never new. Immutable.</summary>
public sealed record Unread
{
    /// <summary>Up to here everything is seen.</summary>
    long upTo;
    /// <summary>From here on the page knows each entry; those before are only counted.</summary>
    long knownFrom;
    long last;
    PersonId viewer;
    ImmutableSortedDictionary<long, EntryView> known = ImmutableSortedDictionary<long, EntryView>.Empty;
    Unknown earlier = Unknown.None;
    ImmutableHashSet<long> seenEarlier = [];

    Unread() { }

    /// <summary>Entries that the page hasn't read.</summary>
    public sealed record Unknown(int Count, Reference? First)
    {
        public static readonly Unknown None = new(0, null);
    }

    /// <summary>When the viewer was here last; null on the first visit, when nothing is called new.</summary>
    public DateTimeOffset? Since { get; private init; }
    public int Count => earlier.Count + known.Count;
    /// <summary>The oldest of them.</summary>
    public Reference? First => earlier.First ?? known.Values.FirstOrDefault()?.Reference;
    /// <summary>The tasks and findings that they are about.</summary>
    public ImmutableHashSet<Reference> Subjects => [.. known.Values.SelectMany(e => e.Changes).OfType<SubjectEvent>().Select(e => e.Subject)];
    /// <summary>What a visit that ended now would have seen. Of the log; never leaves the server.</summary>
    public long SeenUpTo => earlier.Count > 0 ? upTo : known.IsEmpty ? last : known.Keys.First() - 1;

    /// <summary>Whether some that are new lie before what the view holds, and have to be counted with <see cref="TimelineReader.UnseenBefore"/>.</summary>
    public static bool MayReachBehind(Visit? visit, RoomView view) => visit is not null && view.HasOlder && view.Latest[0].Number > visit.Number + 1;

    public static Unread OnEntering(PersonId viewer, Visit? visit, RoomView view, Unknown earlier)
    {
        var latest = view.Latest is [.., var newest] ? newest.Number : 0;
        var entered = new Unread
        {
            viewer = viewer, Since = visit?.At, upTo = visit?.Number ?? latest, last = latest, earlier = earlier,
            knownFrom = view.Latest is [var first, ..] && view.HasOlder ? first.Number : 0,
        };
        return entered.With(view.Latest);
    }

    public bool IsNew(EntryView entry) => entry.Number >= knownFrom ? known.ContainsKey(entry.Number) : earlier.Count > 0 && IsOthers(entry) && !seenEarlier.Contains(entry.Number);

    /// <summary>What arrived.</summary>
    public Unread Arrived(RoomView view) => With(view.Latest.Where(e => e.Number > last));

    /// <summary>Older entries were read, without gaps before those that are known.</summary>
    public Unread Reached(ImmutableArray<EntryView> older)
    {
        var before = older.Where(e => e.Number < knownFrom).ToList();
        if (before.Count == 0)
            return this;
        var found = before.Where(IsNew).ToList();
        var left = earlier.Count - found.Count;
        return With(found) with { knownFrom = before[0].Number, earlier = left > 0 ? earlier with { Count = left } : Unknown.None };
    }

    /// <param name="shown">What the page shows, oldest first: where the next new one may stand.</param>
    public Unread Saw(IReadOnlyCollection<EntryView> entries, IEnumerable<EntryView> shown)
    {
        var behind = entries.Where(e => e.Number < knownFrom && IsNew(e)).ToList();
        var now = this with
        {
            known = known.RemoveRange(entries.Select(e => e.Number)),
            seenEarlier = seenEarlier.Union(behind.Select(e => e.Number)),
            earlier = earlier.Count > behind.Count ? earlier with { Count = earlier.Count - behind.Count } : Unknown.None,
        };
        return entries.Any(e => e.Reference == earlier.First) && now.earlier.Count > 0 && shown.FirstOrDefault(now.IsNew) is { } next && next.Number < knownFrom
            ? now with { upTo = next.Number - 1, earlier = now.earlier with { First = next.Reference } }
            : now;
    }

    public Unread SawAll() => this with { known = known.Clear(), earlier = Unknown.None, upTo = last };

    Unread With(IEnumerable<EntryView> entries)
    {
        var all = entries.ToList();
        return all.Count == 0 ? this : this with
        {
            known = known.SetItems(all.Where(IsOthers).Select(e => KeyValuePair.Create(e.Number, e))),
            last = Math.Max(last, all.Max(e => e.Number)),
        };
    }

    bool IsOthers(EntryView entry) => entry.Number > upTo && entry.Author.Person != viewer;
}
