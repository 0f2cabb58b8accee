using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>For which kind of sitting an edition is. A closed one also holds what was released as GREEN or AMBER.</summary>
public enum BriefingSession { Open, Closed }

/// <summary>Where a released wording stands in a briefing.</summary>
public enum BriefingSection { Known, Unknown, Refuted, Voting, Step, Event, Next, Due, Answer }

/// <summary>What of a briefing is released: an entry, or something that the incident holds and whose heading moves on.</summary>
public enum ReleasedKind { Entry, Task, Finding, Clarification, Obligation }

/// <summary>
/// The heading of what was released, as it is at the moment: states and times, no words. One of the four states is set, or none where an
/// entry was released.
/// </summary>
/// <param name="OwedBy">Of a request or an obligation: who owes it.</param>
/// <param name="OwedTo">Of a request: who asks. Of a task: who proposed it.</param>
/// <param name="Start">When the clock started: a letter was delivered, an obligation began.</param>
/// <param name="SettledAt">When what was owed was done.</param>
/// <param name="IsOwed">It is still owed: its lateness grows.</param>
public sealed record ReleasedHeading(
    FindingState? Finding = null,
    Grade? Grade = null,
    TaskState? Task = null,
    ClarificationState? Clarification = null,
    ObligationState? Obligation = null,
    AgencyId? OwedBy = null,
    AgencyId? OwedTo = null,
    DateTimeOffset? Start = null,
    DateTimeOffset? Due = null,
    DateTimeOffset? SettledAt = null,
    bool IsOwed = false)
{
    /// <summary>How late it was done, or is at a moment; null when it isn't.</summary>
    public TimeSpan? LateBy(DateTimeOffset at) => (SettledAt ?? (IsOwed ? at : null)) - Due is { Ticks: > 0 } late ? late : null;
}

/// <summary>One point of a briefing. Points are numbered through, so that a member can name one aloud.</summary>
/// <param name="Number">From 1, in the order of the edition.</param>
/// <param name="Release">The release that it is.</param>
/// <param name="Source">The entry or object that was released.</param>
/// <param name="Agency">The source agency, which agreed to the words.</param>
/// <param name="At">When it happened; of a task, a finding, a request or an obligation, when its heading last changed; of a next step, when it is planned.</param>
/// <param name="Heading">Null for an entry, and for what its source no longer lets out.</param>
public sealed record BriefingPoint(
    int Number,
    Reference Release,
    Reference Source,
    ReleasedKind Kind,
    BriefingSection Section,
    AgencyId Agency,
    string Title,
    string Text,
    DateTimeOffset? At,
    Tlp Label,
    ReleasedHeading? Heading);

/// <summary>A member's written question and what was released as its answer.</summary>
/// <param name="Answer">Null while it waits.</param>
/// <param name="Assigned">The agency that is to answer; null until the coordinator assigned it.</param>
public sealed record BriefingQuestion(Reference Reference, string Text, string AskedBy, DateTimeOffset At, AgencyId? Assigned, string? Answer, AgencyId? AnsweredBy, DateTimeOffset? AnsweredAt);

public enum BriefingChangeKind { New, Changed, Withdrawn }

/// <summary>What is different from the edition before. The points' words stand in the editions; this says which and how.</summary>
/// <param name="Title">Of the point, as it is now, or was.</param>
/// <param name="Number">Of the point in this edition; null when it was withdrawn.</param>
/// <param name="IsReworded">Its words are others than before.</param>
public sealed record BriefingChange(BriefingChangeKind Kind, BriefingSection Section, string Title, int? Number, ReleasedHeading? Before, ReleasedHeading? Now, bool IsReworded, bool WasLate, bool IsLate);

/// <summary>An edition that this one follows.</summary>
public sealed record EditionBefore(string Edition, DateTimeOffset AsOf, Phase Phase, TruthStatus Truth, ImmutableArray<AffectedData> Data = default, ImmutableArray<RowCount> RowCounts = default)
{
    /// <summary>Empty in format 1, as <see cref="RowCounts"/> is.</summary>
    public ImmutableArray<AffectedData> Data { get; init; } = Data.IsDefault ? [] : Data;
    public ImmutableArray<RowCount> RowCounts { get; init; } = RowCounts.IsDefault ? [] : RowCounts;
}

/// <summary>
/// All that an edition says, as of one moment: what is frozen, hashed and printed. Nothing in it was not released. Its serialised text is
/// stored as it is, and hashed as it is stored.
/// </summary>
/// <param name="Format">Of this document; readers of later formats still read it.</param>
/// <param name="Edition">"R-02".</param>
/// <param name="Incident">The incident's reference.</param>
/// <param name="AsOf">Up to when it says what was so.</param>
/// <param name="PhaseSince">Since when the phase is what it is.</param>
/// <param name="Summary">In plain language; a part between double asterisks is emphasised.</param>
/// <param name="Agencies">The names of the agencies that it mentions, as they were then.</param>
/// <param name="Data">Categories of personal data; what is only claimed and what the controller confirmed.</param>
/// <param name="Changes">Since <paramref name="Before"/>.</param>
/// <param name="ComposedBy">Names and agencies of those who answer for it.</param>
public sealed record EditionDocument(
    int Format,
    string Edition,
    string Incident,
    string Title,
    BriefingSession Session,
    Tlp Label,
    DateTimeOffset AsOf,
    Phase Phase,
    DateTimeOffset PhaseSince,
    TruthStatus Truth,
    string Summary,
    ImmutableSortedDictionary<string, string> Agencies,
    ImmutableArray<BriefingPoint> Points,
    ImmutableArray<AffectedData> Data,
    ImmutableArray<BriefingQuestion> Questions,
    EditionBefore? Before,
    ImmutableArray<BriefingChange> Changes,
    string ComposedBy,
    string ApprovedBy,
    ImmutableArray<RowCount> RowCounts = default)
{
    public const int CurrentFormat = 2;

    /// <summary>How many rows it is about, and who says so. Format 1 had none.</summary>
    public ImmutableArray<RowCount> RowCounts { get; init; } = RowCounts.IsDefault ? [] : RowCounts;

    /// <summary>Whether kinds of data or numbers of rows are others than in the edition before.</summary>
    public bool IsDataChanged => Before is { } before && (!before.Data.SequenceEqual(Data) || !before.RowCounts.Select(c => (c.Kind, c.Rows)).SequenceEqual(RowCounts.Select(c => (c.Kind, c.Rows))));

    public RowCount? CountOf(RowCountKind kind) => RowCounts.FirstOrDefault(c => c.Kind == kind);

    public IEnumerable<BriefingPoint> In(BriefingSection section) => Points.Where(p => p.Section == section);

    public string NameOf(AgencyId agency) => Agencies.GetValueOrDefault(agency.Code, agency.Code);

    /// <summary>As it is stored and hashed.</summary>
    public string ToText() => DocumentText.Of(this);

    /// <exception cref="System.Text.Json.JsonException">It is no such document.</exception>
    public static EditionDocument Parse(string text) => DocumentText.Parse<EditionDocument>(text);

    /// <summary>SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal.</summary>
    public static string HashOf(string text) => DocumentText.HashOf(text);
}
