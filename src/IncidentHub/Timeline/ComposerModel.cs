using System.Text.Json.Serialization;
using IncidentHub.Domain;

namespace IncidentHub.Timeline;

/// <summary>What stands in the composer. Mutable: the box writes into it, its owner makes a command of it.</summary>
public sealed class ComposerModel
{
    public string Text { get; set; } = "";
    public EntryKind Kind { get; set; } = EntryKind.StatusUpdate;
    public Tlp Tlp { get; set; } = Tlp.Amber;
    /// <summary>Empty: the whole joint team.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public SortedSet<AgencyId> Audience { get; } = [];
    /// <summary>Counts for RED only; kept while another label is tried.</summary>
    public IReadOnlyList<PersonId> Recipients { get; set; } = [];
    /// <summary>Null: now.</summary>
    public DateTimeOffset? OccurredAt { get; set; }
    public string? Source { get; set; }
    public bool Releasable { get; set; }

    [JsonIgnore]
    public Marking Marking => new(Tlp, [.. Audience], Tlp is Tlp.Red ? [.. Recipients] : []);

    public void Take(Marking marking)
    {
        Tlp = marking.Tlp;
        Audience.Clear();
        Audience.UnionWith(marking.Audience);
        Recipients = [.. marking.Recipients];
    }
}

/// <summary>What the composer writes.</summary>
public enum ComposerMode { Entry, Correction, Contradiction }
