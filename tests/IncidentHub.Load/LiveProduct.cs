using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentHub.Load;

/// <summary>The whole product in this process, behind a real socket, with an account for each of <see cref="Bench.People"/>.</summary>
sealed class LiveProduct : WebApplicationFactory<WallStream>
{
    public const string Title = "Beban";

    readonly StorageOptions storage;

    LiveProduct(StorageOptions storage) => this.storage = storage;

    public Uri Address => ClientOptions.BaseAddress;

    public static LiveProduct Start(StorageOptions storage)
    {
        var product = new LiveProduct(storage);
        product.UseKestrel(port: 0);
        product.StartServer();
        return product;
    }

    /// <summary>An incident of as many people, the first of them its coordinator.</summary>
    public async Task<IncidentId> Open(int people)
    {
        var team = Bench.People.Take(people).ToImmutableArray();
        await using (var context = await Services.GetRequiredService<IDbContextFactory<AppDataContext>>().CreateDbContextAsync())
        {
            context.Users.AddRange(team.Select(a => new Account
            {
                Id = a.Person.Value, Name = a.Name, Role = a.Role, Agency = a.Agency.Code, SecurityStamp = "", UserName = $"{a.Person}", NormalizedUserName = $"{a.Person}", Email = $"{a.Person}", NormalizedEmail = $"{a.Person}",
            }));
            await context.SaveChangesAsync();
        }
        var open = new OpenIncident { CommandId = Guid.NewGuid(), Title = Title, Summary = "Uji beban.", Severity = Severity.Low, Tlp = Tlp.Green, Members = [.. team.Select(a => a.Person)] };
        if (await Services.GetRequiredService<Desk>().Open(open, team[0]) is not Outcome.Done)
            throw new InvalidOperationException("The incident could not be opened.");
        return OpenIncident.IdFor(team[0].Person, open.CommandId);
    }

    public async Task Post(IncidentId incident, string text)
    {
        var entry = new WriteEntry { CommandId = Guid.NewGuid(), Kind = EntryKind.Observation, Text = text, Marking = Marking.WholeTeam(Tlp.Green) };
        if (await Services.GetRequiredService<Desk>().Submit(incident, entry, Bench.People[1]) is not Outcome.Done)
            throw new InvalidOperationException("The entry was refused.");
    }

    /// <summary>As after signing in: what the browser's cookie holds.</summary>
    public async Task<string> SignIn(Actor actor)
    {
        var session = await Services.GetRequiredService<Sessions>().Start(actor.Person);
        var ticket = new AuthenticationTicket(ActorClaims.Principal(actor, session), new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(12) }, IdentityConstants.ApplicationScheme);
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    /// <summary>A wall that shows the incident: whom rooms know it as, and what its browser's cookie holds.</summary>
    public async Task<(PersonId Person, string Cookie)> Pair(IncidentId incident)
    {
        var walls = Services.GetRequiredService<Walls>();
        // Each at an address of its own: one alone may have so many codes open, and a revoked wall has one.
        var (begun, secret) = await walls.Begin($"2001:db8::{Random.Shared.Next(0x10000):x}") ?? throw new InvalidOperationException("There are too many codes.");
        var wall = (await walls.Renew(begun, secret))!;
        var request = new PairingRequest(PairingCode.Of(secret, wall.CodeUntil), "Papan", "Lantai 2", [incident], Days: 1);
        if (await Services.GetRequiredService<PairingDesk>().Pair(request, Bench.People[0]) is not PairingOutcome.Done)
            throw new InvalidOperationException("The wall could not be paired.");
        return (wall.Actor.Person, $"incidenthub-wall={secret}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production").UseContentRoot(Repository.Root);
        builder.UseSetting("Database:Provider", $"{storage.Provider}").UseSetting("Data:Folder", storage.Folder);
        builder.UseSetting("ConnectionStrings:IncidentHub", storage.Connection).UseSetting("ConnectionStrings:IncidentHubMigration", storage.MigrationConnection);
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
