using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

public class VisitTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task What_is_new_since_the_last_visit_is_told_without_a_click_until_it_was_seen()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        await Expect(kpu.Page.Locator("[data-since]")).ToHaveCountAsync(0);
        await kpu.Page.GetByRole(AriaRole.Link, new() { Name = "Insiden", Exact = true }).ClickAsync();
        var bssn = await InRoom(DemoAccount.Bssn);
        await bssn.Post("Selagi KPU pergi, satu.");
        await bssn.Post("Selagi KPU pergi, dua.");
        await Expect(kpu.Page.Locator(".incident", new() { HasText = Dpt })).ToContainTextAsync("2 baru");

        await kpu.Page.GetByRole(AriaRole.Link, new() { Name = Dpt }).ClickAsync();
        await Expect(kpu.Page.Locator("[data-since]")).ToContainTextAsync("2 entri baru");
        await Expect(kpu.Log.Locator(".entry--new")).ToHaveCountAsync(2);
        // Both stand in view, and are seen after a while; what was seen stays so.
        await Expect(kpu.Page.Locator("[data-since]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Expect(kpu.Log.Locator(".entry--new")).ToHaveCountAsync(0);
        await kpu.Page.ReloadAsync();
        await Interactive(kpu.Page);
        await Expect(kpu.Entry("Selagi KPU pergi, dua.")).ToBeVisibleAsync();
        await Expect(kpu.Log.Locator(".entry--new")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_has_the_room_open_shows_by_agency()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        var bin = kpu.Page.Locator("[data-agency=BIN]");
        await Expect(kpu.Page.Locator("[data-agency=KPU]")).ToContainTextAsync("1");
        await Expect(bin).ToContainTextAsync("–");
        var other = await InRoom(DemoAccount.Bin);
        await Expect(bin).ToContainTextAsync("orang");
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Insiden", Exact = true }).ClickAsync();
        await Expect(bin).ToContainTextAsync("terakhir");
    }
}
