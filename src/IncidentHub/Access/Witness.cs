using IncidentHub.Domain;

namespace IncidentHub.Access;

/// <summary>What one person did with a notification, and when.</summary>
/// <param name="Agency">For which they act today.</param>
/// <param name="SeenAt">Null: it never stood before them.</param>
/// <param name="AcknowledgedAt">Null: not yet.</param>
public sealed record Witness(NotificationKey Key, PersonId Person, string Name, AgencyId Agency, DateTimeOffset? SeenAt, DateTimeOffset? AcknowledgedAt);
