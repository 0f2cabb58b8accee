using IncidentHub.Domain;

namespace IncidentHub.Ui;

/// <summary>What one needs to read an entry's changes: where its subjects lead, how agencies are called, in which zone.</summary>
public sealed record ChangeReading(Func<Reference, string> HrefOf, Func<AgencyId, string> NameOf, LocalTime Zone);
