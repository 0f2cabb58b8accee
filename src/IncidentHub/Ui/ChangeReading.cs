using IncidentHub.Domain;

namespace IncidentHub.Ui;

/// <summary>What one needs to read an entry's changes: where its subjects lead, how agencies are called, in which zone.</summary>
public sealed record ChangeReading(Func<Reference, string> HrefOf, Func<AgencyId, string> NameOf, LocalTime Zone)
{
    /// <summary>Where a release of a subject is proposed; null for whoever proposes none.</summary>
    public Func<Reference, string>? ReleaseHrefOf { get; init; }
}
