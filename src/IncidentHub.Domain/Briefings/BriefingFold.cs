using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>Releases, editions and questions of an incident, moved on by one event.</summary>
static class BriefingFold
{
    public static ImmutableDictionary<Reference, Release> Apply(ImmutableDictionary<Reference, Release> releases, ReleaseEvent change, TimelineEntry entry) => change switch
    {
        ReleaseProposed e => releases.SetItem(e.Subject, new Release(
            e.Subject, e.Title, e.Text, e.Kind, e.Of, e.Source, e.Section, e.Label, e.At, e.Answers, entry.Content!.Author.Agency, entry.Content.Author.Person,
            e.Agreed ? entry.Content.Author.Person : null, e.Agreed ? ReleaseState.Agreed : ReleaseState.Proposed, EmbargoUntil: null, ReleasedAt: null, WithdrawnAt: null, Reason: null,
            entry.Content.Marking, entry.RecordedAt, Changes: 0)),
        // Nothing of how it came about is kept, not even who proposed it: who sees it released may not see its source.
        ReleasePublished e => releases.SetItem(e.Subject, new Release(
            e.Subject, e.Title, e.Text, e.Kind, e.Of, e.Source, e.Section, e.Label, e.At, e.Answers, ProposedBy: null, entry.Content!.Author.Person,
            AgreedBy: null, ReleaseState.Released, e.EmbargoUntil, entry.RecordedAt, WithdrawnAt: null, Reason: null, entry.Content.Marking, entry.RecordedAt, Changes: 0)),
        ReleaseAgreed e => Change(releases, e.Subject, entry, release => release with
        {
            Title = e.Title, Text = e.Text, Section = e.Section, Label = e.Label, At = e.At, State = ReleaseState.Agreed, AgreedBy = entry.Content!.Author.Person,
            Marking = entry.Content.Marking,
        }),
        ReleaseDeclined e => Change(releases, e.Subject, entry, release => release with { State = ReleaseState.Declined, Reason = entry.Content!.Text }),
        ReleaseWithdrawn e => Change(releases, e.Subject, entry, release => release with { State = ReleaseState.Withdrawn, WithdrawnAt = entry.RecordedAt, Reason = entry.Content!.Text }),
        _ => releases,
    };

    public static ImmutableDictionary<Reference, Edition> Apply(ImmutableDictionary<Reference, Edition> editions, EditionEvent change, TimelineEntry entry) => change switch
    {
        EditionComposed e => editions.SetItem(e.Subject, new Edition(
            e.Subject, e.Title, e.Draft, EditionState.Draft, Number: null, Document: null, Sha256: null, entry.Content!.Author, ApprovedBy: null, FrozenAt: null, entry.Content.Marking,
            entry.RecordedAt, editions.GetValueOrDefault(e.Subject) is { } before ? before.Changes + 1 : 0)),
        EditionApproved e => Change(editions, e.Subject, entry, edition => edition with { State = EditionState.Approved, Document = e.Document, ApprovedBy = entry.Content!.Author, Marking = entry.Content.Marking }),
        EditionFrozen e => Change(editions, e.Subject, entry, edition => edition with
        {
            State = EditionState.Frozen, Number = e.Number, Document = e.Document, Sha256 = e.Sha256, FrozenAt = entry.RecordedAt, Marking = entry.Content!.Marking,
        }),
        EditionDiscarded e => Change(editions, e.Subject, entry, edition => edition with { State = EditionState.Discarded }),
        _ => editions,
    };

    public static ImmutableDictionary<Reference, CommissionQuestion> Apply(ImmutableDictionary<Reference, CommissionQuestion> questions, CommissionQuestionEvent change, TimelineEntry entry) => change switch
    {
        QuestionAsked e => questions.SetItem(e.Subject, new CommissionQuestion(
            e.Subject, e.Title, e.AskedBy, entry.RecordedAt, entry.Content!.Author.Agency, entry.Content.Author.Person, Assigned: null, Task: null, entry.Content.Marking, entry.RecordedAt, Changes: 0)),
        QuestionAssigned e when questions.TryGetValue(e.Subject, out var question) => questions.SetItem(e.Subject, question with
        {
            Assigned = e.Agency, Task = e.Task, ChangedAt = entry.RecordedAt, Changes = question.Changes + 1,
        }),
        _ => questions,
    };

    public static ImmutableDictionary<Reference, Release> Remarked(ImmutableDictionary<Reference, Release> releases, ISubject source, Marking marking) =>
        releases.SetItems(releases.Values.Where(r => r.Of == source.Reference).Select(r => KeyValuePair.Create(r.Reference, r switch
        {
            // What was not let out yet is marked as its source is.
            { WasReleased: false } => r with { Marking = marking.AtLeast(r.Label), Changes = r.Changes + 1 },
            // What was let out stands where it stood last, and says no more of where its source moves on to.
            { Section: not BriefingSection.Voting } when source is Finding finding && finding.Marking.MayBeReleased && !marking.MayBeReleased => r with { Section = ReleaseRules.ColumnOf(finding.State) },
            _ => r,
        })));

    static ImmutableDictionary<Reference, Release> Change(ImmutableDictionary<Reference, Release> releases, Reference reference, TimelineEntry entry, Func<Release, Release> change) =>
        releases.TryGetValue(reference, out var release)
            ? releases.SetItem(reference, change(release) with { ChangedAt = entry.RecordedAt, Changes = release.Changes + 1 })
            : releases;

    static ImmutableDictionary<Reference, Edition> Change(ImmutableDictionary<Reference, Edition> editions, Reference reference, TimelineEntry entry, Func<Edition, Edition> change) =>
        editions.TryGetValue(reference, out var edition)
            ? editions.SetItem(reference, change(edition) with { ChangedAt = entry.RecordedAt, Changes = edition.Changes + 1 })
            : editions;
}
