using System.Net;
using IncidentHub.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Access;

/// <summary>One way in which the running product can be asked for something. Each route is one for each method that it takes; one that says nothing takes a look and a form.</summary>
public sealed record Address(HttpMethod Method, string Route, bool IsOpen, bool IsAsset)
{
    static readonly string[] unsaid = ["GET", "POST"];

    public static IReadOnlyList<Address> Of(Product product) =>
    [
        .. product.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().SelectMany(e =>
            (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : unsaid).Select(m =>
                new Address(new HttpMethod(m), RouteOf(e), e.Metadata.GetMetadata<IAllowAnonymous>() is not null, IsAssetOf(e)))).Distinct().OrderBy(a => a.ToString(), StringComparer.Ordinal),
    ];

    public override string ToString() => $"{Method} {Route}";

    public static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    /// <summary>Files of wwwroot and Blazor's script.</summary>
    public static bool IsAssetOf(RouteEndpoint endpoint) => endpoint.Metadata.Any(m => m.GetType().FullName!.StartsWith("Microsoft.AspNetCore.StaticAssets.", StringComparison.Ordinal));
}
