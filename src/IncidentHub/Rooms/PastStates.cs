using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Rooms;

/// <summary>
/// The states that one incident has been in, once per node. The log is read through once; one state in so many is kept, which costs little since they share
/// what they have in common, and those between are folded again from there.
/// </summary>
sealed class PastStates(IncidentId incident, IncidentLog log) : IDisposable
{
    internal const int Spacing = 256;
    const int AtOnce = 4_096;

    readonly SemaphoreSlim reading = new(1, 1);
    readonly List<IncidentState> kept = [IncidentState.Before(incident)];
    readonly List<DateTimeOffset> recorded = [];
    IncidentState end = IncidentState.Before(incident);

    /// <summary>The fold of the first entries, so many.</summary>
    public async Task<IncidentState> At(long number, CancellationToken cancellation = default)
    {
        IncidentState from;
        await reading.WaitAsync(cancellation);
        try
        {
            await ReadUpTo(number, cancellation);
            if (number >= end.Number)
                return end;
            from = kept[(int)(number / Spacing)];
        }
        finally
        {
            reading.Release();
        }
        return from.Number == number ? from : (await log.ReadAfter(incident, from.Number, (int)(number - from.Number), cancellation)).Aggregate(from, (state, entry) => state.Apply(entry));
    }

    /// <summary>The fold of what was recorded by that moment, of the first entries, so many.</summary>
    public async Task<IncidentState> At(DateTimeOffset moment, long number, CancellationToken cancellation = default)
    {
        int count;
        await reading.WaitAsync(cancellation);
        try
        {
            await ReadUpTo(number, cancellation);
            count = AsOf.CountUpTo(recorded, r => r, moment);
        }
        finally
        {
            reading.Release();
        }
        return await At(Math.Min(count, number), cancellation);
    }

    public void Dispose() => reading.Dispose();

    async Task ReadUpTo(long number, CancellationToken cancellation)
    {
        while (end.Number < number && await log.ReadAfter(incident, end.Number, AtOnce, cancellation) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                end = end.Apply(entry);
                // A clock that was set back puts no entry before the one that it follows.
                recorded.Add(recorded is [.., var last] && last > entry.RecordedAt ? last : entry.RecordedAt);
                if (end.Number % Spacing == 0)
                    kept.Add(end);
            }
        }
    }
}
