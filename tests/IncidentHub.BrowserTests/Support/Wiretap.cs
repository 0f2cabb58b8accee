using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Microsoft.Playwright;

namespace IncidentHub.BrowserTests.Support;

/// <summary>All that a page's sockets carried, and what it asked for over HTTP. Set up before the page goes anywhere.</summary>
public sealed class Wiretap
{
    // blazorpack: a message of type 6 is a heartbeat.
    static readonly byte[] heartbeat = [2, 0x91, 6];

    readonly ConcurrentQueue<byte[]> received = new();
    readonly ConcurrentQueue<byte[]> sent = new();
    readonly ConcurrentQueue<string> requests = new();

    readonly Channel<bool> arrived = Channel.CreateUnbounded<bool>();

    Wiretap()
    {
    }

    public static Wiretap On(IPage page)
    {
        var tap = new Wiretap();
        page.WebSocket += (_, socket) =>
        {
            socket.FrameReceived += (_, frame) =>
            {
                tap.received.Enqueue(Bytes(frame));
                tap.arrived.Writer.TryWrite(true);
            };
            socket.FrameSent += (_, frame) => tap.sent.Enqueue(Bytes(frame));
        };
        page.Request += (_, request) => tap.requests.Enqueue($"{request.Method} {request.Url}");
        return tap;
    }

    public IReadOnlyCollection<string> Requests => requests;
    /// <summary>From the server.</summary>
    public int Heartbeats => received.Count(IsHeartbeat);
    public int SentByItself => sent.Count(frame => !IsHeartbeat(frame));

    /// <summary>Waits for the server's heartbeats, one each 15 seconds.</summary>
    public async Task HeartbeatsReach(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20 * (count + 1)));
        while (Heartbeats < count)
            await arrived.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Whether the browser was told these words, as they are or in base64.</summary>
    public bool Heard(string words) => received.Any(frame => Holds(frame, words));

    static bool Holds(byte[] frame, string words) =>
        new[] { Encoding.UTF8.GetBytes(words), Encoding.Unicode.GetBytes(words) }
            .Concat(InBase64(Encoding.UTF8.GetBytes(words)))
            .Any(needle => frame.AsSpan().IndexOf(needle) >= 0);

    // However the words lie to base64's groups of three bytes, the groups in their middle are always written the same.
    static IEnumerable<byte[]> InBase64(byte[] words) =>
        from skipped in Enumerable.Range(0, 3)
        let whole = (words.Length - skipped) / 3 * 3
        select Encoding.ASCII.GetBytes(Convert.ToBase64String(words, skipped, whole));

    static bool IsHeartbeat(byte[] frame) => frame.AsSpan().SequenceEqual(heartbeat);

    static byte[] Bytes(IWebSocketFrame frame) => frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? "");
}
