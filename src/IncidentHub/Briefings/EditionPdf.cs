using System.Globalization;
using IncidentHub.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IncidentHub.Briefings;

/// <summary>An edition as a file for paper: the same sheet as on the screen, on A4.</summary>
public sealed class EditionPdf(IServiceScopeFactory scopes, ILoggerFactory logging, SheetStyles styles, PdfPrinter printer)
{
    /// <summary>In the language of the law unless somebody chose another.</summary>
    static readonly CultureInfo indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>False: there is no Chromium here, and <see cref="Render"/> would refuse.</summary>
    public bool IsAvailable => printer.IsAvailable;

    /// <param name="hash">Null for a preview that isn't frozen.</param>
    /// <exception cref="InvalidOperationException">There is no Chromium here, or it made nothing.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<byte[]> Render(EditionDocument edition, string? hash, bool isDemo = false, CultureInfo? culture = null, CancellationToken cancel = default) =>
        await printer.Print(await Html(edition, hash, isDemo, culture), cancel);

    /// <summary>One document with all that it needs.</summary>
    public async Task<string> Html(EditionDocument edition, string? hash, bool isDemo = false, CultureInfo? culture = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logging);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            // Of this flow alone: the caller's is as it was when this returns.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture ?? indonesian;
            var page = await renderer.RenderComponentAsync<EditionPage>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(EditionPage.Edition)] = edition,
                [nameof(EditionPage.Hash)] = hash,
                [nameof(EditionPage.Styles)] = styles.All,
                [nameof(EditionPage.IsDemo)] = isDemo,
            }));
            return page.ToHtmlString();
        });
    }
}
