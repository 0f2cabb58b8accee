using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;

namespace IncidentHub.App;

public static class AppSetup
{
    public static IServiceCollection AddApp(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(o =>
        {
            o.DetailedErrors = environment.IsDevelopment();
            o.DisconnectedCircuitMaxRetained = 1_000;
            o.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
            o.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(10);
        });
        // What the composer takes, 16,000 characters of up to three bytes, travels twice in one event; more is no honest message.
        services.Configure<HubOptions>(o => o.MaximumReceiveMessageSize = 256 * 1024);
        services.AddAntiforgery(o => o.Cookie.Name = "incidenthub-form");
        return services;
    }

    public static void MapApp(this IEndpointRouteBuilder routes)
    {
        routes.MapDeadlineCalendar();
        // Compression would let whoever can inject into a batch measure the secrets beside it (BREACH).
        routes.MapRazorComponents<Document>().AddInteractiveServerRenderMode(o => o.DisableWebSocketCompression = true);
    }
}
