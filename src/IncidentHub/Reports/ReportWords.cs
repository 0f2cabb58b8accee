using IncidentHub.Ui;

namespace IncidentHub.Reports;

public static class ReportWords
{
    /// <summary>A period as it is written: the second day only where it is another.</summary>
    public static string Period(this Words words, DateTimeOffset from, DateTimeOffset to, LocalTime zone) =>
        words["Report_Period", zone.Date(from), zone.Clock(from), zone.DayOf(from) == zone.DayOf(to) ? "" : zone.Date(to) + " ", zone.Clock(to), zone.Suffix];
}
