using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>Situation reports in a named state: BIN prepares, BSSN approves.</summary>
public static class AReport
{
    public static readonly Actor Preparer = People.LiaisonOf("BIN");
    public static readonly Actor Second = People.LiaisonOf("BSSN");

    public static AnIncident WithReport(this AnIncident incident, out Reference report, ReportState state = ReportState.Approved, PrepareReport? command = null)
    {
        var after = incident.After(Preparer, command ?? ACommand.Prepare());
        report = after.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<ReportPrepared>().Subject;
        return state switch
        {
            ReportState.Draft => after,
            ReportState.Discarded => after.After(Preparer, ACommand.DiscardReport(report)),
            _ => after.After(Second, ACommand.ApproveReport(report)),
        };
    }

    public static SituationReport Report(this AnIncident incident, Reference report) => incident.State.Reports[report];

    public static SituationDocument Says(this AnIncident incident, Reference report) => SituationDocument.Parse(incident.Report(report).Document);
}
