using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Any coordinator's of that incident, whoever paired it. The screen loses the incident at once.</summary>
public sealed record ReleaseWall : ChangeIncident
{
    public required PersonId Wall { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!context.Actor.IsCoordinator)
            return RejectionCode.OnlyCoordinator;
        if (!state.Walls.TryGetValue(Wall, out var wall))
            return RejectionCode.NotFound;
        return Entry(EntryKind.MembershipChanged, state, context, new WallReleased(wall));
    }

    sealed class Rules : AbstractValidator<ReleaseWall>
    {
        public Rules() => RuleFor(c => c.Reason).IsRemark();
    }
}
