using System.Net;
using IncidentHub.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentHub.Wall;

public static class WallSetup
{
    /// <param name="rate">How fast the product's clock runs.</param>
    public static IServiceCollection AddWall(this IServiceCollection services, double rate = 1)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, WallScheme>(WallScheme.Name, null);
        services.AddSingleton(new WallPace(rate)).AddSingleton<RunningBuild>().AddSingleton<Walls>().AddSingleton<WallScreens>().AddSingleton<WallStream>();
        services.AddSingleton<PairingAttempts>().AddSingleton<PairingDesk>().AddSingleton<WallDirectory>();
        services.AddSingleton<WallWatch>().AddHostedService(s => s.GetRequiredService<WallWatch>());
        return services;
    }

    /// <summary>Open to whoever comes: a screen without a pairing gets a code, and nothing else.</summary>
    public static void MapWall(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(WallAddress.Page, (HttpContext http) =>
        {
            // A kiosk that was switched off for a month must not begin with last month's page.
            http.Response.Headers.CacheControl = "no-store";
            return new RazorComponentResult<WallDocument> { PreventStreamingRendering = true };
        }).AllowAnonymous();
        routes.MapGet(WallAddress.Stream, Stream).AllowAnonymous();
    }

    static async Task Stream(HttpContext http, Walls walls, WallWatch watch, WallStream stream)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        // A cookie is given to who asks without one, so nobody else's page may ask in a screen's name.
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin"))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        try
        {
            var wall = await WallScheme.Recognise(http);
            if (wall is null && (wall = await walls.Begin((http.Connection.RemoteIpAddress ?? IPAddress.None).ToString(), http.RequestAborted)) is { } begun)
                WallScheme.Give(http, begun.Secret);
            if (wall is not { } known || !watch.HasRoomFor(known.Wall))
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            else
                await stream.Serve(http, known.Wall, known.Secret);
        }
        catch (Exception error) when (StorageFaults.Of(error) is not null && !http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
