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
/// <param name="prepared">The connection's statements, kept from one transaction to the next: preparing costs more than running.</param>
/// <param name="end">Told whether it was committed.</param>
public sealed class LogTransaction(
    DbConnection connection, DbTransaction transaction, Dictionary<string, DbCommand> prepared, Func<bool, ValueTask> end) : IAsyncDisposable
{
    bool succeeded;

    public async Task Commit(CancellationToken cancellation = default)
    {
        await transaction.CommitAsync(cancellation);
        succeeded = true;
    }

    public Task<int> Execute(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        Command(sql, parameters).ExecuteNonQueryAsync();

    public Task<DbDataReader> Query(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        Command(sql, parameters).ExecuteReaderAsync();

    // A statement always comes with the same parameters in the same order.
    DbCommand Command(string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared.Add(sql, command = connection.CreateCommand());
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }
        }
        command.Transaction = transaction;
        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value;
        return command;
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
