using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Clarifications;

/// <summary>The forms of a request that have an address of their own.</summary>
public static class RequestForms
{
    public const string Answer = "jawab";
    public const string Edit = "sunting";
    public const string Second = "surat-kedua";
}

/// <summary>One request: the letter, how far it is answered and since when it runs, and what this viewer may do with it now.</summary>
public sealed partial class RequestDrawer
{
    [Parameter, EditorRequired] public ClarificationRequest Item { get; set; } = default!;
    /// <summary>Where one of <see cref="RequestForms"/> opens.</summary>
    [Parameter, EditorRequired] public Func<string, string> FormHref { get; set; } = default!;

    RequestStep? open;
    string? note;

    bool IsOurs => Viewer.ActsForAgency && Viewer.Agency == Item.RequestedBy;

    // An answer says by itself whether it is whole.
    List<ClarificationState> Moves => [.. ClarificationRules.MovesOf(Item, Viewer).Select(m => m.To).Where(to => to is not ClarificationState.PartlyAnswered)];

    string? HrefOf(ClarificationState move) => move switch
    {
        ClarificationState.Answered => FormHref(RequestForms.Answer),
        ClarificationState.Escalated => FormHref(RequestForms.Second),
        _ => null,
    };

    string PrintHref(int? version) => $"/insiden/{View.Incident.Reference}/surat/{Item.Reference}{(version is null ? "" : $"/jawaban/{version}")}";

    async Task Begin(ClarificationState move)
    {
        RequestStep? step = move switch
        {
            ClarificationState.Delivered => RequestStep.Deliver,
            ClarificationState.Insufficient => RequestStep.JudgeInsufficient,
            ClarificationState.Withdrawn => RequestStep.Withdraw,
            _ => null,
        };
        if (step is not null)
            open = step;
        else
            Errors = Words.Errors(await Send(Straight(move)));
    }

    // What needs no words is one click.
    Command Straight(ClarificationState move) => move switch
    {
        ClarificationState.Sent => new SendClarification { CommandId = Guid.NewGuid(), Request = Item.Reference, BasedOn = Item.Changes },
        ClarificationState.Acknowledged => new AcknowledgeClarification { CommandId = Guid.NewGuid(), Request = Item.Reference },
        _ => new CloseClarification { CommandId = Guid.NewGuid(), Request = Item.Reference },
    };

    protected override void CloseForm() => (open, note) = (null, null);
}
