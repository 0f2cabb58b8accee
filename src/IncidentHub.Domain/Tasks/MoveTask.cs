using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Moves a task to another state: accept, decline, start, block, finish, review, reopen, cancel. Who may is <see cref="TaskRules"/>'.</summary>
public sealed record MoveTask : IncidentCommand
{
    public required Reference Task { get; init; }
    public required TaskState To { get; init; }
    /// <summary>Why, or what came of it. Some moves must say.</summary>
    public string Reason { get; init; } = "";
    /// <summary>With Blocked: the agency whose move it is.</summary>
    public AgencyId? WaitsFor { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (state.Task(Task, viewpoint) is not { } task)
            return RejectionCode.NotFound;
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (TaskRules.Moves(task.State).FirstOrDefault(m => m.To == To) is not { } move)
            return new Rejection(RejectionCode.TaskMayNotFollow, task.State, TaskRules.MovesOf(task, context.Actor).Select(m => m.To).ToArray());
        if (!TaskRules.May(move, task, context.Actor))
            return move.Mover is TaskMover.Assigned ? new Rejection(RejectionCode.OnlyAssigned, task.Assigned) : new Rejection(RejectionCode.OnlyProposer, task.ProposedBy);
        if (move.NeedsReason && !EntryRules.HasSomethingToRead(Reason))
            return RejectionCode.ReasonRequired;
        if (WaitsFor is { } agency && !state.Agencies.Contains(agency))
            return new Rejection(RejectionCode.AgencyNotMember, agency);

        return task.Entry(context, Reason, new TaskMoved(Task, task.Title, task.State, To, To is TaskState.Blocked ? WaitsFor : null));
    }

    sealed class Rules : AbstractValidator<MoveTask>
    {
        public Rules()
        {
            RuleFor(c => c.Reason).IsRemark();
            RuleFor(c => c.To).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
        }
    }
}
