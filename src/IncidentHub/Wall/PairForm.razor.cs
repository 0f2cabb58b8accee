using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IncidentHub.Wall;

public sealed partial class PairForm
{
    readonly Form model = new();
    EditContext context = default!;
    ValidationMessageStore refused = default!;
    TextField? first;
    IReadOnlyList<string> errors = [];
    bool isSending;

    [Parameter, EditorRequired] public Actor Viewer { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    /// <summary>Those that the viewer coordinates.</summary>
    [Parameter, EditorRequired] public ImmutableArray<IncidentHead> Incidents { get; set; }
    /// <summary>What the QR code said.</summary>
    [Parameter] public string? Code { get; set; }
    [Parameter, EditorRequired] public EventCallback<string> OnDone { get; set; }
    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    protected override void OnInitialized()
    {
        model.Code = PairingCode.Read(Code) is { } code ? PairingCode.Spaced(code) : Code;
        if (Incidents is [var only])
            model.Incidents.Add(only.Id);
        context = new EditContext(model);
        refused = new ValidationMessageStore(context);
        // What was refused once is asked anew.
        context.OnValidationRequested += (_, _) => refused.Clear();
        context.OnFieldChanged += (_, e) => refused.Clear(e.FieldIdentifier);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && first is not null)
            await first.Focus();
    }

    PairingRequest Request() => new(model.Code ?? "", model.Name ?? "", model.Place ?? "", [.. Incidents.Select(i => i.Id).Where(model.Incidents.Contains)], model.Days);

    void Choose(IncidentId incident, bool isChosen)
    {
        _ = isChosen ? model.Incidents.Add(incident) : model.Incidents.Remove(incident);
        context.NotifyFieldChanged(context.Field(nameof(Form.Incidents)));
    }

    async Task Submit()
    {
        (isSending, errors) = (true, []);
        var outcome = await Desk.Pair(Request(), Viewer);
        isSending = false;
        switch (outcome)
        {
            case PairingOutcome.Done:
                await OnDone.InvokeAsync(model.Name!.Trim());
                break;
            case PairingOutcome.NoSuchCode:
                Refuse(Words["Walls_NoSuchCode"]);
                break;
            case PairingOutcome.TooOften tooOften:
                Refuse(Words["Walls_TooOften", Zone.Clock(tooOften.Until)]);
                break;
            case PairingOutcome.Refused refusal:
                errors = [.. Words.Errors(refusal.Why).Select(why => Words["Walls_Refused", Incidents.First(i => i.Id == refusal.Incident).Title, why])];
                break;
            case PairingOutcome.Unavailable unavailable:
                errors = [Words.Of(unavailable.Fault)];
                break;
        }
    }

    void Refuse(string why)
    {
        refused.Add(context.Field(nameof(Form.Code)), why);
        context.NotifyValidationStateChanged();
    }

    sealed class Form
    {
        public string? Code { get; set; }
        public string? Name { get; set; }
        public string? Place { get; set; }
        public HashSet<IncidentId> Incidents { get; } = [];
        public int Days { get; set; } = 7;
    }
}
