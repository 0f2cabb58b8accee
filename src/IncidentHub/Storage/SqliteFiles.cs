using Microsoft.Data.Sqlite;

namespace IncidentHub.Storage;

/// <summary>How SQLite files are opened, and what is asked of the library.</summary>
public static class SqliteFiles
{
    /// <summary>FTS5 and RETURNING as we use them, and years of fixes; Debian 12 brings 3.40. The bundled 3.35.5 is refused.</summary>
    public static readonly Version MinimumVersion = new(3, 37, 0);
    /// <summary>How long a write waits for a lock that somebody else holds on the file.</summary>
    public const int BusySeconds = 5;

    public static string ReadConnection(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = BusySeconds }.ToString();

    /// <summary>WAL, so that readers and the writer don't wait for each other; FULL, so that a committed entry survives a power cut.</summary>
    public static SqliteConnection OpenWriter(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = BusySeconds }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <exception cref="StartupRefusedException">The SQLite library is older than <see cref="MinimumVersion"/>.</exception>
    public static void RequireLibrary()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        if (new Version(connection.ServerVersion) < MinimumVersion)
            throw new StartupRefusedException(
                $"SQLite {connection.ServerVersion} was loaded; {MinimumVersion} or later is needed. Install the system's library (Debian: apt-get install libsqlite3-0).");
    }
}
