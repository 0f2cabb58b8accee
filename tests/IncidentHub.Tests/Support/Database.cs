using System.Data.Common;
using IncidentHub.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IncidentHub.Tests.Support;

/// <summary>
/// A database as the product's own migration makes it, with an account for everybody in <see cref="People"/>: empty of incidents, nobody
/// else's, of either kind. Each is a copy of one that was migrated once.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    readonly List<Node> nodes = [];

    /// <summary>As the running product is configured.</summary>
    public abstract StorageOptions Options { get; }

    public bool IsSqlite => Options.Provider is DatabaseProvider.Sqlite;

    public static async Task<Database> OnSqlite() => await SqliteDatabase.Create();

    /// <summary>As the product finds it at its first start: nobody has an account, and there is no agency.</summary>
    public static async Task<Database> Empty() => await SqliteDatabase.CreateEmpty();

    public static async Task<Database> OnPostgres(PostgresServer server) => await PostgresDatabase.Create(server);

    /// <summary>The product without its web, running on this database. Ends with it, if not before.</summary>
    /// <param name="more">Services that a test puts in place of the product's.</param>
    public Node Start(TimeProvider? time = null, Action<IServiceCollection>? more = null)
    {
        var node = new Node(Options, time ?? new Clock(), more);
        nodes.Add(node);
        return node;
    }

    /// <summary>Another database with the same content. Ends the nodes of this one.</summary>
    public async Task<Database> Copy()
    {
        await StopNodes();
        return await CopyStopped();
    }

    /// <summary>A connection to the log that nothing holds back: the owner's on PostgreSQL, and on SQLite one to a file without its triggers.</summary>
    public abstract Task<DbConnection> OpenAsOwner();

    /// <summary>A connection with the rights that the running product has.</summary>
    public abstract Task<DbConnection> OpenAsProduct();

    /// <summary>What autovacuum does a minute after so many rows came in; PostgreSQL plans badly until then.</summary>
    public async Task Analyze()
    {
        await using var connection = await OpenAsOwner();
        await connection.Execute("ANALYZE");
    }

    public virtual ValueTask DisposeAsync() => new(StopNodes());

    protected abstract Task<Database> CopyStopped();

    protected static async Task Prepare(StorageOptions options)
    {
        await new SchemaMigrator(options).Migrate();
        await using var node = new Node(options, TimeProvider.System);
        await using var context = await node.Services.GetRequiredService<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        context.Agencies.AddRange(People.All.DistinctBy(a => a.Agency).Select((a, i) => new AgencyRow { Code = a.Agency.Code, Mark = a.Agency.Code[..2], Name = a.AgencyName, Position = i }));
        context.Users.AddRange(People.All.Select(AccountOf));
        await context.SaveChangesAsync();
    }

    /// <summary>Everybody's.</summary>
    public const string Password = "kata sandi untuk uji";

    public static string EmailOf(IncidentHub.Domain.Actor actor) => $"{actor.Person}@test.invalid";

    static readonly string passwordHash = new Microsoft.AspNetCore.Identity.PasswordHasher<Account>().HashPassword(null!, Password);

    static Account AccountOf(IncidentHub.Domain.Actor actor) => new()
    {
        Id = actor.Person.Value,
        Name = actor.Name,
        Role = actor.Role,
        Agency = actor.Agency.Code,
        UserName = EmailOf(actor),
        NormalizedUserName = EmailOf(actor).ToUpperInvariant(),
        Email = EmailOf(actor),
        NormalizedEmail = EmailOf(actor).ToUpperInvariant(),
        PasswordHash = passwordHash,
        SecurityStamp = actor.Person.ToString(),
        LockoutEnabled = true,
    };

    async Task StopNodes()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        nodes.Clear();
    }

    sealed class SqliteDatabase(StorageOptions options) : Database
    {
        static readonly Lazy<Task<StorageOptions>> migrated = new(async () =>
        {
            var options = In(Directory.CreateTempSubdirectory("incidenthub-template-").FullName);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(options.Folder, recursive: true);
            await Prepare(options);
            return options;
        });

        public override StorageOptions Options => options;

        public static async Task<SqliteDatabase> Create() => Copy(await migrated.Value);

        public static async Task<SqliteDatabase> CreateEmpty()
        {
            var options = In(Directory.CreateTempSubdirectory("incidenthub-test-").FullName);
            await new SchemaMigrator(options).Migrate();
            return new SqliteDatabase(options);
        }

        public override async Task<DbConnection> OpenAsOwner()
        {
            var connection = await OpenAsProduct();
            foreach (var trigger in await connection.Rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
                await connection.Execute($"DROP TRIGGER {trigger}");
            return connection;
        }

        public override async Task<DbConnection> OpenAsProduct()
        {
            var connection = new SqliteConnection($"Data Source={options.LogFile};Pooling=False");
            await connection.OpenAsync();
            return connection;
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            try
            {
                Directory.Delete(options.Folder, recursive: true);
            }
            catch (IOException)
            {
                // A page that goes may still be closing its connection: the folder then goes with the process.
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(options.Folder, recursive: true);
            }
        }

        protected override async Task<Database> CopyStopped() => Copy(options);

        static SqliteDatabase Copy(StorageOptions from)
        {
            var to = In(Directory.CreateTempSubdirectory("incidenthub-test-").FullName);
            foreach (var file in Directory.GetFiles(from.Folder))
                File.Copy(file, Path.Combine(to.Folder, Path.GetFileName(file)));
            return new SqliteDatabase(to);
        }

        static StorageOptions In(string folder) => new() { Provider = DatabaseProvider.Sqlite, Folder = folder };
    }

    sealed class PostgresDatabase(PostgresServer server, string connection) : Database
    {
        public override StorageOptions Options { get; } = Of(connection);

        public static async Task<PostgresDatabase> Create(PostgresServer server) => new(server, await server.CreatePrepared(template => Prepare(Of(template))));

        public override Task<DbConnection> OpenAsOwner() => Open(connection);

        public override Task<DbConnection> OpenAsProduct() => Open(PostgresServer.AsApp(connection));

        protected override async Task<Database> CopyStopped() => new PostgresDatabase(server, await server.CreateDatabase(copyOf: connection));

        static async Task<DbConnection> Open(string connection)
        {
            var opened = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
            await opened.OpenAsync();
            return opened;
        }

        static StorageOptions Of(string owner) => new()
        {
            Provider = DatabaseProvider.Postgres,
            Folder = "",
            Connection = PostgresServer.AsApp(owner),
            MigrationConnection = owner,
        };
    }
}

/// <summary>Plain SQL, for looking past the product.</summary>
public static class PlainSql
{
    public static async Task<int> Execute(this DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every row, its values as text; bytes in hexadecimal.</summary>
    public static async Task<IReadOnlyList<string>> Rows(this DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
