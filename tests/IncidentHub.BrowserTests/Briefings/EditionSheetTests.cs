using Deque.AxeCore.Playwright;
using IncidentHub.Briefings;
using IncidentHub.BrowserTests.Support;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace IncidentHub.BrowserTests.Briefings;

/// <summary>A sheet in a browser, without the product around it.</summary>
public class EditionSheetTests(Browser browser) : Journey(browser)
{
    [Theory]
    [InlineData(1024)]
    [InlineData(390)]
    public async Task It_is_accessible_and_nothing_stands_outside_of_the_screen(int width)
    {
        var page = (await NewUser()).Page;
        await page.SetViewportSizeAsync(width, 900);
        // Nobody tells axe to load anything; the document's own policy would keep it out.
        await page.SetContentAsync((await Html()).Replace("http-equiv=\"Content-Security-Policy\"", "name=\"policy\"", StringComparison.Ordinal));
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(width);
        foreach (var theme in new[] { "light", "dark" })
        {
            await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
            (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{theme}: {v.Id} {string.Join(' ', v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty();
        }
    }

    static async Task<string> Html()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Repository.Top, WebRootPath = "wwwroot" });
        builder.WebHost.UseSetting(WebHostDefaults.StaticWebAssetsKey, Path.ChangeExtension(Repository.Product, "staticwebassets.runtime.json"));
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddUi();
        builder.Services.AddBriefings(builder.Configuration);
        await using var app = builder.Build();
        return await app.Services.GetRequiredService<EditionPdf>().Html(AnEdition.OfTheDemo(), AnEdition.Hash);
    }
}
