using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>The tasks of an incident, moved on by one event.</summary>
static class TaskFold
{
    public static ImmutableDictionary<Reference, TaskItem> Apply(ImmutableDictionary<Reference, TaskItem> tasks, IncidentEvent change, TimelineEntry entry) => change switch
    {
        TaskProposed e => tasks.SetItem(e.Subject, new TaskItem(
            e.Subject, e.Kind, e.Title, entry.Content!.Author.Agency, entry.Content.Author.Person, e.Assigned, e.State, e.Due, [.. e.Checklist.Select(text => new ChecklistItem(text, IsDone: false))],
            BlockedBy: null, BlockedSince: null, WaitsFor: null, e.From, entry.Content.Marking, entry.RecordedAt, Changes: 0)),
        TaskMoved e => Change(tasks, e.Subject, entry, task => task with
        {
            State = e.To,
            WaitsFor = e.WaitsFor,
            BlockedBy = e.To is TaskState.Blocked ? entry.Content!.Text : null,
            BlockedSince = e.To is TaskState.Blocked ? entry.RecordedAt : null,
        }),
        TaskEdited e => Change(tasks, e.Subject, entry, task => task with { Title = e.Title, Due = e.Due, Checklist = e.Checklist }),
        _ => tasks,
    };

    // An event of a task whose beginning was erased changes nothing.
    static ImmutableDictionary<Reference, TaskItem> Change(ImmutableDictionary<Reference, TaskItem> tasks, Reference reference, TimelineEntry entry, Func<TaskItem, TaskItem> change) =>
        tasks.TryGetValue(reference, out var task)
            ? tasks.SetItem(reference, change(task) with { ChangedAt = entry.RecordedAt, Changes = task.Changes + 1 })
            : tasks;
}
