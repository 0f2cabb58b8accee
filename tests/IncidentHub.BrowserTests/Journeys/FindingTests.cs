using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using IncidentHub.Domain;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>What is claimed becomes known when two agencies say so.</summary>
public class FindingTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task Two_agencies_verify_a_finding_each_with_three_clicks()
    {
        const string title = "Contoh data sama dengan format Sidalih";
        var bssn = await InRoom(DemoAccount.Bssn);
        var kpu = await InRoom(DemoAccount.Kpu);
        await bssn.RaiseFinding(title);
        await bssn.OpenObject(title);
        await bssn.DrawerFoot().Button("Mulai verifikasi").ClickAsync();
        await Expect(bssn.Drawer().Locator(".drawer__title")).ToContainTextAsync("Sedang diverifikasi");

        await bssn.MoveBecause("Verifikasi", "Susunan kolom sama");
        await Expect(kpu.Entry("Susunan kolom sama")).ToContainTextAsync("Diverifikasi BSSN; menunggu instansi lain");

        await kpu.OpenObject(title);
        await kpu.MoveBecause("Verifikasi", "Kami periksa sendiri");
        await Expect(kpu.Drawer().Locator(".drawer__title")).ToContainTextAsync("Terverifikasi");
        await Expect(bssn.Drawer().Locator(".drawer__title")).ToContainTextAsync("Terverifikasi");
        await Expect(bssn.Drawer().Locator(".history__one")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_finding_is_followed_up_by_a_task_that_knows_where_it_comes_from()
    {
        const string title = "Akun administrator dipakai dari luar negeri";
        const string task = "Cabut akun administrator itu";
        var bssn = await InRoom(DemoAccount.Bssn);
        await bssn.RaiseFinding(title, ClaimKind.Access);
        await bssn.OpenObject(title);
        await bssn.Drawer().GetByRole(AriaRole.Link, new() { Name = "Buat tindak lanjut" }).ClickAsync();
        await bssn.Drawer().GetByRole(AriaRole.Textbox, new() { Name = "Judul" }).FillAsync(task);
        await bssn.Drawer().GetByRole(AriaRole.Combobox, new() { Name = "Instansi pelaksana" }).SelectOptionAsync("KPU");
        await bssn.Drawer().Button("Usulkan tugas").ClickAsync();

        await bssn.OpenObject(task);
        await bssn.Drawer().Locator(".facts").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(bssn.Drawer().Locator(".claim")).ToHaveTextAsync(title);
        await Expect(bssn.Drawer().Locator(".follow-ups__one")).ToContainTextAsync(task);
    }
}
