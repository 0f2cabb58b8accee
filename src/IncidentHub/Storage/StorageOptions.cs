namespace IncidentHub.Storage;

public enum DatabaseProvider { Sqlite, Postgres }

/// <summary>Where data lives: <c>Database:Provider</c>, <c>Data:Folder</c> (SQLite), <c>ConnectionStrings:IncidentHub</c> (PostgreSQL).</summary>
public sealed class StorageOptions
{
    public required DatabaseProvider Provider { get; init; }
    /// <summary>Full path of the folder with log.db and app.db.</summary>
    public required string Folder { get; init; }
    /// <summary>PostgreSQL, with the rights of the running product: no UPDATE or DELETE of entries.</summary>
    public string? Connection { get; init; }
    /// <summary>PostgreSQL, with the rights to change the schema; serves <c>-- migrate</c>. Null: <see cref="Connection"/>.</summary>
    public string? MigrationConnection { get; init; }
    public bool IsDemo { get; init; }

    public string LogFile => Path.Combine(Folder, "log.db");
    public string AppFile => Path.Combine(Folder, "app.db");

    /// <param name="contentRoot">Relative folders lie under it.</param>
    /// <param name="demoFolder">The demo's own folder within the data folder; null for real data.</param>
    /// <exception cref="StartupRefusedException">The configuration does not make sense; the message says what to set.</exception>
    public static StorageOptions From(IConfiguration configuration, string contentRoot, string? demoFolder)
    {
        var demo = demoFolder is not null;
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider))
            throw new StartupRefusedException($"Database:Provider is '{name}'; it must be Sqlite or Postgres.");

        var folder = Path.GetFullPath(configuration["Data:Folder"] ?? "data", contentRoot);
        var connection = configuration.GetConnectionString(demo ? "IncidentHubDemo" : "IncidentHub");
        if (provider is DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(connection))
            throw new StartupRefusedException(demo
                ? "The demo needs a PostgreSQL database of its own: set ConnectionStrings:IncidentHubDemo, or start without --demo."
                : "Database:Provider is Postgres, but ConnectionStrings:IncidentHub is not set.");
        return new StorageOptions
        {
            Provider = provider,
            Folder = Path.Combine(folder, demoFolder ?? ""),
            Connection = connection,
            MigrationConnection = configuration.GetConnectionString(demo ? "IncidentHubDemo" : "IncidentHubMigration") ?? connection,
            IsDemo = demo,
        };
    }
}

/// <summary>The product can't start, and the message says why and what to do. Shown without a stack trace.</summary>
public sealed class StartupRefusedException(string message, Exception? inner = null) : Exception(message, inner);
