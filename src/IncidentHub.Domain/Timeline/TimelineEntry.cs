using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>What an entry is. Those up to AuditNote, and Handover, are written by people; the rest say which state a command changed.</summary>
public enum EntryKind
{
    Detection, Observation, Notification, Communication, Meeting, Decision, ActionTaken, PublicStatement, StatusUpdate,
    Correction, Contradiction, AuditNote,
    IncidentOpened, PhaseChanged, AssessmentChanged, MembershipChanged,
    Task, Finding, AffectedData, Handover, Remarking,
    Clarification, ClarificationAnswer, Obligation, Overdue,
    Release, Briefing, CommissionQuestion, Report,
}

/// <summary>What one command put into the log: its events, all of one marking, and the words that go with them.</summary>
/// <param name="OccurredAt">When it happened; when it was written is the log's to say.</param>
/// <param name="Source">Where it was learned, when that is not the author's agency.</param>
/// <param name="Releasable">The author holds that it may be proposed for release to the commission. Releases nothing by itself.</param>
/// <param name="Cites">The entries and objects it is about: what a correction corrects, what contradicts each other, the task that moved.</param>
public sealed record EntryContent(
    Reference Reference,
    Actor Author,
    EntryKind Kind,
    DateTimeOffset OccurredAt,
    string Text,
    string? Source,
    Marking Marking,
    bool Releasable,
    ImmutableArray<Reference> Cites,
    ImmutableArray<IncidentEvent> Events);

/// <summary>One entry as the log holds it.</summary>
/// <param name="Number">Its place in the incident's stream, from 1 without gaps. Never leaves the server: a gap would tell.</param>
/// <param name="Content">Null where the body was withheld or lawfully erased; the chain still verifies.</param>
public sealed record TimelineEntry(long Number, DateTimeOffset RecordedAt, EntryContent? Content);
