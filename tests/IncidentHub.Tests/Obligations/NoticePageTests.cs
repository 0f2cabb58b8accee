using System.Net;
using IncidentHub.Domain;
using IncidentHub.Obligations;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Obligations;

public class NoticePageTests(Product product) : IClassFixture<Product>
{
    static readonly Actor kpu = People.LiaisonOf("KPU");

    [Fact]
    public async Task It_is_a_draft_until_a_second_person_has_read_it()
    {
        var (room, obligation, send) = await ANotice(Marking.WholeTeam(Tlp.Amber));
        var page = await Get(kpu, $"/insiden/{room}/pemberitahuan/{obligation}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var said in new[] { "RANCANGAN, BELUM DIREVIU", "Komisi Pemilihan Umum", "UU 27/2022 Pasal 46", "Subjek data pribadi", "NIK", "Akses ditutup; log diperiksa.", "pengaduan@kpu.go.id", "TLP:AMBER", "masih berupa dugaan" })
            page.Text.ShouldContain(said);

        await send(People.Coordinator, ACommand.ReviewNotice(obligation));
        page = await Get(kpu, $"/insiden/{room}/pemberitahuan/{obligation}");
        page.Text.ShouldNotContain("RANCANGAN");
        page.Text.ShouldContain("Direviu Coordinator 1 (KPU)");
    }

    [Fact]
    public async Task Who_may_not_see_the_obligation_gets_what_one_gets_who_asks_for_none()
    {
        var (room, obligation, _) = await ANotice(new Marking(Tlp.AmberStrict, [kpu.Agency], []));
        (await Get(kpu, $"/insiden/{room}/pemberitahuan/{obligation}")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var other in new[] { People.LiaisonOf("BSSN"), People.LiaisonOf("KEMENDAGRI"), People.Observer })
        {
            var none = await Get(other, $"/insiden/{room}/pemberitahuan/W-00000");
            none.Status.ShouldBe(HttpStatusCode.NotFound);
            (await Get(other, $"/insiden/{room}/pemberitahuan/{obligation}")).ShouldBe(none with { Text = none.Text.Replace("W-00000", obligation.Text) });
        }
    }

    [Fact]
    public async Task What_is_not_written_yet_is_not_there()
    {
        var (room, obligation, _) = await ANotice(Marking.WholeTeam(Tlp.Amber), isWritten: false);
        (await Get(kpu, $"/insiden/{room}/pemberitahuan/{obligation}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    async Task<(Reference Room, Reference Obligation, Func<Actor, Command, Task> Send)> ANotice(Marking marking, bool isWritten = true)
    {
        var desk = product.Services.GetRequiredService<Desk>();
        var open = ACommand.OpenWithTeam();
        var room = (await desk.Open(open, People.Coordinator)).ShouldBeOfType<Outcome.Done>().Incident;
        var id = OpenIncident.IdFor(People.Coordinator.Person, open.CommandId);
        await Send(kpu, ACommand.Record(marking) with { Rule = NoticeContent.ComposedRule, Basis = "Dasar." });
        var obligation = (await product.Services.GetRequiredService<RoomDirectory>().Room(id)).State.Obligations.Keys.Single();
        if (isWritten)
            await Send(kpu, ACommand.WriteNotice(obligation));
        return (room, obligation, Send);

        async Task Send(Actor actor, Command command) => (await desk.Submit(id, command, actor)).ShouldBeOfType<Outcome.Done>();
    }

    async Task<(HttpStatusCode Status, string Text)> Get(Actor reader, string path)
    {
        using var browser = await product.SignedIn(reader);
        using var answer = await browser.GetAsync(path);
        return (answer.StatusCode, Product.WithoutChance(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())));
    }
}
