using Bunit;
using IncidentHub.Domain;
using IncidentHub.Incidents;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Incidents;

public class IncidentListPageTests : ComponentTestInARoom
{
    [Fact]
    public async Task It_counts_what_its_reader_may_see_and_moves_with_it()
    {
        var kominfo = List(Support.People.LiaisonOf("KOMINFO"));
        var kpu = List(Support.People.LiaisonOf("KPU"));
        kominfo.WaitForAssertion(() => Read(kominfo).ShouldContain("1 entri"));
        await Write(Support.People.LiaisonOf("BSSN"), "Rahasia.", new Marking(Tlp.AmberStrict, [new AgencyId("BSSN"), new AgencyId("KPU")], []));
        kpu.WaitForAssertion(() => Read(kpu).ShouldContain("2 entri"));
        await Write(Support.People.LiaisonOf("BSSN"), "Untuk semua.");
        kominfo.WaitForAssertion(() => Read(kominfo).ShouldContain("2 entri"));
        Read(kominfo).ShouldNotContain("3 entri");
        kpu.WaitForAssertion(() => Read(kpu).ShouldContain("3 entri"));
    }

    [Fact]
    public async Task What_others_wrote_since_the_last_visit_is_counted_as_it_comes()
    {
        var kpu = Support.People.LiaisonOf("KPU");
        await Node.Get<IncidentHub.Access.Visits>().Note(kpu.Person, Incident, (await ViewOf(kpu)).Latest[^1].Number);
        var list = List(kpu);
        list.WaitForAssertion(() => Read(list).ShouldContain("1 entri"));
        Read(list).ShouldNotContain("baru 1 entri");
        await Write(kpu, "Tulisan sendiri.");
        await Write(Support.People.LiaisonOf("BSSN"), "Bukan untuk KPU.", new Marking(Tlp.Amber, [new AgencyId("BSSN"), new AgencyId("BIN")], []));
        await Write(Support.People.LiaisonOf("BSSN"), "Baru.");
        list.WaitForAssertion(() => Read(list).ShouldContain("1 baru 3 entri"));
        // Who has never been there is told of nothing new.
        var bin = List(Support.People.LiaisonOf("BIN"));
        bin.WaitForAssertion(() => Read(bin).ShouldContain("4 entri"));
        bin.FindAll(".incident__new").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_incident_comes_with_membership_and_goes_with_it()
    {
        var newcomer = Support.People.LiaisonOf("KEMENDAGRI");
        var list = List(newcomer);
        list.WaitForAssertion(() => Read(list).ShouldContain("Insiden yang tim gabungannya Anda ikuti akan tampil di sini."));
        await Node.Accept(Incident, Support.People.Coordinator, ACommand.Add(newcomer));
        list.WaitForAssertion(() => Read(list).ShouldContain("Dugaan kebocoran DPT"));
        await Node.Accept(Incident, Support.People.Coordinator, ACommand.Remove(newcomer));
        list.WaitForAssertion(() => Read(list).ShouldNotContain("Dugaan kebocoran DPT"));
    }

    [Fact]
    public void Who_sees_no_incidents_is_told_why()
    {
        var administrator = List(Support.People.Administrator);
        administrator.WaitForAssertion(() => Read(administrator).ShouldContain("Peran administrator tidak melihat isi insiden."));
        administrator.FindAll("a[href='/insiden/baru']").ShouldBeEmpty();
        var auditor = List(Support.People.Auditor);
        auditor.WaitForAssertion(() => Read(auditor).ShouldContain("Dugaan kebocoran DPT"));
    }

    [Fact]
    public void The_commission_is_led_to_its_own_page()
    {
        List(Support.People.Observer);
        Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/komisi");
    }

    [Fact]
    public void It_speaks_English_too()
    {
        var list = List(Support.People.LiaisonOf("KPU"), "en-GB");
        list.WaitForAssertion(() => Read(list).ShouldContain("Incidents Open an incident"));
        list.WaitForAssertion(() => Read(list).ShouldContain("Entries: 1"));
    }

    IRenderedComponent<IncidentListPage> List(Actor viewer, string culture = "id-ID")
    {
        ReadIn(culture);
        return Render<IncidentListPage>(p => p.AddCascadingValue(viewer).AddCascadingValue(Zone));
    }
}
