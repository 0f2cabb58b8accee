using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.Notifications;

/// <summary>
/// Reminders of what an agency owes, told from the clocks that run and the present moment: a clock that is set forward skips to the
/// reminder that holds then, and one that is set back tells none again that a later one covered. Pure.
/// </summary>
public static class Reminders
{
    public static IEnumerable<Notification> Of(RoomView room, Actor viewer, ReminderTimes times, DateTimeOffset now) =>
        from timed in Owed(room, viewer)
        let reminder = Of(room, timed, timed.Deadline()!, times, now)
        where reminder is not null
        select reminder;

    /// <summary>The next moment that changes what <see cref="Of(RoomView, Actor, ReminderTimes, DateTimeOffset)"/> says; null while no clock runs.</summary>
    public static DateTimeOffset? Next(RoomView room, Actor viewer, ReminderTimes times, DateTimeOffset now) =>
        Owed(room, viewer).SelectMany(t => Moments(t.Due!.Value, times, now)).Where(m => m > now).Select(m => (DateTimeOffset?)m).Min();

    static IEnumerable<ITimed> Owed(RoomView room, Actor viewer) =>
        viewer.ActsForAgency ? room.Objects.AllTimed.Where(t => t.Deadline()?.OwedBy == viewer.Agency) : [];

    // Only the one that holds now: three of one deadline would say no more than it does.
    static Notification? Of(RoomView room, ITimed timed, Deadline deadline, ReminderTimes times, DateTimeOffset now)
    {
        // What stands in the log as passed isn't ahead again, though the clock was set back.
        if (deadline.IsLogged || deadline.Due <= now)
            return Repeats(deadline.Due, times, now) is var repeats and > 0
                ? Reminder(NotificationKind.StillOverdue, repeats * times.Every, +1, [repeats * times.Every, (repeats + 1) * times.Every])
                : null;
        var reached = times.Before.Where(h => deadline.Due - TimeSpan.FromHours(h) <= now).ToList();
        return reached is [.., var hours] ? Reminder(NotificationKind.DueSoon, hours, -1, [.. times.Before.Where(h => h <= hours)]) : null;

        Notification Reminder(NotificationKind kind, int hours, int sign, int[] covered) => new(
            room.Incident, kind, timed, deadline.OwedBy, deadline.Due + TimeSpan.FromHours(sign * hours), deadline.Due, hours,
            [.. covered.Select(h => ToldKey.Of(deadline.Subject, deadline.Due, sign * h))]);
    }

    static IEnumerable<DateTimeOffset> Moments(DateTimeOffset due, ReminderTimes times, DateTimeOffset now) =>
        times.Before.Select(h => due - TimeSpan.FromHours(h)).Append(due)
            .Concat(times.Every > 0 ? [due + TimeSpan.FromHours((Math.Max(Repeats(due, times, now), 0) + 1) * times.Every)] : []);

    static int Repeats(DateTimeOffset due, ReminderTimes times, DateTimeOffset now) =>
        times.Every == 0 ? 0 : (int)Math.Floor((now - due).TotalHours / times.Every);
}
