using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Access;

/// <summary>A notification by the name that it keeps, in its incident.</summary>
public sealed record NotificationKey(IncidentId Incident, string Key);

/// <summary>Who had seen which notification, and acknowledged it, when. Each is written down once and never taken back.</summary>
public sealed class Acknowledgements(IDbContextFactory<AppDataContext> contexts, TimeProvider time)
{
    /// <summary>Somebody acknowledged something: their other pages on this node learn of it.</summary>
    public event Action<PersonId>? Changed;

    public async Task<ImmutableHashSet<NotificationKey>> Of(PersonId person)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var rows = await context.Acknowledgements.AsNoTracking().Where(r => r.AccountId == person.Value && r.Deed == AcknowledgementDeed.Acknowledged)
            .Select(r => new { r.IncidentId, r.Key }).ToListAsync();
        return [.. rows.Select(r => new NotificationKey(new IncidentId(r.IncidentId), r.Key))];
    }

    /// <summary>They stood before this person's eyes.</summary>
    public Task NoteSeen(PersonId person, IReadOnlyCollection<NotificationKey> keys) => Note(person, keys, AcknowledgementDeed.Seen);

    public async Task Acknowledge(PersonId person, IReadOnlyCollection<NotificationKey> keys)
    {
        await Note(person, keys, AcknowledgementDeed.Acknowledged);
        Changed?.Invoke(person);
    }

    async Task Note(PersonId person, IReadOnlyCollection<NotificationKey> keys, AcknowledgementDeed deed)
    {
        if (keys.Count == 0)
            return;
        var (name, at) = (deed.ToString(), Microseconds.Of(time.GetUtcNow()));
        await using var context = await contexts.CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        // The first time stands. SQLite's trigger refuses a second row before the conflict would be passed over.
        foreach (var (incident, key) in keys)
            await context.Database.ExecuteSqlAsync($"""
                INSERT INTO acknowledgement (account_id, incident_id, key, deed, at)
                SELECT {person.Value}, {incident.Value}, {key}, {name}, {at}
                WHERE NOT EXISTS (SELECT 1 FROM acknowledgement WHERE account_id = {person.Value} AND incident_id = {incident.Value} AND key = {key} AND deed = {name})
                ON CONFLICT DO NOTHING
                """);
        await transaction.CommitAsync();
    }
}
