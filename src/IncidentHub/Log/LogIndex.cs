using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Log;

/// <summary>Which entries a reader asks for.</summary>
/// <param name="Kinds">Empty: all.</param>
/// <param name="Words">From <see cref="Tokenizer.Words"/>; all must occur, the last may be a beginning.</param>
public sealed record EntryFilter(IReadOnlyList<EntryKind> Kinds, AgencyId? Agency, IReadOnlyList<string> Words)
{
    public static readonly EntryFilter All = new([], null, []);
    public bool IsAll => Kinds.Count == 0 && Agency is null && Words.Count == 0;
}

/// <summary>A row of the deadlines' index. What runs, and exactly until when, is the room's to say.</summary>
public sealed record RunningClock(IncidentId Incident, Reference Subject, DateTimeOffset Due);

/// <summary>
/// Reads of the index: pages, search, counts. Results are in the log's order, oldest first: ranking by relevance would weigh hidden text.
/// <see cref="VisibleTo"/> is <see cref="Sharing.See"/> in SQL; a property test holds the two against each other.
/// </summary>
public sealed class LogIndex(LogDatabase database)
{
    /// <summary>The newest visible entries before a number.</summary>
    public Task<IReadOnlyList<TimelineEntry>> Before(
        IncidentId incident, Viewpoint viewpoint, EntryFilter filter, long before, int take, CancellationToken cancellation = default) =>
        Read(incident, context => Matching(context, incident, viewpoint, filter).Where(r => r.Number < before).OrderByDescending(r => r.Number).Take(take), cancellation);

    /// <summary>The oldest visible entries from a number on.</summary>
    public Task<IReadOnlyList<TimelineEntry>> From(
        IncidentId incident, Viewpoint viewpoint, EntryFilter filter, long from, int take, CancellationToken cancellation = default) =>
        Read(incident, context => Matching(context, incident, viewpoint, filter).Where(r => r.Number >= from).OrderBy(r => r.Number).Take(take), cancellation);

    /// <summary>The newest visible entries that were recorded from one moment on and before another, oldest first.</summary>
    public Task<IReadOnlyList<TimelineEntry>> Within(
        IncidentId incident, Viewpoint viewpoint, EntryFilter filter, DateTimeOffset from, DateTimeOffset to, int take, CancellationToken cancellation = default)
    {
        var (first, end) = (Microseconds.Of(from), Microseconds.Of(to));
        return Read(incident, context =>
        {
            var recorded = context.Entries.Where(e => e.IncidentId == incident.Value && e.RecordedAt >= first && e.RecordedAt < end).Select(e => e.Number);
            return Matching(context, incident, viewpoint, filter).Where(r => recorded.Contains(r.Number)).OrderByDescending(r => r.Number).Take(take);
        }, cancellation);
    }

    /// <summary>Whoever asks decides who may see them: references alone, no visibility.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> Find(IncidentId incident, IReadOnlyCollection<Reference> references, CancellationToken cancellation = default)
    {
        if (references.Count == 0)
            return [];
        var texts = references.Select(r => r.Text).ToArray();
        return await Read(incident, context => context.Timeline.Where(r => r.IncidentId == incident.Value && texts.Contains(r.Reference)), cancellation);
    }

    /// <summary>The entries that cite any of these, up to a number; no visibility, likewise.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> Citing(IncidentId incident, IReadOnlyCollection<Reference> cited, long upTo, CancellationToken cancellation = default)
    {
        if (cited.Count == 0)
            return [];
        var texts = cited.Select(r => r.Text).ToArray();
        return await Read(incident, context =>
        {
            var numbers = context.Citations.Where(c => c.IncidentId == incident.Value && texts.Contains(c.Cited)).Select(c => c.Number);
            return context.Timeline.Where(r => r.IncidentId == incident.Value && r.Number <= upTo && numbers.Contains(r.Number));
        }, cancellation);
    }

    public async Task<int> Count(IncidentId incident, Viewpoint viewpoint, EntryFilter filter, long upTo, CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        return await Matching(context, incident, viewpoint, filter).CountAsync(r => r.Number <= upTo, cancellation);
    }

    /// <summary>When the visible entries behind a number were recorded, in the log's order.</summary>
    public async Task<IReadOnlyList<(long Number, DateTimeOffset RecordedAt)>> Recorded(IncidentId incident, Viewpoint viewpoint, long behind, CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        var rows = from row in Matching(context, incident, viewpoint, EntryFilter.All)
                   join entry in context.Entries on new { row.IncidentId, row.Number } equals new { entry.IncidentId, entry.Number }
                   where row.Number > behind
                   orderby row.Number
                   select new { row.Number, entry.RecordedAt };
        return [.. (await rows.AsNoTracking().ToListAsync(cancellation)).Select(r => (r.Number, Microseconds.ToTime(r.RecordedAt)))];
    }

    /// <summary>The visible entries between two numbers that somebody else wrote: how many, and the first.</summary>
    public async Task<(int Count, Reference First)?> Between(IncidentId incident, Viewpoint viewpoint, long behind, long before, PersonId notBy, CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        var author = notBy.Value;
        var rows = Matching(context, incident, viewpoint, EntryFilter.All).Where(r => r.Number > behind && r.Number < before && r.Author != author);
        var count = await rows.CountAsync(cancellation);
        return count == 0 ? null : (count, new Reference(await rows.OrderBy(r => r.Number).Select(r => r.Reference).FirstAsync(cancellation)));
    }

    public async Task<bool> IsTaken(IncidentId incident, Reference reference, CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        return await context.Timeline.AnyAsync(r => r.IncidentId == incident.Value && r.Reference == reference.Text, cancellation);
    }

    public Task<IReadOnlyList<IncidentId>> IncidentsOf(PersonId person, CancellationToken cancellation = default) => IncidentsOf([person], cancellation);

    /// <summary>Those of which any of these people is a member.</summary>
    public async Task<IReadOnlyList<IncidentId>> IncidentsOf(IReadOnlyCollection<PersonId> people, CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        var ids = people.Select(p => p.Value).ToArray();
        return [.. (await context.Members.Where(m => ids.Contains(m.PersonId)).Select(m => m.IncidentId).Distinct().ToListAsync(cancellation)).Select(id => new IncidentId(id))];
    }

    /// <summary>The clocks of all incidents that run out by then and aren't logged, the nearest first; no visibility: the product's own.</summary>
    public async Task<IReadOnlyList<RunningClock>> DueBy(DateTimeOffset moment, CancellationToken cancellation = default)
    {
        await using var context = database.Read();
        var latest = Microseconds.Of(moment);
        var rows = await context.Deadlines.AsNoTracking().Where(r => r.Due <= latest).OrderBy(r => r.Due).ThenBy(r => r.IncidentId).ThenBy(r => r.Subject).ToListAsync(cancellation);
        return [.. rows.Select(r => new RunningClock(new IncidentId(r.IncidentId), new Reference(r.Subject), Microseconds.ToTime(r.Due)))];
    }

    IQueryable<TimelineRow> Matching(LogContext context, IncidentId incident, Viewpoint viewpoint, EntryFilter filter)
    {
        var rows = filter.Words.Count > 0
            ? database.Search(context, incident.Value, filter.Words)
            : context.Timeline.Where(r => r.IncidentId == incident.Value);
        if (filter.Kinds.Count > 0)
        {
            var kinds = filter.Kinds.Select(k => k.ToString()).ToArray();
            rows = rows.Where(r => kinds.Contains(r.Kind));
        }
        if (filter.Agency is { Code: var agency })
            rows = rows.Where(r => r.Agency == agency);
        return VisibleTo(rows, viewpoint);
    }

    /// <summary>The rows of which the viewer sees at least the heading.</summary>
    internal static IQueryable<TimelineRow> VisibleTo(IQueryable<TimelineRow> rows, Viewpoint viewpoint)
    {
        var person = viewpoint.Person.Value;
        var inAudience = Join([viewpoint.Agency.Code]);
        var named = Join([person.ToString("D")]);
        var isSomebody = viewpoint.Person != default;
        return viewpoint.Role switch
        {
            Role.Liaison or Role.Coordinator => rows.Where(r =>
                (r.Audience == "" || r.Audience.Contains(inAudience))
                && (r.Tlp < (int)Tlp.Red || isSomebody && (r.Author == person || r.Recipients.Contains(named)))),
            Role.Auditor => rows,
            Role.Wall => rows.Where(r => r.Audience == "" && r.Tlp <= (int)Tlp.Amber),
            _ => rows.Where(_ => false),
        };
    }

    /// <summary>"|A|B|", so that one code is found by its own bars and never inside another.</summary>
    internal static string Join(IEnumerable<string> codes)
    {
        var joined = string.Join('|', codes);
        return joined.Length == 0 ? "" : $"|{joined}|";
    }

    async Task<IReadOnlyList<TimelineEntry>> Read(IncidentId incident, Func<LogContext, IQueryable<TimelineRow>> select, CancellationToken cancellation)
    {
        await using var context = database.Read();
        var selected = select(context);
        var rows = from row in selected
                   join entry in context.Entries on new { row.IncidentId, row.Number } equals new { entry.IncidentId, entry.Number }
                   join body in context.Bodies on new { row.IncidentId, row.Number } equals new { body.IncidentId, body.Number }
                   orderby row.Number
                   select new { row.Number, entry.RecordedAt, body.Body };
        var found = await rows.AsNoTracking().ToListAsync(cancellation);
        return [.. found.Select(r => new TimelineEntry(r.Number, Microseconds.ToTime(r.RecordedAt), EntryCodec.Decode(r.Body)))];
    }
}
