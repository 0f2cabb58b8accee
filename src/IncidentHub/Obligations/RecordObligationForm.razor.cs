using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IncidentHub.Obligations;

/// <summary>Records that a rule may oblige an agency; with a basis its clock starts at once.</summary>
public sealed partial class RecordObligationForm
{
    KeptDraft<RecordObligationModel> draft = default!;
    RecordObligationModel? form;
    EditContext edit = default!;
    RecordObligation command = default!;
    IReadOnlyList<AgencyId> agencies = [];
    IReadOnlyList<string> errors = [];
    bool isSending;

    [Parameter, EditorRequired] public RoomView View { get; set; } = default!;
    [Parameter, EditorRequired] public Actor Viewer { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter, EditorRequired] public string CloseHref { get; set; } = "";
    [Parameter, EditorRequired] public EventCallback OnDone { get; set; }

    protected override async Task OnInitializedAsync()
    {
        // Only for whom this person may speak.
        agencies = [.. View.Incident.Agencies().Select(a => a.Id).Append(Viewer.Agency).Distinct().Where(a => ObligationRules.May(a, Viewer))];
        draft = new KeptDraft<RecordObligationModel>(Drafts, Viewer.Person, View.Incident.Id, "obligation");
        var kept = await draft.Load() ?? new RecordObligationModel { Agency = Viewer.Agency };
        if (Rules.Find(kept.Rule) is null)
            kept.Rule = Rules.Rules.FirstOrDefault()?.Id ?? "";
        command = kept.ToCommand();
        edit = new EditContext(kept);
        form = kept;
    }

    string RuleWord(string id) => Rules.Find(id) is { } rule ? $"{rule.Citation}: {ObligationWords.TitleOf(rule)}" : id;

    void Set(DateTimeOffset? at)
    {
        form!.TriggeredAt = at;
        edit.NotifyFieldChanged(edit.Field(nameof(form.TriggeredAt)));
        Keep();
    }

    async Task Submit()
    {
        isSending = true;
        var outcome = await draft.Send(form!, () => Desk.Submit(View.Incident.Id, command = form!.ToCommand(), Viewer));
        isSending = false;
        errors = Words.Errors(outcome);
        if (outcome is Outcome.Done)
            await OnDone.InvokeAsync();
    }

    void Keep() => draft.Changed(form!);

    public void Dispose() => draft?.Dispose();
}
