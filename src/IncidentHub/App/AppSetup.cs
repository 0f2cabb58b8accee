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
        // An entry of 10,000 characters fits; more is no honest message.
        services.Configure<HubOptions>(o => o.MaximumReceiveMessageSize = 64 * 1024);
        services.AddAntiforgery(o => o.Cookie.Name = "incidenthub-form");
        return services;
    }

    public static void MapApp(this IEndpointRouteBuilder routes) => routes.MapRazorComponents<Document>()
        // Compression would let whoever can inject into a batch measure the secrets beside it (BREACH).
        .AddInteractiveServerRenderMode(o => o.DisableWebSocketCompression = true);
}
