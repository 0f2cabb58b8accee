using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>
/// Sends a second letter to the same agency; the requesting agency's. The second is a request of its own, with a clock of its own, marked
/// as the first; what the first asks may still be answered.
/// </summary>
public sealed record EscalateClarification : ChangeClarification
{
    public required string Title { get; init; }
    public string Text { get; init; } = "";
    public required Letter Letter { get; init; }
    /// <summary>When the second letter went out; null: now.</summary>
    public DateTimeOffset? SentAt { get; init; }
    public Proof? Proof { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (ClarificationRules.Check(request, ClarificationState.Escalated, context.Actor) is { } illegal)
            return illegal;
        if (!state.Agencies.Contains(request.Addressed))
            return new Rejection(RejectionCode.AgencyNotMember, request.Addressed);
        if (ClarificationRules.CheckMoment(request, SentAt, context.Now) is { } badTime)
            return badTime;

        var second = new ClarificationSent(
            state.ObjectReference("K", context.EntryReference), Title.Trim(), Letter.Trimmed(), request.Addressed, SentAt ?? context.Now, Escalates: Request, Proof?.Trimmed());
        return request.Entry(context, Text, second, request.Move(ClarificationState.Escalated)) with { OccurredAt = second.At, Cites = [second.Subject, Request] };
    }

    sealed class Rules : AbstractValidator<EscalateClarification>
    {
        public Rules()
        {
            RuleFor(c => c.Title).IsSubjectTitle();
            RuleFor(c => c.Text).IsRemark();
            RuleFor(c => c.Letter).IsLetter();
            RuleFor(c => c.SentAt).IsOccurrence();
            RuleFor(c => c.Proof).IsProof();
        }
    }
}
