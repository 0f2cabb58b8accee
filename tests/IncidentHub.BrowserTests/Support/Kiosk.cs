using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Support;

/// <summary>An unattended screen: it opens its page once, and nobody touches it again.</summary>
public sealed class Kiosk
{
    static readonly BrowserNewContextOptions screen = new(Screens.Dark) { ViewportSize = new() { Width = 1920, Height = 1080 } };

    // What the stream says is kept, whatever the page makes of it; and a page that was loaded anew has forgotten the mark.
    const string Tap = """
        window.heard = [];
        window.EventSource = class extends EventSource { constructor(url) { super(url); for (const name of ['hello', 'screen', 'beat']) this.addEventListener(name, e => heard.push(e.data)); } };
        """;

    Kiosk(BrowserUser user) => User = user;

    public static BrowserNewContextOptions Options => new(screen);

    public BrowserUser User { get; }
    public IPage Page => User.Page;
    public ILocator Shown => Page.Locator("#wall-screen");
    public ILocator Html => Page.Locator("html");
    public ILocator Code => Shown.Locator(".code");
    public ILocator Entries => Shown.Locator(".entry");

    public static async Task<Kiosk> On(BrowserUser user)
    {
        await user.Page.AddInitScriptAsync(Tap);
        await user.Page.GotoAsync("/papan");
        var wall = new Kiosk(user);
        await Expect(wall.Code).ToBeVisibleAsync();
        return wall;
    }

    public async Task<string> ReadCode() => string.Join(' ', await Code.Locator("b").AllInnerTextsAsync());

    /// <summary>Whether these words ever came over its wire.</summary>
    public Task<bool> Heard(string words) => Page.EvaluateAsync<bool>("words => heard.some(data => data.includes(words))", words);

    /// <summary>A mark that a page loaded anew doesn't have.</summary>
    public Task Mark() => Page.EvaluateAsync("window.marked = true");
    public Task<bool> IsMarked() => Page.EvaluateAsync<bool>("window.marked === true");
}

/// <summary>The coordinators' page of walls as they use it.</summary>
public static class PairingPage
{
    public static async Task Pair(this IPage page, string code, string name, params string[] incidents)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Pasangkan papan" }).ClickAsync();
        await page.FillIn(code, name, incidents);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pasangkan", Exact = true }).ClickAsync();
    }

    public static async Task FillIn(this IPage page, string? code, string name, params string[] incidents)
    {
        if (code is not null)
            await page.GetByLabel("Kode di layar").FillAsync(code);
        await page.GetByLabel("Nama papan").FillAsync(name);
        await page.GetByLabel("Tempat", new() { Exact = true }).FillAsync("Lantai 2");
        foreach (var incident in incidents)
            await page.GetByRole(AriaRole.Checkbox, new() { Name = incident }).CheckAsync();
    }

    public static ILocator Wall(this IPage page, string name) => page.Locator(".wall-item").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = name }) });

    public static async Task Revoke(this IPage page, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Cabut {name}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ya, cabut" }).ClickAsync();
        await Expect(page.Wall(name)).Not.ToBeAttachedAsync();
    }
}
