using System.Globalization;

namespace IncidentHub.Ui;

/// <summary>Times as one viewer reads them: in a zone of Indonesia, with its suffix, in the words of the current culture.</summary>
public sealed class LocalTime
{
    readonly TimeZoneInfo zone;

    LocalTime(string id, string suffix) => (zone, Suffix) = (TimeZoneInfo.FindSystemTimeZoneById(id), suffix);

    public static readonly LocalTime Wib = new("Asia/Jakarta", "WIB");
    public static readonly LocalTime Wita = new("Asia/Makassar", "WITA");
    public static readonly LocalTime Wit = new("Asia/Jayapura", "WIT");
    public static readonly IReadOnlyList<LocalTime> All = [Wib, Wita, Wit];

    /// <param name="zoneId">As an account keeps it, such as "Asia/Makassar"; WIB for none or an unknown one.</param>
    public static LocalTime Of(string? zoneId) => All.FirstOrDefault(t => t.ZoneId == zoneId) ?? Wib;

    public string ZoneId => zone.Id;
    /// <summary>WIB, WITA or WIT.</summary>
    public string Suffix { get; }

    /// <summary>10.15</summary>
    public string Clock(DateTimeOffset at) => Format(at, "HH:mm");
    /// <summary>10.15.42 WIB</summary>
    public string ClockWithSeconds(DateTimeOffset at) => $"{Format(at, "HH:mm:ss")} {Suffix}";
    /// <summary>04/12/2023 10.15 WIB</summary>
    public string DateAndClock(DateTimeOffset at) => $"{Format(at, "dd/MM/yyyy HH:mm")} {Suffix}";
    /// <summary>04/12/2023</summary>
    public string Date(DateTimeOffset at) => Format(at, "dd/MM/yyyy");
    /// <summary>04/12</summary>
    public string DayAndMonth(DateTimeOffset at) => Format(at, "dd/MM");
    /// <summary>Sen 04/12</summary>
    public string ShortDay(DateTimeOffset at) => Format(at, "ddd dd/MM");
    /// <summary>04/12 10.15; only the clock when it is on the same day as <paramref name="beside"/>.</summary>
    public string Compact(DateTimeOffset at, DateTimeOffset? beside = null) =>
        beside is { } other && DayOf(other) == DayOf(at) ? Clock(at) : Format(at, "dd/MM HH:mm");
    /// <summary>Kamis, 30 November 2023</summary>
    public string DayHeading(DateTimeOffset at) => Format(at, "dddd, d MMMM yyyy");
    /// <summary>30 November 2023</summary>
    public string LongDate(DateTimeOffset at) => Format(at, "d MMMM yyyy");
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(ToLocal(at));

    /// <summary>"12 menit lalu"; null when it is an hour or more ago, or ahead by more than clocks differ.</summary>
    public static string? Ago(DateTimeOffset at, DateTimeOffset now, Words words) => (now - at).TotalMinutes switch
    {
        >= 60 or < -5 => null,
        < 1 => words["Time_JustNow"],
        var minutes => words["Time_MinutesAgo", (int)minutes],
    };

    /// <summary>ISO 8601, for machines: 2023-12-04T10:15:00+07:00</summary>
    public string Machine(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public DateTime ToLocal(DateTimeOffset at) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(at, zone).DateTime, DateTimeKind.Unspecified);
    public DateTimeOffset FromLocal(DateTime local) => new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local));

    /// <summary>A day's first minute.</summary>
    public DateTimeOffset StartOf(DateOnly day) => FromLocal(day.ToDateTime(TimeOnly.MinValue));

    string Format(DateTimeOffset at, string format) => TimeZoneInfo.ConvertTime(at, zone).ToString(format, CultureInfo.CurrentCulture);
}
