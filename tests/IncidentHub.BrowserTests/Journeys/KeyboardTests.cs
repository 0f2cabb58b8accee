using System.Text.RegularExpressions;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>The whole room by keys alone.</summary>
public class KeyboardTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task Keys_lead_to_the_panes_and_through_the_entries()
    {
        var room = await InRoom(DemoAccount.Kpu);
        var keys = room.Page.Keyboard;
        await TakesKeys(room.Page);
        await keys.PressAsync("g");
        await keys.PressAsync("t");
        await Expect(room.Page.Locator("#h-tasks")).ToBeFocusedAsync();
        // No pane is out of sight: below the fold its heading waits at the column's edge.
        await Expect(room.Page.Locator("#h-members")).ToBeInViewportAsync();
        await keys.PressAsync("g");
        await keys.PressAsync("f");
        await Expect(room.Page.Locator("#h-findings")).ToBeFocusedAsync();
        await keys.PressAsync("g");
        await keys.PressAsync("w");
        await Expect(room.Page.Locator("#h-obligations")).ToBeFocusedAsync();
        await keys.PressAsync("g");
        await keys.PressAsync("s");
        await Expect(room.Page.Locator("#h-status")).ToBeFocusedAsync();
        await keys.PressAsync("g");
        await keys.PressAsync("l");
        await Expect(room.Log).ToBeFocusedAsync();
        await keys.PressAsync("j");
        await Expect(room.Entries.Last).ToBeFocusedAsync();
        await keys.PressAsync("k");
        await Expect(room.Entries.Nth(-2)).ToBeFocusedAsync();
        await keys.PressAsync("/");
        await Expect(room.Search).ToBeFocusedAsync();
        await room.Search.BlurAsync();
        await keys.PressAsync("n");
        await Expect(room.Text).ToBeFocusedAsync();
        // Where one writes, letters are letters.
        await keys.TypeAsync("gt? j k");
        await Expect(room.Text).ToHaveValueAsync("gt? j k");
    }

    [Fact]
    public async Task The_palette_finds_actions_and_incidents_and_the_help_lists_the_keys()
    {
        var room = await InRoom(DemoAccount.Kpu);
        var keys = room.Page.Keyboard;
        await TakesKeys(room.Page);
        await keys.PressAsync("?");
        var help = room.Page.GetByRole(AriaRole.Dialog, new() { Name = "Pintasan papan ketik" });
        await Expect(help).ToContainTextAsync("Ke temuan");
        await keys.PressAsync("Escape");
        await Expect(help).ToBeHiddenAsync();

        await keys.PressAsync("Control+k");
        var box = room.Page.GetByRole(AriaRole.Combobox, new() { Name = "Cari tindakan atau insiden" });
        await Expect(box).ToBeFocusedAsync();
        await Expect(room.Page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("DPT 2024", RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToBeAttachedAsync();
        await keys.TypeAsync("temuan baru");
        await keys.PressAsync("Enter");
        await Expect(room.Drawer().GetByRole(AriaRole.Heading, new() { Name = "Temuan baru" })).ToBeVisibleAsync();

        await keys.PressAsync("Control+k");
        await keys.TypeAsync("tugas saya");
        await keys.PressAsync("Enter");
        await Expect(room.Page).ToHaveURLAsync(new Regex("/tugas-saya$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await keys.PressAsync("Control+k");
        await keys.TypeAsync("dpt 2024");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(room.Log).ToBeVisibleAsync();
    }
}
