using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>The situation reports of an incident, moved on by one event.</summary>
static class ReportFold
{
    public static ImmutableDictionary<Reference, SituationReport> Apply(ImmutableDictionary<Reference, SituationReport> reports, ReportEvent change, TimelineEntry entry) => change switch
    {
        ReportPrepared e => reports.SetItem(e.Subject, new SituationReport(
            e.Subject, e.Title, e.Draft, ReportState.Draft, Number: null, e.Document, Sha256: null, entry.Content!.Author, ApprovedBy: null, ApprovedAt: null, entry.Content.Marking,
            entry.RecordedAt, reports.GetValueOrDefault(e.Subject) is { } before ? before.Changes + 1 : 0)),
        ReportApproved e => Change(reports, e.Subject, entry, report => report with
        {
            State = ReportState.Approved, Number = e.Number, Document = e.Document, Sha256 = e.Sha256, ApprovedBy = entry.Content!.Author, ApprovedAt = entry.RecordedAt,
        }),
        ReportDiscarded e => Change(reports, e.Subject, entry, report => report with { State = ReportState.Discarded }),
        _ => reports,
    };

    static ImmutableDictionary<Reference, SituationReport> Change(
        ImmutableDictionary<Reference, SituationReport> reports, Reference reference, TimelineEntry entry, Func<SituationReport, SituationReport> change) =>
        reports.TryGetValue(reference, out var report)
            ? reports.SetItem(reference, change(report) with { ChangedAt = entry.RecordedAt, Changes = report.Changes + 1 })
            : reports;
}
