using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IncidentHub.Obligations;

public sealed partial class StepForm
{
    readonly StepModel model = new();
    EditContext edit = default!;
    KeptDraft<StepModel>? draft;
    ChangeObligation command = default!;
    IReadOnlyList<string> errors = [];
    TextAreaField? why;
    int version;
    bool isSending;

    [CascadingParameter] Actor? Viewer { get; set; }
    [CascadingParameter] IncidentHead? Incident { get; set; }
    [Parameter, EditorRequired] public Obligation Item { get; set; } = default!;
    [Parameter, EditorRequired] public ObligationStep Step { get; set; }
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter, EditorRequired] public Func<Command, Task<Outcome>> Send { get; set; } = default!;
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    string Title => Step is ObligationStep.ReviewNotice ? Words["Notice_ReviewTitle", version] : Words.Of(Step);

    // Without a moment the rules would say that it lies before the year 2000.
    IReadOnlyList<string> AtErrors => edit.GetValidationMessages(edit.Field(nameof(model.At))).ToList() is { Count: > 0 } wrong
        ? model.At is null ? [Words["Obligation_AtMissing"]] : wrong
        : [];

    protected override async Task OnInitializedAsync()
    {
        // Whoever agrees agrees to what stood there when they began to.
        version = Item.Notices.Length;
        edit = new EditContext(model);
        command = Make();
        if (Viewer is null || Incident is null)
            return;
        draft = new KeptDraft<StepModel>(Drafts, Viewer.Person, Incident.Id, $"{Step} {Item.Reference}");
        if (await draft.Load() is { } unsent)
            model.Take(unsent);
    }

    // Whoever opened it wants to write.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && why is not null)
            await why.Focus();
    }

    ChangeObligation Make() => model.ToCommand(Step, Item.Reference, version);

    void Set(DateTimeOffset? at)
    {
        model.At = at;
        edit.NotifyFieldChanged(edit.Field(nameof(model.At)));
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
        var outcome = await draft.Send(model, () => Send(command = Make()));
        isSending = false;
        errors = Words.Errors(outcome);
        if (outcome is Outcome.Done)
            await OnClose.InvokeAsync();
    }

    public void Dispose() => draft?.Dispose();
}
