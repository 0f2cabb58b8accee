namespace IncidentHub.Domain;

/// <summary>Who acts, for which agency. Names are those of that day: an old entry keeps them when the agency is renamed.</summary>
public sealed record Actor(PersonId Person, string Name, Role Role, AgencyId Agency, string AgencyName)
{
    /// <summary>What the product derives by itself, on whichever node: one actor, so that what has one id is written once.</summary>
    public static readonly Actor Product = new(default, "Sistem", Role.System, new AgencyId("SISTEM"), "Sistem");

    public bool IsCoordinator => Role is Role.Coordinator;
    /// <summary>May speak for an agency: what a liaison may do, a coordinator may do for their own agency too.</summary>
    public bool ActsForAgency => Role is Role.Liaison or Role.Coordinator;
}
