using System.Collections.Immutable;
using System.Linq.Expressions;
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

    /// <summary>What those who act for an agency did with any of these, whoever is embedded elsewhere among them; the first deed first.</summary>
    public Task<ImmutableArray<Witness>> Witnesses(IReadOnlyCollection<NotificationKey> keys, AgencyId agency)
    {
        var (incidents, texts) = (keys.Select(k => k.Incident.Value).Distinct().ToArray(), keys.Select(k => k.Key).Distinct().ToArray());
        return Read(r => incidents.Contains(r.IncidentId) && texts.Contains(r.Key), a => a.Agency == agency.Code, keys.ToHashSet());
    }

    /// <summary>What anybody did with whatever was told of a subject: not only what is told today. For whoever may read all of it.</summary>
    public Task<ImmutableArray<Witness>> WitnessesOf(IncidentId incident, Reference subject)
    {
        var (asReminder, asEntry) = (subject + " ", " " + subject);
        return Read(r => r.IncidentId == incident.Value && (r.Key.StartsWith(asReminder) || r.Key.EndsWith(asEntry)), _ => true, null);
    }

    /// <summary>They stood before this person's eyes.</summary>
    public Task NoteSeen(PersonId person, IReadOnlyCollection<NotificationKey> keys) => Note(person, keys, AcknowledgementDeed.Seen);

    public async Task Acknowledge(PersonId person, IReadOnlyCollection<NotificationKey> keys)
    {
        await Note(person, keys, AcknowledgementDeed.Acknowledged);
        Changed?.Invoke(person);
    }

    async Task<ImmutableArray<Witness>> Read(Expression<Func<AcknowledgementRow, bool>> which, Expression<Func<Account, bool>> whose, HashSet<NotificationKey>? keys)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var rows = await context.Acknowledgements.Where(which).Join(context.Users.Where(whose), r => r.AccountId, a => a.Id,
            (r, a) => new { r.IncidentId, r.Key, r.Deed, r.At, a.Id, a.Name, a.Agency }).ToListAsync();
        return
        [
            .. from row in rows
               group (row.Deed, At: Microseconds.ToTime(row.At)) by (Key: new NotificationKey(new IncidentId(row.IncidentId), row.Key), row.Id, row.Name, row.Agency) into deeds
               where keys?.Contains(deeds.Key.Key) is not false
               orderby deeds.Min(d => d.At), deeds.Key.Name
               select new Witness(deeds.Key.Key, new PersonId(deeds.Key.Id), deeds.Key.Name, new AgencyId(deeds.Key.Agency), At(deeds, AcknowledgementDeed.Seen), At(deeds, AcknowledgementDeed.Acknowledged)),
        ];

        static DateTimeOffset? At(IEnumerable<(AcknowledgementDeed Deed, DateTimeOffset At)> deeds, AcknowledgementDeed deed) =>
            deeds.Where(d => d.Deed == deed).Select(d => (DateTimeOffset?)d.At).FirstOrDefault();
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
