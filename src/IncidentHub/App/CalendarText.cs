using System.Globalization;
using System.Text;

namespace IncidentHub.App;

/// <param name="Uid">Stable: a calendar replaces what it has under it.</param>
public sealed record CalendarEvent(Guid Uid, DateTimeOffset At, string Summary, string Description, string Address);

/// <summary>An iCalendar stream (RFC 5545), all times in UTC.</summary>
public static class CalendarText
{
    const int LongestLine = 75;

    public static string Of(string name, DateTimeOffset now, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//IncidentHub//Deadlines//ID");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "X-WR-CALNAME:" + Escaped(name));
        foreach (var one in events)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{one.Uid:D}");
            Line(text, "DTSTAMP:" + Time(now));
            Line(text, "DTSTART:" + Time(one.At));
            Line(text, "SUMMARY:" + Escaped(one.Summary));
            Line(text, "DESCRIPTION:" + Escaped(one.Description));
            Line(text, "URL:" + one.Address);
            Line(text, "TRANSP:TRANSPARENT");
            Line(text, "END:VEVENT");
        }
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter is '\n')
                escaped.Append("\\n");
            else if (letter is '\\' or ';' or ',')
                escaped.Append('\\').Append(letter);
            else if (!char.IsControl(letter))
                escaped.Append(letter);
        }
        return escaped.ToString();
    }

    // Counted in octets of UTF-8, and never broken within a letter.
    static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
