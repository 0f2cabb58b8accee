using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>What a page must know of whom it is for, and a cookie that was made at the sign-in may not.</summary>
/// <param name="TimeZone">Such as "Asia/Makassar"; null: WIB.</param>
/// <param name="AgencyName">Today's; null: as the cookie says.</param>
public sealed record Reader(string? TimeZone, string? AgencyName)
{
    public static readonly Reader Unknown = new(null, null);
}

/// <summary>How people read; kept on the account, so that it holds in every browser.</summary>
public sealed class Readers(People people, IDbContextFactory<AppDataContext> contexts)
{
    /// <summary>Unknown too while the database can't be asked: a page in WIB is better than none.</summary>
    public async Task<Reader> Find(PersonId person)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            var zone = await context.Users.Where(a => a.Id == person.Value).Select(a => a.TimeZone).SingleOrDefaultAsync();
            return new Reader(zone, (await people.Find(person))?.AgencyName);
        }
        catch (Exception error) when (StorageFaults.Of(error) is not null)
        {
            return Reader.Unknown;
        }
    }

    public async Task SetTimeZone(PersonId person, string zone)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await context.Users.Where(a => a.Id == person.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.TimeZone, zone));
    }
}
