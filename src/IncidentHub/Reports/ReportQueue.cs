using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.Reports;

/// <summary>An incident's situation reports as people look for them. Pure.</summary>
public static class ReportQueue
{
    /// <summary>The newest first.</summary>
    public static ImmutableArray<SituationReport> Approved(RoomObjects objects) => [.. objects.Reports.Where(r => r.IsApproved).OrderByDescending(r => r.Number)];

    /// <summary>Those that wait for a second person, the one longest waiting first.</summary>
    public static ImmutableArray<SituationReport> Drafts(RoomObjects objects) => [.. objects.Reports.Where(r => r.State is ReportState.Draft)];
}
