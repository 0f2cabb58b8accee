using System.Collections.Immutable;
using System.Globalization;
using IncidentHub.Storage;

namespace IncidentHub.Notifications;

/// <summary>When an agency is reminded of what it owes.</summary>
/// <param name="Before">Hours before the deadline, the longest first.</param>
/// <param name="Every">Hours between reminders after it, for as long as it is owed; 0: none.</param>
public sealed record ReminderTimes(ImmutableArray<int> Before, int Every)
{
    const int MostHours = 2_160;

    public static readonly ReminderTimes Usual = new([24, 6, 1], 24);

    /// <summary><c>Deadlines:RemindHours</c> and <c>Deadlines:RepeatHours</c>; the usual ones where they are missing.</summary>
    /// <exception cref="StartupRefusedException">They make no sense.</exception>
    public static ReminderTimes From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Deadlines");
        var before = section.GetSection("RemindHours").GetChildren().Select(c => Hours(c.Value)).ToList();
        var every = section["RepeatHours"] is { } text ? Hours(text) : Usual.Every;
        if (before.Any(h => h is not (> 0 and <= MostHours)) || every is not (>= 0 and <= MostHours))
            throw new StartupRefusedException($"Deadlines:RemindHours must be whole hours from 1 to {MostHours}, and Deadlines:RepeatHours from 0.");
        return new ReminderTimes(before.Count == 0 ? Usual.Before : [.. before.OfType<int>().Distinct().OrderDescending()], every.Value);
    }

    // By hand: the binder passes over an element that is no number.
    static int? Hours(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : null;
}
