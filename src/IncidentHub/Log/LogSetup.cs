namespace IncidentHub.Log;

public static class LogSetup
{
    public static IServiceCollection AddLog(this IServiceCollection services) =>
        services.AddSingleton<IncidentLog>().AddSingleton<LogIndex>().AddSingleton<LogVerifier>();
}
