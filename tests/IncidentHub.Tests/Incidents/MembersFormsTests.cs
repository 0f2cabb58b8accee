using Bunit;
using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Incidents;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;

namespace IncidentHub.Tests.Incidents;

public class MembersFormsTests : ComponentTestInARoom
{
    [Fact]
    public async Task Only_a_coordinator_adds_and_removes()
    {
        (await Pane(Support.People.LiaisonOf("KPU"))).FindAll("button").ShouldBeEmpty();
        (await Pane(Support.People.Auditor)).FindAll("button").ShouldBeEmpty();
        (await Pane(Support.People.Coordinator)).FindAll("button").Count.ShouldBe(1 + Support.People.Team.Count);
    }

    [Fact]
    public async Task The_team_is_read_by_agency_and_one_finds_oneself()
    {
        var pane = await Pane(Support.People.LiaisonOf("KPU"));
        Read(pane).ShouldStartWith("Anggota 6 orang, 5 instansi");
        Read(pane).ShouldContain("Komisi Pemilihan Umum Coordinator 1 (KPU) Koordinator Liaison 1 (KPU) (Anda) Narahubung");
    }

    [Fact]
    public async Task Everybody_reads_which_walls_show_the_incident_until_their_time_is_over()
    {
        await Node.Accept(Incident, Support.People.Coordinator, ACommand.Pair() with { Until = Node.Time.GetUtcNow().AddHours(1) });
        Read(await Pane(Support.People.LiaisonOf("KPU"))).ShouldEndWith("Papan status Ruang krisis KPU Lantai 2");

        var head = (await ViewOf(Support.People.LiaisonOf("KPU"))).Incident;
        var over = head with { Walls = [head.Walls[0] with { Until = Node.Time.GetUtcNow() }] };
        Read(Render<MembersPane>(p => p.Add(m => m.Incident, over))).ShouldNotContain("Papan status");
    }

    [Fact]
    public async Task Who_is_added_is_chosen_among_those_who_are_not_in_it_and_a_reason_is_asked_for()
    {
        var pane = await Pane(Support.People.Coordinator);
        await pane.Find("button[aria-label='Tambah anggota']").ClickAsync(new());
        pane.WaitForElement("form");
        var offered = pane.FindAll("option").Select(o => o.TextContent).ToList();
        offered.ShouldContain("Liaison 2 (KPU), Komisi Pemilihan Umum");
        offered.ShouldNotContain("Liaison 1 (KPU), Komisi Pemilihan Umum");
        offered.ShouldNotContain(o => o.Contains("Auditor", StringComparison.Ordinal));

        pane.Find("select").Change(Support.People.LiaisonOf("KPU", 2).Person.ToString());
        await pane.Find("form").SubmitAsync();
        Read(pane).ShouldContain("Isi wajib ditulis.");
        pane.Find("textarea").Input("Menggantikan.");
        await pane.Find("form").SubmitAsync();
        pane.WaitForAssertion(() => pane.FindAll("form").ShouldBeEmpty());
        (await ViewOf(Support.People.LiaisonOf("KPU", 2))).Latest[^1].Changes.ShouldHaveSingleItem().ShouldBeOfType<MemberAdded>();
    }

    [Fact]
    public async Task The_last_coordinator_cannot_be_removed()
    {
        var pane = await Pane(Support.People.Coordinator);
        pane.Find("button[aria-label='Keluarkan Coordinator 1 (KPU)']").Click();
        pane.Find("textarea").Input("Pindah tugas.");
        await pane.Find("form").SubmitAsync();
        pane.WaitForAssertion(() => Read(pane).ShouldContain("Tim gabungan harus memiliki setidaknya satu koordinator."));
        pane.Find("textarea").GetAttribute("value").ShouldBe("Pindah tugas.");
    }

    [Fact]
    public async Task Who_is_embedded_elsewhere_acts_for_their_own_agency_and_says_so()
    {
        var bareskrim = Support.People.LiaisonOf("BARESKRIM");
        var change = new ChangeAccount(bareskrim.Person.Value, bareskrim.Role, "BARESKRIM", SeatedAt: "KPU");
        (await Node.Get<AdminDesk>().Submit(change, Support.People.Administrator)).ShouldBeOfType<AdminOutcome.Done>();
        var pane = await Pane(Support.People.LiaisonOf("KPU"));
        pane.WaitForAssertion(() => Read(pane).ShouldContain($"{bareskrim.Name} Bareskrim Polri, ditempatkan di Komisi Pemilihan Umum Narahubung"));
        // Visibility is the agency's, not the seat's.
        await Write(Support.People.LiaisonOf("KPU"), "Hanya untuk KPU.", new(Tlp.AmberStrict, [new("KPU")], []));
        (await ViewOf(bareskrim)).Latest.ShouldNotContain(e => e.Text == "Hanya untuk KPU.");
    }

    async Task<IRenderedComponent<MembersForms>> Pane(Actor viewer)
    {
        var head = (await ViewOf(viewer)).Incident;
        return Render<MembersForms>(p => p.Add(f => f.Incident, head).Add(f => f.Viewer, viewer));
    }
}
