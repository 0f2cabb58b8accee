using IncidentHub.Log;
using IncidentHub.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IncidentHub.Operation;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: both databases can be read. Neither says anything about content.</summary>
public static class Health
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    sealed class DatabaseCheck(LogDatabase log, IDbContextFactory<AppDataContext> app) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var logContext = log.Read();
                await logContext.Heads.AnyAsync(cancellationToken);
                await using var appContext = await app.CreateDbContextAsync(cancellationToken);
                await appContext.Agencies.AnyAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception error) when (StorageFaults.Of(error) is { } fault)
            {
                return HealthCheckResult.Unhealthy(fault.ToString());
            }
        }
    }
}
