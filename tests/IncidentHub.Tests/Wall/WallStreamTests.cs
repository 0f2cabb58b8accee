using System.Net;
using System.Text.Json;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IncidentHub.Tests.Wall;

/// <summary>What a screen gets over its wire, from the whole product.</summary>
public class WallStreamTests(Product product) : IClassFixture<Product>
{
    static readonly Actor kpu = People.Coordinator, bssn = People.LiaisonOf("BSSN");

    Desk Desk => product.Services.GetRequiredService<Desk>();
    PairingDesk Pairing => product.Services.GetRequiredService<PairingDesk>();

    [Fact]
    public async Task A_new_screen_gets_a_cookie_for_its_own_pages_and_a_code_and_nothing_of_any_incident()
    {
        using var answer = await product.Browser().GetAsync(WallAddress.Stream, HttpCompletionOption.ResponseHeadersRead);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("script-src 'self'");
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        foreach (var part in new[] { "httponly", "samesite=strict", "path=/papan;" })
            cookie.ShouldContain(part, Case.Insensitive);

        await using var wall = await WallClient.Connect(product.Browser());
        var hello = JsonDocument.Parse((await wall.Next())!.Value.Data).RootElement;
        hello.GetProperty("build").GetString().ShouldBe(product.Services.GetRequiredService<RunningBuild>().Id);
        hello.GetProperty("beatSeconds").GetInt32().ShouldBe(5);
        var beat = JsonDocument.Parse((await wall.Next())!.Value.Data).RootElement;
        beat.GetProperty("rate").GetDouble().ShouldBe(1);
        (DateTimeOffset.UtcNow - beat.GetProperty("now").GetDateTimeOffset()).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        (await wall.Until(_ => true)).ShouldContain("Pasangkan papan ini");
        (await wall.Next())!.Value.EventType.ShouldBe("beat");
    }

    [Fact]
    public async Task Its_page_says_nothing_and_needs_no_circuit()
    {
        var page = await product.Browser().GetStringAsync(WallAddress.Page);
        page.ShouldContain($"data-build=\"{product.Services.GetRequiredService<RunningBuild>().Id}\"");
        page.ShouldContain("wall.js");
        page.ShouldNotContain("blazor.web");
        page.ShouldNotContain("_framework");
    }

    [Fact]
    public async Task The_same_screen_gets_the_same_code_again_and_another_one_another()
    {
        var browser = product.Browser();
        await using var first = await WallClient.Connect(browser);
        await first.Until(_ => true);
        await using var again = await WallClient.Connect(browser);
        await again.Until(_ => true);
        again.Code.ShouldBe(first.Code);
        await using var other = await WallClient.Connect(product.Browser());
        await other.Until(_ => true);
        other.Code.ShouldNotBe(first.Code);
    }

    [Fact]
    public async Task Another_sites_page_gets_nothing_in_a_screens_name()
    {
        foreach (var site in new[] { "cross-site", "same-site", "none" })
        {
            var browser = product.Browser();
            browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
            using var answer = await browser.GetAsync(WallAddress.Stream, HttpCompletionOption.ResponseHeadersRead);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task What_is_posted_arrives_and_what_a_wall_may_not_show_moves_nothing_on_it()
    {
        var incident = await Opened();
        await using var wall = await Paired(incident);
        var (before, screens) = (wall.Shown, wall.Screens.Count);
        foreach (var hidden in new[] { Marking.WholeTeam(Tlp.AmberStrict), new Marking(Tlp.Red, [], [People.LiaisonOf("KPU").Person]), new Marking(Tlp.Green, [new AgencyId("KPU")], []), new Marking(Tlp.Clear, [new AgencyId("BIN")], []) })
        {
            await Accept(incident, bssn, ACommand.Write(hidden) with { Text = "Rahasia." });
            await Accept(incident, bssn, ACommand.ProposeTask(hidden.IsForWholeTeam ? "KPU" : hidden.Audience[0].Code, hidden) with { Title = "Rahasia juga" });
        }
        // Two beats: what had been told would have come by now.
        for (var beats = 0; beats < 2;)
            beats += (await wall.Next())!.Value.EventType is "beat" ? 1 : 0;
        wall.Screens.Count.ShouldBe(screens);

        await Accept(incident, bssn, ACommand.Write(Marking.WholeTeam(Tlp.Green)) with { Text = "Situs sudah pulih." });
        (await wall.Until(html => html != before)).ShouldContain("Situs sudah pulih.");
        await Accept(incident, bssn, ACommand.Write(Marking.WholeTeam(Tlp.Amber)) with { Text = "Isi yang tidak tampil." });
        await Accept(incident, bssn, ACommand.ProposeTask("KPU") with { Title = "Judul yang tampil" });
        (await wall.Until(html => html.Contains("Judul yang tampil", StringComparison.Ordinal))).ShouldNotContain("Isi yang tidak tampil.");
        wall.Screens.ShouldAllBe(html => !html.Contains("Rahasia", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_revoked_is_gone_from_the_screen_within_a_second()
    {
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var incident = await Opened();
            await using var wall = await Paired(incident);
            var person = (await State(incident)).Walls.Keys.Single();
            var asked = System.Diagnostics.Stopwatch.StartNew();
            (await Pairing.Release(person, [incident], kpu)).ShouldBeNull();
            var empty = await wall.Until(html => !html.Contains("Dugaan kebocoran DPT", StringComparison.Ordinal) && html.Contains("class=\"code\"", StringComparison.Ordinal));
            fastest = asked.Elapsed < fastest ? asked.Elapsed : fastest;
            empty.ShouldContain("Papan ini sudah dicabut");
            wall.Code.Length.ShouldBe(6);
        }
        fastest.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_screen_that_comes_back_shows_its_incidents_by_its_cookie_alone_and_a_released_one_a_code()
    {
        var incident = await Opened();
        HttpClient browser;
        await using (var wall = await Paired(incident))
            browser = wall.Browser;
        await using (var back = await WallClient.Connect(browser))
            (await back.Until(_ => true)).ShouldContain("Dugaan kebocoran DPT");
        await Pairing.Release((await State(incident)).Walls.Keys.Single(), [incident], kpu);
        await using var released = await WallClient.Connect(browser);
        (await released.Until(_ => true)).ShouldNotContain("Dugaan kebocoran DPT");
        (await Pairing.Pair(AWall.Request(released.Code, incident), kpu)).ShouldBeOfType<PairingOutcome.Done>();
        await released.Until(html => html.Contains("Dugaan kebocoran DPT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_walls_that_show_the_same_get_the_same_but_for_their_names()
    {
        var incident = await Opened();
        await using var one = await Paired(incident, "Ruang <A> & B");
        await using var other = await Paired(incident, "Lobi");
        await Accept(incident, bssn, ACommand.Write(Marking.WholeTeam(Tlp.Green)) with { Text = "Kabar untuk semua." });
        var first = await one.Until(html => html.Contains("Kabar untuk semua.", StringComparison.Ordinal));
        var second = await other.Until(html => html.Contains("Kabar untuk semua.", StringComparison.Ordinal));
        first.ShouldContain("Ruang &lt;A&gt; &amp; B");
        first.Replace("Ruang &lt;A&gt; &amp; B", "Lobi", StringComparison.Ordinal).ShouldBe(second);
    }

    [Fact]
    public async Task One_address_that_asks_for_ever_more_codes_is_refused_and_a_screen_that_is_there_is_not()
    {
        await using var own = new Product();
        await own.InitializeAsync();
        var browser = own.Browser();
        await using var there = await WallClient.Connect(browser);
        await there.Until(_ => true);
        for (var i = 1; i < Walls.MostPerAddress; i++)
        {
            await using var another = await WallClient.Connect(own.Browser());
            await another.Until(_ => true);
        }
        using var refused = await own.Browser().GetAsync(WallAddress.Stream, HttpCompletionOption.ResponseHeadersRead);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.Contains("Set-Cookie").ShouldBeFalse();
        await using var again = await WallClient.Connect(browser);
        await again.Until(_ => true);
        again.Code.ShouldBe(there.Code);
    }

    [Fact]
    public async Task When_the_host_stops_the_streams_end_by_themselves()
    {
        await using var own = new Product();
        await own.InitializeAsync();
        await using var wall = await WallClient.Connect(own.Browser());
        await wall.Until(_ => true);
        own.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        while (await wall.Next() is not null)
        {
            // A beat may still be on its way.
        }
    }

    async Task<WallClient> Paired(IncidentId incident, string name = "Ruang krisis KPU")
    {
        var wall = await WallClient.Connect(product.Browser());
        await wall.Until(_ => true);
        (await Pairing.Pair(AWall.Request(wall.Code, incident) with { Name = name }, kpu)).ShouldBeOfType<PairingOutcome.Done>();
        await wall.Until(html => html.Contains("Dugaan kebocoran DPT", StringComparison.Ordinal));
        return wall;
    }

    async Task<IncidentId> Opened()
    {
        var open = ACommand.OpenWithTeam();
        (await Desk.Open(open, kpu)).ShouldBeOfType<Outcome.Done>();
        return OpenIncident.IdFor(kpu.Person, open.CommandId);
    }

    async Task Accept(IncidentId incident, Actor actor, Command command) => (await Desk.Submit(incident, command, actor)).ShouldBeOfType<Outcome.Done>();

    async Task<IncidentState> State(IncidentId incident) => (await product.Services.GetRequiredService<RoomDirectory>().Room(incident)).State;
}
