using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>The requesting agency holds that the answer does not do, and why; the questions that it names are open again, under the same deadline.</summary>
public sealed record JudgeInsufficient : ChangeClarification
{
    public required string Reason { get; init; }
    /// <summary>The numbers of the questions that are open again.</summary>
    public required ImmutableArray<int> Reopened { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (ClarificationRules.Check(request, ClarificationState.Insufficient, context.Actor) is { } illegal)
            return illegal;
        if (Reopened.Where(number => request.Questions.All(q => q.Number != number)).ToList() is [var stray, ..])
            return new Rejection(RejectionCode.NoSuchQuestion, stray);
        return request.Entry(context, Reason, new QuestionsReopened(Request, request.Title, [.. Reopened.Order()]), request.Move(ClarificationState.Insufficient));
    }

    sealed class Rules : AbstractValidator<JudgeInsufficient>
    {
        public Rules()
        {
            RuleFor(c => c.Reason).IsEntryText();
            RuleFor(c => c.Reopened).Must(r => !r.IsDefaultOrEmpty && r.Distinct().Count() == r.Length).WithErrorCode(ValidationCode.ReopenedRequired);
        }
    }
}
