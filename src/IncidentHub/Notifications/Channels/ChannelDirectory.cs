using IncidentHub.Domain;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Notifications.Channels;

/// <summary>A channel, and how it fares.</summary>
/// <param name="LastSent">Null: nothing was sent yet.</param>
/// <param name="Fault">Of the last attempt that failed and hasn't been made good; with its moment.</param>
public sealed record ChannelLine(
    Guid Id, ChannelKind Kind, string Name, string Target, bool IsPaused, DateTimeOffset? LastSent, int Waiting, int Failed, DeliveryFault? Fault, int? Status, DateTimeOffset? FaultAt);

/// <summary>One agency's channels, what became of their messages, and what was done to them.</summary>
public sealed class ChannelDirectory(IDbContextFactory<AppDataContext> contexts)
{
    public const int TraceShown = 50;

    public async Task<IReadOnlyList<ChannelLine>> Of(AgencyId agency)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var channels = await context.Channels.AsNoTracking().Where(c => c.Agency == agency.Code).OrderBy(c => c.MadeAt).ToListAsync();
        var ids = channels.Select(c => c.Id).ToArray();
        var counts = await context.Deliveries.Where(d => ids.Contains(d.ChannelId)).GroupBy(d => new { d.ChannelId, d.State }).Select(g => new { g.Key.ChannelId, g.Key.State, Count = g.Count(), At = g.Max(d => d.At) }).ToListAsync();
        var lines = new List<ChannelLine>();
        foreach (var channel in channels)
        {
            var states = counts.Where(c => c.ChannelId == channel.Id).ToDictionary(c => c.State);
            var fault = await context.Deliveries.AsNoTracking().Where(d => d.ChannelId == channel.Id && d.Fault != null && d.State != DeliveryState.Withdrawn).OrderByDescending(d => d.At).FirstOrDefaultAsync();
            lines.Add(new ChannelLine(channel.Id, channel.Kind, channel.Name, channel.Target, channel.IsPaused,
                states.TryGetValue(DeliveryState.Sent, out var sent) ? Microseconds.ToTime(sent.At) : null,
                states.GetValueOrDefault(DeliveryState.Waiting)?.Count ?? 0, states.GetValueOrDefault(DeliveryState.Failed)?.Count ?? 0,
                fault?.Fault, fault?.Status, fault is null ? null : Microseconds.ToTime(fault.At)));
        }
        return lines;
    }

    /// <summary>What people did to them, newest first.</summary>
    public async Task<IReadOnlyList<ChannelActionRow>> Trace(AgencyId agency)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.ChannelActions.AsNoTracking().Where(a => a.Agency == agency.Code).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(TraceShown).ToListAsync();
    }

    /// <summary>Those of all agencies to which something may be sent: the courier's own.</summary>
    internal async Task<IReadOnlyList<ChannelRow>> Active(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Channels.AsNoTracking().Where(c => !c.IsPaused).OrderBy(c => c.MadeAt).ToListAsync(cancellation);
    }

    /// <summary>As it is now; null where it was paused or removed.</summary>
    internal async Task<ChannelRow?> FindActive(Guid channel, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Channels.AsNoTracking().SingleOrDefaultAsync(c => c.Id == channel && !c.IsPaused, cancellation);
    }
}
