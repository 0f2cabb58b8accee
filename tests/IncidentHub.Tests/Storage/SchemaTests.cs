using System.Data.Common;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IncidentHub.Tests.Storage;

/// <summary>The migrations are written by hand: nothing but this notices when a model and its schema part.</summary>
public class SchemaTests(PostgresServer server)
{
    /// <summary>What the migrations make beyond EF Core's model.</summary>
    static readonly string[] extras = ["timeline_text", "migration", "log_migration", "app_migration", "__EFMigrationsLock"];

    const string SqliteColumns = """
        SELECT m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
        """;
    const string SqliteIndexes = """
        SELECT m.name, i.name, i."unique", i.origin, i.partial, c.seqno, c.name FROM sqlite_master m JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c WHERE m.type = 'table'
        """;
    const string SqliteReferences = """
        SELECT m.name, f.seq, f."table", f."from", f."to", f.on_update, f.on_delete FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;
    const string PostgresColumns = """
        SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default, is_identity, identity_generation
        FROM information_schema.columns WHERE table_schema = 'public'
        """;
    const string PostgresIndexes = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'";
    const string PostgresConstraints = """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        """;

    [Fact]
    public async Task On_SQLite_the_schema_of_the_log_is_the_models()
    {
        await using var database = await Database.OnSqlite();
        await using var context = new SqliteLogContext(new DbContextOptionsBuilder<SqliteLogContext>().UseSqlite($"Data Source={database.Options.Folder}/model.db;Pooling=False").Options);
        await ShouldBeTheModels(database.Options.LogFile, context);
    }

    [Fact]
    public async Task On_SQLite_the_schema_of_the_apps_data_is_the_models()
    {
        await using var database = await Database.OnSqlite();
        await using var context = new SqliteAppDataContext(new DbContextOptionsBuilder<SqliteAppDataContext>().UseSqlite($"Data Source={database.Options.Folder}/model.db;Pooling=False").Options);
        await ShouldBeTheModels(database.Options.AppFile, context);
    }

    [Fact]
    public async Task On_PostgreSQL_the_schema_is_that_of_both_models()
    {
        await using var database = await Database.OnPostgres(server);
        await using var migrated = await database.OpenAsOwner();
        await using var made = new NpgsqlConnection(await server.CreateDatabase());
        await made.OpenAsync();
        await using (var log = new PostgresLogContext(new DbContextOptionsBuilder<PostgresLogContext>().UseNpgsql().Options))
            await made.Execute(log.Database.GenerateCreateScript());
        await using (var app = new PostgresAppDataContext(new DbContextOptionsBuilder<PostgresAppDataContext>().UseNpgsql().Options))
            await made.Execute(app.Database.GenerateCreateScript());
        string[] queries = [PostgresColumns, PostgresIndexes, PostgresConstraints];
        (await Schema(migrated, queries)).ShouldBe(await Schema(made, queries));
    }

    static async Task ShouldBeTheModels(string file, DbContext context)
    {
        await context.Database.EnsureCreatedAsync();
        await using var made = context.Database.GetDbConnection();
        await made.OpenAsync();
        await using var migrated = new SqliteConnection($"Data Source={file};Pooling=False");
        await migrated.OpenAsync();
        string[] queries = [SqliteColumns, SqliteIndexes, SqliteReferences];
        (await Schema(migrated, queries)).ShouldBe(await Schema(made, queries));
    }

    static async Task<IReadOnlyList<string>> Schema(DbConnection connection, string[] queries)
    {
        var lines = new List<string>();
        foreach (var query in queries)
        {
            var rows = (await connection.Rows(query)).Where(row => !extras.Any(row.StartsWith)).Order(StringComparer.Ordinal).ToList();
            rows.Count.ShouldBeGreaterThanOrEqualTo(query == SqliteReferences ? 0 : 5);
            lines.AddRange(rows);
        }
        return lines;
    }
}
