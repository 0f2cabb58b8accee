using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using IncidentHub.Notifications.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentHub.Tests.Notifications.Channels;

/// <summary>What a receiver got.</summary>
public sealed record Received(string Path, string Id, string Timestamp, string Signature, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    public JsonElement Data => Json.GetProperty("data");
    public string Type => Json.GetProperty("type").GetString()!;
    public string? Title => Data.TryGetProperty("title", out var title) ? title.GetString() : null;
    public string Text => Data.GetProperty("text").GetString()!;
}

/// <summary>An agency's own system: a real HTTPS server on loopback, with a certificate that only the test trusts.</summary>
public sealed class Receiver : IAsyncDisposable
{
    readonly X509Certificate2 certificate = SelfSigned();
    readonly ConcurrentQueue<Received> received = new();
    WebApplication? app;
    int port;

    public IReadOnlyList<Received> Received => [.. received];
    public string Address => $"https://localhost:{port}/masuk/rahasia-jalur?token=rahasia-kueri";

    /// <summary>What it answers to the next requests; a test changes it.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<Receiver> Start()
    {
        var receiver = new Receiver();
        await receiver.Listen();
        return receiver;
    }

    /// <summary>For a process that is to trust it: PEM.</summary>
    public string Certificate => certificate.ExportCertificatePem();

    public WebhookSender Sender(ReachableNetworks? networks = null, TimeSpan? patience = null) =>
        new(networks ?? Loopback, (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString(), patience);

    public static ReachableNetworks Loopback { get; } = new([IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")]);

    /// <summary>On the port that it had before, if any.</summary>
    public async Task Listen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port, l => l.UseHttps(certificate)));
        app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            string Header(string name) => context.Request.Headers[name].ToString();
            received.Enqueue(new Received(context.Request.Path, Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), await reader.ReadToEndAsync()));
            await Answer(context);
        });
        await app.StartAsync();
        port = new Uri(app.Urls.Single()).Port;
    }

    public async Task Stop()
    {
        if (app is not null)
            await app.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        certificate.Dispose();
    }

    static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
