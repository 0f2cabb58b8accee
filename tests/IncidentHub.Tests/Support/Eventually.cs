namespace IncidentHub.Tests.Support;

/// <summary>Waiting for a state that comes by itself.</summary>
public static class Eventually
{
    /// <summary>Asks again and again until it is so; the test's own patience ends it otherwise.</summary>
    public static async Task Is(Func<Task<bool>> holds)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds())
            await pause.WaitForNextTickAsync(patience.Token);
    }
}
