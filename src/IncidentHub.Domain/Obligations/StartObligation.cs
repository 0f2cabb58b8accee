using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Decides when the clock started, and on what basis; also where the rule was held not to apply before.</summary>
public sealed record StartObligation : ChangeObligation
{
    public required DateTimeOffset At { get; init; }
    public required string Basis { get; init; }

    protected override ObligationStep Step => ObligationStep.Start;
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(Obligation obligation, CommandContext context) =>
        obligation.Started(At, was: null, context, out var started) is { } badTime ? badTime : obligation.Entry(context, Basis, started);

    sealed class Rules : AbstractValidator<StartObligation>
    {
        public Rules()
        {
            RuleFor(c => (DateTimeOffset?)c.At).IsOccurrence();
            RuleFor(c => c.Basis).IsEntryText();
        }
    }
}
