using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentHub.Storage.Migrations;

[DbContext(typeof(SqliteAppDataContext)), Migration("0002_app")]
public sealed class SqliteAppAdministration() : ScriptMigration("0002_app.sqlite.sql");

[DbContext(typeof(PostgresAppDataContext)), Migration("0002_app")]
public sealed class PostgresAppAdministration() : ScriptMigration("0002_app.postgres.sql");
