using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IncidentHub.Tests.Storage;

public class SchemaMigratorTests(PostgresServer server)
{
    [Theory]
    [InlineData("log.db")]
    [InlineData("app.db")]
    public async Task A_SQLite_file_that_is_newer_than_the_program_is_refused(string file)
    {
        await using var database = await Database.OnSqlite();
        await using (var connection = new SqliteConnection($"Data Source={database.Options.Folder}/{file};Pooling=False"))
        {
            await connection.OpenAsync();
            await connection.Execute("INSERT INTO migration VALUES ('2031_later', '12.0')");
        }
        await ShouldRefuseNewer(new SchemaMigrator(database.Options).Prepare());
        await ShouldRefuseNewer(new SchemaMigrator(database.Options).Migrate());
        await ShouldRefuseNewer(new SchemaMigrator(database.Options).RequireCurrent());
    }

    [Theory]
    [InlineData("log_migration")]
    [InlineData("app_migration")]
    public async Task A_PostgreSQL_database_that_is_newer_than_the_program_is_refused(string table)
    {
        await using var database = await Database.OnPostgres(server);
        await using (var connection = await database.OpenAsOwner())
            await connection.Execute($"INSERT INTO {table} VALUES ('2031_later', '12.0')");
        await ShouldRefuseNewer(new SchemaMigrator(database.Options).Prepare());
        await ShouldRefuseNewer(new SchemaMigrator(database.Options).Migrate());
    }

    [Fact]
    public async Task A_PostgreSQL_database_without_the_schema_is_refused_with_the_cure()
    {
        var owner = await server.CreateDatabase();
        var options = new StorageOptions { Provider = DatabaseProvider.Postgres, Folder = "", Connection = PostgresServer.AsApp(owner), MigrationConnection = owner };
        (await Should.ThrowAsync<StartupRefusedException>(new SchemaMigrator(options).Prepare())).Message.ShouldContain("-- migrate");
        await new SchemaMigrator(options).Migrate();
        await new SchemaMigrator(options).Prepare();
    }

    [Fact]
    public async Task PostgreSQL_has_looked_at_what_was_migrated()
    {
        var owner = await server.CreateDatabase();
        await new SchemaMigrator(new StorageOptions { Provider = DatabaseProvider.Postgres, Folder = "", Connection = PostgresServer.AsApp(owner), MigrationConnection = owner }).Migrate();
        await using var source = NpgsqlDataSource.Create(owner);
        await using var neverAnalyzed = source.CreateCommand("SELECT count(*) FROM pg_class WHERE relname IN ('entry', 'entry_body', 'account') AND reltuples < 0");
        (await neverAnalyzed.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_refused()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(await server.CreateDatabase()) { Database = "nowhere" }.ConnectionString;
        var options = new StorageOptions { Provider = DatabaseProvider.Postgres, Folder = "", Connection = nowhere, MigrationConnection = nowhere };
        await Should.ThrowAsync<StartupRefusedException>(new SchemaMigrator(options).Prepare());
        await Should.ThrowAsync<StartupRefusedException>(new SchemaMigrator(options).Migrate());
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing_and_a_new_folder_is_made()
    {
        var folder = Directory.CreateTempSubdirectory("incidenthub-test-");
        try
        {
            var options = new StorageOptions { Provider = DatabaseProvider.Sqlite, Folder = Path.Combine(folder.FullName, "data") };
            await new SchemaMigrator(options).Prepare();
            await new SchemaMigrator(options).Prepare();
            await new SchemaMigrator(options).RequireCurrent();
            File.Exists(options.LogFile).ShouldBeTrue();
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    static async Task ShouldRefuseNewer(Task preparing) =>
        (await Should.ThrowAsync<StartupRefusedException>(preparing)).Message.ShouldSatisfyAllConditions(m => m.ShouldContain("newer"), m => m.ShouldContain("2031_later"));
}
