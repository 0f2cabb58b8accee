using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>The moves of a task, written from the domain's page and not from the code; tests of single moves and of random sequences read it.</summary>
static class TaskTable
{
    /// <summary>From each row to each column: the assigned agency (A), the proposing one (P), the proposing one or a coordinator (PC); ! must say why.</summary>
    const string Moves = """
                   | Proposed | Accepted | Declined | InProgress | Blocked | InReview | Done | Cancelled
        Proposed   | -        | A        | A!       | -          | -       | -        | -    | PC!
        Accepted   | -        | -        | -        | A          | -       | -        | -    | PC!
        Declined   | P        | -        | -        | -          | -       | -        | -    | -
        InProgress | -        | -        | -        | -          | A!      | A        | -    | PC!
        Blocked    | -        | -        | -        | A          | -       | -        | -    | PC!
        InReview   | -        | -        | -        | P!         | -       | -        | P    | PC!
        Done       | -        | -        | -        | P!         | -       | -        | -    | -
        Cancelled  | -        | -        | -        | -          | -       | -        | -    | -
        """;

    public static readonly IReadOnlyDictionary<(TaskState From, TaskState To), string> Cells =
        Moves.CellsOfTable().ToDictionary(c => (Enum.Parse<TaskState>(c.Row), Enum.Parse<TaskState>(c.Column)), c => c.Content);

    public static bool NeedsReason(string cell) => cell.EndsWith('!');

    public static bool Lets(string cell, Actor actor, AgencyId assigned, AgencyId proposer) => cell.TrimEnd('!') switch
    {
        "A" => actor.Agency == assigned,
        "P" => actor.Agency == proposer,
        "PC" => actor.Agency == proposer || actor.Role is Role.Coordinator,
        _ => false,
    };

    public static IEnumerable<TaskState> Open(TaskState from, Actor actor, AgencyId assigned, AgencyId proposer) =>
        Cells.Where(c => c.Key.From == from && Lets(c.Value, actor, assigned, proposer)).Select(c => c.Key.To);
}
