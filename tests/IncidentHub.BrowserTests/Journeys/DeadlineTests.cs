using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

public class DeadlineTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task What_is_owed_stands_on_one_page_and_in_ones_own_calendar_until_it_is_taken_back()
    {
        var kpu = await SignedIn(DemoAccount.Kpu);
        var page = kpu.Page;
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new System.Text.RegularExpressions.Regex("^Tenggat", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        var owed = page.GetByRole(AriaRole.Region, new() { Name = "Kami berutang" });
        await Expect(owed.Locator(".due__title").First).ToContainTextAsync("Pemberitahuan kegagalan pelindungan data pribadi");
        await Expect(owed.Locator("due-clock").First).ToContainTextAsync("Lewat");

        await page.GetByRole(AriaRole.Button, new() { Name = "Buat tautan kalender" }).ClickAsync();
        var address = await page.GetByLabel("Alamat kalender").InputValueAsync();
        await using var calendar = await kpu.Page.Context.Browser!.NewContextAsync();
        var read = await calendar.APIRequest.GetAsync(address);
        (await read.TextAsync()).ShouldContain("Permintaan klarifikasi atas dugaan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cabut" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Buat tautan kalender" })).ToBeVisibleAsync();
        (await calendar.APIRequest.GetAsync(address)).Status.ShouldBe(404);

        await owed.GetByRole(AriaRole.Link, new() { Name = "Permintaan klarifikasi atas dugaan kebocoran data pemilih" }).ClickAsync();
        await Expect(page.Locator("[data-drawer]")).ToBeVisibleAsync();
    }
}
