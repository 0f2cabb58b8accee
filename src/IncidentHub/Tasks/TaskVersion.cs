using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Tasks;

/// <summary>What an edit of a task writes as a whole.</summary>
public sealed record TaskVersion(string Title, DateTimeOffset? Due, ImmutableArray<ChecklistItem> Checklist)
{
    public static TaskVersion Of(TaskItem task) => new(task.Title, task.Due, task.Checklist);

    public bool HasSameChecklist(TaskVersion other) => Checklist.SequenceEqual(other.Checklist);
}

/// <summary>What stands in the form, and the version that it started from; a draft from the first change on.</summary>
public sealed class EditTaskModel
{
    public string? Title { get; set; }
    public DateTimeOffset? Due { get; set; }
    public List<ChecklistLine> Checklist { get; set; } = [];
    public TaskVersion? Began { get; set; }
    /// <summary><see cref="TaskItem.Changes"/> as it was then.</summary>
    public int BasedOn { get; set; }

    public TaskVersion Version => new((Title ?? "").Trim(), Due, ChecklistLine.Items(Checklist));

    public static EditTaskModel Of(TaskItem task) => 
        new() { Title = task.Title, Due = task.Due, Checklist = ChecklistLine.Of(task.Checklist), Began = TaskVersion.Of(task), BasedOn = task.Changes };
}

/// <summary>Part by part, whose version is kept. Mutable: the form writes into it.</summary>
public sealed class VersionChoice
{
    public bool MyTitle { get; set; }
    public bool MyDue { get; set; }
    public bool MyChecklist { get; set; }

    /// <summary>Mine where I changed something, theirs where I left it as it was.</summary>
    public static VersionChoice Suggested(TaskVersion began, TaskVersion theirs, TaskVersion mine) => new()
    {
        MyTitle = mine.Title != began.Title && mine.Title != theirs.Title,
        MyDue = mine.Due != began.Due && mine.Due != theirs.Due,
        MyChecklist = !mine.HasSameChecklist(began) && !mine.HasSameChecklist(theirs),
    };

    public TaskVersion Of(TaskItem theirs, TaskVersion mine) =>
        new(MyTitle ? mine.Title : theirs.Title, MyDue ? mine.Due : theirs.Due, MyChecklist ? mine.Checklist : theirs.Checklist);
}
