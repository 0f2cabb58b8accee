using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentHub.Storage.Migrations;

[DbContext(typeof(SqliteAppDataContext)), Migration("0004_app")]
public sealed class SqliteAppAcknowledgements() : ScriptMigration("0004_app.sqlite.sql");

[DbContext(typeof(PostgresAppDataContext)), Migration("0004_app")]
public sealed class PostgresAppAcknowledgements() : ScriptMigration("0004_app.postgres.sql");
