using System.Text.RegularExpressions;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>Agencies propose work to each other, do it, and change it together.</summary>
public class TaskTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task Accepting_a_task_is_one_click_and_the_proposer_sees_it()
    {
        const string title = "Tinjau hak akses administrator";
        var bssn = await InRoom(DemoAccount.Bssn);
        var kpu = await InRoom(DemoAccount.Kpu);
        await bssn.ProposeTask(title, "KPU");

        await kpu.Tasks().Button($"Terima: {title}").ClickAsync();

        await Expect(bssn.Entry($"Tugas “{title}” diterima.")).ToBeVisibleAsync();
        await bssn.OpenObject(title);
        await Expect(bssn.Drawer().Locator(".drawer__title")).ToContainTextAsync("Diterima");
    }

    [Fact]
    public async Task Blocking_a_task_with_its_reason_is_two_clicks()
    {
        const string title = "Periksa salinan cadangan";
        var kpu = await InRoom(DemoAccount.Kpu);
        await kpu.ProposeTask(title, "KPU");
        await kpu.OpenObject(title);
        await kpu.DrawerFoot().Button("Kerjakan").ClickAsync();

        await kpu.MoveBecause("Terhambat", "Menunggu kunci lemari arsip");

        await Expect(kpu.Drawer().Locator(".facts")).ToContainTextAsync("Menunggu kunci lemari arsip");
        await Expect(kpu.Entry("Menunggu kunci lemari arsip")).ToContainTextAsync("Terhambat");
        await kpu.Page.Keyboard.PressAsync("Escape");
        await Expect(kpu.Drawer()).Not.ToBeAttachedAsync();
        await Expect(kpu.Tasks()).ToContainTextAsync("Menunggu kunci lemari arsip, sejak");
    }

    [Fact]
    public async Task What_is_typed_right_after_the_click_or_the_key_is_not_lost()
    {
        const string title = "Bandingkan cap waktu";
        var kpu = await InRoom(DemoAccount.Kpu);
        var keys = kpu.Page.Keyboard;
        await kpu.ProposeTask(title, "KPU");
        await kpu.OpenObject(title);
        await kpu.DrawerFoot().Button("Kerjakan").ClickAsync();
        await kpu.DrawerFoot().Button("Terhambat").ClickAsync();
        await keys.TypeAsync("njk? menunggu berkas");
        await Expect(kpu.DrawerFoot().Locator("textarea")).ToHaveValueAsync("njk? menunggu berkas");
        await kpu.DrawerFoot().Button("Terhambat").ClickAsync();
        await Expect(kpu.Drawer().Locator(".facts")).ToContainTextAsync("njk? menunggu berkas");

        await keys.PressAsync("Escape");
        await keys.PressAsync("n");
        await keys.TypeAsync("Langsung menulis lagi.", new() { Delay = 40 });
        await Expect(kpu.Text).ToHaveValueAsync("Langsung menulis lagi.");
    }

    [Fact]
    public async Task What_lies_behind_a_phones_drawer_is_out_of_reach()
    {
        const string title = "Unggah bukti dari ponsel";
        var kpu = await InRoom(DemoAccount.Kpu, screen: Screens.Phone);
        await Expect(kpu.Composer).ToBeVisibleAsync();
        await (await InRoom(DemoAccount.Bssn)).ProposeTask(title, "BSSN");
        await kpu.Page.GetByRole(AriaRole.Radio, new() { Name = "Tugas" }).CheckAsync(new() { Force = true });
        await kpu.OpenObject(title);
        await Expect(kpu.Drawer()).ToBeVisibleAsync();
        await Expect(kpu.Composer).ToBeHiddenAsync();
        await Expect(kpu.Page.Locator("h1")).ToBeHiddenAsync();
        await kpu.Page.Locator("[data-drawer-close]").ClickAsync();
        await Expect(kpu.Composer).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_tap_on_an_entry_brings_its_actions_and_presses_none()
    {
        var kpu = await InRoom(DemoAccount.Kpu, screen: Screens.Phone);
        var entry = kpu.Entries.Last;
        await Expect(entry).ToBeVisibleAsync();
        // What tells of new entries goes once they were seen, and what moves under a finger is no longer under it.
        var seen = kpu.Page.GetByRole(AriaRole.Button, new() { Name = "Tandai sudah dilihat" });
        if (await seen.IsVisibleAsync())
            await seen.ClickAsync();
        await Expect(kpu.Page.Locator("[data-since]")).ToHaveCountAsync(0);
        await entry.TapAsync();
        await Expect(entry.Locator(".entry__acts")).ToBeVisibleAsync();
        await Expect(kpu.Page.Locator(".composer__mode")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_who_edit_one_task_see_both_versions_and_lose_nothing()
    {
        const string title = "Susun kronologi bersama";
        var bssn = await InRoom(DemoAccount.Bssn);
        var kpu = await InRoom(DemoAccount.Kpu);
        await bssn.ProposeTask(title, "KPU");
        foreach (var room in new[] { bssn, kpu })
        {
            await room.OpenObject(title);
            await room.Drawer().Button("Ubah tugas").ClickAsync();
        }
        await Title(kpu).FillAsync("Susun kronologi KPU");
        await kpu.DrawerFoot().Button("Simpan").ClickAsync();
        await Expect(kpu.Drawer().Locator(".claim")).ToHaveTextAsync("Susun kronologi KPU");

        await Title(bssn).FillAsync("Susun kronologi BSSN");
        await bssn.DrawerFoot().Button("Simpan").ClickAsync();

        await Expect(bssn.DrawerFoot().GetByText("Susun kronologi KPU")).ToBeVisibleAsync();
        await Expect(bssn.DrawerFoot().GetByText("Susun kronologi BSSN")).ToBeVisibleAsync();
        await bssn.DrawerFoot().Button("Pakai punya saya").ClickAsync();
        await Expect(kpu.Drawer().Locator(".claim")).ToHaveTextAsync("Susun kronologi BSSN");
        await Expect(bssn.Page.Locator(".conflict")).Not.ToBeAttachedAsync();
    }

    [Fact]
    public async Task A_drawers_address_is_a_permalink_and_tells_strangers_nothing()
    {
        const string title = "Kumpulkan tangkapan layar";
        var kpu = await InRoom(DemoAccount.Kpu);
        await kpu.ProposeTask(title, "KPU");
        await kpu.OpenObject(title);
        var colleague = await InRoomAt(DemoAccount.Bin, kpu.Page.Url);
        await Expect(colleague.Drawer().Locator(".claim")).ToHaveTextAsync(title);
        var nobody = await InRoomAt(DemoAccount.Bin, Regex.Replace(kpu.Page.Url, "T-[A-Z0-9]+", "T-00000", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(nobody.Drawer()).ToContainTextAsync("tidak tersedia bagi Anda");
    }

    [Fact]
    public async Task My_work_gathers_all_incidents_and_leads_to_the_drawer()
    {
        const string title = "Catat akun yang dinonaktifkan";
        var page = (await SignedIn(DemoAccount.Bareskrim, "/tugas-saya")).Page;
        var bssn = await InRoom(DemoAccount.Bssn);
        await bssn.ProposeTask(title, "BARESKRIM");
        await Expect(page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex("^Menunggu instansi Anda", RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToContainTextAsync(title);
        await Expect(page.Locator(".work-count")).ToContainTextAsync(new Regex("[1-9]", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(page.Locator("[data-drawer] .claim")).ToHaveTextAsync(title);
    }

    static ILocator Title(Room room) => room.DrawerFoot().GetByRole(AriaRole.Textbox, new() { Name = "Judul" });
}
