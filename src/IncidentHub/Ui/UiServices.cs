using Radzen;

namespace IncidentHub.Ui;

public static class UiServices
{
    /// <summary>What the visual parts need: words in two languages and the component library's services.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddLocalization(o => o.ResourcesPath = "Resources");
        services.AddSingleton<Words>();
        services.AddRadzenComponents();
        return services;
    }
}
