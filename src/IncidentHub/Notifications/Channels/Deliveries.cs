using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Notifications.Channels;

/// <summary>
/// Which messages were sent. A node claims one before it sends: as long as the lease lasts no other sends it, and when the node dies meanwhile another does
/// afterwards, so that it arrives at least once, and once as long as nothing breaks.
/// </summary>
public sealed class Deliveries(IDbContextFactory<AppDataContext> contexts, TimeProvider time)
{
    /// <summary>Longer than any attempt takes.</summary>
    static readonly TimeSpan lease = TimeSpan.FromMinutes(2);

    /// <summary>Something was sent or failed on this node; must only be taken note of.</summary>
    public event Action? Changed;

    /// <summary>What is known of these messages, and all that wait.</summary>
    public async Task<IReadOnlyDictionary<NotificationKey, DeliveryRow>> Of(Guid channel, IEnumerable<Notification> told, CancellationToken cancellation)
    {
        var keys = told.SelectMany(n => n.Keys).Distinct().ToArray();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return (await context.Deliveries.AsNoTracking().Where(d => d.ChannelId == channel && (d.State == DeliveryState.Waiting || keys.Contains(d.Key))).ToListAsync(cancellation)).ToDictionary(KeyOf);
    }

    /// <summary>Up to when it is this node's alone; null where it is somebody else's, done, not due, or the channel was paused or removed.</summary>
    public async Task<long?> Claim(Guid channel, NotificationKey key, CancellationToken cancellation)
    {
        var (now, until, waiting, withdrawn) = (Microseconds.Of(time.GetUtcNow()), Microseconds.Of(time.GetUtcNow() + lease), nameof(DeliveryState.Waiting), nameof(DeliveryState.Withdrawn));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var claimed = await context.Database.ExecuteSqlAsync($"""
            INSERT INTO delivery (channel_id, incident_id, key, state, attempts, next_at, leased_until, at)
            SELECT {channel}, {key.Incident.Value}, {key.Key}, {waiting}, 0, {now}, {until}, {now}
            WHERE EXISTS (SELECT 1 FROM channel WHERE id = {channel} AND NOT is_paused)
            ON CONFLICT (channel_id, incident_id, key) DO UPDATE SET state = {waiting}, leased_until = excluded.leased_until
            WHERE delivery.state IN ({waiting}, {withdrawn}) AND delivery.next_at <= {now} AND delivery.leased_until <= {now}
            """, cancellation);
        return claimed == 1 ? until : null;
    }

    /// <param name="claimed">What <see cref="Claim"/> gave: whoever was too slow records nothing.</param>
    /// <param name="next">Null: it is not tried again.</param>
    public async Task Record(Guid channel, NotificationKey key, long claimed, SendOutcome outcome, DateTimeOffset? next)
    {
        var now = Microseconds.Of(time.GetUtcNow());
        var state = outcome.IsDelivered ? DeliveryState.Sent : next is null ? DeliveryState.Failed : DeliveryState.Waiting;
        await using var context = await contexts.CreateDbContextAsync();
        await context.Deliveries.Where(d => d.ChannelId == channel && d.IncidentId == key.Incident.Value && d.Key == key.Key && d.LeasedUntil == claimed)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, state).SetProperty(d => d.Attempts, d => d.Attempts + 1).SetProperty(d => d.At, now).SetProperty(d => d.LeasedUntil, 0L)
                .SetProperty(d => d.NextAt, next is { } at ? Microseconds.Of(at) : now).SetProperty(d => d.Fault, outcome.Fault).SetProperty(d => d.Status, outcome.Status));
        Changed?.Invoke();
    }

    /// <summary>What waits and is told no more is not waited for. Should it be told again, it is sent again.</summary>
    public async Task Withdraw(IEnumerable<DeliveryRow> rows)
    {
        var now = Microseconds.Of(time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync();
        foreach (var row in rows)
            await context.Deliveries.Where(d => d.ChannelId == row.ChannelId && d.IncidentId == row.IncidentId && d.Key == row.Key && d.State == DeliveryState.Waiting && d.LeasedUntil <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Withdrawn));
    }

    static NotificationKey KeyOf(DeliveryRow row) => new(new IncidentId(row.IncidentId), row.Key);
}
