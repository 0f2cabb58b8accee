using System.Collections.Immutable;

namespace IncidentHub.Domain;

public abstract record ClarificationEvent(Reference Subject, string Title) : SubjectEvent(Subject, Title);

/// <param name="Intended">The marking that it will be sent with.</param>
public sealed record ClarificationDrafted(Reference Subject, string Title, Letter Letter, AgencyId Addressed, Marking Intended) : ClarificationEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => LetterTexts.Of(Title, Letter);
    public override SubjectEvent ToHeading() => this with { Letter = LetterTexts.None };
}

public sealed record ClarificationEdited(Reference Subject, string Title, Letter Letter, AgencyId Addressed, Marking Intended) : ClarificationEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => LetterTexts.Of(Title, Letter);
    public override SubjectEvent ToHeading() => this with { Letter = LetterTexts.None };
}

/// <summary>Says the whole letter: who sees it sent saw no draft.</summary>
/// <param name="Escalates">The letter to which this is the second.</param>
public sealed record ClarificationSent(Reference Subject, string Title, Letter Letter, AgencyId Addressed, DateTimeOffset At, Reference? Escalates, Proof? Proof) : ClarificationEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => LetterTexts.Of(Title, Letter);
    public override SubjectEvent ToHeading() => this with { Letter = LetterTexts.None, Proof = null };
}

/// <summary>It arrived, which starts the clock; another state is another event's to say.</summary>
/// <param name="Was">The moment that this one corrects.</param>
public sealed record ClarificationDelivered(Reference Subject, string Title, DateTimeOffset? Was, DateTimeOffset At, Proof? Proof) : ClarificationEvent(Subject, Title)
{
    public override SubjectEvent ToHeading() => this with { Proof = null };
}

public sealed record ClarificationMoved(Reference Subject, string Title, ClarificationState From, ClarificationState To, Proof? Proof) : ClarificationEvent(Subject, Title)
{
    public override SubjectEvent ToHeading() => this with { Proof = null };
}

/// <param name="At">When it was given, which may be before it was recorded.</param>
public sealed record ClarificationAnswered(
    Reference Subject, string Title, ClarificationState From, ClarificationState To, int Version, DateTimeOffset At, string LetterNumber, ImmutableArray<QuestionAnswer> Covers, Proof? Proof)
    : ClarificationEvent(Subject, Title)
{
    public override IEnumerable<string> Texts => [Title, LetterNumber, .. Covers.Select(c => c.Text)];
    public override SubjectEvent ToHeading() => this with { LetterNumber = "", Covers = [], Proof = null };
}

/// <param name="Reopened">The questions that are open again, which an <see cref="ClarificationMoved"/> in the same entry says why.</param>
public sealed record QuestionsReopened(Reference Subject, string Title, ImmutableArray<int> Reopened) : ClarificationEvent(Subject, Title);

public sealed record ContactLinked(Reference Subject, string Title, Contact Contact) : ClarificationEvent(Subject, Title);

static class LetterTexts
{
    public static readonly Letter None = new("", "", []);

    public static IEnumerable<string> Of(string title, Letter letter) => [title, letter.Number, letter.LegalBasis, .. letter.Questions];
}
