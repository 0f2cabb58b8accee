using FluentValidation;

namespace IncidentHub.Domain;

public sealed record SubjectRemarked(Reference Subject, string Title, Marking From, Marking To) : SubjectEvent(Subject, Title);

/// <summary>
/// Gives a task, a finding, a request or an obligation another marking; the agency's that brought it in, which is the source whose consent a wider one needs. The entry
/// carries the new marking: who may see the object from now on reads that it was re-marked. Earlier entries keep theirs.
/// </summary>
public sealed record ReMark : IncidentCommand
{
    public required Reference Subject { get; init; }
    public required Marking Marking { get; init; }
    public required string Reason { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (state.Subject(Subject, viewpoint) is not { } subject)
            return RejectionCode.NotFound;
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (subject is Release or Edition or CommissionQuestion or SituationReport)
            return RejectionCode.MarkedByConsent;
        if (context.Actor.Agency != subject.Source)
            return new Rejection(RejectionCode.OnlyRaiser, subject.Source);
        if (subject.IsDraft)
            return RejectionCode.DraftStaysInside;
        var marking = Marking;
        if (EntryRules.Check(ref marking, state, context.Actor) is { } badMarking)
            return badMarking;
        // An agency that left the team needs to see nothing any more.
        if (subject.Acting is { } acting && state.Agencies.Contains(acting) && !marking.IsSeenBy(acting, state))
            return new Rejection(RejectionCode.AssignedOutsideAudience, acting);
        // A follow-up stays within its finding, which may be another agency's; what the actor sees of that no more, they can't make wider.
        if (subject is TaskItem { From: { } from } && !marking.IsWithin((state.Finding(from, viewpoint)?.Marking ?? subject.Marking).Naming(context.Actor.Person)))
            return RejectionCode.WiderThanCited;
        if (marking.Equals(subject.Marking))
            return new Rejection(RejectionCode.AlreadySo, marking.Tlp);
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.Remarking, context.Now, Reason.Trim(), Source: null, marking, Releasable: false, Cites: [Subject],
            Events: [new SubjectRemarked(Subject, subject.Title, subject.Marking, marking)]);
    }

    sealed class Rules : AbstractValidator<ReMark>
    {
        public Rules()
        {
            RuleFor(c => c.Reason).IsEntryText();
            RuleFor(c => c.Marking).IsMarking();
        }
    }
}
