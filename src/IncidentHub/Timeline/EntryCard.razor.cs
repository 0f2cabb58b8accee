using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Timeline;

/// <summary>One entry, as its reader sees it.</summary>
public sealed partial class EntryCard
{
    [Parameter, EditorRequired] public EntryView Entry { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter, EditorRequired] public Func<Reference, string> PermalinkTo { get; set; } = default!;
    /// <summary>Everyone who is or was a member: names recipients and audiences.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<PersonId, Member> People { get; set; } = default!;
    [Parameter] public bool IsNew { get; set; }
    /// <summary>The entry that a permalink points at.</summary>
    [Parameter] public bool IsTarget { get; set; }
    [Parameter] public EventCallback<EntryView> OnCorrect { get; set; }
    [Parameter] public EventCallback<EntryView> OnContradict { get; set; }
    /// <summary>Proposes it for release to the commission.</summary>
    [Parameter] public EventCallback<EntryView> OnRelease { get; set; }

    bool rendered;

    /// <summary>
    /// A push renders the pane, and hundreds of cards that it didn't touch: they leave here. Callbacks count only by being there;
    /// an old one still reaches the same parent.
    /// </summary>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        var same = rendered;
        foreach (var parameter in parameters)
        {
            same = same && parameter.Name switch
            {
                nameof(Entry) => ReferenceEquals(parameter.Value, Entry),
                nameof(Zone) => ReferenceEquals(parameter.Value, Zone),
                nameof(People) => ReferenceEquals(parameter.Value, People),
                nameof(PermalinkTo) => Equals(parameter.Value, PermalinkTo),
                nameof(IsNew) => Equals(parameter.Value, IsNew),
                nameof(IsTarget) => Equals(parameter.Value, IsTarget),
                nameof(OnCorrect) => parameter.Value is EventCallback<EntryView> c && c.HasDelegate == OnCorrect.HasDelegate,
                nameof(OnContradict) => parameter.Value is EventCallback<EntryView> c && c.HasDelegate == OnContradict.HasDelegate,
                nameof(OnRelease) => parameter.Value is EventCallback<EntryView> c && c.HasDelegate == OnRelease.HasDelegate,
                _ => false,
            };
        }
        if (same)
            return Task.CompletedTask;
        rendered = true;
        return base.SetParametersAsync(parameters);
    }

    // What goes to the commission by itself, and what the product derived, has nobody to ask.
    bool MayRelease => OnRelease.HasDelegate && Entry is { Text: not null, Marking.MayBeReleased: true, Author.ActsForAgency: true }
        && Entry.Kind is not (EntryKind.Release or EntryKind.Briefing or EntryKind.CommissionQuestion or EntryKind.Report);

    DateTimeOffset MainTime => Entry.WasRecordedLater ? Entry.RecordedAt : Entry.OccurredAt;

    string Class => string.Concat(
        "entry",
        IsNew ? " entry--new" : "",
        IsTarget ? " entry--target" : "",
        Entry.QuotedBy.Any(q => q.Kind is EntryKind.Correction) ? " entry--corrected" : "");

    string Recipients => string.Join(", ", Entry.Marking.Recipients.Select(p => People.GetValueOrDefault(p)?.Name ?? Words["Entry_Unknown"]));

    string Audience => string.Join(", ", Entry.Marking.Audience.Select(a => AgencyChoice.NameOf(People.Values, a)));

    string ActionLabel(string action) => Words["Entry_ActionOn", Words[action], Entry.Author.AgencyName, Zone.Compact(MainTime)];
}
