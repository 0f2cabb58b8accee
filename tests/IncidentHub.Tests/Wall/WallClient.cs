using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;

namespace IncidentHub.Tests.Wall;

/// <summary>A screen's browser: its cookie, and its stream as it comes.</summary>
sealed class WallClient : IAsyncDisposable
{
    readonly HttpResponseMessage answer;
    readonly IAsyncEnumerator<SseItem<string>> events;

    WallClient(HttpClient browser, HttpResponseMessage answer, IAsyncEnumerator<SseItem<string>> events) => (Browser, this.answer, this.events) = (browser, answer, events);

    public HttpClient Browser { get; }
    public List<string> Screens { get; } = [];
    public string Shown => Screens[^1];

    /// <summary>The code that its screen shows.</summary>
    public string Code => PairingCode.Read(string.Concat(System.Text.RegularExpressions.Regex.Match(Shown, "class=\"code\".*?</p>", default, TimeSpan.FromSeconds(1)).Value
        .Split('<').Where(part => part.StartsWith('b')).Select(part => part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..]))).ShouldNotBeNull();

    /// <param name="browser">The same one again has the same cookie.</param>
    public static async Task<WallClient> Connect(HttpClient browser)
    {
        var opened = await browser.GetAsync(WallAddress.Stream + "?build=0123abcd", HttpCompletionOption.ResponseHeadersRead);
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new WallClient(browser, opened, SseParser.Create(await opened.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
    }

    /// <summary>The next event, beats among them; null when the stream has ended.</summary>
    public async Task<SseItem<string>?> Next()
    {
        if (!await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)))
            return null;
        if (events.Current.EventType is "screen")
            Screens.Add(JsonDocument.Parse(events.Current.Data).RootElement.GetProperty("html").GetString()!);
        return events.Current;
    }

    /// <summary>Reads on until the screen is as wanted.</summary>
    public async Task<string> Until(Func<string, bool> wanted)
    {
        while (Screens.Count == 0 || !wanted(Shown))
            (await Next()).ShouldNotBeNull();
        return Shown;
    }

    public async ValueTask DisposeAsync()
    {
        // Ends the request as a browser does that goes: what still reads from it reads no more.
        answer.Dispose();
        try
        {
            await events.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // A read was still going on.
        }
    }
}
