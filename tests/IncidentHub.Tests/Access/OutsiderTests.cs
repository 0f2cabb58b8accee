using System.Net;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Access;

/// <summary>Whoever may not know of an incident gets, from the whole product, what they would get if there were none.</summary>
public class OutsiderTests(Product product) : IClassFixture<Product>
{
    const string Title = "Dugaan kebocoran yang tidak boleh diketahui";

    static readonly Dictionary<string, Actor> outsiders = new()
    {
        ["a liaison who is no member"] = People.LiaisonOf("KPU", 2),
        ["a coordinator who is no member"] = People.CoordinatorOf("BSSN"),
        ["an agency that is no member"] = People.LiaisonOf("KEMENDAGRI"),
        ["an observer"] = People.Observer,
        ["an administrator"] = People.Administrator,
    };

    public static TheoryData<string> EveryOutsider => [.. outsiders.Keys];

    [Theory, MemberData(nameof(EveryOutsider))]
    public async Task An_incident_is_to_them_as_none(string who)
    {
        var (incident, entry) = await Opened();
        using var browser = await product.SignedIn(outsiders[who]);
        var none = await Get(browser, "/insiden/INS-00000000");
        none.Status.ShouldBe(HttpStatusCode.NotFound);
        none.Page.ShouldContain("<h1");
        (await Get(browser, $"/insiden/{incident}")).ShouldBe(none with { Page = none.Page.Replace("INS-00000000", incident.Text) });
        var noPast = await Get(browser, "/insiden/INS-00000000/saat");
        (await Get(browser, $"/insiden/{incident}/saat")).ShouldBe(noPast with { Page = noPast.Page.Replace("INS-00000000", incident.Text) });
        var noEntry = await Get(browser, "/insiden/INS-00000000/entri/E-00000000");
        (await Get(browser, $"/insiden/{incident}/entri/{entry}")).ShouldBe(noEntry with { Page = noEntry.Page.Replace("INS-00000000/entri/E-00000000", $"{incident}/entri/{entry}") });
    }

    [Theory, MemberData(nameof(EveryOutsider))]
    public async Task Nor_are_its_briefings_there_where_the_commission_knows_of_none(string who)
    {
        var (incident, _) = await Opened();
        using var browser = await product.SignedIn(outsiders[who]);
        foreach (var path in new[]
        {
            "/insiden/{0}/paparan", "/insiden/{0}/paparan/R-01", "/insiden/{0}/paparan/R-01.pdf", "/insiden/{0}/paparan/draf", "/insiden/{0}/paparan/draf/R-00000",
            "/insiden/{0}?objek=B-00000", "/komisi/{0}", "/komisi/{0}/R-01", "/komisi/{0}/R-01.pdf",
        })
        {
            var none = await Get(browser, path.Replace("{0}", "INS-00000000"));
            none.Status.ShouldBe(HttpStatusCode.NotFound, path);
            (await Get(browser, path.Replace("{0}", incident.Text))).ShouldBe(none with { Page = none.Page.Replace("INS-00000000", incident.Text) }, path);
        }
    }

    [Theory, MemberData(nameof(EveryOutsider))]
    public async Task Nor_is_it_in_their_list(string who)
    {
        await Opened();
        using var browser = await product.SignedIn(outsiders[who]);
        var (status, page) = await Get(browser, HomeOf(outsiders[who]));
        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldNotContain(Title);
    }

    public static TheoryData<string> EveryoneElse => [.. People.All.Where(a => a.Role is not (Role.Administrator or Role.Wall)).Select(a => a.Name)];

    [Theory, MemberData(nameof(EveryoneElse))]
    public async Task The_administrators_pages_are_to_everyone_else_as_none(string who)
    {
        using var browser = await product.SignedIn(People.All.Single(a => a.Name == who));
        (await Get(browser, HomeOf(People.All.Single(a => a.Name == who)))).Page.ShouldNotContain("/admin/");
        var none = await Get(browser, "/insiden/INS-00000000");
        foreach (var path in new[] { "/admin/instansi", "/admin/akun" })
        {
            var (status, page) = await Get(browser, path);
            status.ShouldBe(none.Status);
            // The rail marks where one is; else it is the same page, word by word.
            Unplaced(page, path).ShouldBe(Unplaced(none.Page, "/insiden/INS-00000000"));
        }
    }

    [Fact]
    public async Task An_administrator_reaches_them()
    {
        using var browser = await product.SignedIn(People.Administrator);
        (await Get(browser, "/admin/instansi")).Page.ShouldContain("Badan Intelijen Negara");
        (await Get(browser, "/admin/akun")).Page.ShouldContain(Database.EmailOf(People.LiaisonOf("BIN")));
    }

    static string Unplaced(string page, string path) => page.Replace(path, "").Replace(" aria-current=\"page\"", "");

    [Fact]
    public async Task A_member_finds_it_and_its_entries_as_far_as_they_see_them()
    {
        var (incident, entry) = await Opened();
        using var kpu = await product.SignedIn(People.LiaisonOf("KPU"));
        (await Get(kpu, "/")).Page.ShouldContain(Title);
        var room = await Get(kpu, $"/insiden/{incident}");
        room.Status.ShouldBe(HttpStatusCode.OK);
        room.Page.ShouldContain("Hanya untuk KPU dan BSSN.");
        (await Get(kpu, $"/insiden/{incident}/entri/{entry}")).Status.ShouldBe(HttpStatusCode.OK);

        using var bin = await product.SignedIn(People.LiaisonOf("BIN"));
        (await Get(bin, $"/insiden/{incident}")).Page.ShouldNotContain("Hanya untuk KPU dan BSSN.");
        var hidden = await Get(bin, $"/insiden/{incident}/entri/{entry}");
        var none = await Get(bin, $"/insiden/{incident}/entri/E-00000000");
        hidden.ShouldBe(none with { Page = none.Page.Replace("E-00000000", entry.Text) });
    }

    async Task<(Reference Incident, Reference Entry)> Opened()
    {
        var desk = product.Services.GetRequiredService<Desk>();
        var open = ACommand.OpenWithTeam() with { Title = Title };
        var incident = (await desk.Open(open, People.Coordinator)).ShouldBeOfType<Outcome.Done>().Incident;
        var write = ACommand.Write(new(Tlp.AmberStrict, [new("KPU"), new("BSSN")], [])) with { Text = "Hanya untuk KPU dan BSSN." };
        var entry = (await desk.Submit(OpenIncident.IdFor(People.Coordinator.Person, open.CommandId), write, People.LiaisonOf("BSSN"))).ShouldBeOfType<Outcome.Done>().Entry;
        return (incident, entry);
    }

    /// <summary>The commission's page is all that it has.</summary>
    static string HomeOf(Actor actor) => actor.Role is Role.CommissionObserver ? "/komisi" : "/";

    static async Task<(HttpStatusCode Status, string Page)> Get(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        // The commission's own page is all that its observers have.
        if (answer.StatusCode is HttpStatusCode.Found)
            return await Get(browser, answer.Headers.Location!.OriginalString);
        return (answer.StatusCode, Product.WithoutChance(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())));
    }
}
