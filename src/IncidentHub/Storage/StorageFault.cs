using Microsoft.Data.Sqlite;
using Npgsql;

namespace IncidentHub.Storage;

/// <summary>What keeps us from reading or writing, as far as a person can do something about it.</summary>
public enum StorageFault { Locked, Full, Broken, ReadOnly, Unreachable }

public static class StorageFaults
{
    /// <summary>A row with that key is there already.</summary>
    public static bool IsTaken(Exception error) => error
        is SqliteException { SqliteErrorCode: 19 } // SQLITE_CONSTRAINT
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Null when the exception is not the storage's but a bug.</summary>
    public static StorageFault? Of(Exception? error) => error switch
    {
        SqliteException e => e.SqliteErrorCode switch
        {
            5 or 6 => StorageFault.Locked,     // SQLITE_BUSY, SQLITE_LOCKED
            8 => StorageFault.ReadOnly,        // SQLITE_READONLY
            10 or 11 or 26 => StorageFault.Broken, // SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB
            13 => StorageFault.Full,           // SQLITE_FULL
            14 => StorageFault.Unreachable,    // SQLITE_CANTOPEN
            _ => null,
        },
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.QueryCanceled } => StorageFault.Locked,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory } => StorageFault.Full,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege } => StorageFault.ReadOnly,
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted or PostgresErrorCodes.IoError } => StorageFault.Broken,
        PostgresException { IsTransient: true } => StorageFault.Unreachable,
        PostgresException { SqlState: ['5', '7', ..] or ['0', '8', ..] } => StorageFault.Unreachable, // operator intervention, connection
        PostgresException => null,
        NpgsqlException or TimeoutException => StorageFault.Unreachable,
        { InnerException: { } inner } => Of(inner),
        _ => null,
    };
}
