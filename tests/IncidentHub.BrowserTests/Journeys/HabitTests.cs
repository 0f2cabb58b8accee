using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>Language, theme and keys.</summary>
public class HabitTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task English_is_one_click_away_and_stays()
    {
        var user = await SignedIn(DemoAccount.Kpu);
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(user.Page.GetByRole(AriaRole.Heading, new() { Name = "Incidents" })).ToBeVisibleAsync();
        await Interactive(user.Page);
        await user.Page.GetByRole(AriaRole.Link, new() { Name = Dpt }).ClickAsync();
        await Expect(user.Page.GetByRole(AriaRole.Log)).ToContainTextAsync("Tuesday, 14 May 2024");
        await Expect(user.Page.GetByPlaceholder("Write an entry as KPU (n)")).ToBeVisibleAsync();
        // What is pushed is in the reader's language too.
        await (await InRoom(DemoAccount.Bssn)).Post("Untuk pembaca berbahasa Inggris.");
        var pushed = user.Page.Locator("li.entry", new() { HasText = "Untuk pembaca berbahasa Inggris." });
        await Expect(pushed).ToContainTextAsync("Status update");
        await Expect(pushed).ToContainTextAsync("Joint team");
        await Expect(user.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task The_chosen_theme_survives_navigation_and_reloading()
    {
        var user = await SignedIn(DemoAccount.Kpu);
        var root = user.Page.Locator("html");
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "Tema" }).ClickAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await user.Page.GetByRole(AriaRole.Link, new() { Name = Dpt }).ClickAsync();
        await Room.In(user);
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await user.Page.ReloadAsync();
        await Interactive(user.Page);
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task Keys_lead_to_search_and_composer_and_send()
    {
        var room = await InRoom(DemoAccount.Kpu);
        await TakesKeys(room.Page);
        await room.Page.Keyboard.PressAsync("/");
        await Expect(room.Search).ToBeFocusedAsync();
        await room.Page.Keyboard.TypeAsync("n/");
        await Expect(room.Search).ToHaveValueAsync("n/");
        await room.Search.FillAsync("");
        await room.Log.FocusAsync();
        await room.Page.Keyboard.PressAsync("n");
        await Expect(room.Text).ToBeFocusedAsync();
        await Expect(room.Text).ToHaveValueAsync("");
        await room.Page.Keyboard.TypeAsync("Dengan papan ketik saja.");
        await room.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(room.Entry("Dengan papan ketik saja.")).ToBeVisibleAsync();
        await Expect(room.Text).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Everything_in_the_room_is_reached_with_the_tab_key_in_reading_order()
    {
        var room = await InRoom(DemoAccount.CoordinatorKpu, "LAT-1: latihan tanggap insiden");
        await Expect(room.Entries.First).ToBeVisibleAsync();
        // A fresh page has its heading focused, for screen readers; what stands before it is behind one's back.
        await Expect(room.Page.Locator("h1")).ToBeFocusedAsync();
        await room.Page.GetByRole(AriaRole.Link, new() { Name = "Lompat ke isi" }).FocusAsync();
        var reached = new List<string>();
        do
        {
            reached.Add(await room.Page.EvaluateAsync<string>(NameOfFocus));
            await room.Page.Keyboard.PressAsync("Tab");
        }
        while (reached[^1] != "BODY" && reached.Count < 160);

        reached.ShouldContain("Keluarkan Narahubung KPU");
        string[] inOrder = ["Lompat ke isi", "Insiden", "Pintasan papan ketik (?)", "English", "Tema", "Keluar", "Semua", "Instansi", "Cari di linimasa", "Linimasa, terbaru di bawah",
            "Isi entri", "Jenis entri", "TLP", "Penerima: Tim gabungan", "Kirim", "Rincian", "Tugas, temuan, tenggat, status, dan anggota", "Tugas baru", "Temuan baru", "Klarifikasi baru", "Kewajiban baru", "Ubah fase", "Tambah anggota"];
        reached.Where(inOrder.Contains).Distinct().ShouldBe(inOrder);
    }

    [Fact]
    public async Task The_skip_link_leads_into_the_page()
    {
        var user = await SignedIn(DemoAccount.Kpu);
        await Expect(user.Page.Locator("h1")).ToBeFocusedAsync();
        await user.Page.GetByRole(AriaRole.Link, new() { Name = "Lompat ke isi" }).FocusAsync();
        await Expect(user.Page.GetByRole(AriaRole.Link, new() { Name = "Lompat ke isi" })).ToBeInViewportAsync();
        await user.Page.Keyboard.PressAsync("Enter");
        await Expect(user.Page.Locator("main:focus, main :focus")).ToBeAttachedAsync();
        await user.Page.Keyboard.PressAsync("Tab");
        await Expect(user.Page.GetByRole(AriaRole.Link, new() { Name = "Buka insiden" })).ToBeFocusedAsync();
    }

    const string NameOfFocus = """
        (() => {
          const e = document.activeElement;
          if (!e || e === document.body) return 'BODY';
          const label = e.getAttribute('aria-label') ?? e.labels?.[0]?.querySelector('.sr')?.textContent ?? e.labels?.[0]?.textContent;
          return (label ?? (e.title || e.querySelector('span')?.textContent || e.textContent)).trim();
        })()
        """;
}
