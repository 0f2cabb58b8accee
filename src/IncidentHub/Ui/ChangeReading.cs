using IncidentHub.Domain;

namespace IncidentHub.Ui;

/// <summary>What one needs to read an entry's changes: where its subjects lead, how agencies are called, in which zone.</summary>
/// <param name="NamesSubject">False where the page is about that subject anyway.</param>
public sealed record ChangeReading(Func<Reference, string> HrefOf, Func<AgencyId, string> NameOf, LocalTime Zone, bool NamesSubject = true);
