using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>Who has an account that is in use, as the domain sees them.</summary>
public sealed class People(IDbContextFactory<AppDataContext> contexts, TimeProvider time)
{
    /// <summary>Null when there is no such account, or it is disabled.</summary>
    public async Task<Actor?> Find(PersonId person, CancellationToken cancellation = default) =>
        (await Find([person], cancellation)).GetValueOrDefault(person);

    public async Task<ImmutableDictionary<PersonId, Actor>> Find(IReadOnlyCollection<PersonId> people, CancellationToken cancellation = default)
    {
        var ids = people.Select(p => p.Value).ToArray();
        return (await Read(a => ids.Contains(a.Id), cancellation)).ToImmutableDictionary(a => a.Person);
    }

    /// <summary>Those who can be members of an incident, by agency and name.</summary>
    public Task<IReadOnlyList<Actor>> WhoCanBeMembers(CancellationToken cancellation = default) =>
        Read(a => a.Role == Role.Liaison || a.Role == Role.Coordinator, cancellation);

    /// <summary>Everybody who acts for an agency, or did until their account was closed.</summary>
    public async Task<IReadOnlyList<PersonId>> Of(AgencyId agency, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Users.Where(a => a.Agency == agency.Code && (a.Role == Role.Liaison || a.Role == Role.Coordinator)).Select(a => new PersonId(a.Id)).ToListAsync(cancellation);
    }

    /// <summary>Where those sit who are embedded at another agency than their own: its name of today. Whoever isn't embedded is missing.</summary>
    public async Task<ImmutableDictionary<PersonId, string>> Seats(IReadOnlyCollection<PersonId> people, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ids = people.Select(p => p.Value).ToArray();
        var rows = from account in context.Users
                   join seat in Named(context) on account.SeatedAt equals seat.Code
                   where ids.Contains(account.Id)
                   select new { account.Id, seat.Name };
        return (await rows.ToListAsync(cancellation)).ToImmutableDictionary(r => new PersonId(r.Id), r => r.Name);
    }

    async Task<IReadOnlyList<Actor>> Read(System.Linq.Expressions.Expression<Func<Account, bool>> which, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = from account in context.Users.Where(which)
                   join agency in Named(context) on account.Agency equals agency.Code
                   where !account.IsDisabled
                   orderby agency.Position, account.Name
                   select new { account.Id, account.Name, account.Role, account.Agency, AgencyName = agency.Name };
        return [.. (await rows.ToListAsync(cancellation)).Select(r => new Actor(new PersonId(r.Id), r.Name, r.Role, new AgencyId(r.Agency), r.AgencyName))];
    }

    /// <summary>The agencies as they are called now.</summary>
    IQueryable<NamedAgency> Named(AppDataContext context)
    {
        var now = Microseconds.Of(time.GetUtcNow());
        return context.Agencies.Select(a => new NamedAgency
        {
            Code = a.Code,
            Position = a.Position,
            Name = context.AgencyNames.Where(n => n.Code == a.Code && n.Since <= now).OrderByDescending(n => n.Since).Select(n => n.Name).FirstOrDefault() ?? a.Name,
        });
    }

    sealed class NamedAgency
    {
        public required string Code { get; init; }
        public required string Name { get; init; }
        public int Position { get; init; }
    }
}
