using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Storage;

public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<SchemaMigrator>();
        if (options.Provider is DatabaseProvider.Sqlite)
        {
            services.AddDbContextFactory<SqliteLogContext>(o => o.UseSqlite(SqliteFiles.ReadConnection(options.LogFile), s => s.MigrationsHistoryTable("migration")));
            services.AddDbContextFactory<SqliteAppDataContext>(o => o.UseSqlite(SqliteFiles.ReadConnection(options.AppFile), s => s.MigrationsHistoryTable("migration")));
            services.AddSingleton<LogDatabase, SqliteLogDatabase>();
            services.AddSingleton<IDbContextFactory<AppDataContext>, AppDataFactory<SqliteAppDataContext>>();
        }
        else
        {
            var source = PostgresLogDatabase.Source(options.Connection!);
            services.AddSingleton(source);
            services.AddDbContextFactory<PostgresLogContext>(o => o.UseNpgsql(source, p => p.MigrationsHistoryTable("log_migration")));
            services.AddDbContextFactory<PostgresAppDataContext>(o => o.UseNpgsql(source, p => p.MigrationsHistoryTable("app_migration")));
            services.AddSingleton<LogDatabase, PostgresLogDatabase>();
            services.AddSingleton<IDbContextFactory<AppDataContext>, AppDataFactory<PostgresAppDataContext>>();
        }
        // For ASP.NET Core Identity's stores; everything else takes one context per operation from the factory.
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<AppDataContext>>().CreateDbContext());
        return services;
    }

    sealed class AppDataFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<AppDataContext> where TContext : AppDataContext
    {
        public AppDataContext CreateDbContext() => contexts.CreateDbContext();
    }
}
