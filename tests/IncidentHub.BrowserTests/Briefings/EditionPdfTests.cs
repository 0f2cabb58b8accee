using System.Diagnostics;
using System.Text.RegularExpressions;
using IncidentHub.Briefings;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.BrowserTests.Briefings;

/// <summary>Editions on paper, by a real Chromium; read back with pdftotext.</summary>
public sealed partial class EditionPdfTests : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("incidenthub-edition-");
    readonly WebApplication app = WithTheWebRoot();

    EditionPdf Pdf => app.Services.GetRequiredService<EditionPdf>();

    [Fact]
    public async Task Every_page_carries_its_label_its_edition_and_its_hash()
    {
        var pages = await Pages(AnEdition.OfTheDemo() with { Label = Tlp.Green, Session = BriefingSession.Closed }, AnEdition.Hash, isDemo: true);
        pages.Count.ShouldBeInRange(3, 6);
        foreach (var (page, index) in pages.Select((page, index) => (page, index + 1)))
        {
            Label().Count(page).ShouldBeGreaterThanOrEqualTo(2);
            page.ShouldContain("Paparan R-02, per 04/12/2023 10.15 WIB");
            page.ShouldContain($"R-02, halaman {index} dari {pages.Count}");
            page.ShouldContain(AnEdition.Hash);
            page.ShouldContain("DATA DEMO");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_one_is_complete_in_itself(bool isConfirmed)
    {
        var demo = AnEdition.OfTheDemo();
        var first = (await Pages(isConfirmed ? demo with { RowCounts = [.. demo.RowCounts, new(RowCountKind.Confirmed, 204_807_222, new("KPU"), AnEdition.AsOf)] } : demo, AnEdition.Hash))[0];
        foreach (var words in new[] { "Diketahui", "Belum diketahui", "Terbantahkan", "Sekilas", "3 hari 19 jam", "4 dari 5 pertanyaan dijawab", "Penawaran itu ada.", "Jumlahnya tidak" })
            first.ShouldContain(words);
        first.ShouldNotContain("Linimasa kejadian pokok");
        first.ShouldNotContain("DATA DEMO");
    }

    /// <summary>Where page one spilled, the questions of its glance would be the head of the second.</summary>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 400, 100)]
    [InlineData(2, 120, 300)]
    [InlineData(3, 60, 400)]
    [InlineData(3, 200, 700)]
    [InlineData(6, 40, 200)]
    [InlineData(12, 160, 400)]
    [InlineData(40, 90, 400)]
    public async Task Page_one_is_one_page_whatever_an_edition_holds(int points, int letters, int summary)
    {
        var pages = await Pages(points == 0 ? AnEdition.Empty() : AnEdition.With(points, letters, summary), AnEdition.Hash);
        pages[0].ShouldContain("Tanya jawab");
        pages[0].ShouldContain(points == 0 ? "Belum ada pertanyaan tertulis." : "pertanyaan dijawab");
        pages[0].ShouldNotContain("Lanjutan halaman satu");
        pages[1].ShouldContain(points == 0 ? "Linimasa kejadian pokok" : "Lanjutan halaman satu");
        pages.ShouldAllBe(page => page.Length > 200);
    }

    [Fact]
    public async Task What_is_not_frozen_says_so_on_every_page() =>
        (await Pages(AnEdition.Empty(), hash: null)).ShouldAllBe(page => page.Contains("pratinjau, belum dibekukan"));

    [Fact]
    public async Task Without_Chromium_it_says_so()
    {
        using var printer = PdfPrinter.From(new ConfigurationBuilder().AddInMemoryCollection([new("Pdf:Chromium", "/nowhere/chromium")]).Build());
        printer.IsAvailable.ShouldBeFalse();
        await Should.ThrowAsync<InvalidOperationException>(() => printer.Print("<p>"));
    }

    [Fact]
    public async Task A_Chromium_that_does_not_end_is_ended()
    {
        var stuck = Path.Combine(folder.FullName, "stuck");
        await File.WriteAllTextAsync(stuck, "#!/bin/sh\nexec sleep 60\n");
        using (var chmod = Process.Start("chmod", ["+x", stuck]))
            await chmod.WaitForExitAsync();
        using var printer = new PdfPrinter(stuck, TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        await Should.ThrowAsync<TimeoutException>(() => printer.Print("<p>"));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    async Task<IReadOnlyList<string>> Pages(EditionDocument edition, string? hash, bool isDemo = false)
    {
        var file = Path.Combine(folder.FullName, "edition.pdf");
        await File.WriteAllBytesAsync(file, await Pdf.Render(edition, hash, isDemo));
        return await PdfText.PagesOf(file);
    }

    // The styles are where "dotnet run" finds them: below the product's obj/, by the manifest of its build.
    static WebApplication WithTheWebRoot()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Repository.Top, WebRootPath = "wwwroot" });
        builder.WebHost.UseSetting(WebHostDefaults.StaticWebAssetsKey, Path.ChangeExtension(Repository.Product, "staticwebassets.runtime.json"));
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddUi();
        builder.Services.AddBriefings(builder.Configuration);
        return builder.Build();
    }

    [GeneratedRegex("TLP:GREEN", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Label();
}
