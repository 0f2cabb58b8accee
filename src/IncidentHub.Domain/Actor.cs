namespace IncidentHub.Domain;

/// <summary>Who acts, for which agency. Names are those of that day: an old entry keeps them when the agency is renamed.</summary>
public sealed record Actor(PersonId Person, string Name, Role Role, AgencyId Agency, string AgencyName)
{
    public bool IsCoordinator => Role is Role.Coordinator;
    /// <summary>May speak for an agency: what a liaison may do, a coordinator may do for their own agency too.</summary>
    public bool ActsForAgency => Role is Role.Liaison or Role.Coordinator;
}
