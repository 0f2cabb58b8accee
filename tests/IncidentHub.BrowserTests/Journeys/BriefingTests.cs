using System.Net;
using System.Text.RegularExpressions;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using IncidentHub.Domain;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>From an entry in the room to what a member of Komisi I reads, and back: everybody on pages that stay open.</summary>
public partial class BriefingTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    const string Exercise = "LAT-1: latihan tanggap insiden";
    const string Original = "Peladen srv-07 diputus dari jaringan.";
    const string Agreed = "Satu peladen diputus dari jaringan.";
    const string Later = "Salinan log disimpan di dua tempat.";
    const string Question = "Apakah data pemilih dapat diubah?";
    const string Answer = "Tidak: rekapitulasi berjenjang tidak memakai sistem itu.";

    [Fact]
    public async Task What_its_source_agreed_to_reaches_the_commission_by_push_and_nothing_else_does()
    {
        var commission = await Observer();
        await Expect(commission.Page.GetByRole(AriaRole.Link, new() { Name = Dpt })).ToBeVisibleAsync();
        await Expect(commission.Page.GetByRole(AriaRole.Link, new() { Name = Exercise })).ToHaveCountAsync(0);

        // Two clicks propose it; another agency's words need that agency's consent.
        var bssn = await InRoom(DemoAccount.Bssn, Exercise);
        var bin = await InRoom(DemoAccount.Bin, Exercise);
        await bssn.Post(Original, Tlp.Amber);
        await Propose(bin, Original, "Usulkan");
        var coordinator = await InRoom(DemoAccount.CoordinatorKpu, Exercise);
        await Expect(Briefings(coordinator)).ToContainTextAsync("Menunggu persetujuan sumber");

        await Open(bssn, Original);
        await bssn.DrawerFoot().Button("Setujui").ClickAsync();
        await bssn.Drawer().GetByLabel("Kalimat utama").FillAsync(Agreed);
        await bssn.DrawerFoot().Button("Setujui").ClickAsync();
        await Expect(bssn.Drawer().Locator(".wording__title")).ToHaveTextAsync(Agreed);
        await Release(coordinator, Agreed);

        await Brief(coordinator, "Satu peladen **diputus**; penyebabnya belum diketahui.");
        await commission.Page.GetByRole(AriaRole.Link, new() { Name = Exercise }).ClickAsync();
        await Expect(commission.Page.Locator(".briefing")).ToContainTextAsync(Agreed);
        await Expect(commission.Page.Locator(".briefing")).ToContainTextAsync("penyebabnya belum diketahui");
        await Expect(commission.Page.GetByText("Belum ada rilis baru.")).ToBeVisibleAsync();

        // What comes after the edition stands beside it, and what is taken back says why.
        await bssn.Drawer().Locator("[data-drawer-close]").ClickAsync();
        await bssn.Post(Later, Tlp.Amber);
        await Propose(bssn, Later, "Setujui dan usulkan");
        await ToRoom(coordinator);
        await Release(coordinator, Later);
        var since = commission.Page.GetByRole(AriaRole.Region, new() { Name = "Sejak R-01" });
        await Expect(since.GetByRole(AriaRole.Listitem)).ToContainTextAsync(Later);
        await Expect(since.GetByRole(AriaRole.Listitem)).ToContainTextAsync("Baru");

        await coordinator.DrawerFoot().Button("Tarik").ClickAsync();
        await coordinator.DrawerFoot().GetByLabel("Alasan").FillAsync("Tempat kedua belum siap.");
        await coordinator.DrawerFoot().Button("Tarik").ClickAsync();
        await Expect(since.Locator(".since__withdrawn li")).ToContainTextAsync(Later);
        await Expect(since.Locator(".since__withdrawn li")).ToContainTextAsync("Tempat kedua belum siap.");
        await Expect(since.Locator(".since__points")).ToHaveCountAsync(0);

        await AskAndAnswer(commission, coordinator, bssn);

        await Stayed(commission);
        commission.Wire.Heard("srv-07").ShouldBeFalse();
        commission.Wire.Requests.ShouldNotContain(r => r.Contains("/insiden/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edition_is_downloaded_as_a_pdf_by_the_commission_and_by_the_team()
    {
        foreach (var (who, path) in new[] { (DemoAccount.Observer, "/komisi/{0}/R-01"), (DemoAccount.Bin, "/insiden/{0}/paparan/R-01") })
        {
            var user = await SignedIn(who, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, await ReferenceOf(Dpt)));
            var download = await user.Page.RunAndWaitForDownloadAsync(() => user.Page.GetByRole(AriaRole.Link, new() { Name = "Unduh PDF" }).ClickAsync());
            download.SuggestedFilename.ShouldBe("paparan-R-01.pdf");
            (await File.ReadAllTextAsync(await download.PathAsync())).ShouldStartWith("%PDF-");
        }
    }

    [Fact]
    public async Task Whoever_guesses_addresses_learns_nothing()
    {
        var (dpt, exercise) = (await ReferenceOf(Dpt), await ReferenceOf("LAT-2: latihan tanggap insiden"));
        var member = await InRoom(DemoAccount.Kpu, Dpt);
        var entry = await member.Entries.First.Locator(".entry__time").GetAttributeAsync("href");
        var release = await Briefings(member).Locator("a[href*='objek=B-']").First.GetAttributeAsync("href");
        var observer = await SignedIn(DemoAccount.Observer, "/komisi");
        var nothing = await Answered(observer, "/insiden/INS-00000000");
        nothing.Status.ShouldBe(404);
        nothing.Body.ShouldContain("Tidak ditemukan");
        string[] pages = [$"/insiden/{dpt}", PathOf(entry), PathOf(release), $"/insiden/{dpt}/paparan", $"/insiden/{dpt}/paparan/R-01", $"/insiden/{dpt}/paparan/draf", $"/insiden/{dpt}/laporan", $"/insiden/{dpt}/laporan/draf", $"/insiden/{dpt}/laporan/S-01", $"/insiden/{dpt}/serah-terima"];
        foreach (var path in pages)
            (await Answered(observer, path)).ShouldBe(nothing, path);
        var noFile = await Answered(observer, "/insiden/INS-00000000/paparan/R-01.pdf");
        noFile.ShouldBe((404, noFile.Body));
        (await Answered(observer, $"/insiden/{dpt}/paparan/R-01.pdf")).ShouldBe(noFile);

        var unknown = await Answered(observer, "/komisi/INS-00000000");
        unknown.Status.ShouldBe(404);
        foreach (var path in new[] { $"/komisi/{exercise}", $"/komisi/{exercise}/R-01", $"/komisi/{dpt}/R-99", "/komisi/INS-00000000/R-01" })
            (await Answered(observer, path)).ShouldBe(unknown, path);
        foreach (var path in new[] { $"/komisi/{exercise}/R-01.pdf", $"/komisi/{dpt}/R-99.pdf", "/komisi/INS-00000000/R-01.pdf" })
            (await Answered(observer, path)).ShouldBe(noFile, path);
        (await Answered(observer, $"/komisi/{dpt}/R-01")).Status.ShouldBe(200);

        // The commission's pages are nobody else's.
        var none = await Answered(member.User, "/komisi/INS-00000000");
        none.Status.ShouldBe(404);
        foreach (var path in new[] { "/komisi", $"/komisi/{dpt}", $"/komisi/{dpt}/R-01" })
            (await Answered(member.User, path)).ShouldBe(none, path);
        (await Answered(member.User, $"/komisi/{dpt}/R-01.pdf")).ShouldBe(await Answered(member.User, "/komisi/INS-00000000/R-01.pdf"));
    }

    string PathOf(string? href) => new Uri(new Uri(Product.Address), href).PathAndQuery;

    async Task AskAndAnswer(BrowserUser commission, Room coordinator, Room bssn)
    {
        await commission.Page.GetByRole(AriaRole.Textbox, new() { Name = "Ajukan pertanyaan tertulis" }).FillAsync(Question);
        await commission.Page.GetByLabel("Nama penanya (boleh kosong)").FillAsync("Anggota Fraksi A");
        await commission.Page.GetByRole(AriaRole.Button, new() { Name = "Kirim pertanyaan" }).ClickAsync();
        await Expect(commission.Page.GetByText("Pertanyaan terkirim.")).ToBeVisibleAsync();
        var asked = commission.Page.GetByRole(AriaRole.Region, new() { Name = "Pertanyaan tertulis" }).GetByRole(AriaRole.Listitem);
        await Expect(asked).ToContainTextAsync("Diterima; sedang diteruskan");

        await coordinator.Drawer().Locator("[data-drawer-close]").ClickAsync();
        await Open(coordinator, Question);
        await coordinator.DrawerFoot().Button("Tugaskan").ClickAsync();
        await coordinator.DrawerFoot().GetByRole(AriaRole.Combobox, new() { Name = "Instansi penjawab" }).SelectOptionAsync("BSSN");
        await coordinator.DrawerFoot().Button("Tugaskan").ClickAsync();
        await Expect(asked).ToContainTextAsync("Menunggu jawaban BSSN");

        await Open(bssn, Question);
        await bssn.DrawerFoot().Button("Jawab pertanyaan").ClickAsync();
        await bssn.DrawerFoot().GetByLabel("Jawaban").FillAsync(Answer);
        await bssn.DrawerFoot().Button("Kirim jawaban").ClickAsync();
        await coordinator.Drawer().Locator(".said").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(asked.Locator(".ask__answer")).ToHaveCountAsync(0);
        await Publish(coordinator);
        await Expect(asked.Locator(".ask__answer")).ToHaveTextAsync(Answer);
        await Expect(asked).ToContainTextAsync("Dijawab BSSN");
    }

    /// <summary>Composed by the coordinator, approved by Kominfo, frozen by the coordinator.</summary>
    async Task Brief(Room coordinator, string summary)
    {
        await coordinator.Drawer().Locator("[data-drawer-close]").ClickAsync();
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Buka paparan" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Susun paparan" }).ClickAsync();
        await page.GetByLabel("Ringkasan dengan bahasa sederhana").FillAsync(summary);
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan draf" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(AnyDraft());
        await Expect(page.GetByText("Draf ini menunggu persetujuan orang dari instansi lain.")).ToBeVisibleAsync();

        var kominfo = await SignedIn(DemoAccount.Kominfo, new Uri(page.Url).PathAndQuery);
        await Expect(kominfo.Page.Locator(".briefing")).ToContainTextAsync(Agreed);
        await kominfo.Page.GetByRole(AriaRole.Button, new() { Name = "Setujui", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekukan dan terbitkan" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Frozen());
        await Expect(page.Locator(".briefing")).ToContainTextAsync("Hash edisi R-01 (SHA-256)");
    }

    static async Task Propose(Room room, string text, string submit)
    {
        await room.Entry(text).Locator(".entry__act", new() { HasText = "Usulkan rilis" }).ClickAsync();
        await room.Drawer().Button(submit).ClickAsync();
        await Expect(room.Drawer()).Not.ToBeAttachedAsync();
        await Expect(Briefings(room).GetByRole(AriaRole.Link, new() { Name = text })).ToBeVisibleAsync();
    }

    static async Task Open(Room room, string title)
    {
        await Briefings(room).GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(room.Drawer().Locator(".wording__title, .claim")).ToHaveTextAsync(title);
    }

    static async Task Release(Room room, string title)
    {
        await Open(room, title);
        await Publish(room);
    }

    static async Task Publish(Room room)
    {
        await room.DrawerFoot().Button("Rilis").ClickAsync();
        await Expect(room.DrawerFoot()).ToContainTextAsync("Komisi I akan membaca kata-kata ini.");
        await room.DrawerFoot().Button("Rilis").ClickAsync();
        await Expect(room.Drawer().Locator(".drawer__title")).ToContainTextAsync("Dirilis");
    }

    static ILocator Briefings(Room room) => room.Page.GetByRole(AriaRole.Region, new() { Name = "Paparan Komisi I", Exact = true });

    async Task ToRoom(Room room)
    {
        await room.Page.GotoAsync($"/insiden/{await ReferenceOf(Exercise)}");
        await Interactive(room.Page);
        await Expect(room.Log).ToBeVisibleAsync();
    }

    // Whatever comes to that page from here on was pushed: a page that loads anew has lost the mark.
    async Task<BrowserUser> Observer()
    {
        var observer = await SignedIn(DemoAccount.Observer, "/komisi");
        await observer.Page.EvaluateAsync("window.stayed = true");
        return observer;
    }

    static async Task Stayed(BrowserUser user) => (await user.Page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue();

    static async Task<(int Status, string Body)> Answered(BrowserUser user, string path)
    {
        var answer = await user.Context.APIRequest.GetAsync(path);
        var page = WebUtility.HtmlDecode(await answer.TextAsync());
        var body = page[Math.Max(0, page.IndexOf("<body", StringComparison.Ordinal))..Math.Max(0, page.IndexOf("<svg class=\"sprite\"", StringComparison.Ordinal))];
        return (answer.Status, Chance().Replace(body.Replace(path, "", StringComparison.Ordinal), ""));
    }

    async Task<string> ReferenceOf(string title)
    {
        var member = await SignedIn(DemoAccount.Kpu);
        return (await member.Page.GetByRole(AriaRole.Link, new() { Name = title }).First.GetAttributeAsync("href"))!.Split('/')[^1];
    }

    [GeneratedRegex("/paparan/draf/R-", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex AnyDraft();

    [GeneratedRegex("/paparan/R-01$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Frozen();

    /// <summary>What differs on every request: protected tokens and the states of prerendered components.</summary>
    [GeneratedRegex("<!--Blazor.*?-->|value=\"CfDJ8[^\"]+\"", RegexOptions.Singleline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Chance();
}
