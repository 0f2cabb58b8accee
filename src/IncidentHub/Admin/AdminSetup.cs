namespace IncidentHub.Admin;

public static class AdminSetup
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) =>
        services.AddSingleton<AdminDesk>().AddSingleton<AgencyDirectory>().AddSingleton<AccountDirectory>().AddSingleton<AdminTrace>();
}
