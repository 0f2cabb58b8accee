using System.Net;
using System.Text.RegularExpressions;
using IncidentHub.Access;
using IncidentHub.Domain;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace IncidentHub.Tests.Support;

/// <summary>The whole product over a database of its own on SQLite, reached by HTTP, as it would be in production.</summary>
public sealed partial class Product : WebApplicationFactory<Program>, IAsyncLifetime
{
    public Database Database { get; private set; } = default!;

    public async ValueTask InitializeAsync() => Database = await Database.OnSqlite();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

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

    /// <summary>A page's body without what differs on every request: protected tokens and the states of prerendered components.</summary>
    public static string WithoutChance(string page) => Chance().Replace(page[page.IndexOf("<body", StringComparison.Ordinal)..page.IndexOf("<svg class=\"sprite\"", StringComparison.Ordinal)], "");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(Repository.Root);
        builder.UseSetting("Data:Folder", Database.Options.Folder);
        builder.UseSetting("Logging:LogLevel:Default", "Critical");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();

    [GeneratedRegex("<!--Blazor.*?-->|name=\"__RequestVerificationToken\" value=\"[^\"]+\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Chance();
}
