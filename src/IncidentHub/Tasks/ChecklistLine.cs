using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Tasks;

/// <summary>One item of a checklist while it is edited.</summary>
public sealed class ChecklistLine
{
    public string Text { get; set; } = "";
    public bool IsDone { get; set; }

    public static List<ChecklistLine> Of(IEnumerable<ChecklistItem> items) => [.. items.Select(i => new ChecklistLine { Text = i.Text, IsDone = i.IsDone })];

    /// <summary>Empty lines are no items.</summary>
    public static ImmutableArray<ChecklistItem> Items(IEnumerable<ChecklistLine> lines) =>
        [.. lines.Where(l => !string.IsNullOrWhiteSpace(l.Text)).Select(l => new ChecklistItem(l.Text.Trim(), l.IsDone))];
}
