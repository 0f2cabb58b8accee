using System.Globalization;
using IncidentHub.Ui;

namespace IncidentHub.App;

/// <summary>A moment of an incident's history as an address has it: WIB, whoever reads it, as exact as it must be to name one entry.</summary>
public static class PastMoment
{
    public const string Key = "pada";
    const int FirstYear = 1900, LastYear = 9000;
    static readonly string[] forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF"];

    /// <param name="at">Null: the present.</param>
    public static string Href(string incident, DateTimeOffset? at) => $"/insiden/{incident}/saat{(at is { } moment ? $"?{Key}={Uri.EscapeDataString(Text(moment))}" : "")}";

    /// <summary>2023-12-01T20:01</summary>
    public static string Text(DateTimeOffset at)
    {
        var local = LocalTime.Wib.ToLocal(at);
        return local.ToString(local.Ticks % TimeSpan.TicksPerMinute == 0 ? forms[0] : forms[2], CultureInfo.InvariantCulture);
    }

    /// <summary>Null for what is no moment.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= FirstYear and <= LastYear ? LocalTime.Wib.FromLocal(local) : null;
}
