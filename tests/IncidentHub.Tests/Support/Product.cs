using System.Net;
using System.Text.RegularExpressions;
using IncidentHub.Access;
using IncidentHub.Domain;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Support;

/// <summary>The whole product over a database of its own, reached by HTTP, as it would be in production. On SQLite, if nothing else is said.</summary>
public sealed partial class Product : WebApplicationFactory<Program>, IAsyncLifetime
{
    readonly Func<Task<Database>> create = Database.OnSqlite;
    readonly TimeProvider? clock;

    public Product()
    {
    }

    Product(Func<Task<Database>> create, TimeProvider clock) => (this.create, this.clock) = (create, clock);

    public Database Database { get; private set; } = default!;

    /// <summary>Behind a real socket, by a clock of the test's.</summary>
    public static async Task<Product> OnTheWire(Func<Task<Database>> create, TimeProvider clock)
    {
        var product = new Product(create, clock);
        await product.InitializeAsync();
        product.UseKestrel(port: 0);
        product.StartServer();
        return product;
    }

    public async ValueTask InitializeAsync() => Database = await create();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });

    public async Task<HttpClient> SignedIn(Actor actor)
    {
        var browser = Browser();
        var answer = await SignIn(browser, Database.EmailOf(actor), Database.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());
        return browser;
    }

    /// <summary>What the sign-in page answers when its form is sent.</summary>
    public static async Task<HttpResponseMessage> SignIn(HttpClient browser, string email, string password)
    {
        var page = await browser.GetStringAsync(AccessSetup.SignInPath);
        return await browser.PostAsync(AccessSetup.SignInPath, FormOf(page, ("_handler", "sign-in"), ("email", email), ("password", password)));
    }

    /// <summary>The fields, with the token of the page that the form stands on.</summary>
    public static FormUrlEncodedContent FormOf(string page, params (string Name, string Value)[] fields) =>
        new(fields.Append(("__RequestVerificationToken", Token().Match(page).Groups["token"].Value)).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));

    /// <summary>A page's body without what differs on every request: protected tokens, the states of prerendered components, and the code of an error.</summary>
    public static string WithoutChance(string page) => Chance().Replace(page[page.IndexOf("<body", StringComparison.Ordinal)..page.IndexOf("<svg class=\"sprite\"", StringComparison.Ordinal)], "");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(Repository.Root);
        builder.UseSetting("Database:Provider", $"{Database.Options.Provider}");
        builder.UseSetting("Data:Folder", Database.Options.Folder);
        builder.UseSetting("ConnectionStrings:IncidentHub", Database.Options.Connection);
        builder.UseSetting("ConnectionStrings:IncidentHubMigration", Database.Options.MigrationConnection);
        if (clock is not null)
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
        builder.UseSetting("Logging:LogLevel:Default", "Critical");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();

    [GeneratedRegex("<!--Blazor.*?-->|name=\"__RequestVerificationToken\" value=\"[^\"]+\"|<p class=\"error-view__code\".*?</p>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Chance();
}
