using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Admin;

/// <param name="Since">Null: from the beginning.</param>
public sealed record DatedName(DateTimeOffset? Since, string Name);

/// <summary>An agency with all of its names, oldest first.</summary>
public sealed record AgencyNames(AgencyId Id, ImmutableArray<DatedName> Names)
{
    public DatedName At(DateTimeOffset time) => Names.Last(n => n.Since is null || n.Since <= time || n == Names[0]);
}

/// <summary>The agencies and what they were, are and will be called.</summary>
public sealed class AgencyDirectory(IDbContextFactory<AppDataContext> contexts)
{
    public async Task<IReadOnlyList<AgencyNames>> All()
    {
        await using var context = await contexts.CreateDbContextAsync();
        var dated = (await context.AgencyNames.AsNoTracking().ToListAsync()).ToLookup(n => n.Code);
        return [.. (await context.Agencies.AsNoTracking().OrderBy(a => a.Position).ToListAsync()).Select(a => Of(a, dated[a.Code]))];
    }

    static AgencyNames Of(AgencyRow agency, IEnumerable<AgencyNameRow> dated)
    {
        DatedName[] names = [.. dated.OrderBy(n => n.Since).Select(n => new DatedName(Microseconds.ToTime(n.Since), n.Name))];
        // One that was added here is called from its day on what it was called before: it was not there before.
        return new AgencyNames(new AgencyId(agency.Code), names is [var first, ..] && first.Name == agency.Name ? [.. names] : [new DatedName(null, agency.Name), .. names]);
    }
}
