using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>Up to which entry somebody has seen an incident, and when.</summary>
/// <param name="Number">Of the log; never leaves the server.</param>
public sealed record Visit(long Number, DateTimeOffset At);

/// <summary>What is new since one's last visit is told against this, by person and incident.</summary>
public sealed class Visits(IDbContextFactory<AppDataContext> contexts, TimeProvider time)
{
    public async Task<Visit?> Last(PersonId person, IncidentId incident)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var row = await context.Visits.AsNoTracking().SingleOrDefaultAsync(v => v.AccountId == person.Value && v.IncidentId == incident.Value);
        return row is null ? null : new Visit(row.Number, Microseconds.ToTime(row.SeenAt));
    }

    public async Task<IReadOnlyDictionary<IncidentId, Visit>> All(PersonId person)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Visits.AsNoTracking().Where(v => v.AccountId == person.Value)
            .ToDictionaryAsync(v => new IncidentId(v.IncidentId), v => new Visit(v.Number, Microseconds.ToTime(v.SeenAt)));
    }

    /// <summary>Never goes back: an old page that closes late doesn't undo what a newer one has shown.</summary>
    public async Task Note(PersonId person, IncidentId incident, long number)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var seenAt = Microseconds.Of(time.GetUtcNow());
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO visit (account_id, incident_id, number, seen_at) VALUES ({person.Value}, {incident.Value}, {number}, {seenAt})
            ON CONFLICT (account_id, incident_id) DO UPDATE SET number = excluded.number, seen_at = excluded.seen_at WHERE visit.number <= excluded.number
            """);
    }
}
