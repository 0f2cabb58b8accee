using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace IncidentHub.Wall;

/// <summary>
/// A wall's own way in: its cookie makes it a principal of <see cref="Domain.Role.Wall"/>, here and nowhere else. No other endpoint asks this scheme, so that
/// to the rest of the product whoever holds the cookie is nobody.
/// </summary>
public sealed class WallScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Walls walls)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "wall";
    const string Cookie = "incidenthub-wall";
    static readonly object found = new();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Request.Cookies[Cookie] is not { Length: > 0 and <= 64 } secret || await walls.Find(secret, Context.RequestAborted) is not { } wall)
            return AuthenticateResult.NoResult();
        Context.Items[found] = (wall, secret);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, wall.Id.ToString("D")), new Claim(ClaimTypes.Role, nameof(Domain.Role.Wall))], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    /// <summary>Null for whoever has no cookie of ours.</summary>
    public static async Task<(WallState Wall, string Secret)?> Recognise(HttpContext http) =>
        (await http.AuthenticateAsync(Name)).Succeeded ? ((WallState, string))http.Items[found]! : null;

    /// <summary>It lives as long as browsers let it; what it opens ends with the pairing.</summary>
    public static void Give(HttpContext http, string secret) => http.Response.Cookies.Append(Cookie, secret, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/papan", MaxAge = TimeSpan.FromDays(400), IsEssential = true,
    });
}
