using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <param name="State">Proposed; Accepted for work of the proposing agency itself.</param>
/// <param name="From">The finding that it follows up.</param>
public sealed record TaskProposed(
    Reference Subject, string Title, TaskKind Kind, AgencyId Assigned, TaskState State, DateTimeOffset? Due, ImmutableArray<string> Checklist, Reference? From) : SubjectEvent(Subject, Title);

/// <param name="WaitsFor">With Blocked: the agency whose move it is, if it is one's.</param>
public sealed record TaskMoved(Reference Subject, string Title, TaskState From, TaskState To, AgencyId? WaitsFor) : SubjectEvent(Subject, Title);

public sealed record TaskEdited(Reference Subject, string Title, DateTimeOffset? Due, ImmutableArray<ChecklistItem> Checklist) : SubjectEvent(Subject, Title);
