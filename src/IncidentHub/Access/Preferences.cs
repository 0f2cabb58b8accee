using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>How somebody wants to read; kept on the account, so that it holds in every browser.</summary>
public sealed class Preferences(IDbContextFactory<AppDataContext> contexts)
{
    /// <summary>Null: as is usual. So it is too while the database can't be asked: a page in WIB is better than none.</summary>
    public async Task<string?> TimeZone(PersonId person)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            return await context.Users.Where(a => a.Id == person.Value).Select(a => a.TimeZone).SingleOrDefaultAsync();
        }
        catch (Exception error) when (StorageFaults.Of(error) is not null)
        {
            return null;
        }
    }

    public async Task SetTimeZone(PersonId person, string zone)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await context.Users.Where(a => a.Id == person.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.TimeZone, zone));
    }
}
