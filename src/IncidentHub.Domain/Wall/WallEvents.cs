namespace IncidentHub.Domain;

/// <summary>An unattended screen that shows an incident, until that moment or until it is released. Everybody in the room knows which there are.</summary>
/// <param name="Place">Where it hangs: whoever passes by there reads it.</param>
public sealed record PairedWall(PersonId Wall, string Name, string Place, DateTimeOffset Until);

public sealed record WallPaired(PairedWall Wall) : IncidentEvent;
public sealed record WallReleased(PairedWall Wall) : IncidentEvent;
