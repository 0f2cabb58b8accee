using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Says that what the rule asks was done, when and how. In time or late is a count by the clock, no judgement.</summary>
public sealed record MeetObligation : ChangeObligation
{
    /// <summary>Null: now.</summary>
    public DateTimeOffset? At { get; init; }
    public required string How { get; init; }
    public Proof? Proof { get; init; }

    protected override ObligationStep Step => ObligationStep.Meet;
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(Obligation obligation, CommandContext context)
    {
        if (EntryRules.CheckOccurred(At, context.Now) is { } badTime)
            return badTime;
        var at = At ?? context.Now;
        var met = new ObligationMet(Obligation, obligation.Title, at > obligation.Due ? ObligationState.MetLate : ObligationState.Met, at, Proof?.Trimmed());
        return obligation.Entry(context, How, met) with { OccurredAt = at };
    }

    sealed class Rules : AbstractValidator<MeetObligation>
    {
        public Rules()
        {
            RuleFor(c => c.At).IsOccurrence();
            RuleFor(c => c.How).IsEntryText();
            RuleFor(c => c.Proof).IsProof();
        }
    }
}
