using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>Opening an incident, moving it on, and who is in it.</summary>
public class IncidentTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    const string First = "LAT-1: latihan tanggap insiden";
    const string Second = "LAT-2: latihan tanggap insiden";

    [Fact]
    public async Task A_link_that_is_clicked_before_the_page_is_live_leads_where_it_says()
    {
        var kpu = await SignedIn(DemoAccount.Kpu);
        for (var i = 0; i < 6; i++)
        {
            await kpu.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
            await kpu.Page.GetByRole(AriaRole.Link, new() { Name = Dpt }).ClickAsync();
            await kpu.Page.WaitForURLAsync("**/insiden/**");
            await Interactive(kpu.Page);
            await Expect(kpu.Page.Locator(".room")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_new_incident_appears_in_the_open_lists_of_its_members_and_of_nobody_else()
    {
        var bssn = await SignedIn(DemoAccount.Bssn);
        var bin = await SignedIn(DemoAccount.Bin);
        var kpu = await SignedIn(DemoAccount.CoordinatorKpu);
        await kpu.Page.GetByRole(AriaRole.Link, new() { Name = "Buka insiden" }).ClickAsync();
        var page = kpu.Page;
        var open = page.GetByRole(AriaRole.Button, new() { Name = "Buka insiden" });

        await open.ClickAsync();
        await Expect(page.GetByText("Judul wajib ditulis.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Isi wajib ditulis.")).ToBeVisibleAsync();
        await page.GetByLabel("Judul").FillAsync("Gangguan Sirekap");
        await open.ClickAsync();
        await Expect(page.GetByText("Judul wajib ditulis.")).ToBeHiddenAsync();
        await Expect(page.GetByText("Isi wajib ditulis.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Judul")).ToHaveValueAsync("Gangguan Sirekap");

        await page.GetByLabel("Apa yang dilaporkan").FillAsync("Diduga layanan lambat sejak pagi.");
        await page.GetByLabel("Narahubung BIN").UncheckAsync();
        await open.ClickAsync();
        var room = await Room.In(kpu);
        await Expect(room.Entry("Diduga layanan lambat sejak pagi.")).ToContainTextAsync("Insiden dibuka");

        await Expect(bssn.Page.GetByRole(AriaRole.Link, new() { Name = "Gangguan Sirekap" })).ToBeVisibleAsync();
        // Behind it comes something for everybody: when that is there, the incident would have been.
        var dpt = await InRoom(DemoAccount.Kpu);
        await dpt.Post("Penanda.");
        await Expect(bin.Page.GetByRole(AriaRole.Listitem).First).ToContainTextAsync(Dpt);
        await Expect(bin.Page.GetByText("Gangguan Sirekap")).ToHaveCountAsync(0);
        bin.Wire.Heard("Gangguan Sirekap").ShouldBeFalse();
        var address = new Uri(page.Url).PathAndQuery;
        (await bin.Context.APIRequest.GetAsync(Product.Address + address)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_phase_changes_in_the_status_pane_for_everybody_and_offers_each_what_is_theirs()
    {
        var liaison = await InRoom(DemoAccount.Kpu, Second);
        var coordinator = await InRoom(DemoAccount.CoordinatorBssn, Second);
        await Move(liaison, "Terkendali", "Sumber serangan diputus.");
        await Expect(coordinator.Status).ToContainTextAsync("Terkendali");
        await Expect(coordinator.Page.Locator("header")).ToContainTextAsync("Terkendali");
        await Expect(coordinator.Entry("Sumber serangan diputus.")).ToContainTextAsync("Penanganan →");

        (await Offered(liaison)).ShouldBe(["Pemulihan"]);
        (await Offered(coordinator)).ShouldBe(["Pemulihan", "Penanganan"]);
        await Move(liaison, "Pemulihan", "Layanan dinyalakan kembali.");
        await Move(liaison, "Evaluasi", "Semua pulih.");
        await Expect(coordinator.Status).ToContainTextAsync("Evaluasi");
        await Expect(liaison.Status.GetByRole(AriaRole.Button, new() { Name = "Ubah fase" })).ToHaveCountAsync(0);
        (await Offered(coordinator)).ShouldBe(["Ditutup", "Penanganan"]);
    }

    [Fact]
    public async Task Who_is_removed_loses_the_room_and_the_list_at_once()
    {
        var coordinator = await InRoom(DemoAccount.CoordinatorKpu, First);
        var kominfo = await InRoom(DemoAccount.Kominfo, First);
        var kominfoList = await SignedIn(DemoAccount.Kominfo);
        await kominfo.Text.FillAsync("Sedang saya tulis");

        await coordinator.Members.GetByRole(AriaRole.Button, new() { Name = "Keluarkan Narahubung Kominfo" }).ClickAsync();
        await coordinator.Members.GetByLabel("Alasan").FillAsync("Penugasan berakhir.");
        await coordinator.Members.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();

        await Expect(kominfo.Page.GetByText("Anda tidak lagi menjadi anggota insiden ini")).ToBeVisibleAsync();
        await Expect(kominfo.Log).ToHaveCountAsync(0);
        await Expect(kominfo.Composer).ToHaveCountAsync(0);
        await Expect(kominfoList.Page.GetByText(First)).ToHaveCountAsync(0);
        await Expect(kominfoList.Page.GetByText(Dpt)).ToBeVisibleAsync();
        kominfo.User.Wire.Heard("Penugasan berakhir.").ShouldBeFalse();
        await Expect(coordinator.Entry("Penugasan berakhir.")).ToContainTextAsync("Dikeluarkan: Narahubung Kominfo (Kominfo)");

        await coordinator.Members.GetByRole(AriaRole.Button, new() { Name = "Tambah anggota" }).ClickAsync();
        await coordinator.Members.GetByLabel("Alasan").FillAsync("Kembali bertugas.");
        await coordinator.Members.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(kominfoList.Page.GetByText(First)).ToBeVisibleAsync();
    }

    static async Task Move(Room room, string to, string reason)
    {
        await room.Status.GetByRole(AriaRole.Button, new() { Name = "Ubah fase" }).ClickAsync();
        await room.Status.GetByRole(AriaRole.Combobox).SelectOptionAsync(new SelectOptionValue { Label = to });
        await room.Status.GetByLabel("Alasan").FillAsync(reason);
        await room.Status.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await Expect(room.Entry(reason)).ToBeVisibleAsync();
        await Expect(room.Status.GetByLabel("Alasan")).ToHaveCountAsync(0);
    }

    static async Task<IReadOnlyList<string>> Offered(Room room)
    {
        await room.Status.GetByRole(AriaRole.Button, new() { Name = "Ubah fase" }).ClickAsync();
        var options = room.Status.GetByRole(AriaRole.Combobox).Locator("option");
        await Expect(options.First).ToBeAttachedAsync();
        var offered = await options.AllInnerTextsAsync();
        await room.Status.GetByRole(AriaRole.Button, new() { Name = "Batal" }).ClickAsync();
        await Expect(options).ToHaveCountAsync(0);
        return offered;
    }
}
