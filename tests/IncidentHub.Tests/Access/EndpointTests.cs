using System.Net;
using IncidentHub.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncidentHub.Tests.Access;

public class EndpointTests(Product product) : IClassFixture<Product>
{
    /// <summary>Open to whoever comes. Everything else needs a session; a new one is put here on purpose or not at all.</summary>
    static readonly string[] open =
    [
        "/masuk", "/galat", "/tidak-ditemukan", "/bahasa", "/health/live", "/health/ready",
        // The token is the key: DeadlineCalendarTests.
        "/tenggat/{token}.ics",
        // A screen that nobody paired gets a code and nothing else: WallStreamTests.
        "/papan", "/papan/arus",
    ];

    IReadOnlyList<RouteEndpoint> Endpoints => [.. product.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    [Fact]
    public void Each_is_open_on_purpose_or_needs_a_session()
    {
        Endpoints.ShouldNotBeEmpty();
        var fallback = product.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy;
        fallback.ShouldNotBeNull().Requirements.ShouldNotBeEmpty();
        var anonymous = Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && !Address.IsAssetOf(e)).Select(Address.RouteOf).Distinct();
        anonymous.ShouldBe(open, ignoreOrder: true);
    }

    [Fact]
    public void Pages_say_so_themselves_too()
    {
        var pages = Endpoints.Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null).ToList();
        pages.Select(Address.RouteOf).ShouldContain("/insiden/{IncidentRef}");
        pages.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null).Select(Address.RouteOf).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/insiden")]
    [InlineData("/insiden/baru")]
    [InlineData("/insiden/INS-00000000")]
    [InlineData("/insiden/INS-00000000/entri/E-00000000")]
    [InlineData("/insiden/INS-00000000/saat")]
    [InlineData("/admin/instansi")]
    [InlineData("/admin/akun")]
    [InlineData("/pengaturan")]
    [InlineData("/tenggat")]
    [InlineData("/pemberitahuan")]
    [InlineData("/saluran")]
    [InlineData("/papan-status")]
    [InlineData("/komisi")]
    [InlineData("/komisi/INS-00000000")]
    [InlineData("/komisi/INS-00000000/R-01")]
    [InlineData("/komisi/INS-00000000/R-01.pdf")]
    [InlineData("/insiden/INS-00000000/paparan")]
    [InlineData("/insiden/INS-00000000/paparan/R-01")]
    [InlineData("/insiden/INS-00000000/paparan/R-01.pdf")]
    [InlineData("/insiden/INS-00000000/paparan/draf")]
    [InlineData("/insiden/INS-00000000/paparan/draf/R-00000")]
    [InlineData("/_blazor/initializers")]
    [InlineData("/tidak-ada-sama-sekali")]
    public async Task Without_a_session_one_is_led_to_the_sign_in(string path)
    {
        using var browser = product.Browser();
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.AbsolutePath.ShouldBe("/masuk");
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/_blazor")]
    [InlineData("/keluar")]
    [InlineData("/demo/masuk")]
    public async Task Nor_does_anything_answer_that_is_sent_without_one(string path)
    {
        using var browser = product.Browser();
        using var answer = await browser.PostAsync(path, null);
        answer.IsSuccessStatusCode.ShouldBeFalse();
        answer.Headers.Location!.AbsolutePath.ShouldBe("/masuk");
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task With_one_a_circuit_may_begin()
    {
        using var browser = await product.SignedIn(People.Coordinator);
        using var answer = await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("connectionToken");
    }

    [Fact]
    public async Task Signing_out_needs_its_forms_token()
    {
        using var browser = await product.SignedIn(People.Coordinator);
        (await browser.PostAsync("/keluar", null)).IsSuccessStatusCode.ShouldBeFalse();
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_demos_way_in_exists_in_a_demo_only()
    {
        Endpoints.Select(Address.RouteOf).ShouldNotContain("/demo/masuk");
        using var browser = await product.SignedIn(People.Coordinator);
        (await browser.PostAsync("/demo/masuk", null)).IsSuccessStatusCode.ShouldBeFalse();
    }
}
