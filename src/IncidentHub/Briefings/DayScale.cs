namespace IncidentHub.Briefings;

/// <summary>The bars of lateness of one edition share a scale, so that they can be compared by eye.</summary>
/// <param name="Days">That one box stands for.</param>
/// <param name="Boxes">Of every bar.</param>
public sealed record DayScale(int Days, int Boxes)
{
    const int Fewest = 4, Most = 14;

    /// <param name="longest">The greatest lateness; zero for none.</param>
    public static DayScale For(TimeSpan longest)
    {
        var days = longest.TotalDays <= Most ? 1 : longest.TotalDays <= Most * 7 ? 7 : 30;
        return new DayScale(days, Math.Max(Fewest, (int)Math.Ceiling(longest.TotalDays / days)));
    }

    /// <summary>How far a bar is filled, from 0 to 1.</summary>
    public double Share(TimeSpan late) => Math.Clamp(late.TotalDays / (Days * Boxes), 0, 1);
}
