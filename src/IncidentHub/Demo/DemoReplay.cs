using IncidentHub.Access;
using IncidentHub.Log;
using IncidentHub.Rooms;

namespace IncidentHub.Demo;

/// <summary>Plays the case live, on the product's own desk, while people watch the room fill.</summary>
public sealed class DemoReplay(Desk desk, LogIndex index, People people, BriefingReader briefings, TimeProvider time, DemoRequest request, ILogger<DemoReplay> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var player = new ScenarioPlayer(desk, index, people, briefings);
            await player.OpenCase();
            foreach (var row in Scenario.Played.Where(r => !r.IsExercise))
            {
                await Until(row.At, stoppingToken);
                await player.Play(row);
            }
            logger.LogInformation("The replay of the case has ended");
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
        }
        catch (Exception error)
        {
            logger.LogError(error, "The replay of the case has stopped");
        }
    }

    async Task Until(DateTimeOffset storyTime, CancellationToken cancellation)
    {
        var wait = (storyTime - time.GetUtcNow()) / request.ReplaySpeed!.Value;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, cancellation);
    }
}
