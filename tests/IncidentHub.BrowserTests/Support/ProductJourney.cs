using IncidentHub.Demo;
using Microsoft.Playwright;

namespace IncidentHub.BrowserTests.Support;

/// <summary>People of the demo in front of one running product, which the class's tests share.</summary>
public abstract class ProductJourney(Browser browser, Product product) : Journey(browser), IClassFixture<Product>
{
    protected const string Dpt = "DPT 2024: dugaan kebocoran data pemilih";

    protected Product Product => product;

    /// <summary>At a browser of their own, signed in by one click on the demo's list, on a page that is interactive.</summary>
    protected async Task<BrowserUser> SignedIn(DemoAccount who, string path = "/", BrowserNewContextOptions? screen = null)
    {
        var user = await NewUser(product.Address, screen);
        await user.Page.GotoAsync("/masuk?ke=" + Uri.EscapeDataString(path));
        await user.Page.Locator($"button[name=account][value='{who.Id}']").ClickAsync();
        await Interactive(user.Page);
        return user;
    }

    /// <summary>Signed in, and in the room of the demo's case.</summary>
    protected async Task<Room> InRoom(DemoAccount who, string title = Dpt, BrowserNewContextOptions? screen = null)
    {
        var user = await SignedIn(who, screen: screen);
        await user.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        return await Room.In(user);
    }

    /// <summary>One more browser of somebody, at an address that was copied to them.</summary>
    protected async Task<Room> InRoomAt(DemoAccount who, string url) => await Room.In(await SignedIn(who, new Uri(url).PathAndQuery));
}
