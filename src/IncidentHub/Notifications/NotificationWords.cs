using IncidentHub.Domain;
using IncidentHub.Subjects;
using IncidentHub.Ui;

namespace IncidentHub.Notifications;

/// <summary>What notifications say, as sentences.</summary>
public static class NotificationWords
{
    public static string Sentence(this Words words, Notification notification, LocalTime zone) => words["Notification_" + notification.Kind,
        notification.Incident.NameOf(notification.By), notification.Subject.Title, notification.Due is { } due ? zone.DateAndClock(due) : "", Length(words, notification.Hours)];

    /// <summary>For where it leaves the product: of a label that isn't named there the kind and the reference.</summary>
    public static string OutsideSentence(this Words words, Notification notification, LocalTime zone) => notification.Subject.Marking.Tlp.IsNamedOutside()
        ? words.Sentence(notification, zone)
        : words["Notifications_Unnamed", words.Of(notification.Kind), notification.Subject.Reference];

    // "24 jam" is what people say; beyond two days they count days.
    static string Length(Words words, int hours) => hours < 48 ? words["Due_Hours", hours] : words["Due_Days", hours / 24];
}
