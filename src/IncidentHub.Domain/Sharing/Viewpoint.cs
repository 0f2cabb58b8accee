namespace IncidentHub.Domain;

public enum Role
{
    /// <summary>Opens incidents, manages members and releases; sees as their agency does, no more.</summary>
    Coordinator,
    /// <summary>Acts for one agency.</summary>
    Liaison,
    /// <summary>DPR Komisi I: sees what was released, nothing else.</summary>
    CommissionObserver,
    /// <summary>An unattended screen.</summary>
    Wall,
    /// <summary>Reads everything, each sight logged; writes audit notes and contradictions.</summary>
    Auditor,
    /// <summary>Accounts, agencies, settings; sees no incident content by virtue of that role.</summary>
    Administrator,
    /// <summary>What the product derives by itself (a deadline passed). Nobody signs in as it.</summary>
    System,
}

/// <summary>
/// From where somebody looks at one incident. It is only ever made by <see cref="IncidentState.ViewpointOf"/>, which knows the
/// members, so that holding one means: may know that the incident exists.
/// </summary>
public sealed record Viewpoint(Role Role, AgencyId Agency, PersonId Person);

/// <summary>How much of a thing somebody sees.</summary>
public enum Sight
{
    /// <summary>Nothing; not even that there is something.</summary>
    Hidden,
    /// <summary>Kind, agency, reference and state, no text.</summary>
    Heading,
    Full,
}
