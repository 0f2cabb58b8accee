using Bunit;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Findings;

public class FindingDrawerTests : RoomScreens
{
    static readonly Actor bssn = People.LiaisonOf("BSSN");
    static readonly Actor kpu = People.LiaisonOf("KPU");

    [Fact]
    public async Task Two_agencies_verify_and_the_drawer_says_who_is_awaited()
    {
        var finding = await Raise(bssn);
        await Node.Accept(Incident, bssn, ACommand.Move(finding, FindingState.UnderReview, ""));
        var (raiser, second) = (Open(bssn, finding.Text), Open(kpu, finding.Text));
        second.Buttons(".drawer__foot").ShouldBe(["Verifikasi", "Bantah"]);

        await Say(raiser, "Verifikasi", "Format kolom sama.");
        (await State()).Findings[finding].State.ShouldBe(FindingState.UnderReview);
        second.WaitForAssertion(() => second.Find(".rule--voice").Text().ShouldBe("Diverifikasi Badan Siber dan Sandi Negara; menunggu instansi kedua."));
        raiser.WaitForAssertion(() => raiser.Buttons(".drawer__foot").ShouldNotContain("Verifikasi"));

        await Say(second, "Verifikasi", "Kami sependapat.");
        (await State()).Findings[finding].State.ShouldBe(FindingState.Verified);
        raiser.WaitForAssertion(() => raiser.Find(".drawer__title").Text().ShouldContain("Terverifikasi"));
        raiser.WaitForAssertion(() => raiser.FindAll(".history__one").Count.ShouldBe(4));
    }

    [Fact]
    public async Task When_the_second_agency_speaks_first_the_raiser_is_awaited()
    {
        var finding = await Raise(bssn);
        await Node.Accept(Incident, bssn, ACommand.Move(finding, FindingState.UnderReview, ""));
        await Node.Accept(Incident, kpu, ACommand.Move(finding, FindingState.Refuted));
        Open(kpu, finding.Text).Find(".rule--voice").Text().ShouldBe("Dibantah Komisi Pemilihan Umum; menunggu Badan Siber dan Sandi Negara.");
    }

    [Fact]
    public async Task The_grade_is_spoken_and_judged_anew_by_the_raiser_only()
    {
        var finding = await Raise(bssn, f => f with { Grade = new Grade(Reliability.B, 2) });
        Open(kpu, finding.Text).FindAll("button").ShouldNotContain(b => b.Text() == "Nilai ulang");
        var drawer = Open(bssn, finding.Text);
        drawer.FindAll(".scale__word").Select(w => w.Text()).ShouldBe(["biasanya dapat dipercaya", "kemungkinan benar"]);
        await drawer.Press("Nilai ulang");
        await drawer.Choose(".drawer__foot select", "1", 1);
        await drawer.Type(".drawer__foot textarea", "Dipastikan KPU.");
        await drawer.Submit(".drawer__foot form");
        (await State()).Findings[finding].Grade.ShouldBe(new Grade(Reliability.B, 1));
    }

    [Fact]
    public async Task One_finding_takes_the_place_of_another_and_both_say_so()
    {
        var (old, better) = (await Raise(bssn, f => f with { Title = "Lama" }), await Raise(bssn, f => f with { Title = "Baru" }));
        var drawer = Open(bssn, old.Text);
        await Say(drawer, "Gantikan", "Lebih tepat.");
        var superseded = (await State()).Findings[old];
        (superseded.State, superseded.SupersededBy).ShouldBe((FindingState.Superseded, better));
        drawer.WaitForAssertion(() => drawer.Find(".facts").Text().ShouldContain($"Digantikan {better}"));
        Open(bssn, better.Text).Find(".facts").Text().ShouldContain($"Menggantikan {old}");
    }

    [Fact]
    public async Task Three_claims_stand_apart()
    {
        var sale = await Raise(bssn, f => f with { Claim = ClaimKind.Sale });
        var drawer = Open(kpu, sale.Text);
        drawer.FindAll(".claims__one").Select(c => c.Text()).ShouldBe([$"Penjualan Informasi awal {sale}", "Akses Belum ada temuan", "Eksfiltrasi Belum ada temuan"]);
    }

    [Fact]
    public async Task A_refuted_finding_speaks_for_its_claim_only_while_nothing_else_stands()
    {
        var refuted = await Raise(bssn, f => f with { Claim = ClaimKind.Exfiltration });
        await Node.Accept(Incident, bssn, ACommand.Move(refuted, FindingState.UnderReview));
        await Node.Accept(Incident, bssn, ACommand.Move(refuted, FindingState.Refuted));
        await Node.Accept(Incident, kpu, ACommand.Move(refuted, FindingState.Refuted));
        var drawer = Open(kpu, refuted.Text);
        drawer.FindAll(".claims__one")[2].Text().ShouldBe($"Eksfiltrasi Terbantahkan {refuted}");

        var standing = await Raise(bssn, f => f with { Claim = ClaimKind.Exfiltration });
        drawer.WaitForAssertion(() => drawer.FindAll(".claims__one")[2].Text().ShouldBe($"Eksfiltrasi Informasi awal {standing}"));
    }

    [Fact]
    public async Task A_follow_up_is_offered_and_listed()
    {
        var finding = await Raise(bssn);
        var drawer = Open(kpu, finding.Text);
        drawer.Button("Buat tindak lanjut").GetAttribute("href").ShouldBe($"/insiden/{Room}?objek=tugas-baru&dari={finding}");
        await Propose(kpu, "KPU", t => t with { From = finding, Title = "Telusuri asalnya" });
        drawer.WaitForAssertion(() => drawer.Find(".follow-ups__one").Text().ShouldContain("Telusuri asalnya"));
    }

    [Fact]
    public async Task An_anonymous_source_starts_at_F6_and_is_locked_there()
    {
        var form = Open(bssn, ObjectLinks.NewFinding);
        await form.Choose("input.input", "Penjual mengeklaim memiliki data");
        await form.Choose(".grades select", "B", 0);
        await form.Choose(".raise__anonymous input", true);
        form.FindAll(".grades select").ShouldAllBe(s => s.HasAttribute("disabled"));
        form.Find(".raise__grade legend").Text().ShouldBe("Penilaian Admiralty F6");
        await form.Submit("form");
        (await State()).Findings.Values.ShouldHaveSingleItem().Grade.ShouldBe(Grade.Unjudged);
    }

    static async Task Say(IRenderedComponent<LiveRoom> drawer, string move, string why)
    {
        await drawer.Press(move);
        await drawer.Type(".drawer__foot textarea", why);
        await drawer.Submit(".drawer__foot form");
    }
}
