using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Proposes work to a member agency. Work for one's own agency needs nobody's consent and starts accepted.</summary>
public sealed record ProposeTask : IncidentCommand
{
    public required TaskKind Kind { get; init; }
    public required string Title { get; init; }
    /// <summary>What is asked, and why.</summary>
    public string Text { get; init; } = "";
    public required AgencyId Assigned { get; init; }
    public DateTimeOffset? Due { get; init; }
    public ImmutableArray<string> Checklist { get; init; } = [];
    /// <summary>The finding that it follows up; the task is marked as the finding is, or stricter.</summary>
    public Reference? From { get; init; }
    public required Marking Marking { get; init; }
    public bool Releasable { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        var actor = context.Actor;
        if (!actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        var marking = Marking;
        if (EntryRules.Check(ref marking, state, actor, acting: Assigned) is { } badMarking)
            return badMarking;
        if (Releasable && !marking.MayBeReleased)
            return RejectionCode.MayNotBeReleased;
        if (From is { } source)
        {
            if (state.Finding(source, viewpoint) is not { } finding)
                return RejectionCode.NotFound;
            if (!marking.IsWithin(finding.Marking.Naming(actor.Person)))
                return RejectionCode.WiderThanCited;
        }

        var reference = state.ObjectReference("T", context.EntryReference);
        var begins = Assigned == actor.Agency ? TaskState.Accepted : TaskState.Proposed;
        return new EntryContent(
            context.EntryReference, actor, EntryKind.Task, context.Now, Text.Trim(), Source: null, marking, Releasable, Cites: From is { } f ? [reference, f] : [reference],
            Events: [new TaskProposed(reference, Title.Trim(), Kind, Assigned, begins, Due, [.. Checklist.Select(c => c.Trim())], From)]);
    }

    sealed class Rules : AbstractValidator<ProposeTask>
    {
        public Rules()
        {
            RuleFor(c => c.Title).IsTaskTitle();
            RuleFor(c => c.Text).IsRemark();
            RuleFor(c => c.Kind).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
            RuleFor(c => c.Marking).IsMarking();
            RuleFor(c => c.Due).IsOccurrence();
            RuleFor(c => c.Checklist).IsChecklist(item => item);
        }
    }
}

static class TaskShape
{
    public static IRuleBuilderOptions<T, string> IsTaskTitle<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.TitleRequired)
        .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
        .MaximumLength(TaskRules.MaximumTitleLength).WithErrorCode(ValidationCode.TitleTooLong);

    public static IRuleBuilderOptions<T, ImmutableArray<TItem>> IsChecklist<T, TItem>(this IRuleBuilder<T, ImmutableArray<TItem>> rule, Func<TItem, string> text) => rule
        .Must(items => !items.IsDefault && items.Length <= TaskRules.MaximumChecklist).WithErrorCode(ValidationCode.ChecklistTooLong)
        .Must(items => items.IsDefault || items.All(i => EntryRules.HasSomethingToRead(text(i)) && EntryRules.IsStorable(text(i)) && text(i).Length <= TaskRules.MaximumTitleLength))
        .WithErrorCode(ValidationCode.ChecklistItem);
}
