using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Rewrites a draft, its addressee and marking included; the requesting agency's. Names the version that it started from.</summary>
public sealed record EditClarification : ChangeClarification
{
    /// <summary><see cref="ClarificationRequest.Changes"/> as the editor read it.</summary>
    public required int BasedOn { get; init; }
    public required string Title { get; init; }
    public string Text { get; init; } = "";
    public required Letter Letter { get; init; }
    public required AgencyId Addressed { get; init; }
    public required Marking Marking { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (ClarificationRules.CheckMover(request, ClarificationMover.Requester, context.Actor) is { } notTheirs)
            return notTheirs;
        if (request.State is not ClarificationState.Draft)
            return ClarificationRules.MayNotFollow(request, context.Actor);
        if (Addressed == context.Actor.Agency)
            return RejectionCode.NotToOwnAgency;
        if (BasedOn != request.Changes)
            return RejectionCode.ChangedMeanwhile;
        var marking = Marking;
        if (EntryRules.Check(ref marking, state, context.Actor, acting: Addressed) is { } badMarking)
            return badMarking;

        var edited = new ClarificationEdited(Request, Title.Trim(), Letter.Trimmed(), Addressed, marking);
        return request.Entry(context, Text, edited) with { Marking = marking.Inside(context.Actor, state) };
    }

    sealed class Rules : AbstractValidator<EditClarification>
    {
        public Rules()
        {
            RuleFor(c => c.Title).IsSubjectTitle();
            RuleFor(c => c.Text).IsRemark();
            RuleFor(c => c.Letter).IsLetter();
            RuleFor(c => c.Marking).IsMarking();
        }
    }
}
