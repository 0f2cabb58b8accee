using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using IncidentHub.Storage;

namespace IncidentHub.Notifications.Channels;

/// <summary>
/// Posts signed messages to hosts that somebody chose. It connects to exactly the address that was checked, so that a name which resolves to another one a
/// moment later leads nowhere else; follows no redirect, asks no proxy, and reads nothing of the answer but its status.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    static readonly TimeSpan usualPatience = TimeSpan.FromSeconds(10);

    readonly ReachableNetworks networks;
    readonly TimeSpan patience;
    readonly HttpClient client;

    /// <param name="trust">For tests: whom to trust beyond the machine's authorities.</param>
    /// <param name="patience">In total, from the look-up of the name to the answer's status.</param>
    public WebhookSender(ReachableNetworks networks, RemoteCertificateValidationCallback? trust = null, TimeSpan? patience = null)
    {
        (this.networks, this.patience) = (networks, patience ?? usualPatience);
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 0,
            ConnectCallback = Connect,
            SslOptions = { RemoteCertificateValidationCallback = trust },
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("IncidentHub");
    }

    public async Task<SendOutcome> Send(Uri address, string secret, Message message, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(patience);
        using var request = Request(address, secret, message);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bounded.Token);
            var status = (int)answer.StatusCode;
            return status is >= 200 and < 300 ? SendOutcome.Delivered : new SendOutcome(status is 429 or 502 or 503 or 504 ? DeliveryFault.Busy : DeliveryFault.Status, status);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return DeliveryFault.NoAnswer;
        }
        catch (HttpRequestException error)
        {
            return FaultOf(error);
        }
    }

    public void Dispose() => client.Dispose();

    static HttpRequestMessage Request(Uri address, string secret, Message message)
    {
        // The receiver compares it with its own clock, so it is the world's, not that of a demo that runs in another year.
        var (timestamp, body) = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), message.Json());
        return new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { "webhook-id", message.Id },
                { "webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture) },
                { "webhook-signature", Signature.Of(secret, message.Id, timestamp, body) },
            },
        };
    }

    async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        // Every one of them: of a name that is half inside, chance would choose.
        if (!addresses.All(networks.Allows))
            throw new NotPublicException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static DeliveryFault FaultOf(Exception? error) => error switch
    {
        NotPublicException => DeliveryFault.NotPublic,
        AuthenticationException => DeliveryFault.Certificate,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => DeliveryFault.NoSuchHost,
        { InnerException: { } inner } => FaultOf(inner),
        _ => DeliveryFault.NoConnection,
    };

    sealed class NotPublicException() : IOException("The address is not public.");
}
