using IncidentHub.Access;
using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Notifications.Channels;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.Storage;

public sealed class RightsOnSqlite() : RightsTests(Database.OnSqlite)
{
    [Theory]
    [InlineData("UPDATE entry SET recorded_at = 0")]
    [InlineData("DELETE FROM entry")]
    [InlineData("UPDATE entry_body SET body = x'00'")]
    [InlineData("DELETE FROM entry_body")]
    [InlineData("INSERT OR REPLACE INTO entry SELECT * FROM entry")]
    [InlineData("INSERT OR REPLACE INTO entry_body SELECT * FROM entry_body")]
    public async Task The_file_itself_refuses_to_change_an_entry(string statement)
    {
        await Node.Open();
        await using var connection = await Database.OpenAsProduct();
        var refused = await connection.Execute(statement).ShouldThrowAsync<SqliteException>();
        refused.Message.ShouldContain("append-only");
    }

    [Theory]
    [InlineData("UPDATE admin_action SET at = 0")]
    [InlineData("DELETE FROM admin_action")]
    [InlineData("INSERT OR REPLACE INTO admin_action SELECT * FROM admin_action")]
    public async Task Nor_to_forget_what_an_administrator_did(string statement)
    {
        (await Node.Get<AdminDesk>().Submit(new LockAccount(People.Auditor.Person.Value, IsLocked: true), People.Administrator)).ShouldBeOfType<AdminOutcome.Done>();
        await using var connection = new SqliteConnection($"Data Source={Database.Options.AppFile};Pooling=False");
        await connection.OpenAsync();
        (await connection.Execute(statement).ShouldThrowAsync<SqliteException>()).Message.ShouldContain("append-only");
    }

    [Theory]
    [InlineData("UPDATE acknowledgement SET at = 0")]
    [InlineData("DELETE FROM acknowledgement")]
    [InlineData("INSERT OR REPLACE INTO acknowledgement SELECT * FROM acknowledgement")]
    public async Task Nor_who_had_seen_what(string statement)
    {
        await Node.Get<Acknowledgements>().Acknowledge(People.Coordinator.Person, [new NotificationKey(new IncidentId(Guid.NewGuid()), "satu")]);
        await using var connection = new SqliteConnection($"Data Source={Database.Options.AppFile};Pooling=False");
        await connection.OpenAsync();
        (await connection.Execute(statement).ShouldThrowAsync<SqliteException>()).Message.ShouldContain("append-only");
    }

    [Theory]
    [InlineData("UPDATE channel_action SET at = 0")]
    [InlineData("DELETE FROM channel_action")]
    [InlineData("INSERT OR REPLACE INTO channel_action SELECT * FROM channel_action")]
    public async Task Nor_who_pointed_an_agencys_notifications_where(string statement)
    {
        (await Node.Get<ChannelDesk>().Submit(new AddWebhook("Sistem", "https://hooks.example/", "https://hub.example/"), People.Coordinator)).ShouldBeOfType<ChannelOutcome.Done>();
        await using var connection = new SqliteConnection($"Data Source={Database.Options.AppFile};Pooling=False");
        await connection.OpenAsync();
        (await connection.Execute(statement).ShouldThrowAsync<SqliteException>()).Message.ShouldContain("append-only");
    }
}

public sealed class RightsOnPostgres(PostgresServer server) : RightsTests(() => Database.OnPostgres(server))
{
    public static TheoryData<string> WhatTheProductNeverDoes =>
    [
        .. from table in new[] { "entry", "entry_body" }
           from statement in new[] { "UPDATE {0} SET number = number", "DELETE FROM {0}", "TRUNCATE {0}", "ALTER TABLE {0} ADD COLUMN x int", "DROP TABLE {0}" }
           select string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, table),
        "UPDATE command SET number = 0", "DELETE FROM command", "TRUNCATE command",
        "DELETE FROM incident", "TRUNCATE incident", "TRUNCATE timeline",
        "INSERT INTO log_migration VALUES ('x', 'x')", "UPDATE log_migration SET \"MigrationId\" = 'x'", "DELETE FROM log_migration",
        "INSERT INTO app_migration VALUES ('x', 'x')", "DELETE FROM app_migration",
        "UPDATE admin_action SET at = 0", "DELETE FROM admin_action", "TRUNCATE admin_action",
        "UPDATE acknowledgement SET at = 0", "DELETE FROM acknowledgement", "TRUNCATE acknowledgement",
        "UPDATE channel_action SET at = 0", "DELETE FROM channel_action", "TRUNCATE channel_action",
        "CREATE TABLE mine (id int)", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "DROP INDEX ix_incident_reference",
        "CREATE RULE r AS ON INSERT TO entry DO INSTEAD NOTHING", "CREATE SCHEMA mine",
    ];

    [Theory, MemberData(nameof(WhatTheProductNeverDoes))]
    public async Task The_products_role_may_not(string statement)
    {
        await Node.Open();
        await using var connection = await Database.OpenAsProduct();
        var refused = await connection.Execute(statement).ShouldThrowAsync<PostgresException>();
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}

public abstract class RightsTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    [Fact]
    public async Task The_product_can_do_all_that_it_does()
    {
        var incident = await Node.Open();
        var bssn = People.LiaisonOf("BSSN");
        var written = await Node.Accept(incident, bssn, ACommand.Write());
        await Node.Accept(incident, bssn, ACommand.Correct(written));
        await Node.Accept(incident, People.Coordinator, ACommand.Remove(People.LiaisonOf("BIN")));
        (await Node.Index.Before(incident, new Viewpoint(Role.Auditor, default, default), new EntryFilter([], null, ["pemeriksaan"]), long.MaxValue, 10)).Count.ShouldBe(1);
        (await Node.Log.RebuildIndex()).ShouldBe(4);
        (await Node.Verifier.Verify()).Faults.ShouldBeEmpty();

        var drafts = Node.Get<Drafts>();
        await drafts.Save(bssn.Person, incident, "composer", "satu");
        await drafts.Save(bssn.Person, incident, "composer", "dua");
        (await drafts.Load<string>(bssn.Person, incident, "composer")).ShouldBe("dua");
        await drafts.Discard(bssn.Person, incident, "composer");
        (await drafts.Load<string>(bssn.Person, incident, "composer")).ShouldBeNull();

        var sessions = Node.Get<Sessions>();
        var session = await sessions.Start(bssn.Person);
        (await sessions.IsAlive(session)).ShouldBeTrue();
        await using (var scope = Node.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
            var (password, errors) = await accounts.Open("baru@test.invalid", "Narahubung baru", Role.Liaison, "KPU");
            errors.ShouldBeEmpty();
            password.ShouldNotBeNullOrEmpty();
        }
        await Node.Disable(bssn);
        (await sessions.IsAlive(session)).ShouldBeFalse();

        await Node.Get<Sights>().Note(People.Auditor, incident, "insiden");
        await using var context = await Node.Get<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        (await context.Sights.SingleAsync()).What.ShouldBe("insiden");
        new DatabaseKeyRing(Node.Get<IDbContextFactory<AppDataContext>>()).StoreElement(new System.Xml.Linq.XElement("key"), "kunci");
        new DatabaseKeyRing(Node.Get<IDbContextFactory<AppDataContext>>()).GetAllElements().ShouldHaveSingleItem().Name.LocalName.ShouldBe("key");
    }
}
