using System.Text.RegularExpressions;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

public class PastTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task The_first_letter_runs_and_then_is_overdue_as_one_slides()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        var page = kpu.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Keadaan lampau" }).ClickAsync();
        var headline = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Expect(headline).ToContainTextAsync("Keadaan per");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Saat penting" }).GetByRole(AriaRole.Link, new() { NameRegex = Ends("01.12 20.00") }).ClickAsync();
        await Expect(headline).ToHaveTextAsync("Keadaan per 01/12/2023 20.00 WIB");
        var letter = page.GetByRole(AriaRole.Region, new() { Name = "Klarifikasi" }).Locator(".due").Filter(new() { HasText = "Tenggat 01/12/2023 20.00" });
        await Expect(letter).ToContainTextAsync("Lewat");

        var slider = page.GetByRole(AriaRole.Slider);
        await slider.PressAsync("ArrowLeft");
        await Expect(headline).Not.ToContainTextAsync("20.00");
        await Expect(letter).ToContainTextAsync("Sisa");
        await Expect(page).ToHaveURLAsync(Ends(@"saat\?pada=2023-1[12].*"));
        await slider.PressAsync("ArrowRight");
        await Expect(letter).ToContainTextAsync("Lewat");

        // The address is the moment: another member reads the same, and neither can do anything there.
        await Expect(page).ToHaveURLAsync(Ends("pada=2023-12-01T20%3A00"));
        var bssn = await SignedIn(DemoAccount.Bssn, new Uri(page.Url).PathAndQuery);
        await Expect(bssn.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Keadaan per 01/12/2023 20.00 WIB");
        (await bssn.Page.Locator(".past__panes button, .past__log button").CountAsync()).ShouldBe(0);
    }

    static Regex Ends(string pattern) => new(pattern + "$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
