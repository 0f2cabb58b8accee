using System.Collections.Immutable;
using IncidentHub.Rooms;

namespace IncidentHub.Timeline;

/// <summary>
/// The stretch of the timeline that one open page shows: some pages read from the index, and behind them whatever is pushed. Pure, so that
/// its edges can be tested without a page.
/// </summary>
/// <param name="Entries">Oldest first, without gaps between those that match the query.</param>
/// <param name="HasNewer">Between the last one and the present lie entries that weren't read: a permalink into the past.</param>
public sealed record TimelineWindow(TimelineQuery Query, ImmutableArray<EntryView> Entries, bool HasOlder, bool HasNewer)
{
    /// <summary>Beyond so many, a page that nobody scrolled back in lets its oldest entries go.</summary>
    public const int Limit = 300;
    const int Kept = 150;

    public static TimelineWindow Latest(RoomView view) => new(TimelineQuery.Everything, view.Latest, view.HasOlder, HasNewer: false);

    public static TimelineWindow Of(TimelineQuery query, TimelinePage page, bool hasNewer) => new(query, page.Entries, page.HasOlder, hasNewer);

    public TimelineWindow WithOlder(TimelinePage older) => this with { Entries = older.Entries.AddRange(Entries), HasOlder = older.HasOlder };

    public TimelineWindow WithNewer(TimelinePage newer) => this with { Entries = Entries.AddRange(newer.Entries), HasNewer = newer.HasNewer };

    /// <summary>Adds what came in while the page was being read: its push found another window.</summary>
    public TimelineWindow CaughtUp(RoomView view)
    {
        if (HasNewer)
            return this;
        var last = Entries is [.., var newest] ? newest.Number : 0;
        return this with { Entries = Entries.AddRange(view.Latest.Where(e => e.Number > last && Query.Matches(e))) };
    }

    /// <summary>
    /// Takes a pushed view in: entries that are new, and remarks on those that are shown. Null when more came in than the view holds, so
    /// that the stretch must be read anew.
    /// </summary>
    /// <param name="seen">The view that was taken in before.</param>
    public TimelineWindow? With(RoomView view, RoomView seen)
    {
        var arrived = view.Latest.Where(e => seen.Latest.IsEmpty || e.Number > seen.Latest[^1].Number).ToImmutableArray();
        if (view.Count - seen.Count != arrived.Length)
            return null;
        var entries = Refreshed(view);
        entries = arrived.Aggregate(entries, WithRemark);
        if (!HasNewer)
            entries = entries.AddRange(arrived.Where(Query.Matches));
        return this with { Entries = entries };
    }

    /// <summary>Lets the oldest entries go; they can be read again.</summary>
    public TimelineWindow Trimmed() => Entries.Length <= Limit ? this : this with { Entries = Entries[^Kept..], HasOlder = true };

    // The view's copies carry the newest remarks.
    ImmutableArray<EntryView> Refreshed(RoomView view)
    {
        var builder = Entries.ToBuilder();
        var shown = builder.Count - 1;
        for (var latest = view.Latest.Length - 1; latest >= 0 && shown >= 0;)
        {
            var (a, b) = (builder[shown].Number, view.Latest[latest].Number);
            if (a == b)
                builder[shown] = view.Latest[latest];
            if (a >= b)
                shown--;
            if (b >= a)
                latest--;
        }
        return builder.DrainToImmutable();
    }

    // Older ones than the view holds get theirs from the remark itself, which quotes only what its reader sees.
    static ImmutableArray<EntryView> WithRemark(ImmutableArray<EntryView> entries, EntryView remark)
    {
        foreach (var about in remark.Quotes)
        {
            var at = -1;
            for (var i = 0; i < entries.Length && at < 0; i++)
                at = entries[i].Reference == about.Reference && entries[i].QuotedBy.All(q => q.Reference != remark.Reference) ? i : -1;
            if (at >= 0)
                entries = entries.SetItem(at, entries[at] with { QuotedBy = entries[at].QuotedBy.Add(new Quote(remark.Reference, remark.Kind, remark.Author.Agency, remark.Author.AgencyName, remark.OccurredAt, remark.Text ?? "")) });
        }
        return entries;
    }
}
