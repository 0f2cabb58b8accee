using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>Auditors read everything, so each sight of theirs is written down: who, which incident, what they asked for, when.</summary>
public sealed class Sights(IDbContextFactory<AppDataContext> contexts, TimeProvider time)
{
    // A page is prerendered, and then taken over by its circuit: both ask for the same, and that is one sight.
    static readonly TimeSpan OneSight = TimeSpan.FromSeconds(10);

    /// <param name="what">The page and its filter as the URL has them; never an entry's text.</param>
    public Task Note(Actor actor, IncidentId incident, string what) => Note(actor, [incident], what);

    /// <inheritdoc cref="Note(Actor, IncidentId, string)"/>
    public async Task Note(Actor actor, IEnumerable<IncidentId> incidents, string what)
    {
        if (actor.Role is not Role.Auditor)
            return;
        await using var context = await contexts.CreateDbContextAsync();
        var now = time.GetUtcNow();
        var lately = Microseconds.Of(now - OneSight);
        var noted = await context.Sights.Where(s => s.AccountId == actor.Person.Value && s.What == what && s.SeenAt > lately).Select(s => s.IncidentId).ToListAsync();
        context.Sights.AddRange(incidents.Select(i => i.Value).Except(noted).Select(incident => new SightRow
        {
            Id = Guid.CreateVersion7(now),
            AccountId = actor.Person.Value,
            IncidentId = incident,
            What = what,
            SeenAt = Microseconds.Of(now),
        }));
        await context.SaveChangesAsync();
    }
}
