using IncidentHub.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace IncidentHub.Access;

public static class AccessSetup
{
    public const string SignInPath = "/masuk";
    public const string SignOutPath = "/keluar";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<People>().AddSingleton<Sessions>().AddSingleton<Drafts>().AddSingleton<Sights>().AddSingleton<Visits>().AddSingleton<Readers>().AddSingleton<CalendarLinks>().AddSingleton<Acknowledgements>();
        services.AddSingleton<CircuitGuard>().AddHostedService<SessionWatch>();
        services.Configure<HubOptions>(o => o.AddFilter<CircuitGuard>());
        services.AddScoped<Accounts>().AddScoped<SignIn>();

        services.AddIdentityCore<Account>(o =>
        {
            o.User.RequireUniqueEmail = true;
            // Length, not classes of characters (NIST SP 800-63B).
            o.Password = new PasswordOptions { RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false };
            o.Lockout.MaxFailedAccessAttempts = 8;
        }).AddEntityFrameworkStores<AppDataContext>().AddSignInManager();

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o =>
        {
            o.Cookie.Name = "incidenthub";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = TimeSpan.FromHours(12);
            o.SlidingExpiration = true;
            // A demo's clock may run fast, and stands in 2023; a cookie lives in the browser's time.
            o.TimeProvider = TimeProvider.System;
            o.LoginPath = SignInPath;
            o.ReturnUrlParameter = "ke";
            o.Events.OnValidatePrincipal = async validation =>
            {
                var sessions = validation.HttpContext.RequestServices.GetRequiredService<Sessions>();
                if (validation.Principal.SessionId() is not { } session || !await sessions.IsAlive(session))
                    validation.RejectPrincipal();
            };
        });
        // Whatever is mapped and says nothing needs a session: forgetting it closes a door rather than opening one.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();

        services.AddDataProtection().SetApplicationName("IncidentHub");
        services.AddSingleton<DatabaseKeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = s.GetRequiredService<DatabaseKeyRing>()));
        return services;
    }

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(SignOutPath, async (HttpContext http, SignIn signIn) =>
        {
            await signIn.Out(http);
            return Results.LocalRedirect(SignInPath);
        }).FromOwnPage();
    }

    /// <summary>A path within the product, whatever was asked for.</summary>
    public static string LocalPath(string? asked) =>
        asked is ['/', ..] && !asked.StartsWith("//", StringComparison.Ordinal) && !asked.StartsWith("/\\", StringComparison.Ordinal) ? asked : "/";
}
