using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>The addressed agency has the letter before it. Says nothing of its content, and needs no words.</summary>
public sealed record AcknowledgeClarification : ChangeClarification
{
    public string Remark { get; init; } = "";
    public Proof? Proof { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        ClarificationRules.Check(request, ClarificationState.Acknowledged, context.Actor) is { } illegal ? illegal
        : request.Entry(context, Remark, [.. request.ArrivedBy(context.Now), request.Move(ClarificationState.Acknowledged, Proof)]);

    sealed class Rules : AbstractValidator<AcknowledgeClarification>
    {
        public Rules()
        {
            RuleFor(c => c.Remark).IsRemark();
            RuleFor(c => c.Proof).IsProof();
        }
    }
}
