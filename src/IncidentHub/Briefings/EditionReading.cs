using IncidentHub.Domain;

namespace IncidentHub.Briefings;

/// <summary>What one agency did, and the tasks of its that were released.</summary>
public sealed record AgencySteps(AgencyId Agency, IReadOnlyList<BriefingPoint> Steps, IReadOnlyList<BriefingPoint> Tasks);

/// <summary>What comes, or should have come.</summary>
/// <param name="At">Null: no date was set.</param>
public sealed record NextStep(DateTimeOffset? At, bool IsLate, AgencyId Agency, BriefingPoint Point);

/// <summary>What the parts of a sheet take from an edition. Pure, and as of the edition's moment, never of the reader's.</summary>
public static class EditionReading
{
    /// <summary>Who is to do it: of a task not who proposed it.</summary>
    public static AgencyId Doer(this BriefingPoint point) => point.Heading?.OwedBy ?? point.Agency;

    public static TimeSpan? LateBy(this EditionDocument edition, BriefingPoint point) => point.Heading?.LateBy(edition.AsOf);

    /// <summary>In the order in which the edition first names them. A released task counts wherever its words stand.</summary>
    public static IReadOnlyList<AgencySteps> StepsByAgency(this EditionDocument edition) =>
    [
        .. edition.Points.Where(p => p.Section is BriefingSection.Step || p.Heading?.Task is not null).GroupBy(p => p.Doer())
            .Select(of => new AgencySteps(of.Key, [.. of.Where(p => p.Section is BriefingSection.Step).OrderBy(p => p.At ?? DateTimeOffset.MaxValue)], [.. of.Where(p => p.Heading?.Task is not null)])),
    ];

    /// <summary>What is late and owed first, the longest on top; then what is owed; then what was done.</summary>
    public static IReadOnlyList<BriefingPoint> Dues(this EditionDocument edition) =>
    [
        .. edition.In(BriefingSection.Due)
            .OrderByDescending(p => p.Heading?.IsOwed ?? false).ThenByDescending(p => edition.LateBy(p) ?? TimeSpan.Zero).ThenBy(p => p.Heading?.Due ?? DateTimeOffset.MaxValue),
    ];

    /// <summary>What is planned, the released tasks that are open and dated, and what is still owed; without a date last.</summary>
    public static IReadOnlyList<NextStep> NextSteps(this EditionDocument edition) =>
    [
        .. edition.In(BriefingSection.Next).Select(p => (p.At, Point: p))
            .Concat(edition.Points.Where(p => p.Section is not BriefingSection.Next && IsOpenAndDated(p.Heading)).Select(p => (At: p.Heading!.Due, Point: p)))
            .Concat(edition.In(BriefingSection.Due).Where(p => p.Heading?.IsOwed is true).Select(p => (At: p.Heading!.Due, Point: p)))
            .Select(s => new NextStep(s.At, s.At < edition.AsOf, s.Point.Doer(), s.Point))
            .OrderBy(s => s.At ?? DateTimeOffset.MaxValue),
    ];

    /// <summary>Answers that were released without a question that this edition holds.</summary>
    public static IEnumerable<BriefingPoint> LooseAnswers(this EditionDocument edition) =>
        edition.In(BriefingSection.Answer).Where(p => edition.Questions.All(q => q.Answer != p.Text));

    static bool IsOpenAndDated(ReleasedHeading? heading) =>
        heading is { Due: not null, Task: { } state } && state is not (TaskState.Done or TaskState.Declined or TaskState.Cancelled);
}
