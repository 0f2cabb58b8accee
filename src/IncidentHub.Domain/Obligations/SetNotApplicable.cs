using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Holds that the rule does not apply here, and why. Its clock runs no more; a later decision may start it again.</summary>
public sealed record SetNotApplicable : ChangeObligation
{
    public required string Reason { get; init; }

    protected override ObligationStep Step => ObligationStep.SetNotApplicable;
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(Obligation obligation, CommandContext context) =>
        obligation.Entry(context, Reason, new ObligationSetAside(Obligation, obligation.Title, obligation.State));

    sealed class Rules : AbstractValidator<SetNotApplicable>
    {
        public Rules() => RuleFor(c => c.Reason).IsEntryText();
    }
}
