using System.Text;
using IncidentHub.App;

namespace IncidentHub.Tests.App;

/// <summary>RFC 5545: lines of at most 75 octets, letters that mean something escaped, times in UTC.</summary>
public class CalendarTextTests
{
    static readonly DateTimeOffset due = new(2023, 12, 1, 20, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void A_calendar_of_one_deadline()
    {
        var uid = new Guid("3c5d5c0e-0000-4000-8000-000000000001");
        CalendarText.Of("Tenggat KPU", due.AddHours(-1), [new(uid, due, "Tenggat K-7K2QM: Surat", "Kominfo kepada KPU", "http://localhost/insiden/INS-1?objek=K-7K2QM")]).ShouldBe(string.Join("\r\n",
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//IncidentHub//Deadlines//ID", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Tenggat KPU",
            "BEGIN:VEVENT", "UID:3c5d5c0e-0000-4000-8000-000000000001", "DTSTAMP:20231201T120000Z", "DTSTART:20231201T130000Z", "SUMMARY:Tenggat K-7K2QM: Surat",
            "DESCRIPTION:Kominfo kepada KPU", "URL:http://localhost/insiden/INS-1?objek=K-7K2QM", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
        ]));
    }

    [Fact]
    public void What_means_something_is_escaped_and_no_text_begins_a_line_of_its_own() =>
        Lines("Koma, titik koma; garis\\miring\r\nEND:VEVENT\u0007").ShouldContain(@"SUMMARY:Koma\, titik koma\; garis\\miring\nEND:VEVENT");

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("語")]
    [InlineData("😀")]
    public void Long_lines_are_folded_at_75_octets_and_never_within_a_letter(string letter)
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var summary = new string('x', shift) + string.Concat(Enumerable.Repeat(letter, 120));
            var text = Text(summary);
            foreach (var line in text.Split("\r\n"))
            {
                Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
                line.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
            }
            text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain($"SUMMARY:{summary}\r\n");
        }
    }

    static string[] Lines(string summary) => Text(summary).Split("\r\n");

    static string Text(string summary) => CalendarText.Of("Tenggat", due, [new(Guid.Empty, due, summary, "", "http://localhost/")]);
}
