using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Timeline;

/// <summary>Where an entry is written. It shows and collects; what becomes of the text is its owner's.</summary>
public sealed partial class ComposerBox
{
    static readonly IReadOnlyList<Tlp> Labels = [Tlp.Red, Tlp.AmberStrict, Tlp.Amber, Tlp.Green, Tlp.Clear];

    [Parameter, EditorRequired] public ComposerModel Model { get; set; } = default!;
    /// <summary>For whom the viewer writes.</summary>
    [Parameter, EditorRequired] public string AgencyName { get; set; } = "";
    /// <summary>None or one: nothing to choose.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<EntryKind> Kinds { get; set; } = [];
    [Parameter, EditorRequired] public IReadOnlyList<AgencyChoice> Agencies { get; set; } = [];
    [Parameter, EditorRequired] public IReadOnlyList<PersonChoice> People { get; set; } = [];
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter] public IReadOnlyList<string> Errors { get; set; } = [];
    [Parameter] public bool IsSending { get; set; }
    [Parameter] public ComposerMode Mode { get; set; }
    /// <summary>The entries that are corrected or contradicted.</summary>
    [Parameter] public IReadOnlyList<EntryView> About { get; set; } = [];
    [Parameter] public EventCallback OnSend { get; set; }
    /// <summary>After anything in the model changed, every keystroke included.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }
    [Parameter] public EventCallback OnCancel { get; set; }

    ElementReference text;

    public ValueTask Focus() => text.FocusAsync();

    // By @bind, not by value and oninput: those would write the server's echo over what was typed since.
    Task SetText(string? written) => Set(() => Model.Text = written ?? "");

    Task Set(Action change)
    {
        change();
        return OnChanged.InvokeAsync();
    }

    string ModeLine => Words[
        Mode is ComposerMode.Correction ? "Composer_Correcting" : "Composer_Contradicting",
        string.Join(", ", About.Select(e => $"{e.Author.AgencyName} {Zone.Compact(e.OccurredAt)}"))];
}
