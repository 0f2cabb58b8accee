using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Obligations;

/// <summary>One obligation: the rule as it was recorded, its clock with every decision on it, the notice, its whole history, and what this viewer may do now.</summary>
public sealed partial class ObligationDrawer
{
    [Parameter, EditorRequired] public Obligation Item { get; set; } = default!;

    /// <summary>The form that is open: "mark", "note", or a step.</summary>
    string? open;
    ObligationStep? step;

    bool IsOverdue => Item.IsOverdue(Time.GetUtcNow());

    // Only what art. 46 asks for is composed here; another rule's report is written elsewhere. What ends it all stands last.
    IReadOnlyList<ObligationStep> Steps =>
        [.. ObligationRules.StepsOf(Item, Viewer).Where(s => NoticeContent.IsComposed(Item) || s is not (ObligationStep.WriteNotice or ObligationStep.ReviewNotice))
            .OrderBy(s => s is ObligationStep.SetNotApplicable)];

    string DueText => Item.Due is { } due ? Zone.DateAndClock(due)
        : Words[Item.Hours is null && Item.State is not ObligationState.NotApplicable ? "Obligation_AtOnce" : "Obligation_NoDue"];

    void Begin(ObligationStep taken) => (open, step) = ("step", taken);

    protected override void CloseForm() => (open, step) = (null, null);
}
