using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Changes title, due date and checklist; the agency that proposed it and the one that does it may. Names the version that it started from.</summary>
public sealed record EditTask : IncidentCommand
{
    public required Reference Task { get; init; }
    /// <summary><see cref="TaskItem.Changes"/> as the editor read it.</summary>
    public required int BasedOn { get; init; }
    public required string Title { get; init; }
    public DateTimeOffset? Due { get; init; }
    public required ImmutableArray<ChecklistItem> Checklist { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (state.Task(Task, viewpoint) is not { } task)
            return RejectionCode.NotFound;
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (context.Actor.Agency != task.Assigned && context.Actor.Agency != task.ProposedBy)
            return new Rejection(RejectionCode.OnlyAssigned, task.Assigned);
        if (BasedOn != task.Changes)
            return RejectionCode.ChangedMeanwhile;
        var edited = new TaskEdited(Task, Title.Trim(), Due, [.. Checklist.Select(c => c with { Text = c.Text.Trim() })]);
        if (edited.Title == task.Title && edited.Due == task.Due && edited.Checklist.SequenceEqual(task.Checklist))
            return new Rejection(RejectionCode.AlreadySo, task.Title);

        return task.Entry(context, "", edited);
    }

    sealed class Rules : AbstractValidator<EditTask>
    {
        public Rules()
        {
            RuleFor(c => c.Title).IsTaskTitle();
            RuleFor(c => c.Due).IsOccurrence();
            RuleFor(c => c.Checklist).IsChecklist(item => item.Text);
        }
    }
}

static class TaskEntries
{
    /// <summary>An entry that changes a task inherits its marking.</summary>
    public static EntryContent Entry(this TaskItem task, CommandContext context, string text, params ImmutableArray<IncidentEvent> events) => new(
        context.EntryReference, context.Actor, EntryKind.Task, context.Now, text.Trim(), Source: null, task.Marking, Releasable: false, Cites: [task.Reference], events);
}
