using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Admin;

/// <summary>What administrators did, newest first.</summary>
public sealed class AdminTrace(IDbContextFactory<AppDataContext> contexts)
{
    public const int Shown = 50;

    public async Task<IReadOnlyList<AdminActionRow>> Last(params AdminDeed[] deeds)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var names = deeds.Select(d => d.ToString()).ToArray();
        return await context.AdminActions.AsNoTracking().Where(a => names.Contains(a.Deed)).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(Shown).ToListAsync();
    }
}
