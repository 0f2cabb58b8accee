namespace IncidentHub.Domain;

/// <summary>
/// The one visibility function. Page, push, search, counts, exports and notifications all pass through it; where SQL must repeat it
/// (<c>Log/LogIndex</c>), a property test holds the two against each other.
/// </summary>
public static class Sharing
{
    public static Sight See(Viewpoint viewer, Marking marking, PersonId author) => viewer.Role switch
    {
        Role.Liaison or Role.Coordinator => InAudience(viewer, marking) && IsNamed(viewer, marking, author) ? Sight.Full : Sight.Hidden,
        Role.Auditor => Sight.Full,
        Role.Wall => OnAWall(marking),
        // A commission observer sees releases, which are wordings of their own; an administrator and the system see no content.
        _ => Sight.Hidden,
    };

    static bool InAudience(Viewpoint viewer, Marking marking) => marking.IsForWholeTeam || marking.Audience.Contains(viewer.Agency);

    // Nobody in particular (a view that colleagues share) is not the system, which writes as no person either.
    static bool IsNamed(Viewpoint viewer, Marking marking, PersonId author) =>
        marking.Tlp < Tlp.Red || viewer.Person != default && (viewer.Person == author || marking.Recipients.Contains(viewer.Person));

    // Whoever passes by reads a wall: nothing that was meant for some of the team only.
    static Sight OnAWall(Marking marking) => marking switch
    {
        { IsForWholeTeam: false } => Sight.Hidden,
        { Tlp: Tlp.Clear or Tlp.Green } => Sight.Full,
        { Tlp: Tlp.Amber } => Sight.Heading,
        _ => Sight.Hidden,
    };
}
