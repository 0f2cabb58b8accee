using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using IncidentHub.Notifications.Channels;

namespace IncidentHub.Tests.Notifications.Channels;

/// <summary>A mail server that speaks as much SMTP as is needed to be sent something.</summary>
public sealed class MailReceiver : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource ended = new();
    readonly ConcurrentQueue<string> mails = new();
    readonly Task running;

    public MailReceiver()
    {
        listener.Start();
        running = Run();
    }

    public IReadOnlyList<string> Mails => [.. mails];
    /// <summary>Answers "550" to these addresses.</summary>
    public HashSet<string> Unknown { get; } = [];

    public MailSettings Settings => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, null, null, new MailAddress("hub@kpu.example"), Tls: false);

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        await running;
        ended.Dispose();
    }

    async Task Run()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ended.Token);
                await Talk(client.GetStream());
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 uji");
        while (await reader.ReadLineAsync(ended.Token) is { } line)
        {
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 ya");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync(ended.Token) is { } text and not ".")
                    mail.Append(text).Append('\n');
                mails.Enqueue(mail.ToString());
            }
            await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.Ordinal) && Unknown.Any(line.Contains) ? "550 tidak dikenal" : line == "QUIT" ? "221 selesai" : "250 ok");
        }
    }
}
