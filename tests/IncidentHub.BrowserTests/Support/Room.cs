using System.Text.RegularExpressions;
using IncidentHub.Domain;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Support;

/// <summary>The incident room as somebody uses it, by what they read on it.</summary>
public sealed class Room
{
    Room(BrowserUser user) => User = user;

    public BrowserUser User { get; }
    public IPage Page => User.Page;

    public ILocator Log => Page.GetByRole(AriaRole.Log);
    public ILocator Entries => Log.Locator("li.entry");
    public ILocator Composer => Page.GetByRole(AriaRole.Form, new() { Name = "Tulis entri" });
    public ILocator Text => Composer.GetByLabel("Isi entri");
    public ILocator Send => Composer.GetByRole(AriaRole.Button, new() { Name = "Kirim" });
    public ILocator Search => Page.GetByRole(AriaRole.Searchbox);
    public ILocator Bar => Page.Locator("#components-reconnect-modal");
    public ILocator Status => Page.GetByRole(AriaRole.Region, new() { Name = "Status", Exact = true });
    public ILocator Members => Page.GetByRole(AriaRole.Region, new() { Name = "Anggota", Exact = true });

    public static async Task<Room> In(BrowserUser user)
    {
        var room = new Room(user);
        await Expect(room.Log).ToBeVisibleAsync();
        return room;
    }

    /// <summary>The entry whose own text has these words; not those that quote it.</summary>
    public ILocator Entry(string words) => Entries.Filter(new() { Has = Page.Locator(".entry__text", new() { HasText = words }) });

    /// <summary>Writes with the keyboard, sends with the button.</summary>
    public async Task Post(string text, Tlp? tlp = null, params string[] audience)
    {
        await Write(text, tlp, audience);
        await Sent();
    }

    public async Task Write(string text, Tlp? tlp = null, params string[] audience)
    {
        await Listens();
        await Text.FillAsync(text);
        if (tlp is { } label)
            await Composer.GetByRole(AriaRole.Combobox, new() { Name = "TLP", Exact = true }).SelectOptionAsync(label.ToString());
        if (audience.Length > 0)
        {
            await Composer.Locator("summary[title^='Penerima']").ClickAsync();
            foreach (var agency in audience)
                await Composer.GetByRole(AriaRole.Checkbox, new() { Name = agency }).CheckAsync();
            await Page.Keyboard.PressAsync("Escape");
        }
    }

    /// <summary>Sends, and waits until the composer is empty again: it was accepted.</summary>
    public async Task Sent()
    {
        await Send.ClickAsync();
        await Expect(Text).ToHaveValueAsync("");
    }

    public async Task Recipient(string name)
    {
        await Composer.Locator(".rz-dropdown").ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex(Regex.Escape(name), RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await Page.Keyboard.PressAsync("Escape");
    }

    // What is typed into a prerendered page before its circuit is up reaches nobody.
    Task Listens() => Expect(Page.Locator("[data-interactive='true']")).ToBeAttachedAsync();

    /// <summary>Searches, and waits until the address says so.</summary>
    public async Task Find(string words)
    {
        await Listens();
        await Search.FillAsync(words);
        await Search.PressAsync("Enter");
        await Expect(Page).ToHaveURLAsync(new Regex("[?&]q=", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
