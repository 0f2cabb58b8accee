using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>The findings of an incident, moved on by one event.</summary>
static class FindingFold
{
    public static ImmutableDictionary<Reference, Finding> Apply(ImmutableDictionary<Reference, Finding> findings, IncidentEvent change, TimelineEntry entry) => change switch
    {
        FindingRaised e => findings.SetItem(e.Subject, new Finding(
            e.Subject, e.Claim, e.Title, entry.Content!.Author.Agency, entry.Content.Author.Person, FindingState.Raw, e.Grade, Voices: [], SupersededBy: null,
            entry.Content.Marking, entry.RecordedAt, Changes: 0)),
        // A review that begins anew asks everybody anew.
        FindingMoved e => Change(findings, e.Subject, entry, finding => finding with { State = e.To, Voices = e.To is FindingState.UnderReview ? [] : finding.Voices }),
        FindingVoiced e => Change(findings, e.Subject, entry, finding => finding with { Voices = [.. finding.Voices.Where(v => v.Agency != e.Agency), new Voice(e.Agency, e.Verdict)] }),
        FindingSuperseded e => Change(findings, e.Subject, entry, finding => finding with { SupersededBy = e.By }),
        FindingGraded e => Change(findings, e.Subject, entry, finding => finding with { Grade = e.To }),
        _ => findings,
    };

    static ImmutableDictionary<Reference, Finding> Change(ImmutableDictionary<Reference, Finding> findings, Reference reference, TimelineEntry entry, Func<Finding, Finding> change) =>
        findings.TryGetValue(reference, out var finding)
            ? findings.SetItem(reference, change(finding) with { ChangedAt = entry.RecordedAt, Changes = finding.Changes + 1 })
            : findings;
}
