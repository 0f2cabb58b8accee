using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>The requests of an incident, moved on by one event.</summary>
static class ClarificationFold
{
    public static ImmutableDictionary<Reference, ClarificationRequest> Apply(ImmutableDictionary<Reference, ClarificationRequest> requests, ClarificationEvent change, TimelineEntry entry) => change switch
    {
        ClarificationDrafted e => requests.SetItem(e.Subject, New(e.Subject, e.Title, e.Letter, e.Addressed, entry) with { Intended = e.Intended }),
        ClarificationEdited e => Change(requests, e.Subject, entry, request => New(e.Subject, e.Title, e.Letter, e.Addressed, entry) with { Author = request.Author, Intended = e.Intended }),
        // Nothing of a draft is kept, not even how many times it was changed: who sees it sent saw no draft.
        ClarificationSent e => Link(requests, e).SetItem(
            e.Subject, New(e.Subject, e.Title, e.Letter, e.Addressed, entry) with { State = ClarificationState.Sent, SentAt = e.At, Escalates = e.Escalates }),
        _ => Change(requests, change.Subject, entry, request => Apply(request, change, entry)),
    };

    static ClarificationRequest Apply(ClarificationRequest request, ClarificationEvent change, TimelineEntry entry) => change switch
    {
        ClarificationDelivered e => request with { DeliveredAt = e.At },
        ClarificationMoved e => request with
        {
            State = e.To,
            AcknowledgedAt = e.To is ClarificationState.Acknowledged ? entry.Content!.OccurredAt : request.AcknowledgedAt,
            // The same clock goes on: what it runs towards never moves.
            AnsweredAt = e.To is ClarificationState.Insufficient ? null : request.AnsweredAt,
        },
        ClarificationAnswered e => request with
        {
            State = e.To,
            Questions = [.. request.Questions.Select(q => e.Covers.FirstOrDefault(c => c.Number == q.Number) is { } answer ? q with { State = answer.State } : q)],
            Answers = request.Answers.Add(new Answer(e.Version, e.At, entry.Content!.Reference, e.LetterNumber, entry.Content.Text, e.Covers)),
            AnsweredAt = request.AnsweredAt ?? (e.To is ClarificationState.Answered ? e.At : null),
        },
        QuestionsReopened e => request with { Questions = [.. request.Questions.Select(q => e.Reopened.Contains(q.Number) ? q with { State = QuestionState.Open } : q)] },
        ContactLinked e => request with { Contacts = request.Contacts.Add(e.Contact) },
        _ => request,
    };

    static ClarificationRequest New(Reference subject, string title, Letter letter, AgencyId addressed, TimelineEntry entry) => new(
        subject, title, entry.Content!.Text, letter, entry.Content.Author.Agency, entry.Content.Author.Person, addressed, ClarificationState.Draft,
        [.. letter.Questions.Select((text, index) => new Question(index + 1, text, QuestionState.Open))],
        SentAt: null, DeliveredAt: null, AcknowledgedAt: null, Answers: [], AnsweredAt: null, Escalates: null, EscalatedBy: null, Contacts: [], PassedDues: [],
        entry.Content.Marking, Intended: null, entry.RecordedAt, Changes: 0);

    static ImmutableDictionary<Reference, ClarificationRequest> Link(ImmutableDictionary<Reference, ClarificationRequest> requests, ClarificationSent sent) =>
        sent.Escalates is { } first && requests.TryGetValue(first, out var request) ? requests.SetItem(first, request with { EscalatedBy = sent.Subject }) : requests;

    // An event of a request whose beginning was erased changes nothing.
    static ImmutableDictionary<Reference, ClarificationRequest> Change(
        ImmutableDictionary<Reference, ClarificationRequest> requests, Reference reference, TimelineEntry entry, Func<ClarificationRequest, ClarificationRequest> change) =>
        requests.TryGetValue(reference, out var request)
            ? requests.SetItem(reference, change(request) with { ChangedAt = entry.RecordedAt, Changes = request.Changes + 1 })
            : requests;
}
