using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace IncidentHub.BrowserTests.Support;

/// <summary>One person at one browser; further tabs come from <see cref="Context"/>.</summary>
public sealed class BrowserUser
{
    readonly ConcurrentQueue<string> complaints = new();

    BrowserUser(IBrowserContext context, IPage page)
    {
        (Context, Page, Wire) = (context, page, Wiretap.On(page));
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => complaints.Enqueue($"uncaught: {error.Error}");
    }

    public IBrowserContext Context { get; }
    public IPage Page { get; }
    public Wiretap Wire { get; }

    /// <summary>Errors and warnings of the browser's console, a resource that the CSP refused among them.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    internal static async Task<BrowserUser> In(IBrowserContext context) => new(context, await context.NewPageAsync());

    /// <summary>Screenshots of all open pages and the complaints, into artifacts/.</summary>
    internal async Task LeaveEvidence(string name)
    {
        for (var i = 0; i < Context.Pages.Count; i++)
            await Context.Pages[i].ScreenshotAsync(new() { Path = Repository.Artifact($"{name}-page{i + 1}.png") });
        if (!complaints.IsEmpty)
            await File.WriteAllLinesAsync(Repository.Artifact($"{name}-console.txt"), complaints);
    }
}
