using System.Collections.Immutable;
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
        try
        {
            var before = section.GetSection("RemindHours").Get<int[]>() ?? [.. Usual.Before];
            var every = section.GetValue("RepeatHours", Usual.Every);
            return before.All(h => h is > 0 and <= MostHours) && every is >= 0 and <= MostHours
                ? new ReminderTimes([.. before.Distinct().OrderDescending()], every)
                : throw new StartupRefusedException($"Deadlines:RemindHours must be hours from 1 to {MostHours}, and Deadlines:RepeatHours from 0.");
        }
        catch (InvalidOperationException error)
        {
            throw new StartupRefusedException($"Deadlines:RemindHours and Deadlines:RepeatHours must be whole hours: {error.Message}", error);
        }
    }
}
