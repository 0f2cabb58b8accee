using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using IncidentHub.Domain;
using IncidentHub.Operation;
using IncidentHub.Ui;
using IncidentHub.Wall;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentHub.BrowserTests.Support;

/// <summary>A page and a stream such as the product's, with screens that a test puts on: what the styles and wall.js make of them.</summary>
sealed class WallStage : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentDictionary<Channel<string>, bool> streams = [];

    WallStage(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();
    public string Screen { get; private set; } = "";
    /// <summary>What the product's clock says at the next beat.</summary>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;
    /// <summary>What the system's clock says.</summary>
    public Func<DateTimeOffset> Real { get; set; } = () => DateTimeOffset.UtcNow;
    public string Build { get; set; } = "1";
    /// <summary>While it isn't, everything is refused.</summary>
    public bool IsUp { get; set; } = true;
    public int Pages { get; private set; }
    public int Connected => streams.Count;

    public static async Task<WallStage> Open()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Repository.Top, WebRootPath = "wwwroot" });
        builder.WebHost.UseSetting(WebHostDefaults.StaticWebAssetsKey, Path.ChangeExtension(Repository.Product, "staticwebassets.runtime.json"));
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddUi().AddSingleton(TimeProvider.System);
        var stage = new WallStage(builder.Build());
        stage.app.UseSecurityHeaders();
        stage.app.Use((context, next) => stage.IsUp ? next(context) : Task.FromResult(context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable));
        stage.app.UseStaticFiles();
        stage.app.MapGet("/papan", stage.Page);
        stage.app.MapGet("/papan/arus", stage.Stream);
        await stage.app.StartAsync();
        return stage;
    }

    public Task Show(params ImmutableArray<WallView> incidents) => Put<WallScreen>(new() { [nameof(WallScreen.Incidents)] = incidents, [nameof(WallScreen.WallName)] = "Ruang krisis", [nameof(WallScreen.IsDemo)] = true });

    /// <summary>What a screen shows that isn't paired.</summary>
    public Task ShowCode(DateTimeOffset expires, bool wasReleased = false) => Put<PairingScreen>(new()
    {
        [nameof(PairingScreen.Code)] = "7KF4QP", [nameof(PairingScreen.ExpiresAt)] = expires, [nameof(PairingScreen.Qr)] = Modules(), [nameof(PairingScreen.WasReleased)] = wasReleased, [nameof(PairingScreen.IsDemo)] = true,
    });

    /// <summary>One of this size, of no code.</summary>
    static bool[,] Modules()
    {
        var modules = new bool[29, 29];
        for (var i = 0; i < modules.Length; i++)
            modules[i / 29, i % 29] = (i * 7919 + i / 29 * 31) % 5 < 2;
        return modules;
    }

    public void Put(string screen)
    {
        Screen = screen;
        Tell(Event("screen", new { html = Screen }));
    }

    public void Beat() => Tell(Event("beat", new { now = LocalTime.Wib.Machine(Now), real = Real().ToString("O", CultureInfo.InvariantCulture), rate = 1 }));

    /// <summary>Ends every stream, as a server that stops.</summary>
    public void Drop()
    {
        foreach (var stream in streams.Keys)
            stream.Writer.TryComplete();
    }

    async Task Put<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent => Put(await Html<TComponent>(parameters));

    async Task<string> Html<TComponent>(Dictionary<string, object?> parameters) where TComponent : IComponent
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id-ID");
            return (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
    }

    async Task Page(HttpContext http)
    {
        Pages++;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync($"""
            <!DOCTYPE html><html lang="id" data-theme="dark"><head><meta charset="utf-8"><title>Papan status</title>
            <link rel="icon" href="data:,"><link rel="stylesheet" href="/app.css"><link rel="stylesheet" href="/IncidentHub.styles.css"><link rel="stylesheet" href="/wall.css">
            {await Html<WallMeta>(new() { [nameof(WallMeta.Build)] = Build, [nameof(WallMeta.Page)] = "/papan", [nameof(WallMeta.Stream)] = "/papan/arus" })}
            <script src="/wall.js" defer></script></head><body>{await Html<IconSprite>([])}<div id="wall-screen">{Screen}</div></body></html>
            """);
    }

    async Task Stream(HttpContext http)
    {
        var stream = Channel.CreateUnbounded<string>();
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync(Event("hello", new { build = Build, beatSeconds = 5 }));
        await http.Response.WriteAsync(Event("screen", new { html = Screen }));
        streams.TryAdd(stream, true);
        Beat();
        try
        {
            await foreach (var text in stream.Reader.ReadAllAsync(http.RequestAborted))
            {
                await http.Response.WriteAsync(text, http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser left.
        }
        finally
        {
            streams.TryRemove(stream, out _);
        }
    }

    void Tell(string text)
    {
        foreach (var stream in streams.Keys)
            stream.Writer.TryWrite(text);
    }

    static string Event(string name, object data) => $"event: {name}\ndata: {JsonSerializer.Serialize(data)}\n\n";

    public async ValueTask DisposeAsync()
    {
        Drop();
        await app.DisposeAsync();
    }
}
