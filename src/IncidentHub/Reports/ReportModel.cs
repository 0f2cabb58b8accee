using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;

namespace IncidentHub.Reports;

/// <summary>What stands in the form of a situation report; a draft from the first letter on.</summary>
public sealed class ReportModel : IDraftModel
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public int BasedOn { get; set; }
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? To { get; set; }
    public Tlp Label { get; set; }
    public string Summary { get; set; } = "";
    public string Planned { get; set; } = "";
    /// <summary>What was suggested and isn't wanted, and what was added to it: the choice lasts when the period or the label changes.</summary>
    public HashSet<string> LeftOut { get; set; } = [];
    public HashSet<string> Added { get; set; } = [];

    public static ReportModel New(Period period, Tlp label) => new() { From = period.From, To = period.To, Label = label };

    /// <param name="candidates">All that the period offers: what the draft doesn't name was left out.</param>
    public static ReportModel Of(ReportDraft draft, ImmutableArray<EntryView> candidates) => new()
    {
        From = draft.From, To = draft.To, Label = draft.Label, Summary = draft.Summary, Planned = draft.Planned,
        Added = [.. draft.Entries.Select(e => e.Text)],
        LeftOut = [.. candidates.Where(c => !draft.Entries.Contains(c.Reference)).Select(c => c.Reference.Text)],
    };

    /// <summary>Of the candidates, those that the report tells: the significant ones, the newest of too many, as the preparer changed it.</summary>
    public ImmutableArray<Reference> Chosen(ImmutableArray<EntryView> candidates)
    {
        var suggested = candidates.Where(c => ReportContent.IsSignificant(c.Kind)).TakeLast(ReportRules.MaximumEntries).Select(c => c.Reference).ToHashSet();
        return [.. candidates.Select(c => c.Reference).Where(r => Added.Contains(r.Text) || suggested.Contains(r) && !LeftOut.Contains(r.Text))];
    }

    public void Choose(Reference entry, bool isIn)
    {
        _ = isIn ? Added.Add(entry.Text) : Added.Remove(entry.Text);
        _ = isIn ? LeftOut.Remove(entry.Text) : LeftOut.Add(entry.Text);
    }

    public ReportDraft ToDraft(ImmutableArray<EntryView> candidates) => new(From ?? default, To ?? default, Label, Summary, Planned, Chosen(candidates));
}
