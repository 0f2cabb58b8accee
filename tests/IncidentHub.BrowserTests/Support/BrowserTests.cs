using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Support;

public class BrowserTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task Chromium_reads_a_page_as_a_user_in_Jakarta()
    {
        var user = await NewUser();
        await user.Page.GotoAsync("data:text/html,<body data-interactive=true><h1>Linimasa</h1>");
        await Interactive(user.Page);
        await Expect(user.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading)).ToHaveTextAsync("Linimasa");
        (await user.Page.EvaluateAsync<string>("Intl.DateTimeFormat().resolvedOptions().timeZone + ' ' + navigator.language")).ShouldBe("Asia/Jakarta id-ID");
        user.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_phone_and_a_dark_screen_are_what_they_say()
    {
        var phone = await NewUser(screen: Screens.Phone);
        (await phone.Page.EvaluateAsync<int>("screen.width")).ShouldBe(390);
        var dark = await NewUser(screen: Screens.Dark);
        (await dark.Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches")).ShouldBeTrue();
    }
}
