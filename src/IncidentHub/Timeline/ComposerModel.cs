using System.Collections.Immutable;
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

    /// <summary>The widest marking that lies within all of these: a remark is never wider than what it is about.</summary>
    public void Take(IReadOnlyList<Marking> markings)
    {
        Tlp = markings.Max(m => m.Tlp);
        Audience.Clear();
        Audience.UnionWith(Common(markings.Where(m => !m.IsForWholeTeam).Select(m => m.Audience)));
        Recipients = [.. Common(markings.Where(m => m.Tlp is Tlp.Red).Select(m => m.Recipients))];
    }

    static ImmutableSortedSet<T> Common<T>(IEnumerable<ImmutableSortedSet<T>> sets) => sets.Aggregate((ImmutableSortedSet<T>?)null, (common, set) => common?.Intersect(set) ?? set) ?? [];
}

/// <summary>What the composer writes.</summary>
public enum ComposerMode { Entry, Correction, Contradiction }
