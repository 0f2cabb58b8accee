using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>A duty of law from its basis to its proof: the clock in the pane, the notice by two people, in time or late, on paper.</summary>
public class ObligationTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task A_notice_is_recorded_composed_reviewed_by_another_sent_late_and_printed()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        await Record(kpu, TimeSpan.FromHours(80), "Rapat pimpinan memutuskan");
        var row = Rows(kpu).Filter(new() { HasTextRegex = new Regex("Lewat [78] jam \\d+ menit", RegexOptions.None, TimeSpan.FromSeconds(1)) });
        await Expect(row.GetByText("(hitungan sistem)")).ToBeVisibleAsync();
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(kpu.Drawer().Locator(".drawer__title")).ToContainTextAsync("Lewat tenggat (hitungan sistem)");

        await kpu.DrawerFoot().Button("Tulis pemberitahuan").ClickAsync();
        await kpu.DrawerFoot().Button("Susun dari insiden").ClickAsync();
        await Expect(Field(kpu, "Kapan dan bagaimana")).ToHaveValueAsync(new Regex("^Diduga", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Field(kpu, "Upaya penanganan").FillAsync("Akses ditutup; log diamankan.");
        await Field(kpu, "Kontak").FillAsync("pengaduan@kpu.demo.invalid");
        await kpu.DrawerFoot().GetByRole(AriaRole.Checkbox, new() { Name = "NIK" }).CheckAsync();
        await IsAccessible(kpu.Page);
        await kpu.DrawerFoot().Button("Simpan versi 1").ClickAsync();
        await Expect(kpu.Drawer().GetByText("Menunggu reviu orang kedua")).ToBeVisibleAsync();
        await Expect(kpu.DrawerFoot().Button("Reviu pemberitahuan")).Not.ToBeAttachedAsync();
        await IsAccessible(kpu.Page);

        var second = await InRoomAt(DemoAccount.CoordinatorKpu, kpu.Page.Url);
        await second.DrawerFoot().Button("Reviu pemberitahuan").ClickAsync();
        await second.DrawerFoot().Button("Reviu pemberitahuan").ClickAsync();
        await Expect(kpu.Drawer().GetByText("Direviu Koordinator KPU")).ToBeVisibleAsync();

        await Meet(kpu, "Dikirim lewat surel dan diumumkan");
        await Expect(kpu.Drawer().Locator(".facts")).ToContainTextAsync("terlambat");
        await Expect(kpu.Drawer().Locator(".drawer__title")).ToContainTextAsync("Terpenuhi terlambat");

        await kpu.Drawer().GetByRole(AriaRole.Link, new() { Name = "Lihat dan cetak" }).ClickAsync();
        await Expect(kpu.Page.GetByRole(AriaRole.Heading, new() { Name = "Pemberitahuan kegagalan pelindungan data pribadi" })).ToBeVisibleAsync();
        await Expect(kpu.Page.GetByText("RANCANGAN")).Not.ToBeAttachedAsync();
        await Interactive(kpu.Page);
        await IsAccessible(kpu.Page);
        await kpu.Page.EvaluateAsync("window.print = () => document.body.dataset.printed = 'yes'");
        await kpu.Page.GetByRole(AriaRole.Button, new() { Name = "Cetak" }).ClickAsync();
        await Expect(kpu.Page.Locator("body")).ToHaveAttributeAsync("data-printed", "yes");
        kpu.User.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_time_it_is_simply_met_and_a_corrected_start_shows_both()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        await Record(kpu, TimeSpan.FromHours(1), "Diketahui pagi ini");
        await Rows(kpu).Filter(new() { HasText = "Sisa 2 hari" }).First.GetByRole(AriaRole.Link).ClickAsync();
        await kpu.DrawerFoot().Button("Koreksi mulainya").ClickAsync();
        await When(kpu.DrawerFoot(), TimeSpan.FromHours(5));
        await kpu.DrawerFoot().GetByRole(AriaRole.Textbox, new() { Name = "Dasar koreksi" }).FillAsync("Notulen menyebut lebih awal");
        await kpu.DrawerFoot().Button("Koreksi mulainya").ClickAsync();
        await Expect(kpu.Drawer().Locator(".starts__one")).ToHaveCountAsync(2);
        await Expect(kpu.Drawer().Locator(".starts__one s").First).ToBeVisibleAsync();
        await Meet(kpu, "Sudah dikirim");
        await Expect(kpu.Drawer().Locator(".drawer__title")).ToContainTextAsync("Terpenuhi");
        await Expect(kpu.Drawer().Locator(".facts")).Not.ToContainTextAsync("terlambat");
    }

    static ILocator Pane(Room room) => room.Page.GetByRole(AriaRole.Region, new() { Name = "Kewajiban", Exact = true });
    static ILocator Rows(Room room) => Pane(room).Locator("[data-subject]");
    static ILocator Field(Room room, string name) => room.DrawerFoot().GetByRole(AriaRole.Textbox, new() { Name = name });

    static async Task Record(Room room, TimeSpan ago, string basis)
    {
        await Interactive(room.Page);
        await Pane(room).GetByRole(AriaRole.Link, new() { Name = "Kewajiban baru" }).First.ClickAsync();
        await When(room.Drawer(), ago);
        await room.Drawer().GetByRole(AriaRole.Textbox, new() { Name = "Dasar keputusan" }).FillAsync(basis);
        await Expect(room.Drawer().Locator(".clock-preview")).ToContainTextAsync("tenggatnya");
        await room.Drawer().Button("Catat kewajiban").ClickAsync();
        await Expect(room.Drawer()).Not.ToBeAttachedAsync();
    }

    static async Task Meet(Room room, string how)
    {
        await room.DrawerFoot().Button("Nyatakan terpenuhi").ClickAsync();
        await Expect(Field(room, "Cara dipenuhi")).ToBeFocusedAsync();
        await room.Page.Keyboard.TypeAsync(how);
        await room.DrawerFoot().Button("Nyatakan terpenuhi").ClickAsync();
        await Expect(Field(room, "Cara dipenuhi")).Not.ToBeAttachedAsync();
    }

    static async Task When(ILocator within, TimeSpan ago)
    {
        var field = within.Locator(".datetime input").First;
        await field.FillAsync((DateTimeOffset.UtcNow - ago).ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM/yyyy HH.mm", CultureInfo.InvariantCulture));
        await field.BlurAsync();
    }

    static async Task IsAccessible(IPage page) =>
        (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
}
