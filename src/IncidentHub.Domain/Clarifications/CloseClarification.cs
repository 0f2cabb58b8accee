using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>The requesting agency needs nothing more of it.</summary>
public sealed record CloseClarification : ChangeClarification
{
    public string Reason { get; init; } = "";

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        ClarificationRules.Check(request, ClarificationState.Closed, context.Actor) is { } illegal ? illegal
        : request.Entry(context, Reason, request.Move(ClarificationState.Closed));

    sealed class Rules : AbstractValidator<CloseClarification>
    {
        public Rules() => RuleFor(c => c.Reason).IsRemark();
    }
}
