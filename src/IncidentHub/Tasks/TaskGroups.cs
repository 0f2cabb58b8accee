using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Tasks;

/// <summary>Tasks that stand under one heading of the pane.</summary>
public sealed record TaskGroup(string Word, StateLook Look, ImmutableArray<TaskItem> Tasks);

/// <summary>How the pane orders an incident's tasks: what needs this viewer's agency first, then by how far they are. Pure.</summary>
public static class TaskGroups
{
    static readonly TaskState[] others = [TaskState.Blocked, TaskState.InProgress, TaskState.InReview, TaskState.Accepted, TaskState.Proposed];

    public static IReadOnlyList<TaskGroup> Open(IEnumerable<TaskItem> tasks, Actor viewer, Words words)
    {
        var rest = tasks.Where(t => t.IsOpen).ToList();
        var groups = new List<TaskGroup>();
        if (viewer.ActsForAgency)
        {
            Take(t => t.State is TaskState.Proposed && t.Assigned == viewer.Agency, words["Tasks_ProposedToUs", viewer.AgencyName], TaskState.Proposed);
            Take(t => t.State is TaskState.InReview && t.ProposedBy == viewer.Agency, words["Tasks_ReviewByUs", viewer.AgencyName], TaskState.InReview);
        }
        foreach (var state in others)
            Take(t => t.State == state, words.Of(state), state);
        return groups;

        void Take(Func<TaskItem, bool> belongs, string word, TaskState look)
        {
            // Whose move it is comes first, then what is due first.
            ImmutableArray<TaskItem> taken = [.. rest.Where(belongs).OrderBy(t => !WaitsForUs(t, viewer)).ThenBy(t => t.Due ?? DateTimeOffset.MaxValue)];
            rest.RemoveAll(t => belongs(t));
            if (!taken.IsEmpty)
                groups.Add(new TaskGroup(word, StateLook.Of(look), taken));
        }
    }

    /// <summary>Done, declined and cancelled, the latest first.</summary>
    public static ImmutableArray<TaskItem> Settled(IEnumerable<TaskItem> tasks) => [.. tasks.Where(t => !t.IsOpen).OrderByDescending(t => t.ChangedAt)];

    public static bool WaitsForUs(TaskItem task, Actor viewer) => viewer.ActsForAgency && task.State is TaskState.Blocked && task.WaitsFor == viewer.Agency;
}
