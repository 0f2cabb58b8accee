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
    /// <summary>The form of a task that follows it up.</summary>
    [Parameter, EditorRequired] public string FollowUpHref { get; set; } = "";

    /// <summary>The form that is open: "mark", "grade", "note", or a move.</summary>
    string? open;
    FindingState? moving;
    EntryView? raised;

    bool IsRaisers => Viewer.ActsForAgency && Viewer.Agency == Item.RaisedBy;

    IReadOnlyList<Finding> Others => [.. View.Objects.Findings.Where(f => f.Reference != Item.Reference && !f.IsFinal)];

    string WaitsFor(Voice voice) => voice.Agency == Item.RaisedBy ? Words["Finding_SecondAgency"] : NameOf(Item.RaisedBy);

    // A move that needs no reason is one click.
    async Task Begin(FindingMove move)
    {
        if (move.NeedsReason)
            (open, moving) = ("move", move.To);
        else
            Errors = Words.Errors(await Send(new MoveFinding { CommandId = Guid.NewGuid(), Finding = Item.Reference, To = move.To }));
    }

    void Read(ImmutableArray<EntryView> history) => raised = history.FirstOrDefault(e => e.Changes.Any(c => c is FindingRaised));

    protected override void CloseForm() => (open, moving) = (null, null);
}
