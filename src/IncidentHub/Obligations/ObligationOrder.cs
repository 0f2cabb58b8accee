using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Obligations;

/// <summary>How the pane orders an incident's obligations. Pure.</summary>
public static class ObligationOrder
{
    /// <summary>Ours first, then by deadline: what the law wants at once before all, what no clock runs for yet after all.</summary>
    public static ImmutableArray<Obligation> Open(IEnumerable<Obligation> obligations, Actor viewer) =>
    [
        .. obligations.Where(o => o.IsOpen)
            .OrderBy(o => !viewer.ActsForAgency || o.Agency != viewer.Agency).ThenBy(o => !o.IsRunning).ThenBy(o => o.Due ?? DateTimeOffset.MinValue).ThenBy(o => o.Reference.Text, StringComparer.Ordinal),
    ];

    /// <summary>Met and not applicable, the latest first.</summary>
    public static ImmutableArray<Obligation> Settled(IEnumerable<Obligation> obligations) => [.. obligations.Where(o => !o.IsOpen).OrderByDescending(o => o.ChangedAt)];
}
