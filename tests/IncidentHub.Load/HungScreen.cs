using System.Net.ServerSentEvents;
using System.Text.Json;
using IncidentHub.Wall;

namespace IncidentHub.Load;

/// <summary>A wall's browser, as far as it listens.</summary>
sealed class HungScreen : IOnlooker
{
    readonly HttpResponseMessage answer;
    readonly IAsyncEnumerator<SseItem<byte[]>> events;

    HungScreen(HttpResponseMessage answer, IAsyncEnumerator<SseItem<byte[]>> events) => (this.answer, this.events) = (answer, events);

    public static async Task<HungScreen> Connect(HttpClient browser, Uri address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, WallAddress.Stream)) { Headers = { { "Cookie", cookie } } };
        var opened = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        opened.EnsureSuccessStatusCode();
        return new HungScreen(opened, SseParser.Create(await opened.Content.ReadAsStreamAsync(), (_, data) => data.ToArray()).EnumerateAsync().GetAsyncEnumerator());
    }

    /// <summary>The bytes of the next event.</summary>
    public async Task<byte[]> Next() => await events.MoveNextAsync() ? events.Current.Data : throw new InvalidOperationException("The stream has ended.");

    /// <summary>Reads on until the screen is as wanted.</summary>
    public async Task Until(Func<string, bool> wanted)
    {
        while (await Next() is var data && !(events.Current.EventType is "screen" && wanted(JsonDocument.Parse(data).RootElement.GetProperty("html").GetString()!)))
        {
            // A beat, or what stood there before.
        }
    }

    public void Dispose() => answer.Dispose();
}
