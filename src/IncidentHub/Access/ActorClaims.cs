using System.Security.Claims;
using IncidentHub.Domain;
using Microsoft.AspNetCore.Identity;

namespace IncidentHub.Access;

/// <summary>The actor as the cookie carries them, and back.</summary>
public static class ActorClaims
{
    const string Session = "sid";
    const string Agency = "agency";
    const string AgencyName = "agency_name";

    public static ClaimsPrincipal Principal(Actor actor, Guid session) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, actor.Person.Value.ToString("D")),
            new Claim(ClaimTypes.Name, actor.Name),
            new Claim(ClaimTypes.Role, actor.Role.ToString()),
            new Claim(Agency, actor.Agency.Code),
            new Claim(AgencyName, actor.AgencyName),
            new Claim(Session, session.ToString("D")),
        ],
        IdentityConstants.ApplicationScheme));

    /// <summary>Null for whoever isn't signed in.</summary>
    public static Actor? Actor(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true }
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
        && Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor(new PersonId(person), principal.FindFirstValue(ClaimTypes.Name)!, role,
                new AgencyId(principal.FindFirstValue(Agency)!), principal.FindFirstValue(AgencyName)!)
            : null;

    public static Guid? SessionId(this ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(Session), out var session) ? session : null;
}
