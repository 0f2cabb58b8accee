using System.Collections.Immutable;

namespace IncidentHub.Domain;

public enum ReportState { Draft, Approved, Discarded }

/// <summary>What whoever prepares a situation report decides; the rest of it follows from the log.</summary>
/// <param name="From">The period's first moment.</param>
/// <param name="To">The moment after its last.</param>
/// <param name="Label">CLEAR to AMBER+STRICT; nothing that is marked more strictly stands in it.</param>
/// <param name="Summary">The situation, in the preparer's words.</param>
/// <param name="Planned">What is to be done next, a line each; may be empty.</param>
/// <param name="Entries">The entries that it tells; each stands in the section that its kind belongs to.</param>
public sealed record ReportDraft(DateTimeOffset From, DateTimeOffset To, Tlp Label, string Summary, string Planned, ImmutableArray<Reference> Entries)
{
    public bool Equals(ReportDraft? other) => other is not null
        && (From, To, Label, Summary, Planned) == (other.From, other.To, other.Label, other.Summary, other.Planned) && Entries.SequenceEqual(other.Entries);

    public override int GetHashCode() => HashCode.Combine(From, To, Label, Summary, Entries.Length);
}

/// <summary>
/// A situation report (SITREP): what happened in a period and what stands, for the whole joint team. One person prepares it, another approves it under a number;
/// from then on it says that for good.
/// </summary>
/// <param name="Number">Once approved, from 1 in its incident. All of the team see all reports, so that no gap tells anything.</param>
/// <param name="Document"><see cref="SituationDocument.Parse"/>.</param>
/// <param name="Sha256">Of the document's text, once it is approved.</param>
public sealed record SituationReport(
    Reference Reference,
    string Title,
    ReportDraft Draft,
    ReportState State,
    int? Number,
    string Document,
    string? Sha256,
    Actor PreparedBy,
    Actor? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    Marking Marking,
    DateTimeOffset ChangedAt,
    int Changes) : ISubject
{
    /// <summary>What people call it: "S-02"; a draft has only its reference.</summary>
    public string Name => Number is { } number ? NameOf(number) : Reference.Text;
    public bool IsApproved => State is ReportState.Approved;

    public static string NameOf(int number) => FormattableString.Invariant($"S-{number:00}");

    PersonId ISubject.Author => PreparedBy.Person;
    AgencyId ISubject.Source => PreparedBy.Agency;
    AgencyId? ISubject.Acting => null;
    bool ISubject.IsOpen => false;
    ISubject ISubject.Marked(Marking marking) => this with { Marking = marking };
}

/// <summary>What may be done to a situation report.</summary>
public enum ReportStep { Prepare, Approve, Discard }

public static class ReportRules
{
    public const int MaximumSummaryLength = 2_000;
    public const int MaximumPlannedLength = 2_000;
    /// <summary>More than anybody reads in one report.</summary>
    public const int MaximumEntries = 60;
    /// <summary>Of an entry's text, in UTF-16 code units; the whole of it stands in the timeline.</summary>
    public const int MaximumLineLength = 600;
    public static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(31);

    /// <summary>The steps that this person may take now.</summary>
    public static IEnumerable<ReportStep> StepsOf(SituationReport report, Actor actor) =>
        report.State is ReportState.Draft ? Enum.GetValues<ReportStep>().Where(step => CheckMover(report, step, actor) is null) : [];

    /// <summary>Null when this person may take that step now.</summary>
    public static Rejection? Check(SituationReport report, ReportStep step, Actor actor) =>
        !actor.ActsForAgency ? new Rejection(RejectionCode.RoleMayNot)
        : report.State is not ReportState.Draft ? new Rejection(RejectionCode.ReportMayNotFollow, report.State)
        : CheckMover(report, step, actor);

    static Rejection? CheckMover(SituationReport report, ReportStep step, Actor actor) => step switch
    {
        _ when !actor.ActsForAgency => new Rejection(RejectionCode.RoleMayNot),
        ReportStep.Approve => actor.Person == report.PreparedBy.Person ? new Rejection(RejectionCode.NeedsSecondPerson) : null,
        ReportStep.Discard => actor.IsCoordinator || actor.Agency == report.PreparedBy.Agency ? null : new Rejection(RejectionCode.OnlyCoordinator),
        _ => null,
    };
}
