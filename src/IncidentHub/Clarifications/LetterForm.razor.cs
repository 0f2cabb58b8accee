using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Clarifications;

public sealed partial class LetterForm
{
    [Parameter, EditorRequired] public RoomView View { get; set; } = default!;
    [Parameter, EditorRequired] public Actor Viewer { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    /// <summary>The draft that is rewritten, or the letter that a second one follows; null for a new one.</summary>
    [Parameter] public ClarificationRequest? Request { get; set; }
    [Parameter, EditorRequired] public string CloseHref { get; set; } = "";
    [Parameter, EditorRequired] public EventCallback OnDone { get; set; }

    KeptDraft<LetterModel> draft = default!;
    LetterModel? form;
    Command command = default!;
    IReadOnlyList<string> errors = [];
    bool send = true;
    bool isSending;
    bool conflicts;

    bool IsEdit => Request is { IsDraft: true };
    bool IsSecond => Request is { IsDraft: false };

    string Title => IsSecond ? Words["Letter_Second", Request!.Reference] : IsEdit ? Words["Letter_Edit", Request!.Reference] : Words["Requests_New"];

    List<AgencyId> Addressees => [.. View.Incident.Agencies().Select(a => a.Id).Where(a => a != Viewer.Agency)];

    IReadOnlyList<int> Hours => [.. new[] { 24, 48, Letter.UsualHours, 120, 168, 336, form!.ResponseHours }.Distinct().Order()];

    string NameOf(AgencyId agency) => View.Incident.NameOf(agency);

    protected override async Task OnInitializedAsync()
    {
        draft = new KeptDraft<LetterModel>(Drafts, Viewer.Person, View.Incident.Id, Request is null ? "letter" : $"letter {Request.Reference} {Request.State}");
        var kept = await draft.Load() ?? New();
        (form, command) = (kept, Make(kept));
    }

    LetterModel New() => IsSecond ? LetterModel.After(Request!, Words) : IsEdit ? LetterModel.Of(Request!)
        : new LetterModel { Addressed = Addressees.OrderBy(a => a != AgencyId.Controller).FirstOrDefault() };

    Command Make() => Make(form!);

    Command Make(LetterModel model) => IsSecond ? model.ToSecond(Request!.Reference) : IsEdit ? model.ToEdit(Request!.Reference) : model.ToNew(send);

    ProofModel? Owner(string path) => path.StartsWith(nameof(LetterModel.Proof), StringComparison.Ordinal) ? form!.Proof : null;

    void Take(LetterTemplate? template)
    {
        if (template is not null)
            Set(() => form!.Take(template, Words));
    }

    void Set(Action change)
    {
        change();
        Keep();
    }

    void Keep() => draft.Changed(form!);

    async Task Submit()
    {
        isSending = true;
        var outcome = await draft.Send(form!, () => Desk.Submit(View.Incident.Id, command = Make(), Viewer));
        isSending = false;
        errors = Words.Errors(outcome);
        if (outcome is Outcome.Done)
        {
            await OnDone.InvokeAsync();
            return;
        }
        // A colleague rewrote the draft: theirs is shown beside this one, and who saves once more writes over what they have seen.
        conflicts = outcome is Outcome.Rejected { Reason.Code: RejectionCode.ChangedMeanwhile };
        if (!conflicts)
            return;
        form!.BasedOn = Request!.Changes;
        Keep();
    }

    async Task TakeTheirs()
    {
        (form, conflicts, errors) = (LetterModel.Of(Request!), false, []);
        command = Make();
        await draft.Discard();
    }

    public void Dispose() => draft?.Dispose();
}
