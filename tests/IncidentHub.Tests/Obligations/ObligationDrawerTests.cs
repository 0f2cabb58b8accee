using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Obligations;

public class ObligationDrawerTests : RoomScreens
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    static readonly Actor bssn = People.LiaisonOf("BSSN");

    [Fact]
    public async Task Steps_are_offered_to_whom_they_are_open_and_to_nobody_else()
    {
        var obligation = await Record(kpu);
        Open(kpu, obligation.Text).Buttons(".drawer__foot").ShouldBe(["Tetapkan mulainya", "Tulis pemberitahuan", "Nyatakan tidak berlaku"]);
        Open(People.Coordinator, obligation.Text).Buttons(".drawer__foot").ShouldBe(["Tetapkan mulainya", "Tulis pemberitahuan", "Nyatakan tidak berlaku"]);
        Open(bssn, obligation.Text).FindAll(".drawer__foot").ShouldBeEmpty();
        Open(People.Auditor, obligation.Text).FindAll(".drawer__foot").ShouldBeEmpty();

        await Node.Accept(Incident, kpu, ACommand.Start(obligation));
        await Node.Accept(Incident, kpu, ACommand.WriteNotice(obligation));
        Open(kpu, obligation.Text).Buttons(".drawer__foot").ShouldBe(["Nyatakan terpenuhi", "Koreksi mulainya", "Tulis pemberitahuan", "Nyatakan tidak berlaku"]);
        Open(People.Coordinator, obligation.Text).Buttons(".drawer__foot").ShouldContain("Reviu pemberitahuan");

        await Node.Accept(Incident, kpu, ACommand.SetNotApplicable(obligation));
        Open(kpu, obligation.Text).Buttons(".drawer__foot").ShouldBe(["Tetapkan mulainya"]);
    }

    [Fact]
    public async Task Another_rule_has_no_notice_to_write()
    {
        var obligation = await Record(kpu, o => o with { Rule = "pp-71-2019-24-3", Basis = "Dasar." });
        var drawer = Open(kpu, obligation.Text);
        drawer.Buttons(".drawer__foot").ShouldBe(["Nyatakan terpenuhi", "Koreksi mulainya", "Nyatakan tidak berlaku"]);
        drawer.Find(".facts").Text().ShouldContain("Tenggat Segera");
    }

    [Fact]
    public async Task The_start_is_decided_with_its_moment_and_its_basis()
    {
        var obligation = await Record(kpu);
        var drawer = Open(kpu, obligation.Text);
        await drawer.Press("Tetapkan mulainya");
        await drawer.Submit(".drawer__foot form");
        drawer.FindAll(".field__error").Select(e => e.Text()).ShouldBe(["Isi tanggal dan jamnya.", "Isi wajib ditulis."]);

        await At(drawer, Node.Time.GetUtcNow().AddHours(-2));
        await drawer.Type(".drawer__foot textarea", "Rapat pimpinan.");
        await drawer.Submit(".drawer__foot form");
        var now = (await State()).Obligations[obligation];
        (now.State, now.Due, now.Basis).ShouldBe((ObligationState.Running, Node.Time.GetUtcNow().AddHours(70), "Rapat pimpinan."));
        drawer.WaitForAssertion(() => drawer.Find(".facts").Text().ShouldContain("Sisa 2 hari 22 jam"));
    }

    [Fact]
    public async Task A_corrected_start_stays_readable_beside_the_one_that_holds()
    {
        var obligation = await Record(kpu, o => o with { TriggeredAt = Node.Time.GetUtcNow().AddHours(-80), Basis = "Rapat pertama." });
        var drawer = Open(kpu, obligation.Text);
        drawer.Find(".drawer__title").Text().ShouldContain("Lewat tenggat (hitungan sistem)");
        await drawer.Press("Koreksi mulainya");
        drawer.Find(".step__was").Text().ShouldBe("Semula 25/11/2023 02.15 WIB. Dasarnya: Rapat pertama.");
        await At(drawer, Node.Time.GetUtcNow().AddHours(-10));
        await drawer.Type(".drawer__foot textarea", "Notulen menyebut waktu lain.");
        await drawer.Submit(".drawer__foot form");
        drawer.WaitForAssertion(() => drawer.FindAll(".starts__one").Count.ShouldBe(2));
        drawer.FindAll(".starts__one")[0].Text().ShouldStartWith("25/11/2023 02.15 WIB dikoreksi");
        drawer.FindAll(".starts__one")[1].Text().ShouldContain("Notulen menyebut waktu lain.");
        drawer.FindAll(".starts__one s").Count.ShouldBe(2);
        drawer.Find(".drawer__title").Text().ShouldContain("Berjalan");
    }

    [Fact]
    public async Task It_is_met_late_with_proof_and_says_by_how_much()
    {
        var obligation = await Record(kpu, o => o with { TriggeredAt = Node.Time.GetUtcNow().AddHours(-75), Basis = "Dasar." });
        var drawer = Open(kpu, obligation.Text);
        await drawer.Press("Nyatakan terpenuhi");
        await drawer.Type(".drawer__foot textarea", "Dikirim lewat surel.");
        await drawer.Choose(".drawer__foot select", nameof(ProofKind.FileHash));
        await drawer.Submit(".drawer__foot form");
        drawer.FindAll(".field__error").Select(e => e.Text()).ShouldBe(["Bukti wajib diisi: kepala surel, nomor tanda terima, atau nama berkas.", "Sidik SHA-256 terdiri atas 64 angka heksadesimal."]);
        (await State()).Obligations[obligation].State.ShouldBe(ObligationState.Running);

        await drawer.Choose(".drawer__foot select", nameof(ProofKind.Receipt));
        await drawer.InvokeAsync(() => drawer.FindAll(".drawer__foot textarea")[1].InputAsync(new() { Value = "TT-1" }));
        await drawer.Submit(".drawer__foot form");
        (await State()).Obligations[obligation].State.ShouldBe(ObligationState.MetLate);
        drawer.WaitForAssertion(() => drawer.Find(".facts").Text().ShouldContain("terlambat 3 jam"));
    }

    [Fact]
    public async Task Who_recorded_it_marks_it_anew()
    {
        var obligation = await Record(kpu);
        Open(bssn, obligation.Text).FindAll("button").ShouldNotContain(b => b.Text() == "Ubah penandaan");
        var drawer = Open(kpu, obligation.Text);
        await drawer.Press("Ubah penandaan");
        await drawer.Choose(".drawer__foot .picker--tlp select", nameof(Tlp.AmberStrict));
        await drawer.Type(".drawer__foot textarea", "Belum untuk umum.");
        await drawer.Submit(".drawer__foot form");
        (await State()).Obligations[obligation].Marking.Tlp.ShouldBe(Tlp.AmberStrict);
    }

    static Task At(IRenderedComponent<LiveRoom> drawer, DateTimeOffset at) =>
        drawer.InvokeAsync(() => drawer.FindComponent<DateTimeField>().Instance.ValueChanged.InvokeAsync(at));
}
