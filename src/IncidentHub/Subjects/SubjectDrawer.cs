using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Subjects;

/// <summary>What the drawers of tasks, findings, requests and obligations are told, and how they send what is done in them.</summary>
public abstract class SubjectDrawer : ComponentBase
{
    [Inject] Desk Desk { get; set; } = default!;
    [Inject] protected Words Words { get; set; } = default!;
    [Parameter, EditorRequired] public RoomView View { get; set; } = default!;
    [Parameter, EditorRequired] public Actor Viewer { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter, EditorRequired] public ChangeReading Reading { get; set; } = default!;
    [Parameter, EditorRequired] public string CloseHref { get; set; } = "";
    /// <summary>What another slice has to say of the subject.</summary>
    [Parameter] public RenderFragment? Below { get; set; }

    /// <summary>Why the last step that needed no form was refused.</summary>
    protected IReadOnlyList<string> Errors { get; set; } = [];
    protected bool IsSending { get; private set; }

    protected string NameOf(AgencyId agency) => View.Incident.NameOf(agency);

    protected async Task<Outcome> Send(Command command)
    {
        IsSending = true;
        try
        {
            return await Desk.Submit(View.Incident.Id, command, Viewer);
        }
        finally
        {
            IsSending = false;
        }
    }

    /// <summary>Closes whatever form is open.</summary>
    protected abstract void CloseForm();

    /// <summary>For a form's callback, which the drawer itself must render after.</summary>
    protected void Close()
    {
        CloseForm();
        StateHasChanged();
    }
}
