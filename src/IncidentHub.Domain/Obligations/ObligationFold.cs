using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>The obligations of an incident, moved on by one event.</summary>
static class ObligationFold
{
    public static ImmutableDictionary<Reference, Obligation> Apply(ImmutableDictionary<Reference, Obligation> obligations, ObligationEvent change, TimelineEntry entry) =>
        change is ObligationRecorded begun ? obligations.SetItem(begun.Subject, New(begun, entry))
        // An event of an obligation whose beginning was erased changes nothing.
        : obligations.TryGetValue(change.Subject, out var obligation)
            ? obligations.SetItem(change.Subject, Apply(obligation, change, entry) with { ChangedAt = entry.RecordedAt, Changes = obligation.Changes + 1 })
        : obligations;

    static Obligation Apply(Obligation obligation, ObligationEvent change, TimelineEntry entry) => change switch
    {
        ObligationStarted e => Judged(obligation with { Due = e.Due, Starts = obligation.Starts.Add(new ClockStart(e.At, entry.Content!.Text, entry.Content.Reference)) }),
        ObligationMet e => Judged(obligation with { MetAt = e.At }),
        ObligationSetAside => obligation with { State = ObligationState.NotApplicable, Due = null },
        NoticeWritten e => obligation with { Notices = obligation.Notices.Add(new Notice(e.Version, e.Text, entry.Content!.Author.Person, entry.RecordedAt, ReviewedBy: null, ReviewedAt: null)) },
        NoticeReviewed e => obligation with
        {
            Notices = [.. obligation.Notices.Select(n => n.Version == e.Version ? n with { ReviewedBy = entry.Content!.Author.Person, ReviewedAt = entry.RecordedAt } : n)],
        },
        _ => obligation,
    };

    static Obligation Judged(Obligation obligation) => obligation with
    {
        State = obligation.MetAt is not { } at ? ObligationState.Running : at > obligation.Due ? ObligationState.MetLate : ObligationState.Met,
    };

    static Obligation New(ObligationRecorded begun, TimelineEntry entry) => new(
        begun.Subject, begun.Title, begun.Rule, begun.Citation, begun.Hours, begun.Counting, begun.Content, begun.Agency, entry.Content!.Author.Agency, entry.Content.Author.Person,
        ObligationState.AwaitingBasis, Starts: [], Due: null, MetAt: null, Notices: [], PassedDues: [], entry.Content.Marking, entry.RecordedAt, Changes: 0);
}
