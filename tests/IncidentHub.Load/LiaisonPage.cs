using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentHub.Load;

/// <summary>
/// A liaison's open page of an incident, for the server: its document is fetched, its circuit started and its batches acknowledged, as a browser does. Nothing is drawn, and calls
/// of scripts are answered with nothing.
/// </summary>
sealed partial class LiaisonPage : IOnlooker
{
    /// <summary>What ends a message of the handshake.</summary>
    const byte End = 0x1E;
    /// <summary>As the protocol numbers them.</summary>
    const long Invocation = 1, Completion = 3, Close = 7;
    const long AsObject = 1;

    /// <summary>As Blazor's script does.</summary>
    static readonly TimeSpan pingEvery = TimeSpan.FromSeconds(15);

    readonly ClientWebSocket socket = new();
    readonly SemaphoreSlim sending = new(1, 1);
    readonly Queue<object?[]> messages = [];

    public static async Task<LiaisonPage> Open(HttpClient browser, Uri address, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path)) { Headers = { { "Cookie", cookie } } };
        using var answer = await browser.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var page = new LiaisonPage();
        await page.Start(await answer.Content.ReadAsStringAsync(), address, path, cookie);
        return page;
    }

    /// <summary>The bytes of the next batch that changes the page, acknowledged.</summary>
    public async Task<byte[]> Next()
    {
        while (true)
        {
            var message = await Receive();
            switch (message)
            {
                case [Invocation, _, _, "JS.RenderBatch", object?[] and [long batch, byte[] changes], ..]:
                    await Send(BlazorPack.Call(null, "OnRenderCompleted", batch, null));
                    return changes;
                case [Invocation, _, _, "JS.BeginInvokeJS", object?[] and [long call, _, _, long kind, ..], ..]:
                    await Send(BlazorPack.Call(null, "EndInvokeJSFromDotNet", call, true, $"[{call},true,{(kind is AsObject ? """{"__jsObjectId":1}""" : "null")}]"));
                    break;
                case [Invocation, _, _, "JS.Error", ..] or [Close, ..]:
                    throw new InvalidOperationException("The circuit has ended.");
            }
        }
    }

    async Task Start(string document, Uri address, string path, string cookie)
    {
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_blazor" }.Uri, default);
        await Send([.. """{"protocol":"blazorpack","version":1}"""u8, End]);
        if (!(await Frame()).AsSpan().SequenceEqual("{}\u001E"u8))
            throw new InvalidOperationException("The server doesn't speak as Blazor does.");
        var state = State().Match(document).Groups["state"].Value;
        await Send(BlazorPack.Call("0", "StartCircuit", new Uri(address, "/").ToString(), new Uri(address, path).ToString(), "[]", state));
        while (await Receive() is not [Completion, _, "0", ..])
        {
            // Whatever else it says first.
        }
        await Send(BlazorPack.Call(null, "UpdateRootComponents", Roots(document), state));
        _ = Ping();
    }

    async Task Ping()
    {
        using var timer = new PeriodicTimer(pingEvery);
        while (await timer.WaitForNextTickAsync() && socket.State is WebSocketState.Open)
            await Send(BlazorPack.Ping);
    }

    /// <summary>The components that the page marks as live.</summary>
    static string Roots(string document) => new JsonObject
    {
        ["batchId"] = 1,
        ["operations"] = new JsonArray([.. Marker().Matches(document).Select(m => JsonNode.Parse(m.Groups["marker"].Value)!).Where(m => m["descriptor"] is not null)
            .Select((m, i) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = i + 1, ["marker"] = m.DeepClone() })]),
    }.ToJsonString();

    async Task<object?[]> Receive()
    {
        while (messages.Count == 0)
        {
            foreach (var message in BlazorPack.Read(await Frame()))
                messages.Enqueue(message);
        }
        return messages.Dequeue();
    }

    async Task<byte[]> Frame()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), default);
            if (part.MessageType is WebSocketMessageType.Close)
                throw new InvalidOperationException("The circuit was closed.");
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return whole.ToArray();
    }

    async Task Send(byte[] message)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, default);
        }
        finally
        {
            sending.Release();
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }

    [GeneratedRegex("<!--Blazor:(?<marker>{.*?})-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex State();
}
