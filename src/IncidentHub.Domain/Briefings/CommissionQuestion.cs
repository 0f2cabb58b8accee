using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>A written question by a member of the commission. It is answered by a release, like everything that the commission is told.</summary>
/// <param name="Title">The question.</param>
/// <param name="AskedBy">The member who asks; may be empty.</param>
/// <param name="Assigned">The agency that is to answer; null until a coordinator assigned it.</param>
/// <param name="Task">Its task to do so.</param>
public sealed record CommissionQuestion(
    Reference Reference, string Title, string AskedBy, DateTimeOffset At, AgencyId Source, PersonId Author, AgencyId? Assigned, Reference? Task, Marking Marking, DateTimeOffset ChangedAt, int Changes) : ISubject
{
    public const int MaximumLength = 500;
    public const int MaximumNameLength = 120;
    const int ShortLength = 200;

    /// <summary>As the title of what answers it, which is shorter than a question may be. Half a surrogate pair is no character.</summary>
    public string ShortTitle => Title.Length <= ShortLength ? Title : Title.Beginning(ShortLength - 1) + "…";

    AgencyId? ISubject.Acting => null;
    bool ISubject.IsOpen => false;
    ISubject ISubject.Marked(Marking marking) => this with { Marking = marking };
}

/// <summary>Asks the joint team something in writing; a commission observer's, about an incident that the commission was briefed on.</summary>
public sealed record AskQuestion : Command
{
    public required string Question { get; init; }
    public string AskedBy { get; init; } = "";

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    public override Decision Decide(IncidentState state, CommandContext context)
    {
        // Whether there is such an incident is not an outsider's to learn.
        if (context.Actor.Role is not Role.CommissionObserver || !state.IsKnownToCommission)
            return RejectionCode.NotFound;
        var reference = state.ObjectReference("P", context.EntryReference);
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.CommissionQuestion, context.Now, "", Source: null, Marking.WholeTeam(Tlp.Green), Releasable: false, Cites: [reference],
            Events: [new QuestionAsked(reference, Question.Trim(), AskedBy.Trim())]);
    }

    sealed class Rules : AbstractValidator<AskQuestion>
    {
        public Rules()
        {
            RuleFor(c => c.Question)
                .Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.TextRequired)
                .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
                .MaximumLength(CommissionQuestion.MaximumLength).WithErrorCode(ValidationCode.CommissionQuestionTooLong);
            RuleFor(c => c.AskedBy)
                .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
                .MaximumLength(CommissionQuestion.MaximumNameLength).WithErrorCode(ValidationCode.AskedByTooLong);
        }
    }
}

/// <summary>Gives a question to an agency, as a task; a coordinator's. Assigning it anew proposes another task, and the first one stays to be cancelled.</summary>
public sealed record AssignQuestion : IncidentCommand
{
    public required Reference Question { get; init; }
    public required AgencyId Agency { get; init; }
    public DateTimeOffset? Due { get; init; }
    public string Remark { get; init; } = "";

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (state.Question(Question, viewpoint) is not { } question)
            return RejectionCode.NotFound;
        if (!context.Actor.IsCoordinator)
            return context.Actor.ActsForAgency ? RejectionCode.OnlyCoordinator : RejectionCode.RoleMayNot;
        if (!state.Agencies.Contains(Agency))
            return new Rejection(RejectionCode.AgencyNotMember, Agency);
        if (question.Assigned == Agency)
            return new Rejection(RejectionCode.AlreadySo, Agency);
        var task = state.ObjectReference("T", context.EntryReference);
        var begins = Agency == context.Actor.Agency ? TaskState.Accepted : TaskState.Proposed;
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.Task, context.Now, Remark.Trim(), Source: null, question.Marking, Releasable: false, Cites: [Question, task],
            Events: [new QuestionAssigned(Question, question.Title, Agency, task), new TaskProposed(task, question.ShortTitle, TaskKind.Response, Agency, begins, Due, [], From: null)]);
    }

    sealed class Rules : AbstractValidator<AssignQuestion>
    {
        public Rules()
        {
            RuleFor(c => c.Remark).IsRemark();
            RuleFor(c => c.Due).IsOccurrence();
        }
    }
}

/// <summary>
/// An agency's answer to a question: at once an entry of its own and a proposal to release it, to which the agency agrees by writing it. A
/// coordinator, another person, releases it. The task that asked for it waits for review from then on.
/// </summary>
public sealed record AnswerQuestion : IncidentCommand
{
    public required Reference Question { get; init; }
    public required string Text { get; init; }
    public Tlp Label { get; init; } = Tlp.Clear;

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (state.Question(Question, viewpoint) is not { } question)
            return RejectionCode.NotFound;
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (question.Assigned is not { } assigned)
            return RejectionCode.QuestionNotAssigned;
        if (context.Actor.Agency != assigned)
            return new Rejection(RejectionCode.OnlyAssigned, assigned);
        if (state.Releases.Values.Any(r => r.Answers == Question && r.State is ReleaseState.Proposed or ReleaseState.Agreed or ReleaseState.Released))
            return RejectionCode.AlreadyProposed;
        var reference = state.ObjectReference("B", context.EntryReference);
        var marking = question.Marking.AtLeast(Label);
        var task = question.Task is { } asked ? state.Task(asked, viewpoint) : null;
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.Release, context.Now, "", Source: null, marking, Releasable: true, Cites: [reference, Question],
            Events: [
                new ReleaseProposed(reference, question.ShortTitle, Text.Trim(), ReleasedKind.Entry, context.EntryReference, assigned, BriefingSection.Answer, Label, context.Now, Question, Agreed: true),
                // What changes a task is marked as the task is: one that is marked otherwise is moved by hand.
                .. task is not null && task.Assigned == assigned && task.Marking.Equals(marking) ? HandedIn(task) : []]);
    }

    // To answer is to accept the task, to do it, and to hand it in: each move is one that the table has.
    static IEnumerable<TaskMoved> HandedIn(TaskItem task)
    {
        TaskState[] way = task.State switch
        {
            TaskState.Proposed => [TaskState.Proposed, TaskState.Accepted, TaskState.InProgress, TaskState.InReview],
            TaskState.Accepted => [TaskState.Accepted, TaskState.InProgress, TaskState.InReview],
            TaskState.Blocked => [TaskState.Blocked, TaskState.InProgress, TaskState.InReview],
            TaskState.InProgress => [TaskState.InProgress, TaskState.InReview],
            _ => [],
        };
        return way.Zip(way.Skip(1), (from, to) => new TaskMoved(task.Reference, task.Title, from, to, WaitsFor: null));
    }

    sealed class Rules : AbstractValidator<AnswerQuestion>
    {
        public Rules()
        {
            RuleFor(c => c.Text).Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.TextRequired);
            RuleFor(c => c.Text).IsReleaseText();
            RuleFor(c => c.Label).IsReleaseLabel();
        }
    }
}
