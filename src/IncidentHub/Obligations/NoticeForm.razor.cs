using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IncidentHub.Obligations;

public sealed partial class NoticeForm
{
    /// <summary>How many of the newest steps are looked at: more would not fit into the section.</summary>
    const int Steps = 50;

    NoticeModel model = default!;
    EditContext edit = default!;
    WriteNotice command = default!;
    KeptDraft<NoticeModel>? draft;
    bool differs;
    IReadOnlyList<string> errors = [];
    bool isSuggested;
    bool isSending;

    [CascadingParameter] Actor? Viewer { get; set; }
    /// <summary>As it is now, whatever was typed.</summary>
    [Parameter, EditorRequired] public Obligation Item { get; set; } = default!;
    [Parameter, EditorRequired] public RoomView View { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter, EditorRequired] public Func<Command, Task<Outcome>> Send { get; set; } = default!;
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    Notice? theirs => differs ? Item.Notice : null;

    protected override async Task OnInitializedAsync()
    {
        Take(NoticeModel.Of(Item));
        if (Viewer is null)
            return;
        draft = new KeptDraft<NoticeModel>(Drafts, Viewer.Person, View.Incident.Id, $"notice {Item.Reference}");
        if (await draft.Load() is { } unsent)
            Take(unsent);
    }

    // Behind a conflict the writer sees the newest version, and writes after that one.
    protected override void OnParametersSet()
    {
        if (differs)
            model.BasedOn = Item.Notices.Length;
    }

    void Take(NoticeModel now) => (model, edit, command) = (now, new EditContext(now), now.ToCommand(Item.Reference));

    async Task Suggest()
    {
        var page = await Reader.Before(View.Incident.Reference, Viewer!, new EntryFilter([EntryKind.ActionTaken], null, []), before: null, Steps);
        model.Add(NoticeSuggestion.Of(View, Item, page?.Entries ?? [], Zone, Words));
        isSuggested = true;
        Keep();
    }

    void Choose(DataCategory category, bool isChosen)
    {
        if (isChosen)
            model.Categories.Add(category);
        else
            model.Categories.Remove(category);
        edit.NotifyFieldChanged(edit.Field(nameof(model.Categories)));
        Keep();
    }

    void Keep() => draft?.Changed(model);

    // Who cancels wants it gone; who only closes the drawer finds it again.
    async Task Cancel()
    {
        await (draft?.Discard() ?? Task.CompletedTask);
        await OnClose.InvokeAsync();
    }

    async Task Submit()
    {
        isSending = true;
        var outcome = await draft.Send(model, () => Send(command = model.ToCommand(Item.Reference)));
        isSending = false;
        if (outcome is Outcome.Done)
        {
            await OnClose.InvokeAsync();
            return;
        }
        Compare(outcome);
        Keep();
    }

    void Compare(Outcome outcome)
    {
        var conflicts = outcome is Outcome.Rejected { Reason.Code: RejectionCode.ChangedMeanwhile };
        errors = conflicts ? [] : Words.Errors(outcome);
        if (conflicts)
            (differs, model.BasedOn) = (true, Item.Notices.Length);
    }

    public void Dispose() => draft?.Dispose();
}
