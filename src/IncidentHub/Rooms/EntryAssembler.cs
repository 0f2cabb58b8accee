using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Rooms;

/// <summary>An entry with the entries it is about, before anybody's eyes.</summary>
sealed record ResolvedEntry(TimelineEntry Entry, ImmutableArray<EntryContent> Cited)
{
    public EntryContent? Content => Entry.Content;
}

/// <summary>Makes views of entries: what of it, and of the entries around it, one viewpoint sees.</summary>
sealed class EntryAssembler(LogIndex index)
{
    public async Task<ImmutableArray<ResolvedEntry>> Resolve(IncidentId incident, IReadOnlyList<TimelineEntry> entries, CancellationToken cancellation = default)
    {
        var references = entries.SelectMany(e => e.Content?.Cites ?? []).Distinct().ToList();
        var cited = (await index.Find(incident, references, cancellation)).Select(e => e.Content!).ToDictionary(c => c.Reference);
        return [.. entries.Select(e => Resolve(e, cited))];
    }

    /// <param name="upTo">Remarks with a later number are not counted in: the caller gets them by push.</param>
    public async Task<ImmutableArray<EntryView>> Assemble(
        IncidentId incident, Viewpoint viewpoint, IReadOnlyList<TimelineEntry> entries, long upTo, CancellationToken cancellation = default)
    {
        var resolved = await Resolve(incident, entries, cancellation);
        var remarks = await index.Citing(incident, [.. entries.Select(e => e.Content!.Reference)], upTo, cancellation);
        var views = resolved.Select(e => View(viewpoint, e)).OfType<EntryView>().ToImmutableArray();
        return [.. views.Select(v => v with { QuotedBy = [.. remarks.Where(r => IsRemark(r.Content!.Kind) && r.Content.Cites.Contains(v.Reference)).Select(r => Quote(viewpoint, r.Content!)).OfType<Quote>()] })];
    }

    /// <summary>Whether it says something of the entries that it is about; others merely lead to them.</summary>
    public static bool IsRemark(EntryKind kind) => kind is EntryKind.Correction or EntryKind.Contradiction;

    /// <summary>Null where the viewer sees nothing.</summary>
    public static EntryView? View(Viewpoint viewpoint, ResolvedEntry entry)
    {
        if (entry.Content is not { } content)
            return null;
        var sight = Sharing.See(viewpoint, content.Marking, content.Author.Person);
        if (sight is Sight.Hidden)
            return null;
        var full = sight is Sight.Full;
        return new EntryView(
            entry.Entry.Number, content.Reference, content.Kind, content.Author, content.OccurredAt, entry.Entry.RecordedAt,
            full ? content.Text : null, full ? content.Source : null, content.Marking, content.Releasable,
            full ? content.Events : [.. content.Events.Select(e => e is SubjectEvent about ? about.ToHeading() : e)],
            full ? [.. entry.Cited.Select(c => Quote(viewpoint, c)).OfType<Quote>()] : [], QuotedBy: []);
    }

    /// <summary>Null where the viewer doesn't see the whole of it.</summary>
    public static Quote? Quote(Viewpoint viewpoint, EntryContent content) =>
        Sharing.See(viewpoint, content.Marking, content.Author.Person) is Sight.Full
            ? new Quote(content.Reference, content.Kind, content.Author.Agency, content.Author.AgencyName, content.OccurredAt, content.Text)
            : null;

    static ResolvedEntry Resolve(TimelineEntry entry, Dictionary<Reference, EntryContent> cited) =>
        new(entry, [.. (entry.Content?.Cites ?? []).Select(r => cited.GetValueOrDefault(r)).OfType<EntryContent>()]);
}
