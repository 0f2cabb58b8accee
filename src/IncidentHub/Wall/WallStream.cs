using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;

namespace IncidentHub.Wall;

/// <summary>
/// One wall's stream: the screen whenever it is another than before, and a heartbeat. The newest wins: whatever changed while a slow wall took the last screen in is one
/// change. It waits for nobody, and nobody waits for it.
/// </summary>
public sealed class WallStream(Walls walls, WallWatch watch, WallBoards boards, WallScreens screens, RunningBuild build, WallPace pace, TimeProvider time, IHostApplicationLifetime lifetime)
{
    static readonly TimeSpan beatEvery = TimeSpan.FromSeconds(5), settleFor = TimeSpan.FromMilliseconds(100), seenEvery = TimeSpan.FromMinutes(1);
    /// <summary>While the database can't be asked, a wall that was paired this recently goes on; then it hears nothing more, and says so itself.</summary>
    static readonly TimeSpan grace = TimeSpan.FromMinutes(1);

    public async Task Serve(HttpContext http, WallState wall, string secret)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var address = new Uri($"{http.Request.Scheme}://{http.Request.Host}{WallAddress.Pairing}");
        // Not disposed: a room's writer may be about to call, and must never meet an exception here.
        var signal = new SemaphoreSlim(0);
        using var watched = watch.Watch(wall, Wake);
        using var display = new WallDisplay(walls, boards, screens, secret, address, Wake);
        void Wake() => signal.Release();

        try
        {
            await Run(EventStream.Begin(http), RunningBuild.Read(http.Request.Query["build"]), watched, display, signal, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The wall went, or the host stops: then the stream ends at once, and the wall comes again by itself.
        }
    }

    async Task Run(EventStream stream, string? page, WatchedWall watched, WallDisplay display, SemaphoreSlim signal, CancellationToken cancellation)
    {
        await stream.Send("hello", new { Build = build.Id, BeatSeconds = (int)beatEvery.TotalSeconds }, cancellation);
        await Beat(stream, cancellation);
        var (beaten, sent, seen, shown) = (time.GetTimestamp(), time.GetTimestamp(), (long?)null, (string?)null);
        while (watched.Latest is ({ } wall, var at) && time.GetUtcNow() - at < grace * pace.Rate)
        {
            if (await display.At(wall, cancellation) is { } screen && screen != shown)
            {
                await stream.Send("screen", new { Html = screen }, cancellation);
                (shown, sent) = (screen, time.GetTimestamp());
            }
            if (time.GetElapsedTime(beaten) >= beatEvery)
            {
                await Beat(stream, cancellation);
                beaten = time.GetTimestamp();
            }
            if (seen is null || time.GetElapsedTime(seen.Value) >= seenEvery)
            {
                await Note(wall.Id, page, cancellation);
                seen = time.GetTimestamp();
            }
            if (await signal.WaitAsync(Ahead(beaten, beatEvery), cancellation))
                await Settle(signal, Ahead(sent, settleFor), cancellation);
        }
    }

    TimeSpan Ahead(long since, TimeSpan every) => every - time.GetElapsedTime(since) is { Ticks: > 0 } rest ? rest : TimeSpan.Zero;

    // A burst of changes is one.
    static async Task Settle(SemaphoreSlim signal, TimeSpan wait, CancellationToken cancellation)
    {
        await Task.Delay(wait, cancellation);
        while (signal.Wait(0, CancellationToken.None))
        {
            // Taken in together with the first.
        }
    }

    Task Beat(EventStream stream, CancellationToken cancellation) =>
        stream.Send("beat", new { Now = time.GetUtcNow(), Real = TimeProvider.System.GetUtcNow(), pace.Rate }, cancellation);

    async Task Note(Guid wall, string? page, CancellationToken cancellation)
    {
        try
        {
            await walls.Seen(wall, page, cancellation);
        }
        catch (Exception error) when (StorageFaults.Of(error) is not null)
        {
            // When it was seen is worth less than what it shows.
        }
    }
}
