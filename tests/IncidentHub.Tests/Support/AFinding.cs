using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>Findings in a named state, reached by real moves of BSSN's liaison, who raises them, and of BIN, the second agency.</summary>
public static class AFinding
{
    public static readonly Actor Author = People.LiaisonOf("BSSN");
    public static readonly Actor Second = People.LiaisonOf("BIN");

    public static AnIncident WithFinding(this AnIncident incident, out Reference finding, FindingState state = FindingState.Raw, Marking? marking = null)
    {
        var after = incident.After(Author, ACommand.Raise(marking));
        finding = after.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<FindingRaised>().Subject;
        return after.WithFindingIn(state, finding);
    }

    public static Finding Finding(this AnIncident incident, Reference finding) => incident.State.Findings[finding];

    static AnIncident WithFindingIn(this AnIncident incident, FindingState state, Reference finding) => state switch
    {
        FindingState.Raw => incident,
        FindingState.Retracted => incident.After(Author, ACommand.Move(finding, state)),
        FindingState.Superseded => incident.WithFinding(out var successor).After(Author, ACommand.Supersede(finding, successor)),
        FindingState.UnderReview => incident.After(Author, ACommand.Move(finding, state)),
        FindingState.Verified or FindingState.Refuted => incident.WithFindingIn(FindingState.UnderReview, finding)
            .After(Author, ACommand.Move(finding, state)).After(Second, ACommand.Move(finding, state)),
        _ => incident.WithFindingIn(FindingState.UnderReview, finding).After(Author, ACommand.Move(finding, state)),
    };
}
