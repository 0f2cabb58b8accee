using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>
/// The secret addresses under which calendars read a person's deadlines: a calendar can't sign in. One per person; only its hash is kept, and
/// making another, or taking it back, ends the one before.
/// </summary>
public sealed class CalendarLinks(IDbContextFactory<AppDataContext> contexts, People people, TimeProvider time)
{
    /// <summary>The token, which nobody can read again.</summary>
    public async Task<string> Make(PersonId person)
    {
        var token = SecretToken.New();
        var (hash, now) = (SecretToken.Hash(token), Microseconds.Of(time.GetUtcNow()));
        await using var context = await contexts.CreateDbContextAsync();
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO calendar_link (account_id, token_hash, made_at) VALUES ({person.Value}, {hash}, {now})
            ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at
            """);
        return token;
    }

    public async Task Revoke(PersonId person)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await context.CalendarLinks.Where(r => r.AccountId == person.Value).ExecuteDeleteAsync();
    }

    /// <summary>When this person's address was made; null where there is none.</summary>
    public async Task<DateTimeOffset?> MadeAt(PersonId person)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var made = await context.CalendarLinks.Where(r => r.AccountId == person.Value).Select(r => (long?)r.MadeAt).SingleOrDefaultAsync();
        return made is { } at ? Microseconds.ToTime(at) : null;
    }

    /// <summary>Who reads with that token, as they are now; null for none, one that was taken back, and a closed account's.</summary>
    public async Task<Actor?> ReaderOf(string token, CancellationToken cancellation = default)
    {
        var hash = SecretToken.Hash(token);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var person = await context.CalendarLinks.Where(r => r.TokenHash == hash).Select(r => (Guid?)r.AccountId).SingleOrDefaultAsync(cancellation);
        return person is { } id ? await people.Find(new PersonId(id), cancellation) : null;
    }
}
