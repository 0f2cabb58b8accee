using IncidentHub.Storage;

namespace IncidentHub.Notifications.Channels;

/// <summary>
/// Takes what agencies are told to their channels, on every node. Each channel walks for itself, so that a slow receiver keeps nobody else waiting; it walks
/// when something is new for its agency and when something is to be tried again.
/// </summary>
public sealed class Courier(ChannelDirectory channels, ChannelDesk desk, Round round, TimeProvider time, ILogger<Courier> logger) : BackgroundService
{
    /// <summary>Another node may have added a channel, or paused one.</summary>
    static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(5);
    /// <summary>A clock may have been set while nothing was to be done.</summary>
    static readonly TimeSpan longestWait = TimeSpan.FromMinutes(1);

    readonly Round round = round;
    readonly TimeProvider time = time;
    readonly Dictionary<Guid, Walker> walkers = [];
    readonly SemaphoreSlim changed = new(0, 1);

    /// <summary>Walks once through every channel, one after another. When to come again.</summary>
    internal async Task<DateTimeOffset?> WalkOnce(CancellationToken cancellation = default)
    {
        DateTimeOffset? next = null;
        foreach (var channel in await channels.Active(cancellation))
        {
            using var told = await round.Join(channel, () => { });
            var again = await round.Walk(channel.Id, told, cancellation);
            next = next < again ? next : again ?? next;
        }
        return next;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        desk.Changed += Wake;
        try
        {
            for (var isChanged = false; !stoppingToken.IsCancellationRequested; isChanged = await Wait(changed, lookEvery, stoppingToken))
                await Guarded(() => Match(isChanged, stoppingToken), stoppingToken);
        }
        finally
        {
            desk.Changed -= Wake;
            await Task.WhenAll(walkers.Values.Select(w => w.Stop()));
        }
    }

    public override void Dispose()
    {
        changed.Dispose();
        base.Dispose();
    }

    // What was changed about a channel that goes on is read at its next walk, which is now.
    async Task Match(bool isChanged, CancellationToken cancellation)
    {
        var active = await channels.Active(cancellation);
        foreach (var (id, walker) in walkers.Where(w => active.All(c => c.Id != w.Key)).ToList())
        {
            walkers.Remove(id);
            await walker.Stop();
        }
        foreach (var walker in walkers.Values.Where(_ => isChanged))
            walker.Wake();
        foreach (var channel in active.Where(c => !walkers.ContainsKey(c.Id)))
            walkers.Add(channel.Id, new Walker(this, channel, cancellation));
    }

    async Task Guarded(Func<Task> deed, CancellationToken cancellation)
    {
        try
        {
            await deed();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The host is stopping, or the channel was.
        }
        catch (Exception error)
        {
            logger.LogWarning(StorageFaults.Of(error) is null ? error : null, "Messages can't be sent: {Fault}; trying again", error.GetBaseException().Message);
        }
    }

    /// <returns>Whether the sign was given.</returns>
    async Task<bool> Wait(SemaphoreSlim sign, TimeSpan longest, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        var given = sign.WaitAsync(either.Token);
        await given.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return given.IsCompletedSuccessfully;
    }

    void Wake() => Release(changed);

    // One sign is enough, however many there were.
    static void Release(SemaphoreSlim sign)
    {
        try
        {
            sign.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is given already.
        }
    }

    /// <summary>One channel's loop.</summary>
    sealed class Walker : IDisposable
    {
        readonly Courier courier;
        readonly ChannelRow channel;
        readonly CancellationTokenSource stopped;
        readonly SemaphoreSlim news = new(0, 1);
        readonly Task running;

        public Walker(Courier courier, ChannelRow channel, CancellationToken cancellation)
        {
            (this.courier, this.channel, stopped) = (courier, channel, CancellationTokenSource.CreateLinkedTokenSource(cancellation));
            running = Task.Run(() => Run(stopped.Token), CancellationToken.None);
        }

        public void Wake() => Release(news);

        public async Task Stop()
        {
            await stopped.CancelAsync();
            await running;
            Dispose();
        }

        // The sign is not disposed of: a push that comes late may still give it.
        public void Dispose() => stopped.Dispose();

        async Task Run(CancellationToken cancellation)
        {
            while (!cancellation.IsCancellationRequested)
            {
                await courier.Guarded(() => Walk(cancellation), cancellation);
                // It ended by a fault: not at once again.
                await courier.Wait(news, lookEvery, cancellation);
            }
        }

        async Task Walk(CancellationToken cancellation)
        {
            using var told = await courier.round.Join(channel, Wake);
            while (!cancellation.IsCancellationRequested)
            {
                var again = await courier.round.Walk(channel.Id, told, cancellation);
                var wait = again - courier.time.GetUtcNow() ?? longestWait;
                await courier.Wait(news, TimeSpan.FromTicks(Math.Clamp(wait.Ticks, TimeSpan.TicksPerMillisecond, longestWait.Ticks)), cancellation);
            }
        }
    }
}
