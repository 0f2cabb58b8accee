using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IncidentHub.Storage;

public sealed class PostgresLogDatabase(IDbContextFactory<PostgresLogContext> contexts, NpgsqlDataSource source) : LogDatabase
{
    /// <summary>The channel on which an append says which incident moved. Only a wake-up: what it says is read from the log.</summary>
    public const string Channel = "incidenthub_log";

    public override LogContext Read() => contexts.CreateDbContext();

    public override async Task<LogTransaction> Begin(CancellationToken cancellation = default)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            // Npgsql prepares by itself, per connection of its pool.
            return new LogTransaction(connection, await connection.BeginTransactionAsync(cancellation), new(StringComparer.Ordinal), async _ => await connection.DisposeAsync());
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override string ForUpdate => " FOR UPDATE";
    public override string InsertWords => "INSERT INTO timeline_text (incident_id, number, words) VALUES (@incident, @number, array_to_tsvector(@words))";
    // As a set: a tsvector of an array takes no word twice.
    public override object WordsValue(IReadOnlyList<string> words) => words.Distinct(StringComparer.Ordinal).ToArray();
    public override string? Wake => $"SELECT pg_notify('{Channel}', @incident::text)";

    public override IQueryable<TimelineRow> Search(LogContext context, Guid incident, IReadOnlyList<string> words)
    {
        // Words are letters and digits only (Tokenizer), so quoting them is enough to keep tsquery's operators out.
        var match = string.Join(" & ", words.Select((word, i) => $"'{word}'{(i == words.Count - 1 ? ":*" : "")}"));
        return context.Timeline.FromSql($"""
            SELECT t.* FROM timeline t
            JOIN timeline_text x ON x.incident_id = t.incident_id AND x.number = t.number
            WHERE t.incident_id = {incident} AND x.words @@ {match}::tsquery
            """);
    }

    /// <summary>An append is durable when it is acknowledged, and waits for a lock no longer than a person would.</summary>
    public static NpgsqlDataSource Source(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 50, ApplicationName = "IncidentHub" };
        builder.Options = string.Join(' ', new[] { builder.Options, "-c lock_timeout=5s", "-c synchronous_commit=on", "-c timezone=UTC" }.Where(o => !string.IsNullOrEmpty(o)));
        return NpgsqlDataSource.Create(builder);
    }
}
