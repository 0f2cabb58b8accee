using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>
/// What a situation report says. Pure, and the only way from an incident to one: everybody of the team reads it, so that nothing stands in it that somebody of
/// them may not see, nor anything under a stricter label than its own.
/// </summary>
public static class ReportContent
{
    /// <summary>How far ahead "what comes next" looks.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    /// <summary>Whether a report under that label may tell it.</summary>
    public static bool MayTell(Tlp label, Marking marking) => Marking.WholeTeam(label).IsWithin(marking);

    /// <summary>The section of an entry's kind; null for what a report tells otherwise: work, findings, letters and duties are its items.</summary>
    public static ReportSection? SectionOf(EntryKind kind) => kind switch
    {
        EntryKind.Detection or EntryKind.Observation or EntryKind.Notification or EntryKind.Communication or EntryKind.Meeting or EntryKind.PublicStatement
            or EntryKind.StatusUpdate or EntryKind.Correction or EntryKind.Contradiction or EntryKind.IncidentOpened or EntryKind.AffectedData => ReportSection.Event,
        EntryKind.Decision or EntryKind.PhaseChanged or EntryKind.AssessmentChanged => ReportSection.Decision,
        EntryKind.ActionTaken => ReportSection.Action,
        _ => null,
    };

    /// <summary>Suggested until somebody chooses otherwise: what is more than talk.</summary>
    public static bool IsSignificant(EntryKind kind) => SectionOf(kind) is not null && kind is not (EntryKind.Observation or EntryKind.Communication or EntryKind.StatusUpdate);

    /// <param name="entries">Those that the draft names, which <see cref="MayTell"/> has let pass.</param>
    public static SituationDocument Of(IncidentState state, ReportDraft draft, IReadOnlyCollection<EntryContent> entries, Actor preparedBy, DateTimeOffset now)
    {
        var label = draft.Label > state.Tlp ? draft.Label : state.Tlp;
        var lines = entries.Select(Line).OfType<ReportLine>().OrderBy(l => l.Section).ThenBy(l => l.At).ThenBy(l => l.Entry.Text, StringComparer.Ordinal).ToImmutableArray();
        var told = state.Subjects.Where(s => !s.IsDraft && MayTell(label, s.Marking)).ToList();
        var items = told.Select(s => Item(s, state, draft)).OfType<ReportItem>().OrderBy(i => Rank(i.Heading)).ThenBy(i => i.Heading.Due ?? DateTimeOffset.MaxValue).ThenBy(i => i.Reference.Text, StringComparer.Ordinal).ToImmutableArray();
        var tasks = told.OfType<TaskItem>().GroupBy(t => t.Assigned).OrderBy(g => g.Key)
            .Select(g => new ReportLoad(g.Key, g.Count(t => t.IsOpen && t.State is not TaskState.Blocked), g.Count(t => t.State is TaskState.Blocked), g.Count(t => t.State is TaskState.Done))).ToImmutableArray();
        return new SituationDocument(
            SituationDocument.CurrentFormat, "", state.Reference.Text, state.Title, label, draft.From, draft.To, now,
            state.Phase, state.Truth, state.Severity, state.Crisis, state.LegalTrack, draft.Summary, draft.Planned,
            NamesOf(state, entries, items, tasks), lines, items, tasks,
            [.. items.Where(i => i.Heading.IsOwed && i.Heading.Due > now && i.Heading.Due <= now + Ahead).OrderBy(i => i.Heading.Due).Select(i => i.Reference)],
            BriefingContent.SignatureOf(preparedBy), ApprovedBy: "");
    }

    static ReportLine? Line(EntryContent entry) => SectionOf(entry.Kind) is not { } section ? null : new ReportLine(
        section, entry.Reference, entry.Kind, entry.Author.Agency, entry.OccurredAt, entry.Text.Beginning(ReportRules.MaximumLineLength), entry.Text.Length > ReportRules.MaximumLineLength, entry.Events.Select(ChangeOf).FirstOrDefault(c => c is not null));

    static StateChange? ChangeOf(IncidentEvent change) => change switch
    {
        PhaseChanged e => new(Phase: e.To),
        TruthStatusChanged e => new(Truth: e.To),
        SeverityChanged e => new(Severity: e.To),
        CrisisStatusChanged e => new(Crisis: e.To),
        LegalTrackChanged e => new(LegalTrack: e.To),
        RowsCounted e => new(Counted: e.Kind, Rows: e.Rows),
        AffectedDataEvent => new(Data: DataChange.Of(change)),
        _ => null,
    };

    // What stands open, and what moved; the rest is history.
    static ReportItem? Item(ISubject subject, IncidentState state, ReportDraft draft)
    {
        if (BriefingContent.HeadingOf(subject) is not { } heading)
            return null;
        // Since its heading is what it is: what else is done to it may be seen by some only.
        var changedAt = state.HeadingsSince.GetValueOrDefault(subject.Reference);
        var moved = changedAt >= draft.From && changedAt < draft.To;
        return moved || subject.IsOpen || subject is Finding { State: FindingState.Raw or FindingState.UnderReview or FindingState.Indicated }
            ? new ReportItem(subject.Reference, subject.Title, subject.Source, heading, moved ? changedAt : null)
            : null;
    }

    static int Rank(ReleasedHeading heading) => heading switch { { Finding: not null } => 0, { Clarification: not null } => 1, { Obligation: not null } => 2, _ => 3 };

    // Who wrote an entry needn't be of the team: an auditor, or the product itself.
    static ImmutableSortedDictionary<string, string> NamesOf(IncidentState state, IReadOnlyCollection<EntryContent> entries, IEnumerable<ReportItem> items, IEnumerable<ReportLoad> tasks)
    {
        var authors = entries.DistinctBy(e => e.Author.Agency).ToDictionary(e => e.Author.Agency, e => e.Author.AgencyName);
        return authors.Keys.Concat(items.SelectMany(i => new AgencyId?[] { i.Source, i.Heading.OwedBy, i.Heading.OwedTo }.OfType<AgencyId>())).Concat(tasks.Select(t => t.Agency)).Distinct()
            .ToImmutableSortedDictionary(a => a.Code, a => state.NameOf(a, otherwise: authors.GetValueOrDefault(a)), StringComparer.Ordinal);
    }
}
