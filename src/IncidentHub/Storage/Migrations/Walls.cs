using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentHub.Storage.Migrations;

[DbContext(typeof(SqliteAppDataContext)), Migration("0006_app")]
public sealed class SqliteAppWalls() : ScriptMigration("0006_app.sqlite.sql");

[DbContext(typeof(PostgresAppDataContext)), Migration("0006_app")]
public sealed class PostgresAppWalls() : ScriptMigration("0006_app.postgres.sql");
