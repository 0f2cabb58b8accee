using System.Collections.Immutable;

namespace IncidentHub.Domain;

public enum ClarificationState { Draft, Sent, Delivered, Acknowledged, PartlyAnswered, Answered, Insufficient, Escalated, Closed, Withdrawn }

public enum QuestionState { Open, PartlyAnswered, Answered }

/// <summary>What a letter asks and on what ground.</summary>
/// <param name="Number">The letter's own number; may be empty.</param>
/// <param name="Questions">In order: they are numbered from 1.</param>
/// <param name="ResponseHours">Calendar hours from delivery, holidays or not.</param>
public sealed record Letter(string Number, string LegalBasis, ImmutableArray<string> Questions, int ResponseHours = Letter.UsualHours)
{
    /// <summary>Tiga kali dua puluh empat jam, as is usual under UU 27/2022.</summary>
    public const int UsualHours = 72;

    public Letter Trimmed() => new(Number.Trim(), LegalBasis.Trim(), [.. Questions.Select(q => q.Trim())], ResponseHours);

    public bool Equals(Letter? other) =>
        other is not null && Number == other.Number && LegalBasis == other.LegalBasis && ResponseHours == other.ResponseHours && Questions.SequenceEqual(other.Questions);

    public override int GetHashCode() => HashCode.Combine(Number, LegalBasis, Questions.Length, ResponseHours);
}

/// <param name="Number">From 1.</param>
public sealed record Question(int Number, string Text, QuestionState State);

/// <summary>What an answer says to one question, and how far that answers it.</summary>
public sealed record QuestionAnswer(int Number, string Text, QuestionState State);

/// <summary>One version of the formal answer. Earlier ones stay.</summary>
/// <param name="Version">From 1.</param>
/// <param name="At">When it was given, which may be before it was recorded.</param>
/// <param name="Entry">The entry with the letter's words.</param>
public sealed record Answer(int Version, DateTimeOffset At, Reference Entry, string LetterNumber, string Text, ImmutableArray<QuestionAnswer> Covers);

/// <summary>A meeting, a call, a statement to the press: linked so that it is found, and an answer to nothing.</summary>
public sealed record Contact(Reference Entry, EntryKind Kind, Marking Marking, PersonId Author);

/// <summary>
/// A written request for clarification by one agency to another, under a deadline. Only a formal answer answers it, and a new version of
/// an answer never resets the clock.
/// </summary>
/// <param name="Text">The letter's words above the questions.</param>
/// <param name="Author">Who drafted it; since it was sent, who sent it.</param>
/// <param name="SentAt">Null as long as it is, or was withdrawn as, a draft.</param>
/// <param name="AnsweredAt">Of the complete answer that stands.</param>
/// <param name="Escalates">The first letter, to which this is the second.</param>
/// <param name="EscalatedBy">The second letter.</param>
/// <param name="Intended">Of a draft: the marking that it will be sent with.</param>
/// <param name="Changes">How many times it was changed since it was sent; before, how many times the draft was.</param>
public sealed record ClarificationRequest(
    Reference Reference,
    string Title,
    string Text,
    Letter Letter,
    AgencyId RequestedBy,
    PersonId Author,
    AgencyId Addressed,
    ClarificationState State,
    ImmutableArray<Question> Questions,
    DateTimeOffset? SentAt,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? AcknowledgedAt,
    ImmutableArray<Answer> Answers,
    DateTimeOffset? AnsweredAt,
    Reference? Escalates,
    Reference? EscalatedBy,
    ImmutableArray<Contact> Contacts,
    ImmutableArray<DateTimeOffset> PassedDues,
    Marking Marking,
    Marking? Intended,
    DateTimeOffset ChangedAt,
    int Changes) : ITimed
{
    public bool IsDraft => SentAt is null;
    public bool IsOpen => State is not (ClarificationState.Closed or ClarificationState.Withdrawn);
    public bool IsRunning => IsOpen && SentAt is not null && AnsweredAt is null;
    public TimeSpan ResponseTime => TimeSpan.FromHours(Letter.ResponseHours);
    public DateTimeOffset? Due => DeliveredAt + ResponseTime;

    /// <summary>How long the agency that is asked has had it; null when it no longer owes an answer.</summary>
    public TimeSpan? OpenFor(DateTimeOffset now) => IsRunning ? now - (DeliveredAt ?? SentAt) : null;

    AgencyId ISubject.Source => RequestedBy;
    AgencyId? ISubject.Acting => Addressed;
    ISubject ISubject.Marked(Marking marking) => this with { Marking = marking, Changes = Changes + 1 };
    AgencyId ITimed.OwedBy => Addressed;
    AgencyId? ITimed.OwedTo => RequestedBy;
    DateTimeOffset? ITimed.SettledAt => AnsweredAt;
    ITimed ITimed.Passed(DateTimeOffset due) => this with { PassedDues = PassedDues.Add(due), Changes = Changes + 1 };
}
