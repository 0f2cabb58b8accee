using IncidentHub.Domain;
using IncidentHub.Storage;
using IncidentHub.Ui;

namespace IncidentHub.Notifications.Channels;

/// <summary>One walk through what a channel is owed: sends what is due, and says when to come again.</summary>
public sealed class Round(ChannelDirectory channels, ChannelSender sender, Deliveries deliveries, NotificationFeed feed, TimeProvider time, Words words, ILogger<Round> logger)
{
    /// <summary>What the channel's agency is told: as the agency sees, which is what all of its members see.</summary>
    public Task<NotificationSubscription> Join(ChannelRow channel, Action changed) => feed.Join(Actor.Of(new AgencyId(channel.Agency)), changed);

    /// <returns>When something is to be tried again; null: only when something is new.</returns>
    public async Task<DateTimeOffset?> Walk(Guid id, NotificationSubscription subscription, CancellationToken cancellation)
    {
        if (await channels.FindActive(id, cancellation) is not { } channel)
            return null;
        var list = await subscription.Read();
        var told = list.Unread.Concat(list.Known).Where(n => Microseconds.Of(n.At) >= channel.Since && n.Subject.Marking.Tlp.IsMentionedToMany()).OrderBy(n => n.At).ToList();
        var rows = await deliveries.Of(id, told, cancellation);
        var now = time.GetUtcNow();
        var keys = told.Select(n => n.Key).ToHashSet();
        await deliveries.Withdraw(rows.Where(r => r.Value.State is DeliveryState.Waiting && r.Value.LeasedUntil <= Microseconds.Of(now) && !keys.Contains(r.Key)).Select(r => r.Value));

        // The way there failed: what failed on it asks again in its time, and the others wait for how that goes.
        var held = rows.Where(r => keys.Contains(r.Key) && r.Value is { State: DeliveryState.Waiting, Fault: { } fault } && SendOutcome.IsOfTheWay(fault)).Select(r => r.Value.NextAt).Where(at => at > Microseconds.Of(now)).ToList();
        if (held.Count > 0)
            return Microseconds.ToTime(held.Max());

        var next = new Soonest();
        foreach (var notification in told.Where(n => !n.Keys.Any(key => rows.GetValueOrDefault(n.Key with { Key = key })?.State is DeliveryState.Sent or DeliveryState.Failed)))
        {
            var row = rows.GetValueOrDefault(notification.Key);
            var after = row is null ? 0 : Math.Max(row.NextAt, row.LeasedUntil);
            if (after > Microseconds.Of(now))
                next.Add(Microseconds.ToTime(after));
            else if (await deliveries.Claim(id, notification.Key, cancellation) is { } claimed)
            {
                var (fault, again) = await Send(channel, notification, claimed, row?.Attempts ?? 0, cancellation);
                next.Add(again);
                if (fault is { } why && SendOutcome.IsOfTheWay(why))
                    return again ?? time.GetUtcNow();
            }
        }
        return next.At;
    }

    async Task<(DeliveryFault? Fault, DateTimeOffset? Again)> Send(ChannelRow channel, Notification notification, long claimed, int attemptsBefore, CancellationToken cancellation)
    {
        var outcome = await sender.Send(channel, Message.Of(notification, channel.Id, channel.Root, words), cancellation);
        var again = outcome.IsDelivered ? null : time.GetUtcNow() + BackOff.After(attemptsBefore + 1, Random.Shared.NextDouble());
        await deliveries.Record(channel.Id, notification.Key, claimed, outcome, again);
        // The target is a host or the agency's own mailboxes: a webhook's path may be a secret and stands in no log.
        if (outcome.Fault is { } fault)
            logger.LogWarning("A message of {Agency} to {Target} failed: {Fault} {Status}", channel.Agency, channel.Target, fault, outcome.Status);
        return (outcome.Fault, again);
    }

    struct Soonest
    {
        public DateTimeOffset? At { get; private set; }

        public void Add(DateTimeOffset? at) => At = at < At || At is null ? at : At;
    }
}
