using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using IncidentHub.Domain;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>A screen in the crisis room, from the first code to the last look.</summary>
public class WallTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task A_coordinator_pairs_a_screen_and_what_happens_arrives_there_by_push()
    {
        const string name = "Ruang krisis KPU", task = "Amankan salinan rekaman";
        var (wall, coordinator) = await Paired(name);
        await Expect(coordinator.GetByRole(AriaRole.Status).GetByText($"“{name}” sudah dipasangkan")).ToBeVisibleAsync();
        await Expect(coordinator.Wall(name)).ToContainTextAsync("Tersambung");
        await Expect(coordinator.Wall(name)).ToContainTextAsync("(terkini)");
        await wall.Mark();

        var bssn = await InRoom(DemoAccount.Bssn);
        await Expect(bssn.Members).ToContainTextAsync(name);
        await bssn.Post("Lalu lintas keluar sudah normal.", Tlp.Green);
        await Expect(wall.Entries.Filter(new() { HasText = "Lalu lintas keluar sudah normal." })).ToBeVisibleAsync();

        await bssn.ProposeTask(task, "KPU");
        await Expect(wall.Entries.Filter(new() { HasText = task })).ToBeVisibleAsync();
        var kpu = await InRoom(DemoAccount.Kpu);
        await kpu.Tasks().Button($"Terima: {task}").ClickAsync();
        await Expect(wall.Entries.Filter(new() { HasText = task }).Filter(new() { HasText = "Diterima" })).ToBeVisibleAsync();
        (await wall.IsMarked()).ShouldBeTrue();
        wall.User.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Amber_shows_its_title_only_and_stricter_things_nothing_at_all()
    {
        var (wall, _) = await Paired("Papan label");
        var bssn = await InRoom(DemoAccount.Bssn);
        await bssn.Post("Isi kuning tidak tampil.", Tlp.Amber);
        await bssn.Post("Isi kuning ketat tidak tampil.", Tlp.AmberStrict);
        await bssn.Write("Isi merah tidak tampil.", Tlp.Red);
        await bssn.Recipient("Narahubung KPU");
        await bssn.Sent();
        await bssn.Post("Hanya untuk KPU.", Tlp.Green, "KPU");
        await bssn.ProposeTask("Judul kuning tampil", "KPU");
        await bssn.Post("Isi hijau tampil.", Tlp.Green);
        await Expect(wall.Entries.First).ToContainTextAsync("Isi hijau tampil.");

        // Newest first: the green one, the task by its title, and the amber entry by what it is; nothing between them.
        await Expect(wall.Entries.Nth(1)).ToContainTextAsync("Judul kuning tampil");
        await Expect(wall.Entries.Nth(2)).ToContainTextAsync("Pemutakhiran");
        await Expect(wall.Entries.Nth(2)).ToContainTextAsync("AMBER");
        foreach (var hidden in new[] { "kuning tidak tampil", "ketat tidak tampil", "merah tidak tampil", "Hanya untuk KPU", "TLP:RED", "AMBER+STRICT" })
            (await wall.Heard(hidden)).ShouldBeFalse(hidden);
    }

    [Fact]
    public async Task After_a_kill_the_screen_says_that_it_is_old_and_comes_back_without_a_hand()
    {
        await using var own = await Product.Run();
        var (wall, bssn) = (await Kiosk.On(await NewUser(own.Address, Kiosk.Options)), default(BrowserUser));
        var coordinator = await SignedInAt(own, DemoAccount.CoordinatorKpu, "/papan-status");
        await coordinator.Page.Pair(await wall.ReadCode(), "Ruang krisis", Dpt);
        await Expect(wall.Shown).ToContainTextAsync(Dpt);
        await wall.Mark();

        await own.Kill();
        await Expect(wall.Html).ToHaveAttributeAsync("data-contact", "lost");
        await Expect(wall.Shown.Locator(".bar--lost")).ToBeVisibleAsync();
        await Expect(wall.Shown.Locator(".bar--lost")).ToContainTextAsync("Sambungan terputus");
        await Expect(wall.Shown).ToContainTextAsync(Dpt);

        await own.Start();
        // That it is back within 15 s of a server that answers is WallScriptTests'; here the server is cold and the machine busy.
        await Expect(wall.Html).ToHaveAttributeAsync("data-contact", "live");
        await Expect(wall.Shown.Locator(".bar--lost")).ToBeHiddenAsync();
        bssn = await SignedInAt(own, DemoAccount.Bssn, "/");
        await bssn.Page.GetByRole(AriaRole.Link, new() { Name = Dpt }).ClickAsync();
        await (await Room.In(bssn)).Post("Sesudah padam.", Tlp.Green);
        await Expect(wall.Entries.First).ToContainTextAsync("Sesudah padam.");
        // The same build: there was no reason to load anything anew.
        (await wall.IsMarked()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_revoked_screen_is_emptied_and_offers_a_code_by_which_it_can_be_paired_again()
    {
        const string name = "Lobi gedung A";
        var (wall, coordinator) = await Paired(name);
        await coordinator.Revoke(name);
        await Expect(wall.Code).ToBeVisibleAsync();
        await Expect(wall.Shown).ToContainTextAsync("Papan ini sudah dicabut");
        await Expect(wall.Shown).Not.ToContainTextAsync(Dpt);

        var room = await InRoom(DemoAccount.Bssn);
        await Expect(room.Members).Not.ToContainTextAsync(name);
        await Expect(room.Entries.Last).ToContainTextAsync($"Papan status dicabut: {name}");
        await coordinator.Pair(await wall.ReadCode(), name, Dpt);
        await Expect(wall.Shown).ToContainTextAsync(Dpt);
    }

    [Fact]
    public async Task A_bad_code_is_told_beside_its_field_and_what_was_typed_stays()
    {
        var coordinator = (await SignedIn(DemoAccount.CoordinatorBssn, "/papan-status?kode=000000")).Page;
        await Expect(coordinator.GetByLabel("Kode di layar")).ToHaveValueAsync("000 000");
        await coordinator.GetByRole(AriaRole.Button, new() { Name = "Pasangkan", Exact = true }).ClickAsync();
        await Expect(coordinator.GetByText("Nama papan wajib diisi.")).ToBeVisibleAsync();
        await Expect(coordinator.GetByText("Pilih setidaknya satu insiden.")).ToBeVisibleAsync();

        await coordinator.FillIn(null, "Papan lobi", Dpt);
        await coordinator.GetByRole(AriaRole.Button, new() { Name = "Pasangkan", Exact = true }).ClickAsync();
        await Expect(coordinator.Locator(".field").Filter(new() { Has = coordinator.GetByLabel("Kode di layar") })).ToContainTextAsync("Kode ini tidak berlaku");
        await Expect(coordinator.GetByLabel("Nama papan")).ToHaveValueAsync("Papan lobi");
        await Expect(coordinator.GetByRole(AriaRole.Checkbox, new() { Name = Dpt })).ToBeCheckedAsync();
        await Expect(coordinator.Wall("Papan lobi")).Not.ToBeAttachedAsync();
    }

    async Task<(Kiosk Wall, IPage Coordinator)> Paired(string name)
    {
        var wall = await Kiosk.On(await NewUser(Product.Address, Kiosk.Options));
        var coordinator = (await SignedIn(DemoAccount.CoordinatorKpu, "/papan-status")).Page;
        await coordinator.Pair(await wall.ReadCode(), name, Dpt);
        await Expect(wall.Shown).ToContainTextAsync(Dpt);
        return (wall, coordinator);
    }

    async Task<BrowserUser> SignedInAt(Product where, DemoAccount who, string path)
    {
        var user = await NewUser(where.Address);
        await user.Page.GotoAsync("/masuk?ke=" + Uri.EscapeDataString(path));
        await user.Page.Locator($"button[name=account][value='{who.Id}']").ClickAsync();
        await Interactive(user.Page);
        return user;
    }
}
