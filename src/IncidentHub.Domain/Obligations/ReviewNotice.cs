using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>A second person has read the latest version of the notice and agrees to it.</summary>
public sealed record ReviewNotice : ChangeObligation
{
    /// <summary>That was read: nobody agrees to what has just been rewritten.</summary>
    public required int Version { get; init; }
    public string Remark { get; init; } = "";

    protected override ObligationStep Step => ObligationStep.ReviewNotice;
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(Obligation obligation, CommandContext context) =>
        obligation.Notice is not { } notice || notice.Version != Version ? RejectionCode.ChangedMeanwhile
        : notice.ReviewedBy is not null ? new Rejection(RejectionCode.AlreadySo, Version)
        : notice.Writer == context.Actor.Person ? RejectionCode.NeedsSecondPerson
        : obligation.Entry(context, Remark, new NoticeReviewed(Obligation, obligation.Title, Version));

    sealed class Rules : AbstractValidator<ReviewNotice>
    {
        public Rules() => RuleFor(c => c.Remark).IsRemark();
    }
}
