using IncidentHub.Storage; using Microsoft.EntityFrameworkCore;
var d = "/work/main/src/IncidentHub/Storage/Migrations/";
File.WriteAllText(d+"0001_log.sqlite.sql", new SqliteLogContext(new DbContextOptionsBuilder<SqliteLogContext>().UseSqlite("x").Options).Database.GenerateCreateScript());
File.WriteAllText(d+"0001_app.sqlite.sql", new SqliteAppDataContext(new DbContextOptionsBuilder<SqliteAppDataContext>().UseSqlite("x").Options).Database.GenerateCreateScript());
File.WriteAllText(d+"0001_log.postgres.sql", new PostgresLogContext(new DbContextOptionsBuilder<PostgresLogContext>().UseNpgsql("x").Options).Database.GenerateCreateScript());
File.WriteAllText(d+"0001_app.postgres.sql", new PostgresAppDataContext(new DbContextOptionsBuilder<PostgresAppDataContext>().UseNpgsql("x").Options).Database.GenerateCreateScript());
public partial class Program;
