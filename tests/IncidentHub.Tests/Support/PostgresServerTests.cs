using IncidentHub.Tests.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace IncidentHub.Tests.Support;

public class PostgresServerTests(PostgresServer postgres)
{
    [Fact]
    public async Task Answers_in_a_new_database_of_the_owner()
    {
        await using var source = NpgsqlDataSource.Create(await postgres.CreateDatabase());
        await using var select = source.CreateCommand("select 1");
        (await select.ExecuteScalarAsync()).ShouldBe(1);

        await using var create = source.CreateCommand("create table entry (number bigint)");
        await create.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task The_apps_role_may_log_in_and_do_nothing_that_it_was_not_granted()
    {
        await using var source = NpgsqlDataSource.Create(PostgresServer.AsApp(await postgres.CreateDatabase()));
        await using var select = source.CreateCommand("select current_user::text");
        (await select.ExecuteScalarAsync()).ShouldBe(PostgresServer.AppRole);

        await using var create = source.CreateCommand("create table entry (number bigint)");
        (await create.ExecuteNonQueryAsync().ShouldThrowAsync<PostgresException>()).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
