using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>
/// Records when the letter arrived, which starts the clock; the requesting agency's. A second time it corrects the moment and says why;
/// the entry holds both.
/// </summary>
public sealed record DeliverClarification : ChangeClarification
{
    public required DateTimeOffset At { get; init; }
    public string Reason { get; init; } = "";
    public Proof? Proof { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (ClarificationRules.CheckMover(request, ClarificationMover.Requester, context.Actor) is { } notTheirs)
            return notTheirs;
        if (request.State is ClarificationState.Draft or ClarificationState.Closed or ClarificationState.Withdrawn)
            return ClarificationRules.MayNotFollow(request, context.Actor);
        if (ClarificationRules.CheckMoment(request, At, context.Now) is { } badTime)
            return badTime;
        // What came back proves that it had arrived.
        if (At > request.AcknowledgedAt || At > request.Answers.FirstOrDefault()?.At)
            return RejectionCode.DeliveredTooLate;
        if (At == request.DeliveredAt)
            return new Rejection(RejectionCode.AlreadySo, request.State);
        if (request.DeliveredAt is not null && !EntryRules.HasSomethingToRead(Reason))
            return RejectionCode.ReasonRequired;

        var delivered = new ClarificationDelivered(Request, request.Title, request.DeliveredAt, At, Proof?.Trimmed());
        return request.State is ClarificationState.Sent
            ? request.Entry(context, Reason, delivered, request.Move(ClarificationState.Delivered))
            : request.Entry(context, Reason, delivered);
    }

    sealed class Rules : AbstractValidator<DeliverClarification>
    {
        public Rules()
        {
            RuleFor(c => c.Reason).IsRemark();
            RuleFor(c => (DateTimeOffset?)c.At).IsOccurrence();
            RuleFor(c => c.Proof).IsProof();
        }
    }
}
