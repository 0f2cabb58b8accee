using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace IncidentHub.Storage;

/// <summary>
/// Brings the schema to the program's version: at start on SQLite, by <c>-- migrate</c> on PostgreSQL, where the running product lacks the
/// rights. Refuses a database that is newer than the program.
/// </summary>
public sealed class SchemaMigrator(StorageOptions options)
{
    static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(2);

    /// <exception cref="StartupRefusedException">The schema is not the program's, and can't be made so here.</exception>
    public async Task Prepare(CancellationToken cancellation = default)
    {
        if (options.Provider is DatabaseProvider.Sqlite)
        {
            SqliteFiles.RequireLibrary();
            Directory.CreateDirectory(options.Folder);
            await Migrate(cancellation);
            return;
        }
        await RequireCurrent(cancellation);
    }

    /// <summary>Changes nothing.</summary>
    /// <exception cref="StartupRefusedException">The schema is not the program's.</exception>
    public async Task RequireCurrent(CancellationToken cancellation = default)
    {
        // Opening it would make an empty one.
        if (options.Provider is DatabaseProvider.Sqlite && !File.Exists(options.LogFile))
            throw new StartupRefusedException($"There is no database at {options.LogFile}.");
        foreach (var context in options.Provider is DatabaseProvider.Sqlite ? SqliteContexts() : PostgresContexts(options.Connection!))
        {
            await using (context)
            {
                await RefuseNewer(context, cancellation);
                if ((await context.Database.GetPendingMigrationsAsync(cancellation)).Any())
                    throw new StartupRefusedException($"The database's schema is older than this program. Run once: IncidentHub -- migrate ({Place(context)})");
            }
        }
    }

    public async Task Migrate(CancellationToken cancellation = default)
    {
        foreach (var context in options.Provider is DatabaseProvider.Sqlite ? SqliteContexts() : PostgresContexts(options.MigrationConnection!))
        {
            await using (context)
            {
                await RefuseNewer(context, cancellation);
                await Migrate(context, cancellation);
            }
        }
        if (options.Provider is DatabaseProvider.Postgres)
            await GrantToProduct(cancellation);
        await Analyze(cancellation);
    }

    /// <summary>After many rows came in at once: PostgreSQL plans badly until it has looked at them, which by itself it does a minute later. Only tables of one's own.</summary>
    public async Task Analyze(CancellationToken cancellation = default)
    {
        if (options.Provider is not DatabaseProvider.Postgres)
            return;
        await using var source = NpgsqlDataSource.Create(options.MigrationConnection ?? options.Connection!);
        await using var command = source.CreateCommand("ANALYZE");
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static async Task RefuseNewer(DbContext context, CancellationToken cancellation)
    {
        IEnumerable<string> applied;
        try
        {
            applied = await context.Database.GetAppliedMigrationsAsync(cancellation);
        }
        catch (Exception e) when (StorageFaults.Of(e) is { } fault)
        {
            throw new StartupRefusedException($"The database can't be opened ({fault}): {e.Message} ({Place(context)})", e);
        }
        var unknown = applied.Except(context.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new StartupRefusedException(
                $"The database is newer than this program: it has {string.Join(", ", unknown)}, which this version doesn't know. Start the newer version. ({Place(context)})");
    }

    static async Task Migrate(DbContext context, CancellationToken cancellation)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(LongestMigration);
        try
        {
            await context.Database.MigrateAsync(bounded.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // EF Core waits without end for the lock that a killed migration left behind on SQLite.
            throw new StartupRefusedException($"The schema is locked by a migration that never ended. Make sure that none runs, then: DELETE FROM \"__EFMigrationsLock\". ({Place(context)})");
        }
        catch (Exception e) when (StorageFaults.Of(e) is { } fault)
        {
            throw new StartupRefusedException($"The database can't be prepared ({fault}): {e.Message} ({Place(context)})", e);
        }
    }

    IEnumerable<DbContext> SqliteContexts() =>
    [
        new SqliteLogContext(new DbContextOptionsBuilder<SqliteLogContext>()
            .UseSqlite(SqliteFiles.ReadConnection(options.LogFile), s => s.MigrationsHistoryTable("migration")).Options),
        new SqliteAppDataContext(new DbContextOptionsBuilder<SqliteAppDataContext>()
            .UseSqlite(SqliteFiles.ReadConnection(options.AppFile), s => s.MigrationsHistoryTable("migration")).Options),
    ];

    static IEnumerable<DbContext> PostgresContexts(string connection) =>
    [
        new PostgresLogContext(new DbContextOptionsBuilder<PostgresLogContext>().UseNpgsql(connection, p => p.MigrationsHistoryTable("log_migration")).Options),
        new PostgresAppDataContext(new DbContextOptionsBuilder<PostgresAppDataContext>().UseNpgsql(connection, p => p.MigrationsHistoryTable("app_migration")).Options),
    ];

    /// <summary>The product appends to the log and reads it; it can neither change nor delete an entry, nor the schema.</summary>
    async Task GrantToProduct(CancellationToken cancellation)
    {
        var product = new NpgsqlConnectionStringBuilder(options.Connection!).Username;
        var owner = new NpgsqlConnectionStringBuilder(options.MigrationConnection!).Username;
        if (product is null || product == owner)
            return;
        var role = $"\"{product.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        await using var source = NpgsqlDataSource.Create(options.MigrationConnection!);
        await using var command = source.CreateCommand($"""
            GRANT USAGE ON SCHEMA public TO {role};
            GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {role};
            GRANT UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
            REVOKE UPDATE, DELETE, TRUNCATE ON entry, entry_body, command, admin_action, acknowledgement, channel_action, log_migration, app_migration FROM {role};
            REVOKE INSERT ON log_migration, app_migration FROM {role};
            REVOKE DELETE, TRUNCATE ON incident FROM {role};
            """);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static string Place(DbContext context) => context.Database.GetDbConnection().DataSource;
}

/// <summary>A migration whose SQL is a file of its own beside it, embedded.</summary>
public abstract class ScriptMigration(string script) : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        using var stream = typeof(ScriptMigration).Assembly.GetManifestResourceStream($"IncidentHub.Storage.Migrations.{script}")
            ?? throw new InvalidOperationException($"No embedded script {script}.");
        using var reader = new StreamReader(stream);
        migrationBuilder.Sql(reader.ReadToEnd());
    }
}
