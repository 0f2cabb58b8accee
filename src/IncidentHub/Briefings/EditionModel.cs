using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Subjects;

namespace IncidentHub.Briefings;

/// <summary>What stands in the composer; a draft from the first letter on.</summary>
public sealed class EditionModel : IDraftModel
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public int BasedOn { get; set; }
    public BriefingSession Session { get; set; }
    public string Summary { get; set; } = "";
    public List<string> Order { get; set; } = [];
    public HashSet<string> LeftOut { get; set; } = [];

    public static EditionModel Of(EditionDraft draft) => new()
    {
        Session = draft.Session, Summary = draft.Summary, Order = [.. draft.Order.Select(r => r.Text)], LeftOut = [.. draft.LeftOut.Select(r => r.Text)],
    };

    public EditionDraft ToDraft() => new(Session, Summary, [.. Order.Select(r => new Reference(r))], [.. LeftOut.Order(StringComparer.Ordinal).Select(r => new Reference(r))]);

    /// <summary>Moves one up (-1) or down (+1) among those of its section.</summary>
    /// <param name="section">The section's points as they stand now.</param>
    public void Move(Reference release, int by, ImmutableArray<BriefingPoint> section)
    {
        var order = section.Select(p => p.Release.Text).ToList();
        var from = order.IndexOf(release.Text);
        var to = from + by;
        if (from < 0 || to < 0 || to >= order.Count)
            return;
        (order[from], order[to]) = (order[to], order[from]);
        Order = [.. Order.Except(order), .. order];
    }
}
