using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Briefings;

public enum StripKind { Event, Overdue, Planned }

/// <summary>One numbered circle on the strip, and its line in the list.</summary>
/// <param name="At">Null: it stands in the list only.</param>
public sealed record StripPoint(BriefingPoint Point, StripKind Kind, DateTimeOffset? At);

/// <param name="X">Where it stands; beside its time when others stand there already.</param>
/// <param name="Row">0 on the axis, then below it.</param>
public sealed record StripMark(StripPoint Point, int X, int Row);

/// <param name="Room">How many letters its label has room for.</param>
/// <param name="EndsLabel">Its label ends at the bar's end: there is no room behind its beginning.</param>
public sealed record StripBar(BriefingPoint Point, TimeSpan Late, int X, int Width, int Room, bool EndsLabel);

public sealed record StripDay(int X, int Width, DateTimeOffset At, bool IsBand);

/// <summary>Where everything on the timeline's strip stands, in whole units of its drawing: what a culture would write with a comma is none.</summary>
public sealed class StripLayout
{
    public const int Left = 6, Right = 954, Axis = 66, RowHeight = 32, BarHeight = 40, MaximumBars = 6;
    const int Apart = 30, MaximumRows = 8, MaximumDays = 9, LetterWidth = 11;

    readonly DateTimeOffset start;
    readonly TimeSpan span;

    StripLayout(EditionDocument edition, LocalTime zone, IReadOnlyList<StripPoint> drawn)
    {
        var times = drawn.Select(p => p.At!.Value).Append(edition.AsOf).Concat(edition.Before is { } before ? [before.AsOf] : []).ToList();
        var (first, last) = (zone.DayOf(times.Min()), zone.DayOf(times.Max()));
        DaysPerBand = (last.DayNumber - first.DayNumber) / MaximumDays + 1;
        var bands = (last.DayNumber - first.DayNumber) / DaysPerBand + 1;
        (start, span) = (zone.StartOf(first), TimeSpan.FromDays(bands * DaysPerBand));
        Days = [.. Enumerable.Range(0, bands).Select(i => Day(zone.StartOf(first.AddDays(i * DaysPerBand)), i))];
        (Cut, Before) = (X(edition.AsOf), edition.Before is { } earlier ? X(earlier.AsOf) : null);
        Marks = Place(drawn);
        Bars = [.. edition.Dues().Where(p => edition.LateBy(p) is not null).Take(MaximumBars).Select(p => Bar(p, edition))];
        var rows = Marks.Select(m => m.Row).DefaultIfEmpty(0).Max();
        (BarsFrom, Height) = (Axis + 60 + rows * RowHeight, Axis + 86 + rows * RowHeight + Bars.Count * BarHeight);
    }

    public int DaysPerBand { get; }
    public IReadOnlyList<StripDay> Days { get; }
    public IReadOnlyList<StripMark> Marks { get; }
    public IReadOnlyList<StripBar> Bars { get; }
    /// <summary>Where the edition was closed.</summary>
    public int Cut { get; }
    /// <summary>Where the earlier edition was.</summary>
    public int? Before { get; }
    public int BarsFrom { get; }
    public int Height { get; }

    /// <summary>What happened, what passed and what is planned, by time.</summary>
    public static IReadOnlyList<StripPoint> PointsOf(EditionDocument edition) =>
    [
        .. edition.In(BriefingSection.Event).Select(p => new StripPoint(p, StripKind.Event, p.At))
            .Concat(edition.In(BriefingSection.Due).Where(p => edition.LateBy(p) is not null).Select(p => new StripPoint(p, StripKind.Overdue, p.Heading!.Due)))
            .Concat(edition.In(BriefingSection.Next).Where(p => p.At > edition.AsOf).Select(p => new StripPoint(p, StripKind.Planned, p.At)))
            .OrderBy(p => p.At ?? DateTimeOffset.MaxValue).ThenBy(p => p.Point.Number),
    ];

    /// <summary>Null when there is nothing to draw. A plan far ahead stays in the list: it would press together what happened.</summary>
    public static StripLayout? Of(EditionDocument edition, LocalTime zone)
    {
        var dated = PointsOf(edition).Where(p => p.At is not null).ToList();
        if (dated.Count == 0)
            return null;
        var past = edition.AsOf - dated[0].At!.Value;
        var horizon = edition.AsOf + (past > TimeSpan.FromDays(6) ? past / 2 : TimeSpan.FromDays(3));
        return new StripLayout(edition, zone, [.. dated.Where(p => p.At <= horizon)]);
    }

    StripDay Day(DateTimeOffset at, int index) => new(X(at), X(at.AddDays(DaysPerBand)) - X(at), at, index % 2 == 0);

    int X(DateTimeOffset at) => Left + (int)Math.Round(Math.Clamp((at - start) / span, 0, 1) * (Right - Left));

    // The first row with room; where none has, beside the last one of the row that reaches least far.
    List<StripMark> Place(IReadOnlyList<StripPoint> points)
    {
        var ends = new int[MaximumRows];
        var marks = new List<StripMark>();
        foreach (var point in points)
        {
            var x = Math.Clamp(X(point.At!.Value), Left + 14, Right - 14);
            var row = Array.FindIndex(ends, end => end + Apart <= x || end == 0);
            if (row < 0)
                row = Array.IndexOf(ends, ends.Min());
            x = Math.Min(Right - 14, ends[row] == 0 ? x : Math.Max(x, ends[row] + Apart));
            ends[row] = x;
            marks.Add(new StripMark(point, x, row));
        }
        return marks;
    }

    StripBar Bar(BriefingPoint point, EditionDocument edition)
    {
        var (from, to) = (X(point.Heading!.Due!.Value), X(point.Heading.SettledAt ?? edition.AsOf));
        var endsLabel = Right - from < to - Left;
        return new StripBar(point, edition.LateBy(point)!.Value, from, Math.Max(3, to - from), (endsLabel ? to - Left : Right - from) / LetterWidth, endsLabel);
    }
}
