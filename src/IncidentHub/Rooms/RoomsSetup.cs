using IncidentHub.Storage;

namespace IncidentHub.Rooms;

public static class RoomsSetup
{
    public static IServiceCollection AddRooms(this IServiceCollection services, StorageOptions storage)
    {
        services.AddSingleton<RoomDirectory>().AddSingleton<Desk>().AddSingleton<TimelineReader>().AddSingleton<IncidentLists>().AddSingleton<Presence>()
            .AddSingleton<Commission>().AddSingleton<BriefingReader>().AddSingleton<ReportReader>().AddSingleton<PastReader>().AddSingleton<WallBoards>();
        services.AddHostedService<DeadlineWatch>();
        // SQLite has one process, which knows what it wrote.
        if (storage.Provider is DatabaseProvider.Postgres)
            services.AddHostedService<WakeUps>();
        return services;
    }
}
