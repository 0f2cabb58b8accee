using System.Collections.Immutable;

namespace IncidentHub.Domain;

public enum TaskState { Proposed, Accepted, Declined, InProgress, Blocked, InReview, Done, Cancelled }

/// <summary>What a task is for. Finding the cause and preventing the next time are separate work, by separate people.</summary>
public enum TaskKind { Response, Cause, Prevention }

/// <summary>Work that one agency asks of another, or takes on itself. Peers propose; they don't order.</summary>
/// <param name="Changes">How many times it was changed: an edit names the count that it started from.</param>
/// <param name="BlockedSince">When it came to wait; what is done to it meanwhile doesn't move this.</param>
/// <param name="From">The finding that it follows up.</param>
public sealed record TaskItem(
    Reference Reference,
    TaskKind Kind,
    string Title,
    AgencyId ProposedBy,
    PersonId Author,
    AgencyId Assigned,
    TaskState State,
    DateTimeOffset? Due,
    ImmutableArray<ChecklistItem> Checklist,
    string? BlockedBy,
    DateTimeOffset? BlockedSince,
    AgencyId? WaitsFor,
    Reference? From,
    Marking Marking,
    DateTimeOffset ChangedAt,
    int Changes) : ISubject
{
    public bool IsOpen => State is not (TaskState.Declined or TaskState.Done or TaskState.Cancelled);
    AgencyId ISubject.Source => ProposedBy;
    AgencyId? ISubject.Acting => Assigned;
    ISubject ISubject.Marked(Marking marking) => this with { Marking = marking, Changes = Changes + 1 };
}

public sealed record ChecklistItem(string Text, bool IsDone);

/// <summary>Who makes a move.</summary>
public enum TaskMover { Assigned, Proposer, ProposerOrCoordinator }

/// <param name="NeedsReason">The move must say why: to decline, to block, to send back, to reopen.</param>
public sealed record TaskMove(TaskState To, TaskMover Mover, bool NeedsReason = false);

public static class TaskRules
{
    public const int MaximumTitleLength = 200;
    public const int MaximumChecklist = 30;

    static readonly TaskMove cancel = new(TaskState.Cancelled, TaskMover.ProposerOrCoordinator, NeedsReason: true);

    static readonly Dictionary<TaskState, TaskMove[]> moves = new()
    {
        [TaskState.Proposed] = [new(TaskState.Accepted, TaskMover.Assigned), new(TaskState.Declined, TaskMover.Assigned, NeedsReason: true), cancel],
        [TaskState.Accepted] = [new(TaskState.InProgress, TaskMover.Assigned), cancel],
        [TaskState.InProgress] = [new(TaskState.InReview, TaskMover.Assigned), new(TaskState.Blocked, TaskMover.Assigned, NeedsReason: true), cancel],
        [TaskState.Blocked] = [new(TaskState.InProgress, TaskMover.Assigned), cancel],
        [TaskState.InReview] = [new(TaskState.Done, TaskMover.Proposer), new(TaskState.InProgress, TaskMover.Proposer, NeedsReason: true), cancel],
        [TaskState.Done] = [new(TaskState.InProgress, TaskMover.Proposer, NeedsReason: true)],
        [TaskState.Declined] = [new(TaskState.Proposed, TaskMover.Proposer)],
    };

    /// <summary>The moves out of a state, the usual one first.</summary>
    public static IReadOnlyList<TaskMove> Moves(TaskState from) => moves.GetValueOrDefault(from, []);

    /// <summary>The moves that this person may make now.</summary>
    public static IEnumerable<TaskMove> MovesOf(TaskItem task, Actor actor) => Moves(task.State).Where(move => May(move, task, actor));

    public static bool May(TaskMove move, TaskItem task, Actor actor) => actor.ActsForAgency && move.Mover switch
    {
        TaskMover.Assigned => actor.Agency == task.Assigned,
        TaskMover.Proposer => actor.Agency == task.ProposedBy,
        _ => actor.Agency == task.ProposedBy || actor.IsCoordinator,
    };
}
