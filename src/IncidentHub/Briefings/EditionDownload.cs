using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Ui;

namespace IncidentHub.Briefings;

/// <summary>An edition as a PDF, for those who may open its page. What isn't there, and what the asker may not see, gives the same answer.</summary>
public static class EditionDownload
{
    public static string OfTeam(string incident, string edition) => $"/insiden/{incident}/paparan/{edition}.pdf";
    public static string OfCommission(string incident, string edition) => $"/komisi/{incident}/{edition}.pdf";

    public static void MapBriefings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/insiden/{incident}/paparan/{edition}.pdf", async (string incident, string edition, HttpContext http, RoomDirectory rooms, Sights sights, EditionPdf pdf, StorageOptions storage, ILogger<EditionPdf> logger) =>
        {
            if (http.User.Actor() is not { } actor)
                return Results.NotFound();
            using var subscription = await rooms.Join(new Reference(incident), actor, _ => { }, http.RequestAborted);
            if (subscription?.View is not { } view || view.Objects.Editions.FirstOrDefault(e => e.IsFrozen && e.Name == edition) is not { } found)
                return Results.NotFound();
            await sights.Note(actor, view.Incident.Id, http.Request.Path.Value!.TrimStart('/'));
            return await File(found.Name, found.Document!, found.Sha256!, pdf, storage.IsDemo, logger, http.RequestAborted);
        }).RequireAuthorization();
        routes.MapGet("/komisi/{incident}/{edition}.pdf", async (string incident, string edition, HttpContext http, Commission commission, EditionPdf pdf, StorageOptions storage, ILogger<EditionPdf> logger) =>
        {
            if (http.User.Actor() is not { Role: Role.CommissionObserver } actor)
                return Results.NotFound();
            using var subscription = await commission.Join(actor, () => { });
            return subscription.Incident(new Reference(incident))?.Editions.FirstOrDefault(e => e.Name == edition) is { } found
                ? await File(found.Name, found.Document, found.Sha256, pdf, storage.IsDemo, logger, http.RequestAborted)
                : Results.NotFound();
        }).RequireAuthorization();
    }

    static async Task<IResult> File(string name, string document, string hash, EditionPdf pdf, bool isDemo, ILogger logger, CancellationToken cancellation)
    {
        if (!pdf.IsAvailable)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        try
        {
            return Results.File(await pdf.Render(EditionDocument.Parse(document), hash, isDemo, cancel: cancellation), "application/pdf", $"paparan-{name}.pdf");
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException)
        {
            logger.LogWarning("Edition {Edition} could not be made into a PDF: {Reason}", name, error.Message);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
