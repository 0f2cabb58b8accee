using System.Net;
using System.Text.Json;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Wall;

/// <summary>The database goes away and comes back, under the whole product and a screen that is connected to it over a real socket. Nobody touches the screen.</summary>
public sealed class WallOutageTests : IAsyncLifetime
{
    const string Title = "Dugaan kebocoran DPT";

    readonly ManualClock clock = new();
    readonly PostgresServer server = new();
    Product product = default!;
    IncidentId incident;
    WallClient wall = default!;

    Desk Desk => product.Services.GetRequiredService<Desk>();
    PairingDesk Pairing => product.Services.GetRequiredService<PairingDesk>();

    public async ValueTask InitializeAsync()
    {
        product = await Product.OnTheWire(() => Database.OnPostgres(server), clock);
        var open = ACommand.OpenWithTeam();
        (await Desk.Open(open, People.Coordinator)).ShouldBeOfType<Outcome.Done>();
        incident = OpenIncident.IdFor(People.Coordinator.Person, open.CommandId);
        wall = await WallClient.Connect(product.Browser());
        await wall.Until(_ => true);
        (await Pairing.Pair(AWall.Request(wall.Code, incident), People.Coordinator)).ShouldBeOfType<PairingOutcome.Done>();
        clock.Pass(TimeSpan.FromSeconds(1));
        await wall.Until(Shows(Title));
    }

    public async ValueTask DisposeAsync()
    {
        await wall.DisposeAsync();
        await product.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task For_less_than_a_minute_the_board_stays_and_then_goes_on_by_the_same_stream()
    {
        await server.Cut();
        var screens = wall.Screens.Count;
        clock.Pass(TimeSpan.FromSeconds(50));
        await Beat(clock.GetUtcNow());
        wall.Screens.Count.ShouldBe(screens);

        await server.Return();
        await Posted("Listrik kembali.");
        await wall.Until(Shows("Listrik kembali."));
        // And it can be taken off again.
        await Eventually.Is(async () =>
        {
            foreach (var shown in (await State()).Walls.Keys)
                await Pairing.Release(shown, [incident], People.Coordinator);
            return (await State()).Walls.IsEmpty;
        });
        await wall.Until(html => !Shows(Title)(html));
    }

    [Fact]
    public async Task For_longer_its_stream_ends_and_it_is_back_by_its_cookie_when_the_database_is()
    {
        await server.Cut();
        clock.Pass(TimeSpan.FromSeconds(61));
        for (var beats = 0; await wall.Next() is { } said; beats++)
            (said.EventType, beats < 3).ShouldBe(("beat", true));
        // Whoever can't be recognised is shown nothing, and isn't given another cookie in place of the one that they have.
        using (var refused = await wall.Browser.GetAsync(WallAddress.Stream, HttpCompletionOption.ResponseHeadersRead))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }

        await server.Return();
        await Eventually.Is(async () => (await wall.Browser.GetAsync("/health/ready")).IsSuccessStatusCode);
        await using var back = await WallClient.Connect(wall.Browser);
        (await back.Until(_ => true)).ShouldContain(Title);
        await Posted("Listrik kembali.");
        await back.Until(Shows("Listrik kembali."));
    }

    static Func<string, bool> Shows(string text) => html => html.Contains(text, StringComparison.Ordinal);

    /// <summary>Reads on until it hears that the product's clock is there.</summary>
    async Task Beat(DateTimeOffset now)
    {
        while ((await wall.Next()).ShouldNotBeNull() is not { EventType: "beat" } beat || JsonDocument.Parse(beat.Data).RootElement.GetProperty("now").GetDateTimeOffset() < now)
        {
            // One from before.
        }
    }

    /// <summary>As somebody does who is told that it can't be stored now: again, until it is. The same command, so that it stands there once.</summary>
    async Task Posted(string text)
    {
        var entry = ACommand.Write(Marking.WholeTeam(Tlp.Green)) with { Text = text };
        await Eventually.Is(async () => await Desk.Submit(incident, entry, People.LiaisonOf("BSSN")) is Outcome.Done);
    }

    async Task<IncidentState> State() => (await product.Services.GetRequiredService<RoomDirectory>().Room(incident)).State;
}
