using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Tasks;

/// <summary>One task: what it asks, how far it is, its whole history, and what this viewer may do with it now.</summary>
public sealed partial class TaskDrawer
{
    [Parameter, EditorRequired] public TaskItem Item { get; set; } = default!;

    /// <summary>The form that is open: "mark", "edit", "note", or a move.</summary>
    string? open;
    TaskState? moving;

    bool MayEdit => Viewer.ActsForAgency && (Viewer.Agency == Item.Assigned || Viewer.Agency == Item.ProposedBy);

    IReadOnlyList<AgencyChoice> Agencies => View.Incident.Agencies();

    // A move that needs no reason is one click.
    async Task Begin(TaskMove move)
    {
        if (move.NeedsReason)
        {
            (open, moving) = ("move", move.To);
            return;
        }
        Errors = Words.Errors(await Send(new MoveTask { CommandId = Guid.NewGuid(), Task = Item.Reference, To = move.To }));
    }

    async Task Tick(int index, string text, bool isDone)
    {
        var outcome = await Send(Ticked(index, text, isDone));
        // Somebody changed something else meanwhile: the tick is as right on what there is now.
        if (outcome is Outcome.Rejected { Reason.Code: RejectionCode.ChangedMeanwhile })
            outcome = await Send(Ticked(index, text, isDone));
        Errors = Words.Errors(outcome);
    }

    EditTask Ticked(int index, string text, bool isDone)
    {
        var at = index < Item.Checklist.Length && Item.Checklist[index].Text == text ? index : Item.Checklist.Select(c => c.Text).ToList().IndexOf(text);
        return new EditTask
        {
            CommandId = Guid.NewGuid(),
            Task = Item.Reference,
            BasedOn = Item.Changes,
            Title = Item.Title,
            Due = Item.Due,
            Checklist = at < 0 ? Item.Checklist : Item.Checklist.SetItem(at, new ChecklistItem(text, isDone)),
        };
    }

    protected override void CloseForm() => (open, moving) = (null, null);
}
