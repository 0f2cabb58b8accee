namespace IncidentHub.Briefings;

public static class BriefingsSetup
{
    /// <summary>What turns an edition into a page and a file.</summary>
    public static IServiceCollection AddBriefings(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(_ => PdfPrinter.From(configuration)).AddSingleton<SheetStyles>().AddSingleton<EditionPdf>();
}
