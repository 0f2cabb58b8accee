using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Storage;

/// <summary>The database that holds the log: how to read it, how to begin the one kind of write, and the SQL that differs.</summary>
public abstract class LogDatabase
{
    public abstract LogContext Read();

    /// <summary>Begins the transaction of an append. On SQLite it waits for the one connection that writes.</summary>
    public abstract Task<LogTransaction> Begin(CancellationToken cancellation = default);

    /// <summary>Appended to the select of an incident's head: commit order becomes number order.</summary>
    public abstract string ForUpdate { get; }
    /// <summary>Inserts @incident, @number, @words into the text index.</summary>
    public abstract string InsertWords { get; }
    /// <summary>What InsertWords takes for a text's words.</summary>
    public abstract object WordsValue(IReadOnlyList<string> words);
    /// <summary>Wakes other nodes after the commit, with @incident; null where there are none.</summary>
    public abstract string? Wake { get; }
    /// <summary>The timeline rows of an incident whose text has every word; the last one may be a beginning. For composing further.</summary>
    public abstract IQueryable<TimelineRow> Search(LogContext context, Guid incident, IReadOnlyList<string> words);
}

/// <summary>A write in progress. Disposing without <see cref="Commit"/> leaves nothing behind.</summary>
public sealed class LogTransaction(DbConnection connection, DbTransaction transaction, Func<bool, ValueTask> end) : IAsyncDisposable
{
    bool succeeded;

    public async Task Commit(CancellationToken cancellation = default)
    {
        await transaction.CommitAsync(cancellation);
        succeeded = true;
    }

    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    public async Task<int> Execute(DbCommand command, CancellationToken cancellation = default)
    {
        await using (command)
            return await command.ExecuteNonQueryAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        catch (DbException) when (!succeeded)
        {
            // The rollback of a broken connection: what began is gone with it.
        }
        finally
        {
            await end(succeeded);
        }
    }
}
