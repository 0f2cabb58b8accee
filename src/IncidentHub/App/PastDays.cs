using System.Collections.Immutable;
using IncidentHub.Rooms;
using IncidentHub.Ui;

namespace IncidentHub.App;

/// <summary>A day of an incident's history on the slider.</summary>
/// <param name="Stop">Its first.</param>
public sealed record PastDay(int Stop, DateTimeOffset At);

/// <summary>The days of the slider, as its reader's zone has them. Pure.</summary>
public static class PastDays
{
    /// <summary>The days on which something was recorded.</summary>
    public static ImmutableArray<PastDay> Of(ImmutableArray<PastStop> stops, LocalTime zone)
    {
        var days = ImmutableArray.CreateBuilder<PastDay>();
        var next = DateTimeOffset.MinValue;
        foreach (var (index, stop) in stops.Index())
        {
            if (stop.At < next)
                continue;
            days.Add(new PastDay(index, stop.At));
            next = zone.StartOf(zone.DayOf(stop.At).AddDays(1));
        }
        return days.ToImmutable();
    }

    /// <summary>Those of them that have room for a name.</summary>
    public static IEnumerable<PastDay> Named(ImmutableArray<PastDay> days, int stops)
    {
        var free = double.MinValue;
        foreach (var day in days.Where(day => Share(day.Stop, stops) >= free && Share(day.Stop, stops) <= 1 - NameWidth / 2))
        {
            yield return day;
            free = Share(day.Stop, stops) + NameWidth;
        }
    }

    /// <summary>How far along the slider it is.</summary>
    public static double Share(int stop, int stops) => stops > 1 ? (double)stop / (stops - 1) : 0;

    /// <summary>The stop a day on, or back: the day's own first, unless one is there.</summary>
    public static int Move(ImmutableArray<PastDay> days, int stop, int stops, int by) => by > 0
        ? days.FirstOrDefault(d => d.Stop > stop)?.Stop ?? stops - 1
        : days.LastOrDefault(d => d.Stop < stop)?.Stop ?? 0;

    // Of the slider's width, where that is a telephone's.
    const double NameWidth = .14;
}
