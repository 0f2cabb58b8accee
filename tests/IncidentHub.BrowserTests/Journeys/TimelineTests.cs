using System.Text.RegularExpressions;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

public partial class TimelineTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task A_filter_is_the_address_and_survives_whatever_one_does_with_addresses()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        await kpu.Page.GetByRole(AriaRole.Button, new() { Name = "Pernyataan" }).ClickAsync();
        await Expect(kpu.Page).ToHaveURLAsync(Asks("jenis=Statements"));
        await ShowsOnly(kpu, "Pernyataan publik");
        await Agency(kpu).SelectOptionAsync(new SelectOptionValue { Label = "KPU" });
        await Expect(kpu.Page).ToHaveURLAsync(Asks("instansi=KPU"));
        await kpu.Find("terbit");
        var filtered = kpu.Page.Url;
        await Expect(kpu.Entries.Filter(new() { HasNotText = "KPU" })).ToHaveCountAsync(0);
        var found = await kpu.Entries.CountAsync();
        found.ShouldBeGreaterThan(1);

        await kpu.Page.ReloadAsync();
        await StandsAsFiltered(kpu, found);
        await kpu.Page.GoBackAsync();
        await kpu.Page.GoBackAsync();
        await Expect(Agency(kpu)).ToHaveValueAsync("");
        await Expect(kpu.Search).ToHaveValueAsync("");
        await ShowsOnly(kpu, "Pernyataan publik");
        await kpu.Page.GoForwardAsync();
        await kpu.Page.GoForwardAsync();
        await StandsAsFiltered(kpu, found);
        await StandsAsFiltered(await InRoomAt(DemoAccount.Kpu, filtered), found);
    }

    [Fact]
    public async Task A_filtered_room_is_live_for_what_it_asks_and_only_that()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        var bin = await InRoom(DemoAccount.Bin);
        await kpu.Find("kelabu");
        await Expect(kpu.Page.GetByText("Tidak ada entri yang cocok")).ToBeVisibleAsync();
        await bin.Post("Awan putih.");
        await bin.Post("Awan kelabu.");
        await Expect(kpu.Entry("Awan kelabu.")).ToBeVisibleAsync();
        await Expect(kpu.Entries).ToHaveCountAsync(1);
        await kpu.Search.FillAsync("");
        await kpu.Search.PressAsync("Enter");
        await Expect(kpu.Entry("Awan putih.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Older_entries_come_as_one_scrolls_and_a_permalink_leads_to_any_of_them_and_back()
    {
        var writer = await InRoom(DemoAccount.Bareskrim, "LAT-2: latihan tanggap insiden");
        var first = writer.Entries.First;
        await Expect(first).ToContainTextAsync("Insiden dibuka");
        for (var i = 1; i <= 122; i++)
            await writer.Post($"Baris latihan nomor {i}.");

        var reader = await InRoom(DemoAccount.Kpu, "LAT-2: latihan tanggap insiden");
        await Expect(reader.Entries).ToHaveCountAsync(50);
        await Expect(reader.Entry("nomor 122.")).ToBeInViewportAsync();
        await ScrollUpUntil(reader, 100);
        await ScrollUpUntil(reader, 130);
        await Expect(reader.Log).ToContainTextAsync("Awal linimasa");
        await Expect(reader.Entry("nomor 1.")).ToHaveCountAsync(1);
        (await reader.Entries.Locator(".entry__text").AllInnerTextsAsync()).Count(t => t.StartsWith("Baris latihan", StringComparison.Ordinal)).ShouldBe(122);

        await reader.Entry("nomor 3.").Locator(".entry__time").ClickAsync();
        await Expect(reader.Entry("nomor 3.")).ToHaveClassAsync(Highlighted());
        var copied = await InRoomAt(DemoAccount.Bssn, reader.Page.Url);
        await Expect(copied.Entry("nomor 3.")).ToBeInViewportAsync();
        await Expect(copied.Entry("nomor 3.")).ToHaveClassAsync(Highlighted());
        await Expect(copied.Entry("nomor 122.")).ToHaveCountAsync(0);

        await copied.Page.GetByRole(AriaRole.Button, new() { Name = "Lompat ke terbaru" }).ClickAsync();
        await Expect(copied.Entry("nomor 122.")).ToBeInViewportAsync();
        await writer.Post("Sesudah lompatan.");
        await Expect(copied.Entry("Sesudah lompatan.")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_correction_takes_two_clicks_and_stands_on_the_original_for_everybody_at_once()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        var bssn = await InRoom(DemoAccount.Bssn);
        await kpu.Post("Jumlah baris: 204.");
        await Expect(bssn.Entry("Jumlah baris: 204.")).ToBeVisibleAsync();

        await Act(kpu, "Jumlah baris: 204.", "Koreksi");
        await Expect(kpu.Composer).ToContainTextAsync("Mengoreksi entri KPU");
        await Expect(kpu.Text).ToBeFocusedAsync();
        await kpu.Page.Keyboard.TypeAsync("Yang benar 204 juta.");
        await kpu.Send.ClickAsync();

        foreach (var room in new[] { kpu, bssn })
        {
            await Expect(room.Entry("Jumlah baris: 204.")).ToContainTextAsync("Dikoreksi");
            await Expect(room.Entry("Jumlah baris: 204.")).ToContainTextAsync("Yang benar 204 juta.");
            await Expect(room.Entry("Yang benar 204 juta.")).ToContainTextAsync("Koreksi");
            await Expect(room.Entry("Yang benar 204 juta.")).ToContainTextAsync("Jumlah baris: 204.");
        }
    }

    [Fact]
    public async Task A_contradiction_by_another_agency_stands_on_the_original_and_overwrites_nothing()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        var bssn = await InRoom(DemoAccount.Bssn);
        await kpu.Post("Peladen tidak pernah terbuka.");
        await Expect(bssn.Entry("Peladen tidak pernah terbuka.")).ToBeVisibleAsync();
        await Expect(bssn.Entry("Peladen tidak pernah terbuka.").GetByRole(AriaRole.Button, new() { Name = "Koreksi" })).ToHaveCountAsync(0);

        await Act(bssn, "Peladen tidak pernah terbuka.", "Pertentangkan");
        await Expect(bssn.Text).ToBeFocusedAsync();
        await bssn.Page.Keyboard.TypeAsync("Log menunjukkan sebaliknya.");
        await bssn.Send.ClickAsync();
        foreach (var room in new[] { kpu, bssn })
        {
            await Expect(room.Entry("Peladen tidak pernah terbuka.")).ToContainTextAsync("Dipertentangkan BSSN");
            await Expect(room.Entry("Peladen tidak pernah terbuka.")).ToContainTextAsync("Log menunjukkan sebaliknya.");
        }
    }

    [Fact]
    public async Task Cancelling_a_correction_brings_the_half_written_entry_back_as_it_was_marked()
    {
        var kominfo = await InRoom(DemoAccount.Kominfo);
        await kominfo.Post("Sudah terbit.", Domain.Tlp.Clear);
        await kominfo.Write("Masih rahasia", Domain.Tlp.AmberStrict, "BSSN");
        await Act(kominfo, "Sudah terbit.", "Koreksi");
        await Expect(kominfo.Text).ToHaveValueAsync("");
        await Expect(kominfo.Text).ToBeFocusedAsync();
        await kominfo.Page.Keyboard.TypeAsync("Salah pilih");
        await kominfo.Composer.GetByRole(AriaRole.Button, new() { Name = "Batalkan" }).ClickAsync();
        await Expect(kominfo.Text).ToHaveValueAsync("Masih rahasia");
        await Expect(kominfo.Composer.GetByRole(AriaRole.Combobox, new() { Name = "TLP", Exact = true })).ToHaveValueAsync("AmberStrict");
        await Expect(kominfo.Composer.Locator("summary[title='Penerima: BSSN']")).ToBeVisibleAsync();
    }

    static async Task Act(Room room, string words, string action)
    {
        await room.Entry(words).HoverAsync();
        await room.Entry(words).GetByRole(AriaRole.Button, new() { Name = action }).ClickAsync();
    }

    static ILocator Agency(Room room) => room.Page.GetByRole(AriaRole.Combobox, new() { Name = "Instansi" });

    static async Task ShowsOnly(Room room, string kind)
    {
        await Expect(room.Entries.Filter(new() { HasNotText = kind })).ToHaveCountAsync(0);
        await Expect(room.Entries.First).ToBeVisibleAsync();
    }

    static async Task StandsAsFiltered(Room room, int found)
    {
        await Expect(room.Page.GetByRole(AriaRole.Button, new() { Name = "Pernyataan", Pressed = true })).ToBeVisibleAsync();
        await Expect(Agency(room)).ToHaveValueAsync("KPU");
        await Expect(room.Search).ToHaveValueAsync("terbit");
        await Expect(room.Entries).ToHaveCountAsync(found);
    }

    static async Task ScrollUpUntil(Room room, int entries)
    {
        await room.Log.HoverAsync();
        await room.Log.EvaluateAsync("log => log.scrollTo(0, -log.scrollHeight)");
        await Expect(room.Entries).ToHaveCountAsync(entries);
    }

    static Regex Asks(string parameter) => new("[?&]" + parameter, RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("entry--target", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Highlighted();
}
