using System.Collections.Immutable;

namespace IncidentHub.Domain;

public enum Counting
{
    /// <summary>So many hours from the moment, holidays or not.</summary>
    CalendarHours,
    /// <summary>Whole days after that of the moment, to the end of the last one in Jakarta.</summary>
    CalendarDays,
}

/// <summary>One duty that the law sets, as working notes that need counsel's check.</summary>
/// <param name="Id">Never changes: the log names it.</param>
/// <param name="Trigger">What starts its clock.</param>
/// <param name="Hours">Null: "segera", no fixed hours.</param>
/// <param name="Content">What the act must contain.</param>
/// <param name="From">The first day that it is in force, in Jakarta.</param>
/// <param name="To">The last one; null where no end is known.</param>
/// <param name="SupersededBy">What took its place, in words; it is shown, and hinders nobody.</param>
public sealed record Rule(
    string Id,
    string Title,
    string TitleEnglish,
    string Citation,
    string Trigger,
    int? Hours,
    Counting Counting,
    ImmutableArray<string> Addressees,
    ImmutableArray<string> Content,
    DateOnly From,
    DateOnly? To,
    string? SupersededBy)
{
    // WIB keeps no summer time.
    static readonly TimeSpan jakarta = TimeSpan.FromHours(7);

    public bool IsInForce(DateTimeOffset at) => DateIn(at) is var day && day >= From && !(day > To);

    /// <summary>Null where the law names no hours.</summary>
    public DateTimeOffset? DueAfter(DateTimeOffset start) => DueAfter(start, Hours, Counting);

    internal static DateTimeOffset? DueAfter(DateTimeOffset start, int? duration, Counting counting) => duration is not { } hours ? null
        : counting is Counting.CalendarHours ? start.AddHours(hours)
        : new DateTimeOffset(DateIn(start).AddDays(hours / 24 + 1), TimeOnly.MinValue, jakarta).ToUniversalTime();

    static DateOnly DateIn(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(jakarta).DateTime);
}

/// <summary>The rules that the product knows: data, not code. Read once, when it starts.</summary>
public sealed record RulePack(ImmutableArray<Rule> Rules)
{
    public static readonly RulePack Empty = new([]);

    public Rule? Find(string id) => Rules.FirstOrDefault(r => r.Id == id);
}
