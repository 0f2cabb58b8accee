using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IncidentHub.Domain;

namespace IncidentHub.Ui;

/// <summary>A marking as it is being chosen. Mutable: the fields write into it, their owner makes a <see cref="Marking"/> of it.</summary>
public class MarkingModel
{
    public Tlp Tlp { get; set; } = Tlp.Amber;
    /// <summary>Empty: the whole joint team.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public SortedSet<AgencyId> Audience { get; } = [];
    /// <summary>Counts for RED only; kept while another label is tried.</summary>
    public IReadOnlyList<PersonId> Recipients { get; set; } = [];

    [JsonIgnore]
    public Marking Marking => new(Tlp, [.. Audience], Tlp is Tlp.Red ? [.. Recipients] : []);

    public static MarkingModel Of(Marking marking)
    {
        var model = new MarkingModel();
        model.Take([marking]);
        return model;
    }

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
