using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>
/// The addressed agency's formal answer, or a new version of it: complete once every question is answered, in this version or an earlier
/// one. It counts from when it was given, and never resets the clock.
/// </summary>
public sealed record AnswerClarification : ChangeClarification
{
    public required string Text { get; init; }
    public required ImmutableArray<QuestionAnswer> Answers { get; init; }
    public string LetterNumber { get; init; } = "";
    /// <summary>When it was given, if that was before it is recorded; null: now.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
    public Proof? Proof { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        var to = request.Questions.All(IsAnswered) ? ClarificationState.Answered : ClarificationState.PartlyAnswered;
        if (ClarificationRules.Check(request, to, context.Actor) is { } illegal)
            return illegal;
        if (Answers.FirstOrDefault(a => request.Questions.All(q => q.Number != a.Number)) is { } stray)
            return new Rejection(RejectionCode.NoSuchQuestion, stray.Number);
        if (ClarificationRules.CheckMoment(request, AnsweredAt, context.Now) is { } badTime)
            return badTime;

        var at = AnsweredAt ?? context.Now;
        ImmutableArray<QuestionAnswer> covers = [.. Answers.OrderBy(a => a.Number).Select(a => a with { Text = a.Text.Trim() })];
        var answered = new ClarificationAnswered(Request, request.Title, request.State, to, request.Answers.Length + 1, at, LetterNumber.Trim(), covers, Proof?.Trimmed());
        return request.Entry(context, Text, [.. request.ArrivedBy(at), answered]) with { Kind = EntryKind.ClarificationAnswer, OccurredAt = at };
    }

    bool IsAnswered(Question question) => (Answers.FirstOrDefault(a => a.Number == question.Number)?.State ?? question.State) is QuestionState.Answered;

    sealed class Rules : AbstractValidator<AnswerClarification>
    {
        public Rules()
        {
            RuleFor(c => c.Text).IsEntryText();
            RuleFor(c => c.LetterNumber).IsLetterNumber();
            RuleFor(c => c.AnsweredAt).IsOccurrence();
            RuleFor(c => c.Proof).IsProof();
            RuleFor(c => c.Answers).Must(a => !a.IsDefaultOrEmpty && a.Select(x => x.Number).Distinct().Count() == a.Length).WithErrorCode(ValidationCode.AnswersRequired);
            RuleForEach(c => c.Answers).ChildRules(answer =>
            {
                answer.RuleFor(a => a.Text).IsRemark();
                answer.RuleFor(a => a.State).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
            }).When(c => !c.Answers.IsDefault);
        }
    }
}
