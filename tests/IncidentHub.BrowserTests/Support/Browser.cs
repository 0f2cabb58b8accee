using IncidentHub.BrowserTests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace IncidentHub.BrowserTests.Support;

/// <summary>Debian's Chromium, one for the whole run. Each user gets a context of their own: cookies and storage are not shared.</summary>
public sealed class Browser : IAsyncLifetime
{
    const string Chromium = "/usr/bin/chromium";
    static readonly string[] arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    IPlaywright? playwright;
    IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            throw new InvalidOperationException($"{Chromium} is missing, and these tests need it: run 'bash tests/run', or 'apt-get install --no-install-recommends chromium'.");
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = arguments });
        // Two busy cores are slower than a person's patience with a page.
        Assertions.SetDefaultExpectTimeout(30_000);
    }

    public Task<IBrowserContext> NewContext(BrowserNewContextOptions options) => chromium!.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.CloseAsync();
        playwright?.Dispose();
    }
}
