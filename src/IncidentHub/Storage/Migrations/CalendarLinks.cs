using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentHub.Storage.Migrations;

[DbContext(typeof(SqliteAppDataContext)), Migration("0003_app")]
public sealed class SqliteAppCalendarLinks() : ScriptMigration("0003_app.sqlite.sql");

[DbContext(typeof(PostgresAppDataContext)), Migration("0003_app")]
public sealed class PostgresAppCalendarLinks() : ScriptMigration("0003_app.postgres.sql");
