namespace IncidentHub.Domain;

/// <summary>Who acts, for which agency. Names are those of that day: an old entry keeps them when the agency is renamed.</summary>
public sealed record Actor(PersonId Person, string Name, Role Role, AgencyId Agency, string AgencyName)
{
    /// <summary>What the product derives by itself, on whichever node: one actor, so that what has one id is written once.</summary>
    public static readonly Actor Product = new(default, "Sistem", Role.System, new AgencyId("SISTEM"), "Sistem");

    /// <summary>An agency itself and nobody of it: sees what its members all see, so never RED, and does nothing.</summary>
    public static Actor Of(AgencyId agency) => new(default, agency.Code, Role.Liaison, agency, agency.Code);

    public bool IsAgencyItself => Person == default && ActsForAgency;
    public bool IsCoordinator => Role is Role.Coordinator;
    /// <summary>May speak for an agency: what a liaison may do, a coordinator may do for their own agency too.</summary>
    public bool ActsForAgency => Role is Role.Liaison or Role.Coordinator;
}
