using IncidentHub.Access;
using Microsoft.AspNetCore.Localization;

namespace IncidentHub.Operation;

/// <summary>Indonesian, unless the viewer chose English with the switch; a browser's language says little about an agency's.</summary>
public static class Language
{
    public const string Path = "/bahasa";
    static readonly string[] cultures = ["id-ID", "en-GB"];

    public static IServiceCollection AddLanguage(this IServiceCollection services) => services.Configure<RequestLocalizationOptions>(o =>
    {
        o.SetDefaultCulture(cultures[0]).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
        o.RequestCultureProviders = [new CookieRequestCultureProvider()];
        o.ApplyCurrentCultureToResponseHeaders = true;
    });

    public static void MapLanguage(this IEndpointRouteBuilder routes) => routes.MapPost(Path, async (HttpContext http) =>
    {
        var form = await http.Request.ReadFormAsync();
        var chosen = cultures.FirstOrDefault(c => c == form["culture"]) ?? cultures[0];
        http.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true });
        return Results.LocalRedirect(AccessSetup.LocalPath(form["returnUrl"]));
    }).FromOwnPage().AllowAnonymous();
}
