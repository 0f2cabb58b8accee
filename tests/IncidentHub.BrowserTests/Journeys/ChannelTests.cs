using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using IncidentHub.Tests.Notifications.Channels;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>What happens reaches an agency's own system, and a browser whose page stands behind another.</summary>
public sealed class ChannelTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task A_letter_reaches_the_agencys_system_and_its_screen()
    {
        await using var receiver = await Receiver.Start();
        var authorities = Path.GetTempFileName();
        await File.WriteAllTextAsync(authorities, receiver.Certificate);
        await using var product = await Product.Run(("Webhooks__AllowedNetworks__0", "127.0.0.0/8"), ("Webhooks__AllowedNetworks__1", "::1/128"), ("SSL_CERT_FILE", authorities));

        var user = await NewUser(product.Address);
        await user.Context.GrantPermissionsAsync(["notifications"]);
        await user.Page.AddInitScriptAsync("""
            window.told = [];
            window.Notification = class extends Notification { constructor(title, options) { super(title, options); document.documentElement.dataset.told = told.push({ title, ...options, shown: this }); } };
            """);
        var kpu = await SignIn(user, DemoAccount.Kpu, "/saluran");
        await kpu.Button("Saluran baru").ClickAsync();
        await kpu.GetByLabel("Nama saluran").FillAsync("Sistem CSIRT");
        await kpu.GetByLabel("Alamat penerima").FillAsync(receiver.Address);
        await kpu.Button("Tambahkan").ClickAsync();
        await Expect(kpu.Locator("code")).ToContainTextAsync("whsec_");
        await kpu.GetByRole(AriaRole.Button, new() { Name = "Kirim uji" }).ClickAsync();
        await Expect(kpu.GetByText("Pesan uji diterima oleh penerima.")).ToBeVisibleAsync();
        receiver.Received.Select(r => r.Type).ShouldBe(["test"]);

        await kpu.GotoAsync("/pemberitahuan");
        await Interactive(kpu);
        await kpu.Button("Beri tahu di peramban ini").ClickAsync();
        await Expect(kpu.GetByText("Peramban ini memberi tahu Anda.")).ToBeVisibleAsync();
        await kpu.EvaluateAsync("Object.defineProperty(document, 'hidden', { get: () => true })");

        var kominfo = await SignIn(await NewUser(product.Address), DemoAccount.Kominfo, "/");
        await kominfo.GetByRole(AriaRole.Link, new() { Name = "LAT-1: latihan tanggap insiden" }).ClickAsync();
        await kominfo.GetByRole(AriaRole.Region, new() { Name = "Klarifikasi", Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Klarifikasi baru" }).First.ClickAsync();
        await kominfo.GetByLabel("Templat").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await kominfo.Button("Kirim surat").ClickAsync();

        // Of all that was unread before, nothing: what is new.
        await Expect(kpu.Locator("html[data-told]")).ToBeAttachedAsync();
        (await kpu.EvaluateAsync<string[]>("told.map(t => t.title)")).ShouldBe(["Permintaan klarifikasi baru"]);
        (await kpu.EvaluateAsync<string>("told[0].body")).ShouldContain("mengirim permintaan klarifikasi kepada instansi Anda");
        await kpu.EvaluateAsync("told[0].shown.onclick()");
        await Expect(kpu.Locator("[data-drawer]")).ToBeVisibleAsync();

        await kpu.GotoAsync("/saluran");
        await Expect(kpu.Locator(".channel__facts")).Not.ToContainTextAsync("belum pernah");
        var letter = receiver.Received.Single(r => r.Type == "notification.letter_sent");
        letter.Data.GetProperty("url").GetString().ShouldStartWith(product.Address + "/insiden/");
        File.Delete(authorities);
    }

    static async Task<IPage> SignIn(BrowserUser user, DemoAccount who, string path)
    {
        await user.Page.GotoAsync("/masuk?ke=" + Uri.EscapeDataString(path));
        await user.Page.Locator($"button[name=account][value='{who.Id}']").ClickAsync();
        await Interactive(user.Page);
        return user.Page;
    }
}
