using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IncidentHub.BrowserTests.Support;

/// <summary>
/// Tests with people at browsers. When one fails, screenshots of everybody's pages and what their browsers complained about are left in artifacts/.
/// </summary>
public abstract partial class Journey(Browser browser) : IAsyncDisposable
{
    readonly List<BrowserUser> users = [];

    /// <param name="address">Where paths such as "/" lead: a <see cref="Product.Address"/>.</param>
    /// <param name="screen">Null: <see cref="Screens.Desk"/>.</param>
    protected async Task<BrowserUser> NewUser(string? address = null, BrowserNewContextOptions? screen = null)
    {
        var user = await BrowserUser.In(await browser.NewContext(new(screen ?? Screens.Desk) { BaseURL = address }));
        user.Context.SetDefaultTimeout(30_000);
        users.Add(user);
        return user;
    }

    /// <summary>Waits until the page is more than its prerendered markup: a click before that is lost.</summary>
    protected static Task Interactive(IPage page) => Assertions.Expect(page.Locator("[data-interactive='true']")).ToBeAttachedAsync();

    /// <summary>Waits until the page takes keys for commands; before that they reach nobody.</summary>
    protected static Task TakesKeys(IPage page) => page.WaitForFunctionAsync("document.querySelector('dialog[data-palette][data-ready]') !== null");

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result is TestResult.Failed;
        var name = NotInFileNames().Replace(TestContext.Current.Test?.TestDisplayName ?? "test", "_");
        foreach (var (user, index) in users.Select((user, index) => (user, index)))
        {
            if (failed)
                await user.LeaveEvidence($"{name}-user{index + 1}");
            await user.Context.CloseAsync();
        }
    }

    [GeneratedRegex("[^A-Za-z0-9_.-]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NotInFileNames();
}
