using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace IncidentHub.Access;

/// <summary>Signs a person in and out: the cookie, and the session behind it.</summary>
public sealed class SignIn(UserManager<Account> users, SignInManager<Account> passwords, People people, Sessions sessions, CircuitGuard guard)
{
    /// <summary>False for a wrong password, an unknown or disabled account and one that is locked after too many tries: one answer for all.</summary>
    public async Task<bool> WithPassword(HttpContext http, string email, string password)
    {
        var account = await users.FindByEmailAsync(email);
        if (account is null)
        {
            // Takes as long as a wrong password does, so that time doesn't tell who has an account.
            new PasswordHasher<Account>().HashPassword(null!, password);
            return false;
        }
        var check = await passwords.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        return check.Succeeded && await As(http, new PersonId(account.Id));
    }

    /// <summary>Without asking for anything: the demo's list, after its own checks.</summary>
    public async Task<bool> As(HttpContext http, PersonId person)
    {
        // The session first: a role that changes in between ends it. The other way round the old role would get in.
        var session = await sessions.Start(person);
        if (await people.Find(person) is not { } actor)
        {
            await sessions.End(session);
            return false;
        }
        await http.SignInAsync(IdentityConstants.ApplicationScheme, ActorClaims.Principal(actor, session));
        return true;
    }

    public async Task Out(HttpContext http)
    {
        if (http.User.SessionId() is { } session)
        {
            await sessions.End(session);
            guard.Abort(session);
        }
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
