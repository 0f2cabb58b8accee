using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace IncidentHub.BrowserTests.Journeys;
public class ZzShots(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task Shots()
    {
        var wall = await Kiosk.On(await NewUser(Product.Address, Kiosk.Options));
        await wall.Page.ScreenshotAsync(new() { Path = "/tmp/shot-pairing.png" });
        foreach (var (n, s) in new[] { ("light", Screens.Desk), ("dark", Screens.Dark), ("phone", Screens.Phone) })
        {
            var w = n == "light" ? wall : await Kiosk.On(await NewUser(Product.Address, Kiosk.Options));
            var user = await SignedIn(DemoAccount.CoordinatorKpu, "/papan-status?kode=000000", s);
            await user.Page.GetByRole(AriaRole.Button, new() { Name = "Pasangkan", Exact = true }).ClickAsync();
            await Expect(user.Page.GetByText("Nama papan wajib diisi.")).ToBeVisibleAsync();
            await user.Page.FillIn(null, "Ruang krisis KPU", Dpt);
            await user.Page.GetByRole(AriaRole.Button, new() { Name = "Pasangkan", Exact = true }).ClickAsync();
            await Expect(user.Page.GetByText("Kode ini tidak berlaku")).ToBeVisibleAsync();
            await user.Page.ScreenshotAsync(new() { Path = $"/tmp/shot-form-{n}.png", FullPage = true });
            await user.Page.FillIn(await w.ReadCode(), "Ruang krisis KPU", Dpt);
            await user.Page.GetByRole(AriaRole.Button, new() { Name = "Pasangkan", Exact = true }).ClickAsync();
            await user.Page.GetByRole(AriaRole.Button, new() { Name = "Cabut Ruang krisis KPU" }).First.ClickAsync();
            await Expect(w.Shown).ToContainTextAsync(Dpt);
            await user.Page.ScreenshotAsync(new() { Path = $"/tmp/shot-list-{n}.png", FullPage = true });
        }
        await wall.Page.WaitForTimeoutAsync(1500);
        await wall.Page.ScreenshotAsync(new() { Path = "/tmp/shot-wall.png" });
        var room = await InRoom(DemoAccount.Bssn);
        await room.Members.ScreenshotAsync(new() { Path = "/tmp/shot-members.png" });
        var again = await SignedIn(DemoAccount.CoordinatorKpu, "/papan-status");
        await again.Page.ScreenshotAsync(new() { Path = "/tmp/shot-page.png" });
    }
}
