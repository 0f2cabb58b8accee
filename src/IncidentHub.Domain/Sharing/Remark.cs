using FluentValidation;

namespace IncidentHub.Domain;

public sealed record SubjectRemarked(Reference Subject, string Title, Marking From, Marking To) : SubjectEvent(Subject, Title);

/// <summary>
/// Gives a task or a finding another marking; the agency's that brought it in, which is the source whose consent a wider one needs. The entry
/// carries the new marking: who may see the object from now on reads that it was re-marked. Earlier entries keep theirs.
/// </summary>
public sealed record ReMark : IncidentCommand
{
    /// <summary>A task or a finding.</summary>
    public required Reference Subject { get; init; }
    public required Marking Marking { get; init; }
    public required string Reason { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        var task = state.Task(Subject, viewpoint);
        var finding = state.Finding(Subject, viewpoint);
        if ((task?.Marking ?? finding?.Marking) is not { } present)
            return RejectionCode.NotFound;
        var source = task?.ProposedBy ?? finding!.RaisedBy;
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (context.Actor.Agency != source)
            return new Rejection(RejectionCode.OnlyRaiser, source);
        var marking = Marking;
        if (EntryRules.Check(ref marking, state, context.Actor) is { } badMarking)
            return badMarking;
        // An agency that left the team needs to see nothing any more.
        if (task is not null && state.Agencies.Contains(task.Assigned) && !TaskRules.IsSeenBy(task.Assigned, marking, state))
            return new Rejection(RejectionCode.AssignedOutsideAudience, task.Assigned);
        // A follow-up stays within its finding, which may be another agency's; what the actor sees of that no more, they can't make wider.
        if (task?.From is { } from && !marking.IsWithin((state.Finding(from, viewpoint)?.Marking ?? present).Naming(context.Actor.Person)))
            return RejectionCode.WiderThanCited;
        if (marking.Equals(present))
            return new Rejection(RejectionCode.AlreadySo, marking.Tlp);
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.Remarking, context.Now, Reason.Trim(), Source: null, marking, Releasable: false, Cites: [Subject],
            Events: [new SubjectRemarked(Subject, task?.Title ?? finding!.Title, present, marking)]);
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
