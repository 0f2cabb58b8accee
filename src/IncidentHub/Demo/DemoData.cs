using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Storage;

namespace IncidentHub.Demo;

/// <summary>
/// The demo: a database of its own in the folder demo, made anew when the scenario or the seeder changed, and a list of offices that
/// anybody may sign in as. None of it exists unless the product was started as a demo.
/// </summary>
public static class DemoData
{
    public const string SignInPath = "/demo/masuk";

    /// <summary>In Development, or when asked for; on PostgreSQL only with a database of its own.</summary>
    public static bool IsWanted(IConfiguration configuration, IHostEnvironment environment, DemoRequest request) =>
        request.IsAsked || configuration.GetValue("Demo", environment.IsDevelopment()
            && (!string.Equals(configuration["Database:Provider"], nameof(DatabaseProvider.Postgres), StringComparison.OrdinalIgnoreCase)
                || configuration.GetConnectionString("IncidentHubDemo") is not null));

    /// <summary>Removes a demo database that was made from another scenario. Before the schema is prepared, under the folder's lock.</summary>
    public static void DiscardOld(StorageOptions options, DemoRequest request)
    {
        if (!options.IsDemo || options.Provider is not DatabaseProvider.Sqlite)
            return;
        if (!request.IsStory && Marker(options) is var marker && File.Exists(marker) && File.ReadAllText(marker) == Scenario.Fingerprint)
            return;
        File.Delete(Marker(options));
        foreach (var file in new[] { options.LogFile, options.AppFile }.SelectMany(f => new[] { f, f + "-wal", f + "-shm" }))
            File.Delete(file);
    }

    public static async Task Seed(IServiceProvider services)
    {
        var (options, request) = (services.GetRequiredService<StorageOptions>(), services.GetRequiredService<DemoRequest>());
        if (options.Provider is DatabaseProvider.Sqlite && File.Exists(Marker(options)))
            return;
        await using var scope = services.CreateAsyncScope();
        var seeder = ActivatorUtilities.CreateInstance<DemoSeeder>(scope.ServiceProvider);
        await (request.ReplaySpeed is null ? seeder.Seed(request.AsOf) : seeder.EnsureAccounts());
        await services.GetRequiredService<SchemaMigrator>().Analyze();
        if (options.Provider is DatabaseProvider.Sqlite)
            await File.WriteAllTextAsync(Marker(options), Scenario.Fingerprint);
    }

    public static IServiceCollection AddDemo(this IServiceCollection services, DemoRequest request, bool isDemo)
    {
        services.AddSingleton(request);
        if (isDemo && request.ReplaySpeed is not null)
            services.AddHostedService<DemoReplay>();
        return services;
    }

    public static void MapDemo(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<StorageOptions>().IsDemo)
            return;
        routes.MapPost(SignInPath, async (HttpContext http, SignIn signIn) =>
        {
            var form = await http.Request.ReadFormAsync();
            var account = DemoAccount.All.FirstOrDefault(a => a.Id.ToString() == form["account"]);
            return account is not null && await signIn.As(http, account.Person)
                ? Results.LocalRedirect(AccessSetup.LocalPath(form["returnUrl"]))
                : Results.LocalRedirect(AccessSetup.SignInPath);
        }).FromOwnPage().AllowAnonymous();
    }

    static string Marker(StorageOptions options) => Path.Combine(options.Folder, "scenario");
}
