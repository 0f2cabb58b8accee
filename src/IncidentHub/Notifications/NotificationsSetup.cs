namespace IncidentHub.Notifications;

public static class NotificationsSetup
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(ReminderTimes.From(configuration)).AddSingleton<SharedNews>().AddSingleton<NotificationFeed>();
}
