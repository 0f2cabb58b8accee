using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentHub.Storage.Migrations;

[DbContext(typeof(SqliteAppDataContext)), Migration("0005_app")]
public sealed class SqliteAppChannels() : ScriptMigration("0005_app.sqlite.sql");

[DbContext(typeof(PostgresAppDataContext)), Migration("0005_app")]
public sealed class PostgresAppChannels() : ScriptMigration("0005_app.postgres.sql");
