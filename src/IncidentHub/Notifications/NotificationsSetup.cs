using IncidentHub.Notifications.Channels;

namespace IncidentHub.Notifications;

public static class NotificationsSetup
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ReminderTimes.From(configuration)).AddSingleton<SharedNews>().AddSingleton<NotificationFeed>();
        services.AddSingleton(new WebhookSender(ReachableNetworks.From(configuration))).AddSingleton(new MailSender(MailSettings.Read(configuration)));
        services.AddSingleton<WebhookSeal>().AddSingleton<ChannelDesk>().AddSingleton<ChannelDirectory>().AddSingleton<ChannelSender>().AddSingleton<Deliveries>().AddSingleton<Round>();
        return services.AddSingleton<Courier>().AddHostedService(s => s.GetRequiredService<Courier>());
    }
}
