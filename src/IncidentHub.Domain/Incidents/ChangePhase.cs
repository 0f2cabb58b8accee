using FluentValidation;

namespace IncidentHub.Domain;

public sealed record ChangePhase : ChangeIncident
{
    public required Phase To { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (!PhaseRules.Next(state.Phase).Contains(To))
            return new Rejection(RejectionCode.PhaseMayNotFollow, state.Phase, PhaseRules.Next(state.Phase));
        if (PhaseRules.NeedsCoordinator(state.Phase, To) && !context.Actor.IsCoordinator)
            return RejectionCode.OnlyCoordinator;
        return Entry(EntryKind.PhaseChanged, state, context, new PhaseChanged(state.Phase, To));
    }

    sealed class Rules : AbstractValidator<ChangePhase>
    {
        public Rules()
        {
            RuleFor(c => c.Reason).IsEntryText();
            RuleFor(c => c.To).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
        }
    }
}
