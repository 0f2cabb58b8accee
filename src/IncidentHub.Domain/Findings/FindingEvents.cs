namespace IncidentHub.Domain;

public sealed record FindingRaised(Reference Subject, string Title, ClaimKind Claim, Grade Grade) : SubjectEvent(Subject, Title);
public sealed record FindingMoved(Reference Subject, string Title, FindingState From, FindingState To) : SubjectEvent(Subject, Title);
/// <summary>An agency verified or refuted it; a second one settles it (a <see cref="FindingMoved"/> in the same entry).</summary>
public sealed record FindingVoiced(Reference Subject, string Title, AgencyId Agency, FindingState Verdict) : SubjectEvent(Subject, Title);
public sealed record FindingSuperseded(Reference Subject, string Title, Reference By) : SubjectEvent(Subject, Title);
public sealed record FindingGraded(Reference Subject, string Title, Grade From, Grade To) : SubjectEvent(Subject, Title);
