using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Sends a draft, as it stands and marked as it says; the requesting agency's.</summary>
public sealed record SendClarification : ChangeClarification
{
    /// <summary><see cref="ClarificationRequest.Changes"/> as the sender read it: nobody sends what a colleague has just rewritten.</summary>
    public required int BasedOn { get; init; }
    /// <summary>Null: now.</summary>
    public DateTimeOffset? At { get; init; }
    public Proof? Proof { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (ClarificationRules.Check(request, ClarificationState.Sent, context.Actor) is { } illegal)
            return illegal;
        if (BasedOn != request.Changes)
            return RejectionCode.ChangedMeanwhile;
        // Whoever was a member when it was drafted may be none now.
        var marking = request.Intended!;
        if (EntryRules.Check(ref marking, state, context.Actor, acting: request.Addressed) is { } badMarking)
            return badMarking;
        if (EntryRules.CheckOccurred(At, context.Now) is { } badTime)
            return badTime;

        var sent = new ClarificationSent(Request, request.Title, request.Letter, request.Addressed, At ?? context.Now, Escalates: null, Proof?.Trimmed());
        return request.Entry(context, request.Text, sent) with { Marking = marking, OccurredAt = sent.At };
    }

    sealed class Rules : AbstractValidator<SendClarification>
    {
        public Rules()
        {
            RuleFor(c => c.At).IsOccurrence();
            RuleFor(c => c.Proof).IsProof();
        }
    }
}
