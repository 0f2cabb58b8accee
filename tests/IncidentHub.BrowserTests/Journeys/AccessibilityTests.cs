using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>Every page and state as axe sees it, and as the content security policy does.</summary>
public class AccessibilityTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    public static TheoryData<string> AllScreens => ["light", "dark", "phone"];

    [Theory, MemberData(nameof(AllScreens))]
    public async Task Sign_in(string screen)
    {
        var user = await NewUser(Product.Address, Screen(screen));
        await user.Page.GotoAsync("/masuk");
        await IsAccessible(user.Page);
        await user.Page.GetByLabel("Surel").FillAsync("salah@demo.invalid");
        await user.Page.GetByLabel("Kata sandi").FillAsync("salah");
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        await Expect(user.Page.GetByText("tidak cocok")).ToBeVisibleAsync();
        await IsAccessible(user.Page);
        AllowsAll(user);
    }

    [Theory, MemberData(nameof(AllScreens))]
    public async Task List_new_incident_and_not_found(string screen)
    {
        var user = await SignedIn(DemoAccount.CoordinatorKpu, screen: Screen(screen));
        await Expect(user.Page.GetByText(Dpt)).ToBeVisibleAsync();
        await IsAccessible(user.Page);
        await user.Page.GetByRole(AriaRole.Link, new() { Name = "Buka insiden" }).ClickAsync();
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "Buka insiden" }).ClickAsync();
        await Expect(user.Page.GetByText("Judul wajib ditulis.")).ToBeVisibleAsync();
        await IsAccessible(user.Page);
        (await user.Page.GotoAsync("/insiden/INS-00000000"))!.Status.ShouldBe(404);
        await Interactive(user.Page);
        await Expect(user.Page.GetByRole(AriaRole.Heading, new() { Name = "Tidak ditemukan" })).ToBeVisibleAsync();
        await IsAccessible(user.Page);
        AllowsAll(user);
    }

    [Theory, MemberData(nameof(AllScreens))]
    public async Task Notifications(string screen)
    {
        // Whom no other journey of this class acknowledges anything for.
        var user = await SignedIn(DemoAccount.CoordinatorKpu, "/pemberitahuan", Screen(screen));
        await Expect(user.Page.Locator(".note").First).ToBeVisibleAsync();
        await IsAccessible(user.Page);
        AllowsAll(user);
    }

    [Theory, MemberData(nameof(AllScreens))]
    public async Task Walls_of_a_coordinator(string screen)
    {
        var wall = await Kiosk.On(await NewUser(Product.Address, Kiosk.Options));
        var user = await SignedIn(DemoAccount.CoordinatorKpu, "/papan-status?kode=000000", Screen(screen));
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "Pasangkan", Exact = true }).ClickAsync();
        await Expect(user.Page.GetByText("Nama papan wajib diisi.")).ToBeVisibleAsync();
        await IsAccessible(user.Page);
        await user.Page.FillIn(await wall.ReadCode(), $"Papan {screen}", Dpt);
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "Pasangkan", Exact = true }).ClickAsync();
        await user.Page.GetByRole(AriaRole.Button, new() { Name = $"Cabut Papan {screen}" }).ClickAsync();
        await IsAccessible(user.Page);
        AllowsAll(user);
    }

    [Theory, MemberData(nameof(AllScreens))]
    public async Task Room_with_everything_open(string screen)
    {
        var room = await InRoom(DemoAccount.CoordinatorKpu, screen: Screen(screen));
        await IsAccessible(room.Page);
        await room.Write("Untuk Anda saja", Domain.Tlp.Red);
        await room.Recipient("Narahubung BSSN");
        await room.Composer.GetByText("Rincian").ClickAsync();
        await Expect(room.Composer.GetByLabel("Sumber")).ToBeVisibleAsync();
        await IsAccessible(room.Page);
        await room.Composer.Locator("summary[title^='Penerima']").ClickAsync();
        await IsAccessible(room.Page);
        await room.Page.Keyboard.PressAsync("Escape");
        await room.Composer.GetByText("Rincian").ClickAsync();
        if (screen is "phone")
            await room.Page.GetByRole(AriaRole.Radio, new() { Name = "Status" }).CheckAsync(new() { Force = true });
        await room.Status.GetByRole(AriaRole.Button, new() { Name = "Ubah fase" }).ClickAsync();
        await room.Status.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(room.Status.GetByText("Isi wajib ditulis.")).ToBeVisibleAsync();
        await IsAccessible(room.Page);
        AllowsAll(room.User);
    }

    [Theory, MemberData(nameof(AllScreens))]
    public async Task Drawers_forms_and_my_work(string screen)
    {
        var room = await InRoom(DemoAccount.Kpu, screen: Screen(screen));
        var here = new Uri(room.Page.Url).AbsolutePath;
        foreach (var form in new[] { "tugas-baru", "temuan-baru", "kewajiban-baru", "T-00000" })
        {
            await room.Page.GotoAsync($"{here}?objek={form}");
            await Interactive(room.Page);
            await Expect(room.Drawer()).ToBeVisibleAsync();
            await IsAccessible(room.Page);
        }
        var title = $"Periksa tampilan {screen}";
        await room.Page.GotoAsync($"{here}?objek=tugas-baru");
        await Interactive(room.Page);
        await room.Drawer().Button("Usulkan tugas").ClickAsync();
        await Expect(room.Drawer().GetByText("Judul wajib ditulis.")).ToBeVisibleAsync();
        await IsAccessible(room.Page);
        await room.Drawer().GetByRole(AriaRole.Textbox, new() { Name = "Judul" }).FillAsync(title);
        await room.Drawer().Button("Tambah butir").ClickAsync();
        await room.Drawer().GetByRole(AriaRole.Textbox, new() { Name = "Butir 1" }).FillAsync("Satu");
        await room.Drawer().Button("Usulkan tugas").ClickAsync();
        await Expect(room.Drawer()).Not.ToBeAttachedAsync();
        if (screen is "phone")
            await room.Page.Locator("#tab-tasks").CheckAsync(new() { Force = true });
        await IsAccessible(room.Page);
        await room.Page.Locator(".room__tasks").GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(room.Drawer().Locator(".history__one")).ToHaveCountAsync(1);
        await IsAccessible(room.Page);
        foreach (var open in new[] { "Ubah tugas", "Ubah penandaan", "Tambah catatan" })
        {
            await room.Drawer().Button(open).ClickAsync();
            await IsAccessible(room.Page);
        }
        await room.Page.GotoAsync("/tugas-saya");
        await Interactive(room.Page);
        await Expect(room.Page.GetByText(title)).ToBeVisibleAsync();
        await IsAccessible(room.Page);
        AllowsAll(room.User);
    }

    [Theory, MemberData(nameof(AllScreens))]
    public async Task Deadlines_and_their_calendar(string screen)
    {
        var user = await SignedIn(DemoAccount.Kpu, "/tenggat", Screen(screen));
        await Expect(user.Page.Locator("due-clock").First).ToBeVisibleAsync();
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "Buat tautan kalender" }).ClickAsync();
        await Expect(user.Page.GetByLabel("Alamat kalender")).ToBeVisibleAsync();
        await IsAccessible(user.Page);
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "Cabut" }).ClickAsync();
        await Expect(user.Page.GetByRole(AriaRole.Button, new() { Name = "Buat tautan kalender" })).ToBeVisibleAsync();
        AllowsAll(user);
    }

    [Theory, MemberData(nameof(AllScreens))]
    public async Task The_past(string screen)
    {
        var room = await InRoom(DemoAccount.Kpu, screen: Screen(screen));
        await room.Page.GotoAsync(new Uri(room.Page.Url).AbsolutePath + "/saat");
        await Interactive(room.Page);
        await IsAccessible(room.Page);
        await room.Page.GetByRole(AriaRole.Button, new() { Name = "Tampilkan yang sudah dirilis" }).ClickAsync();
        await Expect(room.Page.Locator(".briefing")).ToBeVisibleAsync();
        await IsAccessible(room.Page);
        AllowsAll(room.User);
    }

    [Theory, MemberData(nameof(AllScreens))]
    public async Task Administrators_pages_and_settings(string screen)
    {
        var user = await SignedIn(DemoAccount.Administrator, "/admin/instansi", Screen(screen));
        var page = user.Page;
        await IsAccessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ganti nama BIN" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(page.GetByText("Nama wajib diisi.")).ToBeVisibleAsync();
        await IsAccessible(page);
        await page.GotoAsync("/admin/akun");
        await Interactive(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Akun baru" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Buat akun" }).ClickAsync();
        await Expect(page.GetByText("Nama wajib diisi.")).ToBeVisibleAsync();
        await IsAccessible(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ubah akun Auditor" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Atur ulang kata sandi" }).ClickAsync();
        await Expect(page.Locator("code")).ToBeVisibleAsync();
        await IsAccessible(page);
        await page.GotoAsync("/pengaturan");
        await Interactive(page);
        await IsAccessible(page);
        AllowsAll(user);
    }

    [Theory, MemberData(nameof(AllScreens))]
    public async Task The_commissions_pages(string screen)
    {
        var user = await SignedIn(DemoAccount.Observer, "/komisi", Screen(screen));
        await IsAccessible(user.Page);
        await user.Page.GetByRole(AriaRole.Link, new() { Name = Dpt }).ClickAsync();
        await Expect(user.Page.GetByRole(AriaRole.Region, new() { Name = "Sejak R-02" })).ToBeVisibleAsync();
        (await user.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= visualViewport.width")).ShouldBeTrue("no page is wider than its screen");
        await user.Page.GetByRole(AriaRole.Button, new() { Name = "Kirim pertanyaan" }).ClickAsync();
        await Expect(user.Page.GetByText("Isi wajib ditulis.")).ToBeVisibleAsync();
        await IsAccessible(user.Page);
        await user.Page.GetByRole(AriaRole.Link, new() { Name = "Buka R-01" }).ClickAsync();
        await Expect(user.Page.GetByText("Ini edisi R-01")).ToBeVisibleAsync();
        await IsAccessible(user.Page);
        AllowsAll(user);
    }

    [Theory, MemberData(nameof(AllScreens))]
    public async Task Briefings_and_their_drawers(string screen)
    {
        var room = await InRoom(DemoAccount.CoordinatorKpu, screen: Screen(screen));
        var here = new Uri(room.Page.Url).AbsolutePath;
        var release = await room.Page.Locator("a[href*='objek=B-']").First.GetAttributeAsync("href");
        var question = await room.Page.Locator("a[href*='objek=P-']").First.GetAttributeAsync("href");
        var entry = await room.Page.Locator(".entry", new() { Has = room.Page.Locator(".entry__act", new() { HasText = "Usulkan rilis" }) }).Last.GetAttributeAsync("id");
        foreach (var drawer in new[] { release!, question!, $"{here}?objek=rilis-baru&dari={entry}" })
        {
            await room.Page.GotoAsync(drawer);
            await Interactive(room.Page);
            await Expect(room.Drawer()).ToBeVisibleAsync();
            await IsAccessible(room.Page);
            if (await room.DrawerFoot().GetByRole(AriaRole.Button).CountAsync() == 0)
                continue;
            await room.DrawerFoot().GetByRole(AriaRole.Button).First.ClickAsync();
            await IsAccessible(room.Page);
        }
        foreach (var page in new[] { "paparan", "paparan/R-02", "paparan/draf" })
        {
            await room.Page.GotoAsync($"{here}/{page}");
            await Interactive(room.Page);
            await IsAccessible(room.Page);
        }
        await room.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan draf" }).ClickAsync();
        await Expect(room.Page.GetByText("Isi wajib ditulis.")).ToBeVisibleAsync();
        await IsAccessible(room.Page);
        AllowsAll(room.User);
    }

    static BrowserNewContextOptions Screen(string name) => name switch
    {
        "dark" => Screens.Dark,
        "phone" => Screens.Phone,
        _ => Screens.Desk,
    };

    static async Task IsAccessible(IPage page)
    {
        var found = await page.RunAxe();
        found.Passes.ShouldNotBeEmpty();
        found.Violations.Where(v => v.Impact is "serious" or "critical" && !IsGlyph(v)).Select(Describe).ShouldBeEmpty();
    }

    // The library's icon buttons hold the name of a glyph, which library.css draws instead; axe takes it for a visible word.
    static bool IsGlyph(AxeResultItem violation) =>
        violation.Id is "label-content-name-mismatch" && violation.Nodes.All(n => n.Html.Contains("rz-button-icon-only", StringComparison.Ordinal));

    static string Describe(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Impact}): {string.Join(" | ", violation.Nodes.Select(n => n.Html))}";

    // The page's own policy stayed in force: had it forbidden something that the page needs, the console would say so.
    static void AllowsAll(BrowserUser user) =>
        user.Complaints.Where(c => !c.Contains("status of 404", StringComparison.Ordinal)).ShouldBeEmpty();
}
