using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>Auditors read everything, so each sight of theirs is written down: who, which incident, what they asked for, when.</summary>
public sealed class Sights(IDbContextFactory<AppDataContext> contexts, TimeProvider time)
{
    /// <param name="what">The page and its filter as the URL has them; never an entry's text.</param>
    public async Task Note(Actor actor, IncidentId incident, string what)
    {
        if (actor.Role is not Role.Auditor)
            return;
        await using var context = await contexts.CreateDbContextAsync();
        context.Sights.Add(new SightRow
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            AccountId = actor.Person.Value,
            IncidentId = incident.Value,
            What = what,
            SeenAt = Microseconds.Of(time.GetUtcNow()),
        });
        await context.SaveChangesAsync();
    }
}
