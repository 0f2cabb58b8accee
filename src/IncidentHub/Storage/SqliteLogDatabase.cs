using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Storage;

/// <summary>log.db. One connection writes; readers have their own and never wait for it (WAL).</summary>
public sealed class SqliteLogDatabase(IDbContextFactory<SqliteLogContext> contexts, StorageOptions options) : LogDatabase, IAsyncDisposable
{
    readonly SemaphoreSlim writing = new(1, 1);
    readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);
    SqliteConnection? writer;

    public override LogContext Read() => contexts.CreateDbContext();

    public override async Task<LogTransaction> Begin(CancellationToken cancellation = default)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            writer ??= SqliteFiles.OpenWriter(options.LogFile);
            return new LogTransaction(writer, writer.BeginTransaction(deferred: false), prepared, End);
        }
        catch
        {
            await End(succeeded: false);
            throw;
        }
    }

    public override string ForUpdate => "";
    public override string InsertWords => "INSERT INTO timeline_text (incident, number, words) VALUES (@incident, @number, @words)";
    public override object WordsValue(IReadOnlyList<string> words) => string.Join(' ', words);
    public override string? Wake => null;

    public override IQueryable<TimelineRow> Search(LogContext context, Guid incident, IReadOnlyList<string> words)
    {
        // Words are letters and digits only (Tokenizer), so quoting them is enough to keep FTS5's operators out.
        var match = string.Join(" AND ", words.Select((word, i) => $"words : \"{word}\"{(i == words.Count - 1 ? " *" : "")}"));
        return context.Timeline.FromSql($"""
            SELECT t.* FROM timeline t
            JOIN timeline_text x ON x.incident = t.incident_id AND x.number = t.number
            WHERE t.incident_id = {incident} AND x.incident = {incident} AND timeline_text MATCH {match}
            """);
    }

    // A connection that failed once is not trusted again: the file may have been replaced, or its lock lost.
    async ValueTask End(bool succeeded)
    {
        if (!succeeded && writer is not null)
        {
            prepared.Clear();
            await writer.DisposeAsync();
            writer = null;
        }
        writing.Release();
    }

    public async ValueTask DisposeAsync()
    {
        if (writer is not null)
            await writer.DisposeAsync();
        writing.Dispose();
    }
}
