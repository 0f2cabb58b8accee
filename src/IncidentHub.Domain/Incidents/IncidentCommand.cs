namespace IncidentHub.Domain;

/// <summary>A command to an incident that exists, by somebody who may know that it does. Everybody else gets the same answer: not found.</summary>
public abstract record IncidentCommand : Command
{
    public sealed override Decision Decide(IncidentState state, CommandContext context) =>
        !context.Actor.IsAgencyItself && context.Actor.Role is not Role.Wall && state.ViewpointOf(context.Actor) is { } viewpoint ? Decide(state, viewpoint, context) : RejectionCode.NotFound;

    protected abstract Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context);
}

/// <summary>A command that changes a state of the incident itself and says why, to the whole joint team with the incident's own label: everyone sees the state change.</summary>
public abstract record ChangeIncident : IncidentCommand
{
    /// <summary>Why, in the actor's words.</summary>
    public required string Reason { get; init; }
    protected EntryContent Entry(EntryKind kind, IncidentState state, CommandContext context, IncidentEvent change) => new(
        context.EntryReference, context.Actor, kind, context.Now, Reason.Trim(), Source: null,
        Marking.WholeTeam(state.Tlp), Releasable: false, Cites: [], Events: [change]);
}
