using System.Text.RegularExpressions;
using IncidentHub.Domain;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Support;

/// <summary>The room's tasks and findings as somebody uses them.</summary>
public static class RoomObjects
{
    public static ILocator Tasks(this Room room) => room.Page.GetByRole(AriaRole.Region, new() { Name = "Tugas", Exact = true });
    public static ILocator Findings(this Room room) => room.Page.GetByRole(AriaRole.Region, new() { Name = "Temuan", Exact = true });
    public static ILocator Drawer(this Room room) => room.Page.Locator("[data-drawer]");
    public static ILocator DrawerFoot(this Room room) => room.Page.Locator(".drawer__foot");

    public static ILocator Button(this ILocator within, string words) => within.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });
    public static ILocator Button(this IPage page, string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    public static async Task ProposeTask(this Room room, string title, string agency)
    {
        await room.Tasks().GetByRole(AriaRole.Link, new() { Name = "Tugas baru" }).First.ClickAsync();
        await room.Drawer().GetByRole(AriaRole.Textbox, new() { Name = "Judul" }).FillAsync(title);
        await room.Drawer().GetByRole(AriaRole.Combobox, new() { Name = "Instansi pelaksana" }).SelectOptionAsync(agency);
        await room.Drawer().Button("Usulkan tugas").ClickAsync();
        await Expect(room.Drawer()).Not.ToBeAttachedAsync();
        await Expect(room.Tasks().GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
    }

    public static async Task RaiseFinding(this Room room, string title, ClaimKind claim = ClaimKind.Exfiltration)
    {
        await room.Findings().GetByRole(AriaRole.Link, new() { Name = "Temuan baru" }).First.ClickAsync();
        await room.Drawer().GetByRole(AriaRole.Combobox, new() { Name = "Yang diklaim" }).SelectOptionAsync(claim.ToString());
        await room.Drawer().GetByRole(AriaRole.Textbox, new() { Name = "Temuan", Exact = true }).FillAsync(title);
        await room.Drawer().Button("Catat temuan").ClickAsync();
        await Expect(room.Drawer()).Not.ToBeAttachedAsync();
    }

    /// <summary>The drawer of what has this title in its pane.</summary>
    public static async Task OpenObject(this Room room, string title)
    {
        await room.Page.Locator(".room__side").GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await Expect(room.Drawer().Locator(".claim")).ToHaveTextAsync(title);
        await Expect(room.Page).ToHaveURLAsync(new Regex("[?&]objek=[TF]-", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>Opens the move's form, writes why with the keyboard alone, and sends: two clicks.</summary>
    public static async Task MoveBecause(this Room room, string move, string why)
    {
        await room.DrawerFoot().Button(move).ClickAsync();
        var reason = room.DrawerFoot().GetByRole(AriaRole.Textbox);
        await Expect(reason).ToBeFocusedAsync();
        await room.Page.Keyboard.TypeAsync(why);
        await room.DrawerFoot().Button(move).ClickAsync();
        await Expect(reason).Not.ToBeAttachedAsync();
    }
}
