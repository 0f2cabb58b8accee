using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Judges source and information anew; the raising agency's.</summary>
public sealed record GradeFinding : IncidentCommand
{
    public required Reference Finding { get; init; }
    public required Grade Grade { get; init; }
    public required string Reason { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (state.Finding(Finding, viewpoint) is not { } finding)
            return RejectionCode.NotFound;
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (context.Actor.Agency != finding.RaisedBy)
            return new Rejection(RejectionCode.OnlyRaiser, finding.RaisedBy);
        if (finding.IsFinal)
            return new Rejection(RejectionCode.FindingMayNotFollow, finding.State, Array.Empty<FindingState>());
        if (finding.Grade == Grade)
            return new Rejection(RejectionCode.AlreadySo, Grade);
        return finding.Entry(context, Reason, [Finding], new FindingGraded(Finding, finding.Title, finding.Grade, Grade));
    }

    sealed class Rules : AbstractValidator<GradeFinding>
    {
        public Rules()
        {
            RuleFor(c => c.Reason).IsEntryText();
            RuleFor(c => c.Grade).Must(g => g.IsValid).WithErrorCode(ValidationCode.UnknownValue);
        }
    }
}
