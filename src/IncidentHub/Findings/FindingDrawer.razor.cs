using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Findings;

/// <summary>One finding: what it claims, how well that is known, its whole history, and what this viewer may do with it now.</summary>
public sealed partial class FindingDrawer
{
    [Parameter, EditorRequired] public Finding Item { get; set; } = default!;
    [Parameter, EditorRequired] public RoomView View { get; set; } = default!;
    [Parameter, EditorRequired] public Actor Viewer { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter, EditorRequired] public ChangeReading Reading { get; set; } = default!;
    [Parameter, EditorRequired] public string CloseHref { get; set; } = "";
    /// <summary>The form of a task that follows it up.</summary>
    [Parameter, EditorRequired] public string FollowUpHref { get; set; } = "";

    /// <summary>The form that is open: "mark", "grade", "note", or a move.</summary>
    string? open;
    FindingState? moving;
    EntryView? raised;
    IReadOnlyList<string> errors = [];
    bool isSending;

    bool IsRaisers => Viewer.ActsForAgency && Viewer.Agency == Item.RaisedBy;

    IReadOnlyList<Finding> Others => [.. View.Objects.Findings.Where(f => f.Reference != Item.Reference && !f.IsFinal)];

    string NameOf(AgencyId agency) => View.Incident.NameOf(agency);

    string WaitsFor(Voice voice) => voice.Agency == Item.RaisedBy ? Words["Finding_SecondAgency"] : NameOf(Item.RaisedBy);

    // A move that needs no reason is one click.
    async Task Begin(FindingMove move)
    {
        if (move.NeedsReason)
            (open, moving) = ("move", move.To);
        else
            errors = Words.Errors(await Send(new MoveFinding { CommandId = Guid.NewGuid(), Finding = Item.Reference, To = move.To }));
    }

    async Task<Outcome> Send(Command command)
    {
        isSending = true;
        try
        {
            return await Desk.Submit(View.Incident.Id, command, Viewer);
        }
        finally
        {
            isSending = false;
        }
    }

    void Read(ImmutableArray<EntryView> history) => raised = history.FirstOrDefault(e => e.Changes.Any(c => c is FindingRaised));

    void Close()
    {
        (open, moving) = (null, null);
        StateHasChanged();
    }
}
