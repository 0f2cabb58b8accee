using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>What an administrator does is felt by others at once.</summary>
public class AdminTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task Kominfo_becomes_Komdigi_from_a_date_and_who_gets_an_account_speaks_under_the_new_name()
    {
        var admin = (await SignedIn(DemoAccount.Administrator)).Page;
        await admin.GetByRole(AriaRole.Link, new() { Name = "Instansi" }).ClickAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Ganti nama Kominfo" }).ClickAsync();
        await admin.Button("Simpan").ClickAsync();
        await Expect(admin.GetByText("Nama wajib diisi.")).ToBeVisibleAsync();
        await admin.GetByLabel("Nama baru").FillAsync("Komdigi");
        await admin.GetByLabel("Berlaku sejak").FillAsync("2024-10-21");
        await admin.Button("Simpan").ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "Komdigi KOMINFO" })).ToBeVisibleAsync();
        await Expect(admin.GetByText("Administrator mengganti nama KOMINFO: Kominfo menjadi Komdigi, sejak 21/10/2024")).ToBeVisibleAsync();

        await admin.GetByRole(AriaRole.Link, new() { Name = "Akun" }).ClickAsync();
        await admin.Button("Akun baru").ClickAsync();
        await admin.GetByLabel("Nama", new() { Exact = true }).FillAsync("Tim Komdigi");
        await admin.GetByRole(AriaRole.Textbox, new() { Name = "Surel" }).FillAsync("tim.komdigi@demo.invalid");
        await admin.GetByRole(AriaRole.Combobox, new() { Name = "Peran" }).SelectOptionAsync("Koordinator");
        await admin.GetByRole(AriaRole.Combobox, new() { Name = "Instansi" }).SelectOptionAsync("Komdigi");
        await admin.GetByRole(AriaRole.Combobox, new() { Name = "Ditempatkan di" }).SelectOptionAsync("KPU");
        await admin.Button("Buat akun").ClickAsync();
        var password = await admin.Locator("code").InnerTextAsync();

        var colleague = (await NewUser(Product.Address)).Page;
        await colleague.GotoAsync("/masuk?ke=/insiden/baru");
        await colleague.GetByRole(AriaRole.Textbox, new() { Name = "Surel" }).FillAsync("tim.komdigi@demo.invalid");
        await colleague.GetByLabel("Kata sandi").FillAsync(password);
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        await Interactive(colleague);
        await colleague.GetByLabel("Judul").FillAsync("Latihan Komdigi");
        await colleague.GetByLabel("Apa yang dilaporkan").FillAsync("Diduga gangguan.");
        await colleague.Button("Buka insiden").ClickAsync();
        await Expect(colleague.GetByPlaceholder("Tulis entri sebagai Komdigi (n)")).ToBeVisibleAsync();
        await Expect(colleague.GetByText("Komdigi, ditempatkan di KPU")).ToBeVisibleAsync();

        // What they may do changes: the open page goes, and the new role comes with the next sign-in.
        await admin.Button("Ubah akun Tim Komdigi").ClickAsync();
        await admin.GetByRole(AriaRole.Combobox, new() { Name = "Peran" }).SelectOptionAsync("Auditor");
        await admin.Button("Simpan").ClickAsync();
        await Expect(colleague.GetByRole(AriaRole.Heading, new() { Name = "Masuk" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_liaison_finds_no_such_pages_and_chooses_a_time_zone()
    {
        var page = (await SignedIn(DemoAccount.Bin)).Page;
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Akun" })).ToHaveCountAsync(0);
        foreach (var path in new[] { "/admin/instansi", "/admin/akun" })
            (await page.GotoAsync(path))!.Status.ShouldBe(404);
        await page.GotoAsync("/pengaturan");
        await Interactive(page);
        await page.GetByLabel("WITA").CheckAsync();
        await page.Button("Simpan").ClickAsync();
        await Expect(page.Locator("[data-suffix=WITA]")).ToBeAttachedAsync();
        await Interactive(page);
        await Expect(page.GetByLabel("WITA")).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Insiden", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Dpt }).ClickAsync();
        await Expect(page.Locator("header")).ToContainTextAsync("WITA");
    }
}
