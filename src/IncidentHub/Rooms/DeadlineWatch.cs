using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Storage;

namespace IncidentHub.Rooms;

/// <summary>
/// Logs that deadlines passed, on every node: the command's id is derived from what it says, so that one entry comes of it. It looks at
/// the index at the next moment that something is due, and each second in any case: the clock may have been set, another node may have
/// written, and whatever passed while nobody looked is still there.
/// </summary>
public sealed class DeadlineWatch(IncidentLog log, LogIndex index, RoomDirectory rooms, Desk desk, TimeProvider time, ILogger<DeadlineWatch> logger) : BackgroundService
{
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    bool isFailing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = LookEvery;
            try
            {
                (_, wait) = await Look(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Fail(error.GetBaseException().Message, StorageFaults.Of(error) is null ? error : null);
            }
            catch (OperationCanceledException)
            {
                // The host is stopping.
            }
            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Logs every deadline that has passed by now, the oldest first. Whether all went well.</summary>
    internal async Task<bool> LogPassed(CancellationToken cancellation = default) => (await Look(cancellation)).IsWell;

    // One question says both what has passed and what will before the next look.
    async Task<(bool IsWell, TimeSpan Wait)> Look(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var rows = (await index.DueBy(now + LookEvery, cancellation)).ToLookup(r => r.Due <= now);
        var isWell = true;
        foreach (var incident in rows[true].GroupBy(r => r.Incident))
            isWell &= await LogPassed(incident.Key, [.. incident.Select(r => r.Subject)], cancellation);
        isFailing &= !isWell;
        return (isWell, isWell && rows[false].FirstOrDefault() is { Due: var next } ? Until(next) : LookEvery);
    }

    async Task<bool> LogPassed(IncidentId incident, IReadOnlyCollection<Reference> rows, CancellationToken cancellation)
    {
        var room = await rooms.Room(incident);
        // The row may be of an entry that another node wrote a moment ago.
        await room.CatchUp();
        var state = room.State;
        if (rows.Except(state.UnloggedDeadlines.Select(d => d.Subject)).Any())
            await log.RebuildDeadlines(incident, state.Number, state.UnloggedDeadlines, cancellation);
        foreach (var deadline in state.UnloggedDeadlines.TakeWhile(d => d.Due <= time.GetUtcNow()).ToList())
        {
            // A refusal is fine: it was answered in the last moment, or another node was first.
            if (await desk.Submit(incident, MarkOverdue.Of(incident, deadline), Actor.Product) is not Outcome.Unavailable unavailable)
                continue;
            Fail(unavailable.Fault.ToString(), null);
            return false;
        }
        return true;
    }

    // Logging took its time, and the clock may have been set meanwhile, either way.
    TimeSpan Until(DateTimeOffset next) =>
        TimeSpan.FromTicks(Math.Clamp((next - time.GetUtcNow()).Ticks, 0, LookEvery.Ticks));

    // It tries again each second, and says so once.
    void Fail(string fault, Exception? bug)
    {
        if (!isFailing)
            logger.LogWarning(bug, "Deadlines that passed can't be logged: {Fault}; trying again each second", fault);
        isFailing = true;
    }
}
