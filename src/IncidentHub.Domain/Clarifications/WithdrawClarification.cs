using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>The requesting agency takes a letter, or a draft, back and says why.</summary>
public sealed record WithdrawClarification : ChangeClarification
{
    public required string Reason { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        ClarificationRules.Check(request, ClarificationState.Withdrawn, context.Actor) is { } illegal ? illegal
        : request.Entry(context, Reason, request.Move(ClarificationState.Withdrawn));

    sealed class Rules : AbstractValidator<WithdrawClarification>
    {
        public Rules() => RuleFor(c => c.Reason).IsEntryText();
    }
}
