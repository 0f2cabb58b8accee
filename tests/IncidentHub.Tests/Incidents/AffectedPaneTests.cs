using Bunit;
using IncidentHub.Domain;
using IncidentHub.Incidents;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Incidents;

public class AffectedPaneTests : RoomScreens
{
    [Fact]
    public async Task Any_liaison_claims_and_the_controller_alone_confirms()
    {
        var (bssn, kpu) = (Pane(People.LiaisonOf("BSSN")), Pane(People.LiaisonOf("KPU")));
        bssn.Find(".empty").Text().ShouldContain("tidak pernah isinya");
        await bssn.Press("Catat klaim");
        await bssn.Choose("select", "NationalId");
        await Say(bssn, "Penjual mengeklaim.");
        bssn.WaitForAssertion(() => bssn.Find(".affected__one").Text().ShouldBe("NIK diklaim Cabut klaim"));

        kpu.WaitForAssertion(() => kpu.Buttons(".affected__one").ShouldBe(["Konfirmasi", "Cabut klaim"]));
        await kpu.PressFirst(".affected__one button");
        await Say(kpu, "Cocok dengan contoh.");
        (await State()).AffectedData[DataCategory.NationalId].ShouldBe(new AffectedData(DataCategory.NationalId, true, true));
        bssn.WaitForAssertion(() => bssn.Find(".pane__count").Text().ShouldBe("1 diklaim, 1 dikonfirmasi"));
    }

    [Fact]
    public async Task Claimed_rows_are_any_liaisons_to_record_and_those_of_the_register_the_controllers()
    {
        var (bssn, kpu) = (Pane(People.LiaisonOf("BSSN")), Pane(People.LiaisonOf("KPU")));
        await bssn.Press("Catat jumlah baris");
        bssn.FindAll("select option").Select(o => o.Text()).ShouldBe(["Diklaim", "Diklaim, tanpa baris ganda"]);
        await bssn.Choose(".row-count input", "252 juta");
        await Say(bssn, "Menurut penawaran.");
        bssn.Find(".row-count").Text().ShouldContain("Isi jumlah baris dengan angka bulat");
        bssn.Find(".row-count input").GetAttribute("value").ShouldBe("252 juta");
        await bssn.Choose(".row-count input", "252.327.304");
        await bssn.Submit("form");
        kpu.WaitForAssertion(() => kpu.Find(".row-counts__one").Text().ShouldContain("Diklaim 252.327.304 menurut Badan Siber dan Sandi Negara"));

        // What stands there already isn't offered anew.
        await kpu.Press("Catat jumlah baris");
        kpu.FindAll("select option").Select(o => o.Text()).ShouldBe(["Diklaim, tanpa baris ganda", "Pembanding (daftar KPU)", "Terkonfirmasi"]);
        await kpu.Press("Batal");
        await kpu.Press("Ubah");
        kpu.Find(".row-count__title").Text().ShouldBe("Ubah jumlah baris: Diklaim");
        kpu.Find(".row-count input").GetAttribute("value").ShouldBe("252.327.304");
        await kpu.Choose(".row-count input", "252.327.305");
        await Say(kpu, "Salah ketik.");
        bssn.WaitForAssertion(() => bssn.Find(".row-counts__one").Text().ShouldContain("252.327.305 menurut Komisi Pemilihan Umum"));
        await kpu.Press("Cabut");
        await Say(kpu, "Salah baca.");
        bssn.WaitForAssertion(() => bssn.FindAll(".row-counts__one").ShouldBeEmpty());
        Pane(People.Auditor).FindAll(".row-counts").ShouldBeEmpty();
    }

    static async Task Say(IRenderedComponent<LiveRoom> pane, string why)
    {
        await pane.Type("textarea", why);
        await pane.Submit("form");
    }

    IRenderedComponent<LiveRoom> Pane(Actor viewer) =>
        Show<AffectedPane>(viewer, view => new Dictionary<string, object> { ["Incident"] = view.Incident, ["Viewer"] = viewer, ["Zone"] = LocalTime.Wib });
}
