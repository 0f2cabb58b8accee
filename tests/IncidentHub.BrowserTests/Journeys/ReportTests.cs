using System.Text.RegularExpressions;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using IncidentHub.Domain;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>The team reports to itself, and one shift hands over to the next.</summary>
public partial class ReportTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    const string Exercise = "LAT-1: latihan tanggap insiden";
    const string Decision = "Peladen cadangan dipakai sampai pukul 06.00.";
    const string Private = "Hanya untuk BSSN.";
    const string Summary = "Layanan berjalan dari peladen cadangan; penyebab masih diduga.";

    [Fact]
    public async Task A_report_is_prepared_by_one_approved_by_another_and_printed_with_its_label()
    {
        var bssn = await InRoom(DemoAccount.Bssn, Exercise);
        var bin = await InRoom(DemoAccount.Bin, Exercise);
        await bssn.Post(Decision, Tlp.Amber);
        await bssn.Post(Private, Tlp.AmberStrict);

        var page = bssn.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Buka laporan" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Susun laporan situasi" }).ClickAsync();
        await page.GetByLabel("Ringkasan situasi").FillAsync(Summary);
        await page.Button("24 jam terakhir").ClickAsync();
        var offered = page.Locator(".ticks label", new() { HasText = Decision });
        await Expect(page.Locator(".ticks label", new() { HasText = Private })).ToHaveCountAsync(0);
        await offered.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(page.Locator(".sitrep .line", new() { HasText = Decision })).ToBeVisibleAsync();
        await page.Button("Simpan draf").ClickAsync();
        await Expect(page).ToHaveURLAsync(AnyDraft());
        await Expect(page.GetByText("Draf ini menunggu persetujuan orang lain.")).ToBeVisibleAsync();
        await Expect(page.Button("Setujui")).ToHaveCountAsync(0);

        // It comes to the others' rooms by push.
        var pane = bin.Page.GetByRole(AriaRole.Region, new() { Name = "Laporan situasi", Exact = true });
        await Expect(pane).ToContainTextAsync("menunggu orang kedua");
        var second = await SignedIn(DemoAccount.Kominfo, new Uri(page.Url).PathAndQuery);
        await second.Page.Button("Setujui").ClickAsync();
        await Expect(second.Page).ToHaveURLAsync(Approved());
        await Expect(page).ToHaveURLAsync(Approved());
        await Expect(pane).ToContainTextAsync("Laporan situasi S-01");
        await Expect(second.Page.Locator(".sitrep")).ToContainTextAsync(Decision);
        await Expect(second.Page.Locator(".sitrep")).Not.ToContainTextAsync(Private);

        var paper = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".pdf");
        await second.Page.PdfAsync(new() { Path = paper, PreferCSSPageSize = true });
        var text = (await PdfText.PagesOf(paper)).ShouldHaveSingleItem();
        File.Delete(paper);
        text.ShouldContain(Summary);
        text.ShouldContain("TLP:AMBER");
        text.ShouldContain("1/1");
        text.ShouldNotContain("Cetak");
    }

    [Fact]
    public async Task A_shift_is_handed_over_with_a_note_for_ones_own_agency()
    {
        var kpu = await InRoom(DemoAccount.Kpu, "LAT-2: latihan tanggap insiden");
        await kpu.Page.GetByRole(AriaRole.Link, new() { Name = "Serah terima giliran" }).ClickAsync();
        await Expect(kpu.Page.Locator(".shift")).ToBeVisibleAsync();
        await Interactive(kpu.Page);
        await kpu.Page.Button("Tulis catatan serah terima").ClickAsync();
        await kpu.Page.GetByRole(AriaRole.Textbox, new() { Name = "Catatan" }).FillAsync("Vendor datang pukul 08.00.");
        await kpu.Page.Button("Kirim").ClickAsync();
        await Expect(kpu.Page.Locator(".shift section", new() { HasText = "Catatan serah terima" })).ToContainTextAsync("Vendor datang pukul 08.00.");

        var colleague = await SignedIn(DemoAccount.CoordinatorKpu, new Uri(kpu.Page.Url).PathAndQuery);
        await Expect(colleague.Page.Locator(".shift")).ToContainTextAsync("Vendor datang pukul 08.00.");
        var other = await SignedIn(DemoAccount.Bin, new Uri(kpu.Page.Url).PathAndQuery);
        await Expect(other.Page.Locator(".shift")).ToBeVisibleAsync();
        await Expect(other.Page.Locator(".shift")).Not.ToContainTextAsync("Vendor");
        other.Wire.Heard("Vendor").ShouldBeFalse();
    }

    [GeneratedRegex("/laporan/draf/S-", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex AnyDraft();

    [GeneratedRegex("/laporan/S-01$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Approved();
}
