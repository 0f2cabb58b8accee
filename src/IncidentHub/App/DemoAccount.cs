using IncidentHub.Domain;

namespace IncidentHub.App;

/// <summary>An account that one click signs in, in Development.</summary>
public sealed record DemoAccount(string Email, string Name, Role Role, AgencyId Agency, string AgencyName);
