using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentHub.Storage.Migrations;

[DbContext(typeof(SqliteLogContext)), Migration("0002_log")]
public sealed class SqliteLogDeadlines() : ScriptMigration("0002_log.sqlite.sql");

[DbContext(typeof(PostgresLogContext)), Migration("0002_log")]
public sealed class PostgresLogDeadlines() : ScriptMigration("0002_log.postgres.sql");
