using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

public class NotificationTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task A_letter_rings_the_bell_at_once_and_what_is_acknowledged_stays_so()
    {
        // What the demo brought is acknowledged first: the bell is still.
        var kpu = (await SignedIn(DemoAccount.Kpu, "/pemberitahuan")).Page;
        await kpu.GetByRole(AriaRole.Button, new() { Name = "Tandai semua diketahui" }).ClickAsync();
        var bell = kpu.Locator("a.rail__item[href='/pemberitahuan']");
        await Expect(bell.Locator(".notification-count")).ToHaveCountAsync(0);

        var kominfo = await InRoom(DemoAccount.Kominfo, "LAT-1: latihan tanggap insiden");
        await kominfo.Page.GetByRole(AriaRole.Region, new() { Name = "Klarifikasi", Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Klarifikasi baru" }).First.ClickAsync();
        await kominfo.Page.GetByLabel("Templat").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await kominfo.Page.GetByRole(AriaRole.Button, new() { Name = "Kirim surat" }).ClickAsync();

        await Expect(bell).ToHaveAccessibleNameAsync("Notifikasi 1 notifikasi belum diketahui");
        await bell.ClickAsync();
        var unread = kpu.GetByRole(AriaRole.Region, new() { Name = "Belum diketahui" });
        await Expect(unread.Locator(".note")).ToHaveCountAsync(1);
        await Expect(unread).ToContainTextAsync("mengirim permintaan klarifikasi kepada instansi Anda");
        await unread.GetByRole(AriaRole.Button, new() { Name = "Tandai diketahui" }).ClickAsync();
        await Expect(unread).ToContainTextAsync("Semua notifikasi telah Anda ketahui.");
        await Expect(bell.Locator(".notification-count")).ToHaveCountAsync(0);

        await kpu.ReloadAsync();
        await Interactive(kpu);
        await Expect(unread).ToContainTextAsync("Semua notifikasi telah Anda ketahui.");
        var known = kpu.GetByRole(AriaRole.Region, new() { Name = "Sudah diketahui" });
        await known.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(kpu.Locator("[data-drawer]")).ToBeVisibleAsync();
    }
}
