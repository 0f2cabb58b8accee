using System.Collections.Immutable;

namespace IncidentHub.Domain;

public abstract record ReleaseEvent(Reference Subject, string Title) : SubjectEvent(Subject, Title);

/// <param name="Agreed">The source proposed it itself, and so agrees.</param>
public sealed record ReleaseProposed(
    Reference Subject, string Title, string Text, ReleasedKind Kind, Reference Of, AgencyId Source, BriefingSection Section, Tlp Label, DateTimeOffset? At, Reference? Answers, bool Agreed)
    : ReleaseEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => [Title, Text];
    public override SubjectEvent ToHeading() => this with { Text = "" };
}

/// <summary>The words that the source agrees to, which may be others than were proposed.</summary>
public sealed record ReleaseAgreed(Reference Subject, string Title, string Text, BriefingSection Section, Tlp Label, DateTimeOffset? At) : ReleaseEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => [Title, Text];
    public override SubjectEvent ToHeading() => this with { Text = "" };
}

public sealed record ReleaseDeclined(Reference Subject, string Title) : ReleaseEvent(Subject, Title);

/// <summary>Says all that was released: who reads it may have seen nothing before.</summary>
public sealed record ReleasePublished(
    Reference Subject, string Title, string Text, ReleasedKind Kind, Reference Of, AgencyId Source, BriefingSection Section, Tlp Label, DateTimeOffset? At, Reference? Answers, DateTimeOffset? EmbargoUntil)
    : ReleaseEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => [Title, Text];
    public override SubjectEvent ToHeading() => this with { Text = "" };
}

public sealed record ReleaseWithdrawn(Reference Subject, string Title) : ReleaseEvent(Subject, Title);

public abstract record EditionEvent(Reference Subject, string Title) : SubjectEvent(Subject, Title);

/// <summary>A draft as it stands from now on.</summary>
public sealed record EditionComposed(Reference Subject, string Title, EditionDraft Draft) : EditionEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => [Title, Draft.Summary];
    public override SubjectEvent ToHeading() => this with { Draft = Draft with { Summary = "" } };
}

/// <param name="Document">All that was approved, without its number.</param>
public sealed record EditionApproved(Reference Subject, string Title, string Document) : EditionEvent(Subject, Title)
{
    public override SubjectEvent ToHeading() => this with { Document = "" };
}

/// <param name="Number">From 1 in its incident.</param>
/// <param name="Document">The edition's text, whose UTF-8 bytes the hash is of.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record EditionFrozen(Reference Subject, string Title, int Number, string Document, string Sha256) : EditionEvent(Subject, Title)
{
    public override SubjectEvent ToHeading() => this with { Document = "" };
}

public sealed record EditionDiscarded(Reference Subject, string Title) : EditionEvent(Subject, Title);

public abstract record CommissionQuestionEvent(Reference Subject, string Title) : SubjectEvent(Subject, Title);

/// <param name="Title">The question.</param>
/// <param name="AskedBy">The member who asks, in the observer's words; may be empty.</param>
public sealed record QuestionAsked(Reference Subject, string Title, string AskedBy) : CommissionQuestionEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => [Title, AskedBy];
}

/// <param name="Task">The task to answer it.</param>
public sealed record QuestionAssigned(Reference Subject, string Title, AgencyId Agency, Reference Task) : CommissionQuestionEvent(Subject, Title);
