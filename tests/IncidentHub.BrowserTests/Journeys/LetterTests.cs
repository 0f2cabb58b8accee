using System.Text.RegularExpressions;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>A letter's life between two agencies: asked, delivered, overdue, a second letter, a partial answer, insufficient, answered late.</summary>
public partial class LetterTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task A_letter_is_asked_passes_its_deadline_and_is_answered_late()
    {
        var kominfo = await InRoom(DemoAccount.Kominfo, "LAT-1: latihan tanggap insiden");
        var kpu = await InRoom(DemoAccount.Kpu, "LAT-1: latihan tanggap insiden");

        // Four clicks from the template: the form, the template, sending. Sent four days ago, which is written down now.
        await Requests(kominfo).GetByRole(AriaRole.Link, new() { Name = "Klarifikasi baru" }).First.ClickAsync();
        await kominfo.Page.GetByLabel("Templat").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(kominfo.Page.GetByLabel("Pertanyaan 5", new() { Exact = true })).ToBeVisibleAsync();
        await kominfo.Page.GetByLabel("Nomor", new() { Exact = true }).FillAsync("B-17/KOMINFO/11/2026");
        await Date(kominfo, "Terkirim pada", TimeSpan.FromHours(-100));
        await kominfo.Page.GetByRole(AriaRole.Button, new() { Name = "Kirim surat" }).ClickAsync();
        await Expect(Requests(kominfo).Locator(".due")).ToContainTextAsync("Kominfo kepada KPU");
        await Expect(Requests(kpu)).ToContainTextAsync("Menunggu jawaban kami");
        await Expect(Requests(kpu).Locator("due-clock")).ToHaveCountAsync(0);

        // Delivered 80 hours ago: the clock ran from then, and the product itself says that it has passed.
        await Open(kominfo, "Pasal 46");
        await Foot(kominfo, "Catat tersampaikan");
        await Date(kominfo, "Tersampaikan", TimeSpan.FromHours(-80));
        await Submit(kominfo);
        await Expect(Requests(kpu).Locator("due-clock")).ToHaveTextAsync(Lateness());
        await Expect(kpu.Entries.Filter(new() { HasText = "Sistem" })).ToHaveCountAsync(1);
        await Expect(kpu.Page.Locator(".deadline")).ToContainTextAsync("jawaban ke Kominfo");

        // The second letter is a request of its own.
        await Foot(kominfo, "Kirim surat kedua", AriaRole.Link);
        await kominfo.Page.GetByRole(AriaRole.Button, new() { Name = "Kirim surat" }).ClickAsync();
        await Expect(Requests(kpu).Locator(".due")).ToHaveCountAsync(2);
        await Expect(Requests(kpu)).ToContainTextAsync("Surat kedua: Pasal 46");

        // Acknowledged in one click, answered in part in two.
        var first = Requests(kpu).Locator(".due", new() { HasText = "Dieskalasi" });
        await first.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Jawab", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await kpu.Page.GetByLabel("Isi jawaban").FillAsync("Akun telah dinonaktifkan; sisanya masih diperiksa.");
        await kpu.Page.GetByLabel("Jawaban atas pertanyaan 4").FillAsync("Akun dinonaktifkan dan log diamankan.");
        await kpu.Page.GetByLabel("Jawaban atas pertanyaan 5").FocusAsync();
        await kpu.Page.GetByRole(AriaRole.Button, new() { Name = "Kirim jawaban sebagian" }).ClickAsync();
        await Expect(kominfo.Entry("Akun telah dinonaktifkan; sisanya masih diperiksa.")).ToBeVisibleAsync();

        await Open(kominfo, "Pasal 46");
        await Foot(kominfo, "Nilai belum memadai");
        await kominfo.Page.Locator(".drawer__foot textarea").FillAsync("Empat pertanyaan belum dijawab.");
        await Submit(kominfo);
        await Expect(kpu.Entry("Empat pertanyaan belum dijawab.")).ToBeVisibleAsync();
        await Expect(first.Or(Requests(kpu).Locator(".due", new() { HasText = "Belum memadai" })).Locator("due-clock")).ToHaveTextAsync(Lateness());

        // The whole answer: it is late, and stays so.
        await Requests(kpu).Locator(".due", new() { HasText = "Belum memadai" }).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Jawab", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await kpu.Page.GetByLabel("Isi jawaban").FillAsync("Jawaban lengkap.");
        await kpu.Page.GetByLabel("Surat ini menjawab semua pertanyaan").CheckAsync();
        await kpu.Page.GetByRole(AriaRole.Button, new() { Name = "Kirim jawaban", Exact = true }).ClickAsync();
        await Expect(Requests(kominfo).Locator(".due", new() { HasText = "terlambat" })).ToContainTextAsync("terlambat 8 jam");

        // What was said stands in the letters, ready to be printed.
        await kominfo.Page.Locator(".drawer").GetByRole(AriaRole.Link, new() { Name = "Lihat surat" }).First.EvaluateAsync("a => a.removeAttribute('target')");
        await kominfo.Page.Locator(".drawer").GetByRole(AriaRole.Link, new() { Name = "Lihat surat" }).First.ClickAsync();
        await Expect(kominfo.Page.Locator(".paper")).ToContainTextAsync("B-17/KOMINFO/11/2026");
        await Expect(kominfo.Page.Locator(".paper")).ToContainTextAsync("Apakah subjek data pribadi telah diberi tahu?");
    }

    static ILocator Requests(Room room) => room.Page.GetByRole(AriaRole.Region, new() { Name = "Klarifikasi", Exact = true });

    static async Task Open(Room room, string title)
    {
        await Requests(room).Locator(".due__title", new() { HasTextRegex = new Regex($@"^\S+\s+{title}", RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ClickAsync();
        await Expect(room.Page.Locator(".drawer .facts")).ToBeVisibleAsync();
    }

    static Task Foot(Room room, string name, AriaRole role = AriaRole.Button) => room.Page.Locator(".drawer__foot").GetByRole(role, new() { Name = name }).ClickAsync();

    static async Task Submit(Room room)
    {
        await room.Page.Locator(".drawer__foot button[type=submit]").ClickAsync();
        await Expect(room.Page.Locator(".drawer__foot form")).ToHaveCountAsync(0);
    }

    // The demo's clock is the machine's; the field reads WIB.
    static async Task Date(Room room, string label, TimeSpan fromNow)
    {
        var field = room.Page.Locator(".drawer").GetByLabel(label, new() { Exact = true }).First;
        await field.FillAsync(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7)).Add(fromNow).ToString("dd/MM/yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture).Replace(':', '.'));
        await field.PressAsync("Enter");
    }

    [GeneratedRegex("^Lewat [78] jam", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Lateness();
}
