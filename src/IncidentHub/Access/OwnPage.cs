using Microsoft.AspNetCore.Antiforgery;

namespace IncidentHub.Access;

public static class OwnPage
{
    /// <summary>Takes forms of the product's own pages alone, by the token that they carry; any other is a bad request (400) and does nothing.</summary>
    public static RouteHandlerBuilder FromOwnPage(this RouteHandlerBuilder form) => form.AddEndpointFilter(async (context, next) =>
        await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext) ? await next(context) : Results.BadRequest());
}
