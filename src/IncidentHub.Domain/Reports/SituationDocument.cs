using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>Where an entry stands in a situation report.</summary>
public enum ReportSection { Event, Decision, Action }

/// <summary>What of the incident's own states an entry set; one of them, or none.</summary>
/// <param name="Rows">Of what was counted; null: the number was taken back.</param>
public sealed record StateChange(
    Phase? Phase = null, TruthStatus? Truth = null, Severity? Severity = null, CrisisStatus? Crisis = null, LegalTrack? LegalTrack = null, DataChange? Data = null, RowCountKind? Counted = null, long? Rows = null);

/// <param name="Text">The entry's own words, cut where they are long.</param>
/// <param name="IsCut">More of it stands in the timeline.</param>
public sealed record ReportLine(ReportSection Section, Reference Entry, EntryKind Kind, AgencyId Agency, DateTimeOffset At, string Text, bool IsCut, StateChange? Change);

/// <summary>A task, a finding, a request or an obligation as it stands: of which kind it is, its heading says.</summary>
/// <param name="Moved">When it last changed, if that was in the period.</param>
public sealed record ReportItem(Reference Reference, string Title, AgencyId Source, ReleasedHeading Heading, DateTimeOffset? Moved);

/// <summary>How many tasks an agency has, of those that the report may tell.</summary>
public sealed record ReportLoad(AgencyId Agency, int Open, int Blocked, int Done);

/// <summary>
/// All that a situation report says. What happened is of its period; what stands is as of <paramref name="AsOf"/>, when it was prepared. Its serialised text is
/// stored as it is, and hashed as it is stored.
/// </summary>
/// <param name="Format">Of this document; readers of later formats still read it.</param>
/// <param name="Report">"S-02"; empty in a draft.</param>
/// <param name="Agencies">The names of the agencies that it mentions, as they were then.</param>
/// <param name="Upcoming">What is due after it, the nearest first: references of its items.</param>
/// <param name="PreparedBy">Name and agency.</param>
public sealed record SituationDocument(
    int Format,
    string Report,
    string Incident,
    string Title,
    Tlp Label,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset AsOf,
    Phase Phase,
    TruthStatus Truth,
    Severity Severity,
    CrisisStatus Crisis,
    LegalTrack LegalTrack,
    string Summary,
    string Planned,
    ImmutableSortedDictionary<string, string> Agencies,
    ImmutableArray<ReportLine> Lines,
    ImmutableArray<ReportItem> Items,
    ImmutableArray<ReportLoad> Tasks,
    ImmutableArray<Reference> Upcoming,
    string PreparedBy,
    string ApprovedBy)
{
    public const int CurrentFormat = 1;

    public IEnumerable<ReportLine> In(ReportSection section) => Lines.Where(l => l.Section == section);

    public string NameOf(AgencyId agency) => Agencies.GetValueOrDefault(agency.Code, agency.Code);

    public string ToText() => DocumentText.Of(this);

    /// <exception cref="System.Text.Json.JsonException">It is no such document.</exception>
    public static SituationDocument Parse(string text) => DocumentText.Parse<SituationDocument>(text);
}
