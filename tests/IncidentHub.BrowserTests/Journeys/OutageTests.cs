using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>The server dies and comes back while people work.</summary>
public class OutageTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task After_a_kill_everybody_comes_back_by_themselves_with_what_they_were_writing()
    {
        var kpu = await InRoom(DemoAccount.Kpu);
        var bssn = await InRoom(DemoAccount.Bssn);
        await bssn.Post("Sebelum padam.");
        await Expect(kpu.Entry("Sebelum padam.")).ToBeVisibleAsync();
        await kpu.Text.PressSequentiallyAsync("Separuh kalimat");

        await Product.Kill();
        await Expect(kpu.Bar).ToContainTextAsync("Sambungan terputus.");
        await Expect(kpu.Bar).ToBeVisibleAsync();
        await Expect(bssn.Bar).ToBeVisibleAsync();
        await Expect(kpu.Entry("Sebelum padam.")).ToBeVisibleAsync();
        await kpu.Text.PressSequentiallyAsync(", sisanya saat padam");

        await Product.Start();
        await Back(kpu);
        await Back(bssn);
        await Expect(kpu.Text).ToHaveValueAsync("Separuh kalimat, sisanya saat padam");
        await Expect(kpu.Entry("Sebelum padam.")).ToBeVisibleAsync();

        await kpu.Sent();
        await Expect(bssn.Entry("Separuh kalimat, sisanya saat padam")).ToBeVisibleAsync();
        await bssn.Post("Sesudah padam.");
        await Expect(kpu.Entry("Sesudah padam.")).ToBeVisibleAsync();
        await Expect(kpu.Entry("Separuh kalimat")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_half_written_entry_is_there_on_the_next_visit_with_its_marking()
    {
        var kominfo = await InRoom(DemoAccount.Kominfo);
        await kominfo.Write("Belum selesai ditulis", Domain.Tlp.Green, "BSSN");
        var drafts = Path.Combine(Product.DataFolder, "demo", "app.db");
        await Until(async () => (await Sqlite.Column(drafts, "SELECT content FROM draft")).Any(d => d.Contains("Belum selesai", StringComparison.Ordinal) && d.Contains("BSSN", StringComparison.Ordinal)));

        var later = await InRoom(DemoAccount.Kominfo);
        await Expect(later.Text).ToHaveValueAsync("Belum selesai ditulis");
        await Expect(later.Composer.Locator("summary[title='Penerima: BSSN']")).ToBeVisibleAsync();
        await Expect(later.Composer.GetByRole(Microsoft.Playwright.AriaRole.Combobox, new() { Name = "TLP", Exact = true })).ToHaveValueAsync("Green");
    }

    // The page may be the one that waits, or already a fresh one.
    static async Task Back(Room room)
    {
        await Expect(room.Bar).ToBeHiddenAsync();
        await Interactive(room.Page);
    }

    static async Task Until(Func<Task<bool>> holds)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds())
            await pause.WaitForNextTickAsync(patience.Token);
    }
}
