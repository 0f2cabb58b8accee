using Bunit;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.App;

public class ObjectDrawerTests : RoomScreens
{
    [Fact]
    public async Task What_is_hidden_and_what_never_was_look_the_same()
    {
        var (bssn, bin) = (People.LiaisonOf("BSSN"), People.LiaisonOf("BIN"));
        var hidden = await Propose(bssn, "KPU", t => t with { Marking = new Marking(Tlp.AmberStrict, [bssn.Agency, new AgencyId("KPU")], []) });
        var there = Open(bin, hidden.Text).Find("section").Text();
        there.ShouldContain("tidak tersedia bagi Anda");
        there.ShouldBe(Open(bin, "T-00000").Find("section").Text());
    }

    [Fact]
    public void Who_may_not_write_gets_no_form() =>
        Open(People.Auditor, ObjectLinks.NewTask).Markup.ShouldContain("tidak tersedia bagi Anda");

    [Fact]
    public void The_drawer_is_a_parameter_of_wherever_one_is()
    {
        var links = new ObjectLinks("INS-1", "E-12345678", "jenis=Tasks", "T-1");
        links.Of(new Reference("F-2")).ShouldBe("/insiden/INS-1/entri/E-12345678?jenis=Tasks&objek=F-2");
        links.Close.ShouldBe("/insiden/INS-1/entri/E-12345678?jenis=Tasks");
        links.Of(new Reference("E-9")).ShouldBe("/insiden/INS-1/entri/E-9?objek=T-1");
        new ObjectLinks("INS-1", null, "", null).Of(new Reference("E-9")).ShouldBe("/insiden/INS-1/entri/E-9");
        new ObjectLinks("INS-1", null, "", ObjectLinks.NewTask).Of(new Reference("E-9")).ShouldBe("/insiden/INS-1/entri/E-9");
    }
}
