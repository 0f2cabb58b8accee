using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;

namespace IncidentHub.App;

/// <summary>
/// What a person's agency owes and waits for, as a calendar. The address is the secret: it says what its owner sees at that moment and nothing more. It leaves
/// the product for whatever service keeps their calendar, so what <see cref="Outside"/> doesn't let be named says its reference alone.
/// </summary>
public static class DeadlineCalendar
{
    public const string Path = "/tenggat";

    public static void MapDeadlineCalendar(this IEndpointRouteBuilder routes) => routes.MapGet(Path + "/{token}.ics", async (
        string token, HttpContext http, CalendarLinks links, IncidentLists lists, TimeProvider time, Words words) =>
    {
        if (await links.ReaderOf(token, http.RequestAborted) is not { ActsForAgency: true } reader)
            return Results.NotFound();
        using var incidents = await lists.Join(reader, () => { });
        var (list, now) = (DueList.Of(incidents.Incidents, reader), time.GetUtcNow());
        var root = $"{http.Request.Scheme}://{http.Request.Host}";
        var calendar = CalendarText.Of(words["Due_At", reader.AgencyName], now, list.Owed.Concat(list.Awaited).Select(item => EventOf(item, root, now, words)));
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Text(calendar, "text/calendar", System.Text.Encoding.UTF8);
    }).AllowAnonymous();

    static CalendarEvent EventOf(DueItem item, string root, DateTimeOffset now, Words words)
    {
        var deadline = item.Deadline;
        var isNamed = item.Subject.Marking.Tlp.IsNamedOutside();
        string?[] lines =
        [
            deadline.Due <= now ? words.Of(EntryKind.Overdue) : null,
            !isNamed ? null : deadline.OwedTo is { } to ? words["Due_Owes", item.Incident.NameOf(deadline.OwedBy), item.Incident.NameOf(to)] : item.Incident.NameOf(deadline.OwedBy),
            item.Incident.Tlp.IsNamedOutside() ? item.Incident.Title : null,
            words.Of(item.Subject.Marking.Tlp),
        ];
        return new CalendarEvent(
            // The same for as long as the thing is owed, whatever becomes of its deadline; it says nothing of either.
            DerivedId.Of(item.Incident.Id.Value, $"calendar {deadline.Subject}"), deadline.Due,
            isNamed ? words["Calendar_Event", deadline.Subject, deadline.Title] : words["Due_At", deadline.Subject], string.Join('\n', lines.OfType<string>()), root + item.Href);
    }
}
