using System.Collections.Immutable;
using System.Text;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;

namespace IncidentHub.Obligations;

/// <summary>
/// What the incident already says of a notice's sections, for a person to edit. Made only of what the writer sees and everybody sees who
/// sees the obligation: the notice carries its marking, and must not pass on what is stricter.
/// </summary>
public sealed record NoticeSuggestion(ImmutableArray<DataCategory> Categories, string Disclosure, string Handling)
{
    /// <param name="actions">Entries of steps taken, oldest first.</param>
    public static NoticeSuggestion Of(RoomView view, Obligation obligation, IEnumerable<EntryView> actions, LocalTime zone, Words words)
    {
        var confirmed = view.Incident.AffectedData.Where(d => d.IsConfirmed).ToList();
        // What was corrected since is not to be told to anybody outside.
        var steps = actions.Where(e => e.Text is { Length: > 0 } && obligation.Marking.IsWithin(e.Marking) && e.QuotedBy.All(q => q.Kind is not EntryKind.Correction))
            .Select(e => (At: e.OccurredAt, Text: words["Notice_Step", zone.DateAndClock(e.OccurredAt), e.Author.AgencyName, e.Text!]));
        var done = view.Objects.Tasks.Where(t => t.State is TaskState.Done && obligation.Marking.IsWithin(t.Marking))
            .Select(t => (At: t.ChangedAt, Text: words["Notice_DoneTask", zone.DateAndClock(t.ChangedAt), view.Incident.NameOf(t.Assigned), t.Title]));
        var known = view.Objects.Findings.Where(f => f.State is FindingState.Indicated or FindingState.Verified && obligation.Marking.IsWithin(f.Marking))
            .Select(f => words["Notice_Finding", words.Of(f.State), f.Title]);
        var opening = words[view.Incident.Truth is TruthStatus.Confirmed ? "Notice_KnownSince" : "Notice_AllegedSince", zone.DateAndClock(obligation.StartedAt ?? view.Incident.OpenedAt)];
        return new NoticeSuggestion(
            [.. (confirmed.Count > 0 ? confirmed : view.Incident.AffectedData.Where(d => d.IsClaimed)).Select(d => d.Category).Order()],
            Lines(known.Prepend(opening)),
            Lines(steps.Concat(done).OrderBy(s => s.At).Select(s => s.Text)));
    }

    /// <summary>As many as a section holds; a line that doesn't fit is left out whole.</summary>
    static string Lines(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Where(l => text.Length + l.Length < ObligationRules.MaximumSectionLength))
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
        return text.ToString();
    }
}
