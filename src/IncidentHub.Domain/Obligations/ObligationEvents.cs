using System.Collections.Immutable;

namespace IncidentHub.Domain;

public abstract record ObligationEvent(Reference Subject, string Title) : SubjectEvent(Subject, Title);

/// <summary>With the rule as it is now: the log stays readable when the pack is corrected.</summary>
public sealed record ObligationRecorded(Reference Subject, string Title, string Rule, string Citation, int? Hours, Counting Counting, ImmutableArray<string> Content, AgencyId Agency)
    : ObligationEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => [Title, Citation];
}

/// <summary>The clock starts at that moment. Its basis is the entry's text.</summary>
/// <param name="Was">The moment that this one corrects.</param>
/// <param name="Due">Null where the law names no hours.</param>
public sealed record ObligationStarted(Reference Subject, string Title, DateTimeOffset? Was, DateTimeOffset At, DateTimeOffset? Due) : ObligationEvent(Subject, Title);

/// <param name="To">Met or MetLate, by the start that holds at this moment.</param>
public sealed record ObligationMet(Reference Subject, string Title, ObligationState To, DateTimeOffset At, Proof? Proof) : ObligationEvent(Subject, Title)
{
    public override SubjectEvent ToHeading() => this with { Proof = null };
}

public sealed record ObligationSetAside(Reference Subject, string Title, ObligationState From) : ObligationEvent(Subject, Title);

public sealed record NoticeWritten(Reference Subject, string Title, int Version, NoticeText Text) : ObligationEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => [Title, Text.Disclosure, Text.Handling, Text.Contact];
    public override SubjectEvent ToHeading() => this with { Text = new([], "", "", "") };
}

public sealed record NoticeReviewed(Reference Subject, string Title, int Version) : ObligationEvent(Subject, Title);
