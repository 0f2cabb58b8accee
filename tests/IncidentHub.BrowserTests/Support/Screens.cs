using Microsoft.Playwright;

namespace IncidentHub.BrowserTests.Support;

/// <summary>What users sit in front of, all of them in Jakarta.</summary>
public static class Screens
{
    public static BrowserNewContextOptions Desk => new()
    {
        Locale = "id-ID",
        TimezoneId = "Asia/Jakarta",
        ViewportSize = new() { Width = 1440, Height = 900 },
        ColorScheme = ColorScheme.Light,
    };

    public static BrowserNewContextOptions Dark => new(Desk) { ColorScheme = ColorScheme.Dark };

    public static BrowserNewContextOptions Phone => new(Desk)
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        HasTouch = true,
        IsMobile = true,
    };
}
