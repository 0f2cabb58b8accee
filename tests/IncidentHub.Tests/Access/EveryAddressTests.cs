using System.Net;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;

namespace IncidentHub.Tests.Access;

/// <summary>Every address that the running product has, tried by everybody. A new one is in it by itself, and fails until somebody says here whom it answers.</summary>
public class EveryAddressTests(OneOfEverything world) : IClassFixture<OneOfEverything>
{
    /// <summary>Whoever asks, as far as it matters to the answer. A wall is tried for itself: to all but its own address it is nobody.</summary>
    [Flags]
    public enum Who
    {
        None = 0,
        Nobody = 1,
        /// <summary>A liaison who is of the incident's team.</summary>
        Liaison = 2,
        /// <summary>A coordinator who is.</summary>
        Coordinator = 4,
        /// <summary>A liaison who is of no team.</summary>
        Outsider = 8,
        Observer = 16,
        Auditor = 32,
        Administrator = 64,
        Team = Liaison | Coordinator,
        SignedIn = Team | Outsider | Observer | Auditor | Administrator,
        Everyone = SignedIn | Nobody,
    }

    /// <summary>Its own way in: what it answers is WallStreamTests'.</summary>
    const string Stream = "GET " + WallAddress.Stream;
    /// <summary>Whoever has such an address reads by it: DeadlineCalendarTests.</summary>
    const string Calendar = "GET /tenggat/{token}.ics";

    static readonly Dictionary<Who, Actor> people = new()
    {
        [Who.Liaison] = People.LiaisonOf("KPU"), [Who.Coordinator] = People.Coordinator, [Who.Outsider] = People.LiaisonOf("KPU", 2),
        [Who.Observer] = People.Observer, [Who.Auditor] = People.Auditor, [Who.Administrator] = People.Administrator,
    };

    /// <summary>
    /// Whom each address gives what it has. To all others it gives nothing, and nobody is led to the sign-in. What isn't here gives nothing to whoever comes so: a form without its
    /// page's token, a look where there is only a form.
    /// </summary>
    static readonly (Who To, string[] What)[] table =
    [
        (Who.Everyone, ["GET /masuk", "GET /galat", "GET /tidak-ditemukan", "GET /papan", Calendar, "GET /health/live", "POST /health/live", "GET /health/ready", "POST /health/ready"]),
        (Who.SignedIn, ["GET /pengaturan", "GET /pemberitahuan", "POST /_blazor/negotiate", "GET /_blazor/initializers/", "POST /_blazor/initializers/"]),
        // Lists of what each may see; the commission has a page of its own.
        (Who.SignedIn & ~Who.Observer, ["GET /", "GET /insiden"]),
        (Who.Team | Who.Outsider, ["GET /insiden/baru", "GET /tugas-saya", "GET /tenggat", "GET /saluran"]),
        (Who.Team | Who.Auditor,
        [
            "GET /insiden/{IncidentRef}", "GET /insiden/{IncidentRef}/entri/{EntryRef}", "GET /insiden/{IncidentRef}/saat",
            "GET /insiden/{IncidentRef}/surat/{RequestRef}", "GET /insiden/{IncidentRef}/surat/{RequestRef}/jawaban/{Version:int}", "GET /insiden/{IncidentRef}/pemberitahuan/{ObligationRef}",
            "GET /insiden/{IncidentRef}/paparan", "GET /insiden/{IncidentRef}/paparan/{Name}", "GET /insiden/{incident}/paparan/{edition}.pdf", "GET /insiden/{IncidentRef}/paparan/draf/{EditionRef}",
            "GET /insiden/{IncidentRef}/laporan", "GET /insiden/{IncidentRef}/laporan/{Name}", "GET /insiden/{IncidentRef}/laporan/draf/{ReportRef}",
        ]),
        (Who.Team, ["GET /insiden/{IncidentRef}/paparan/draf", "GET /insiden/{IncidentRef}/laporan/draf", "GET /insiden/{IncidentRef}/serah-terima"]),
        (Who.Coordinator, ["GET /papan-status"]),
        (Who.Observer, ["GET /komisi", "GET /komisi/{IncidentRef}", "GET /komisi/{IncidentRef}/{Name}", "GET /komisi/{incident}/{edition}.pdf"]),
        (Who.Administrator, ["GET /admin/akun", "GET /admin/instansi"]),
    ];

    IEnumerable<Address> Addresses => Address.Of(world.Product).Where(a => !a.IsAsset && a.ToString() is not Stream);

    [Fact]
    public async Task Each_gives_what_it_has_to_those_it_is_for()
    {
        var given = Addresses.ToDictionary(a => a.ToString(), _ => Who.None);
        foreach (var who in people.Keys.Append(Who.Nobody))
        {
            using var browser = who is Who.Nobody ? world.Product.Browser() : await world.Product.SignedIn(people[who]);
            foreach (var address in Addresses)
            {
                var answer = await Ask(browser, address);
                answer.Status.ShouldNotBe(HttpStatusCode.InternalServerError, $"{address} to {who}");
                given[address.ToString()] |= answer.IsGiven ? who : Who.None;
                if (!answer.IsGiven && who is Who.Nobody && !address.IsOpen)
                    answer.Location.ShouldStartWith("/masuk?", Case.Sensitive, address.ToString());
                if (!answer.IsGiven || (who is Who.Nobody or Who.Outsider or Who.Administrator && address.ToString() is not Calendar))
                    answer.Text.ShouldNotContain(OneOfEverything.Word, Case.Insensitive, $"{address} to {who}");
            }
        }
        given.Where(g => g.Value is not Who.None).Select(g => $"{g.Key}: {g.Value}").ShouldBe(table.SelectMany(t => t.What.Select(what => $"{what}: {t.To}")), ignoreOrder: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task To_whoever_holds_a_walls_cookie_each_answers_as_to_nobody(bool isPaired)
    {
        using var nobody = world.Product.Server.CreateClient();
        using var wall = world.Product.Server.CreateClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"incidenthub-wall={(isPaired ? world.PairedWall : world.UnpairedWall)}");
        foreach (var address in Addresses)
        {
            var (answer, toNobody) = (await Ask(wall, address), await Ask(nobody, address));
            (answer with { Text = "" }).ShouldBe(toNobody with { Text = "" }, address.ToString());
            if (address.ToString() is not Calendar)
                answer.Text.ShouldNotContain(OneOfEverything.Word, Case.Insensitive, address.ToString());
        }
    }

    async Task<Answer> Ask(HttpClient browser, Address address)
    {
        using var request = new HttpRequestMessage(address.Method, world.Path(address.Route));
        using var answer = await browser.SendAsync(request);
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        return new Answer(answer.StatusCode, answer.Headers.Location?.PathAndQuery ?? "", text,
            text.Contains("<body", StringComparison.Ordinal) ? Product.WithoutChance(text) : address.ToString() is Calendar ? "" : text);
    }

    /// <param name="Page">Without what differs each time: a calendar says when it was asked for.</param>
    sealed record Answer(HttpStatusCode Status, string Location, string Text, string Page)
    {
        /// <summary>A PDF is given, or would be where there is a browser that makes it.</summary>
        public bool IsGiven => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices or HttpStatusCode.ServiceUnavailable;
    }
}
