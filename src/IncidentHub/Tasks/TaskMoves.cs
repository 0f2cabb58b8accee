using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Tasks;

/// <summary>What a move is called on its button: "Lanjutkan" out of a blockage, "Kembalikan" out of a review.</summary>
public static class TaskMoves
{
    public static string Word(TaskItem task, TaskState to, Words words) => words[(task.State, to) switch
    {
        (TaskState.Blocked or TaskState.InReview or TaskState.Done, TaskState.InProgress) => $"TaskMove_{to}_{task.State}",
        _ => "TaskMove_" + to,
    }];
}
