using IncidentHub.Storage;
using Npgsql;

namespace IncidentHub.Rooms;

/// <summary>
/// PostgreSQL, where other nodes write too: each NOTIFY, and each second in any case, compares the heads with what the rooms hold. A
/// notification is only a wake-up; a lost one costs a second.
/// </summary>
public sealed class WakeUps(RoomDirectory rooms, NpgsqlDataSource source, ILogger<WakeUps> logger) : BackgroundService
{
    static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.LogWarning("Lost the database's notifications: {Error}; trying again", error.Message);
                await Task.Delay(PollEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task Listen(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresLogDatabase.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellation);
        while (true)
        {
            await rooms.CatchUp(cancellation);
            await connection.WaitAsync(PollEvery, cancellation);
        }
    }
}
