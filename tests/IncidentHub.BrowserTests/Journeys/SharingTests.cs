using System.Text.RegularExpressions;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using IncidentHub.Domain;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>What one writes reaches whom it is for, at once; and nobody else, by no way.</summary>
public partial class SharingTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task What_one_agency_writes_the_other_reads_without_reloading()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        var bssn = await InRoom(DemoAccount.Bssn);

        await kpu.Post("Akun pengguna Sidalih ditinjau ulang.");
        await Expect(bssn.Entry("Akun pengguna Sidalih ditinjau ulang.")).ToBeInViewportAsync();
        await Expect(bssn.Entry("Akun pengguna Sidalih ditinjau ulang.")).ToContainTextAsync("KPU");

        await bssn.Post("Tim forensik menerima citra diska.");
        await Expect(kpu.Entry("Tim forensik menerima citra diska.")).ToBeInViewportAsync();
        await Expect(kpu.Entry("Tim forensik menerima citra diska.")).ToContainTextAsync("Tim gabungan");
    }

    [Fact]
    public async Task Whoever_is_outside_the_audience_learns_nothing_by_any_way()
    {
        const string secret = "Xilofon Kuarsa 7391";
        var kpu = await InRoom(DemoAccount.Kpu);
        var bssn = await InRoom(DemoAccount.Bssn);
        var kominfo = await InRoom(DemoAccount.Kominfo);
        var kominfoList = await SignedIn(DemoAccount.Kominfo);
        var before = await EntryCount(kominfoList.Page);

        await bssn.Post($"{secret} pada berkas catatan.", Tlp.AmberStrict, "BSSN", "KPU");
        await Expect(kpu.Entry(secret)).ToContainTextAsync("TLP:AMBER+STRICT");
        var permalink = new Uri(kpu.Page.Url).GetLeftPart(UriPartial.Authority) + await kpu.Entry(secret).Locator(".entry__time").GetAttributeAsync("href");
        // Behind the secret comes an entry for all: when it is there, the secret would have been.
        await bssn.Composer.Locator("summary[title^='Penerima']").ClickAsync();
        await bssn.Post("Ini boleh dibaca semua.");
        await Expect(kominfo.Entry("Ini boleh dibaca semua.")).ToBeVisibleAsync();

        await Expect(kominfo.Log).Not.ToContainTextAsync(secret);
        await Expect(Incident(kominfoList.Page)).ToContainTextAsync($"{before + 1} entri");
        kpu.User.Wire.Heard(secret).ShouldBeTrue("the wiretap must work");
        kominfo.User.Wire.Heard(secret).ShouldBeFalse();
        kominfoList.Wire.Heard(secret).ShouldBeFalse();

        await kominfo.Find("Xilofon");
        await Expect(kominfo.Page.GetByText("Tidak ada entri yang cocok")).ToBeVisibleAsync();
        var hidden = await Answer(kominfo.User, permalink);
        var missing = await Answer(kominfo.User, permalink[..^1] + (permalink[^1] == '0' ? '1' : '0'));
        hidden.ShouldBe(missing);
        hidden.Status.ShouldBe(404);
        (await Answer(kpu.User, permalink)).Status.ShouldBe(200);
        (await Html(kominfo.User, kominfoList.Page.Url)).ShouldNotContain("Xilofon");
        (await Html(kominfo.User, kominfo.Page.Url.Split('?')[0])).ShouldNotContain("Xilofon");
        kominfo.User.Wire.Heard(secret).ShouldBeFalse();
    }

    [Fact]
    public async Task Red_is_for_the_named_person_and_the_author_not_for_their_colleagues()
    {
        const string secret = "Nama sumber: Wulan Semesta";
        var author = await InRoom(DemoAccount.Bssn);
        var named = await InRoom(DemoAccount.Kpu);
        var authorsColleague = await InRoom(DemoAccount.CoordinatorBssn);
        var namedOnesColleague = await InRoom(DemoAccount.CoordinatorKpu);

        await author.Write(secret, Tlp.Red);
        await author.Recipient("Narahubung KPU");
        await author.Sent();
        await Expect(named.Entry(secret)).ToContainTextAsync(OnlyForTheTwo());
        await Expect(author.Entry(secret)).ToBeVisibleAsync();

        await named.Post("Untuk semua, sesudah yang merah.", Tlp.Green);
        foreach (var colleague in new[] { authorsColleague, namedOnesColleague })
        {
            await Expect(colleague.Entry("Untuk semua, sesudah yang merah.")).ToBeVisibleAsync();
            await Expect(colleague.Log).Not.ToContainTextAsync("Wulan");
            colleague.User.Wire.Heard(secret).ShouldBeFalse();
        }
    }

    [GeneratedRegex("Hanya untuk (?:Narahubung KPU, Narahubung BSSN|Narahubung BSSN, Narahubung KPU)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OnlyForTheTwo();

    static ILocator Incident(IPage list) => list.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Dpt });

    static async Task<int> EntryCount(IPage list) =>
        int.Parse(EntriesWord().Match(await Incident(list).InnerTextAsync()).Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture);

    static async Task<(int Status, string Title, string Text)> Answer(BrowserUser user, string url)
    {
        var page = await user.Context.NewPageAsync();
        var answer = await page.GotoAsync(url);
        await Interactive(page);
        var said = (answer!.Status, await page.TitleAsync(), answer.Status == 404 ? await page.Locator("main").InnerTextAsync() : "");
        await page.CloseAsync();
        return said;
    }

    static async Task<string> Html(BrowserUser user, string url) => await (await user.Context.APIRequest.GetAsync(url)).TextAsync();

    [GeneratedRegex(@"(?<count>\d+) entri", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex EntriesWord();
}
