namespace IncidentHub.Reports;

public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services, IConfiguration configuration) => services.AddSingleton(Shifts.From(configuration));
}
