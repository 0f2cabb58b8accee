using System.Collections.Immutable;
using System.Globalization;
using IncidentHub.Storage;
using IncidentHub.Ui;

namespace IncidentHub.Reports;

/// <param name="To">The moment after its last.</param>
public sealed record Period(DateTimeOffset From, DateTimeOffset To);

/// <summary>When people in the crisis room take turns.</summary>
/// <param name="Starts">Hours of the day in WIB, in their order.</param>
public sealed record Shifts(ImmutableArray<int> Starts)
{
    public static readonly Shifts Usual = new([7, 15, 23]);

    /// <summary><c>Shifts:StartHours</c>; 7, 15 and 23 where it is missing.</summary>
    /// <exception cref="StartupRefusedException">They are no hours of a day.</exception>
    public static Shifts From(IConfiguration configuration)
    {
        var hours = configuration.GetSection("Shifts:StartHours").GetChildren()
            .Select(c => int.TryParse(c.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? hour : -1).Distinct().Order().ToImmutableArray();
        if (hours.Any(h => h is < 0 or > 23))
            throw new StartupRefusedException("Shifts:StartHours must be whole hours of the day, from 0 to 23.");
        return hours.IsEmpty ? Usual : new Shifts(hours);
    }

    /// <summary>The shift that a moment lies in.</summary>
    public Period At(DateTimeOffset moment)
    {
        var day = LocalTime.Wib.DayOf(moment);
        var turns = new[] { -1, 0, 1 }.SelectMany(by => Starts.Select(hour => LocalTime.Wib.StartOf(day.AddDays(by)).AddHours(hour))).ToList();
        var next = turns.First(t => t > moment);
        return new Period(turns[turns.IndexOf(next) - 1], next);
    }

    public Period Before(Period shift) => At(shift.From.AddTicks(-1));
    public Period After(Period shift) => At(shift.To);
}
