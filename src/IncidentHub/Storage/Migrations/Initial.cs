using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentHub.Storage.Migrations;

[DbContext(typeof(SqliteLogContext)), Migration("0001_log")]
public sealed class SqliteLogInitial() : ScriptMigration("0001_log.sqlite.sql");

[DbContext(typeof(PostgresLogContext)), Migration("0001_log")]
public sealed class PostgresLogInitial() : ScriptMigration("0001_log.postgres.sql");

[DbContext(typeof(SqliteAppDataContext)), Migration("0001_app")]
public sealed class SqliteAppInitial() : ScriptMigration("0001_app.sqlite.sql");

[DbContext(typeof(PostgresAppDataContext)), Migration("0001_app")]
public sealed class PostgresAppInitial() : ScriptMigration("0001_app.postgres.sql");
