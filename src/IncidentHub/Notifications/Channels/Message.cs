using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Notifications.Channels;

/// <summary>
/// What a channel is sent. Made at the moment of sending from what the agency sees then, and stored nowhere. Of a label stricter than <see cref="Outside"/>
/// lets be named there is the kind and the reference.
/// </summary>
/// <param name="Id">The same each time that it is sent: whoever gets it twice knows it again.</param>
/// <param name="Type">"notification.task_proposed", for programs.</param>
/// <param name="Heading">What it is, in Indonesian.</param>
public sealed record Message(string Id, string Type, DateTimeOffset At, string Heading, string Text, string TextInEnglish, MessageData? Data)
{
    const string TestType = "test";
    static readonly CultureInfo indonesian = CultureInfo.GetCultureInfo("id-ID");
    static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="channel">Two channels of one receiver mustn't take each other's for a repetition.</param>
    /// <param name="root">The product's address, where links lead.</param>
    public static Message Of(Notification notification, Guid channel, string root, Words words)
    {
        var subject = notification.Subject;
        var isNamed = subject.Marking.Tlp.IsNamedOutside();
        return new Message(
            Identity(channel, notification.Key), "notification." + JsonNamingPolicy.SnakeCaseLower.ConvertName(notification.Kind.ToString()), notification.At,
            In(indonesian, () => words.Of(notification.Kind)), In(indonesian, Sentence), In(english, Sentence),
            new MessageData(
                new MessageIncident(notification.Incident.Reference.Text, notification.Incident.Tlp.IsNamedOutside() ? notification.Incident.Title : null),
                subject.Reference.Text, isNamed ? subject.Title : null, words.Of(subject.Marking.Tlp), isNamed ? notification.By.Code : null, isNamed ? notification.Due?.UtcDateTime : null,
                $"{root.TrimEnd('/')}/insiden/{notification.Incident.Reference}?objek={subject.Reference}"));

        string Sentence() => words.OutsideSentence(notification, LocalTime.Wib);
    }

    /// <summary>Says that the channel works, and nothing else.</summary>
    public static Message Test(DateTimeOffset now, Words words) => new(
        $"msg_{Guid.CreateVersion7(now):N}", TestType, now, In(indonesian, () => words["Channels_TestHeading"]), In(indonesian, () => words["Channels_TestText"]), In(english, () => words["Channels_TestText"]), null);

    /// <summary>The body of a webhook.</summary>
    public string Json() => JsonSerializer.Serialize(new { Type, Timestamp = At.UtcDateTime, Data = new { Data?.Incident, Data?.Subject, Data?.Title, Data?.Tlp, Data?.By, Data?.Due, Data?.Url, Text, TextEn = TextInEnglish } }, json);

    static string Identity(Guid channel, Access.NotificationKey key) => $"msg_{DerivedId.Of(channel, $"{key.Incident} {key.Key}"):N}";

    // Nobody in particular reads it: the text is in the product's languages, not in that of the thread that happens to send.
    static string In(CultureInfo culture, Func<string> say)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}

/// <param name="Title">Null where the label doesn't let it be named outside; <paramref name="By"/> and <paramref name="Due"/> likewise.</param>
/// <param name="By">The code of the agency whose deed it is, or that owes.</param>
public sealed record MessageData(MessageIncident Incident, string Subject, string? Title, string Tlp, string? By, DateTime? Due, string Url);

public sealed record MessageIncident(string Reference, string? Title);
