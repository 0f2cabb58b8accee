using Bunit;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;
using IncidentHub.Timeline;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Tests.Timeline;

public class EntryCardTests : ComponentTest
{
    static readonly IReadOnlyDictionary<PersonId, Member> everybody = AView.Head.Known;
    static readonly Func<Reference, string> permalink = entry => $"/insiden/INS-1/entri/{entry}";

    [Theory]
    [InlineData(EntryKind.Detection, "Deteksi")]
    [InlineData(EntryKind.Observation, "Pengamatan")]
    [InlineData(EntryKind.Notification, "Pemberitahuan")]
    [InlineData(EntryKind.Communication, "Komunikasi")]
    [InlineData(EntryKind.Meeting, "Rapat")]
    [InlineData(EntryKind.Decision, "Keputusan")]
    [InlineData(EntryKind.ActionTaken, "Langkah diambil")]
    [InlineData(EntryKind.PublicStatement, "Pernyataan publik")]
    [InlineData(EntryKind.StatusUpdate, "Pemutakhiran")]
    [InlineData(EntryKind.AuditNote, "Catatan audit")]
    public void A_plain_entry_reads_time_agency_kind_text_label_and_audience(EntryKind kind, string word) =>
        Read(Card(AView.Entry(kind: kind))).ShouldBe($"10.15 Badan Siber dan Sandi Negara {word} Pemeriksaan log masih berjalan. TLP:AMBER Tim gabungan");

    [Fact]
    public void Changes_of_the_incident_read_from_and_to()
    {
        var bssn = new Member(People.LiaisonOf("BSSN").Person, "Budi", new AgencyId("BSSN"), "BSSN", Role.Liaison);
        Says(EntryKind.PhaseChanged, new PhaseChanged(Phase.Triage, Phase.Active)).ShouldContain("Fase Verifikasi awal → Penanganan Alasan.");
        Says(EntryKind.AssessmentChanged, new SeverityChanged(Severity.Low, Severity.Critical)).ShouldContain("Penilaian Rendah → Kritis");
        Says(EntryKind.AssessmentChanged, new CrisisStatusProposed(CrisisStatus.EarlyWarning)).ShouldContain("Penilaian diusulkan → Peringatan dini");
        Says(EntryKind.AssessmentChanged, new CrisisStatusChanged(CrisisStatus.Normal, CrisisStatus.Crisis)).ShouldContain("Penilaian Normal → Krisis");
        Says(EntryKind.AssessmentChanged, new LegalTrackChanged(LegalTrack.None, LegalTrack.Inquiry)).ShouldContain("Penilaian Belum → Penyelidikan");
        Says(EntryKind.MembershipChanged, new MemberAdded(bssn)).ShouldContain("Keanggotaan Ditambahkan: Budi (BSSN)");
        Says(EntryKind.MembershipChanged, new MemberRemoved(bssn)).ShouldContain("Keanggotaan Dikeluarkan: Budi (BSSN)");
        var wall = new PairedWall(People.Wall.Person, "Ruang krisis KPU", "Lantai 2", AnIncident.Now);
        Says(EntryKind.MembershipChanged, new WallPaired(wall)).ShouldContain("Papan status dipasangkan: Ruang krisis KPU (Lantai 2), sampai 28/11/2023 10.15 WIB");
        Says(EntryKind.MembershipChanged, new WallReleased(wall)).ShouldContain("Papan status dicabut: Ruang krisis KPU (Lantai 2)");
        Says(EntryKind.IncidentOpened, new IncidentOpened(new Reference("INS-1"), "DPT", Severity.High, Tlp.Green, [bssn])).ShouldContain("Insiden dibuka Tinggi Tim awal: BSSN");
    }

    [Fact]
    public void Red_names_its_recipients_also_those_who_have_left_and_not_those_one_does_not_know()
    {
        var red = AView.Entry() with { Marking = new Marking(Tlp.Red, [], [People.LiaisonOf("KPU").Person]) };
        Read(Card(red)).ShouldEndWith("Hanya untuk Liaison 1 (KPU) TLP:RED Tim gabungan");
        var unknown = red with { Marking = new Marking(Tlp.Red, [], [People.LiaisonOf("KEMENDAGRI").Person]) };
        Read(Card(unknown)).ShouldContain("Hanya untuk orang lain");
        Read(Card(AView.Entry())).ShouldNotContain("Hanya untuk");
    }

    [Fact]
    public void A_narrowed_audience_is_spelled_out_and_so_is_what_may_be_released()
    {
        var narrow = AView.Entry() with { Marking = new Marking(Tlp.AmberStrict, [new AgencyId("BSSN"), new AgencyId("KPU")], []) };
        Read(Card(narrow)).ShouldEndWith("TLP:AMBER+STRICT Badan Siber dan Sandi Negara, Komisi Pemilihan Umum");
        var releasable = Card(AView.Entry() with { Releasable = true, Marking = Marking.WholeTeam(Tlp.Clear) });
        Read(releasable).ShouldEndWith("TLP:CLEAR Tim gabungan K-I");
        releasable.Find("[title*='dirilis']").ShouldNotBeNull();
    }

    [Fact]
    public void Who_sees_the_heading_only_is_told_so_and_reads_no_text()
    {
        var heading = Read(Card(AView.Entry(text: null)));
        heading.ShouldBe("10.15 Badan Siber dan Sandi Negara Pemutakhiran Isi tidak ditampilkan di sini TLP:AMBER Tim gabungan");
    }

    [Fact]
    public void A_correction_quotes_what_it_corrects_and_the_original_what_was_said_of_it()
    {
        var original = AView.Entry(1, "Penjual membagikan 500 data contoh.");
        var correction = AView.Remark(2, original, "Yang benar 500 ribu.");
        var card = Card(correction);
        Read(card).ShouldContain("Koreksi Yang benar 500 ribu. Atas entri Badan Siber dan Sandi Negara 10.15 Penjual membagikan 500 data contoh.");
        card.Find($"a[href='{permalink(original.Reference)}']").ShouldNotBeNull();
        Read(Card(original with { QuotedBy = [AView.Quote(correction), AView.Quote(AView.Remark(3, original, "Tidak mungkin.", EntryKind.Contradiction))] }))
            .ShouldContain("Dikoreksi Badan Siber dan Sandi Negara 10.15 : Yang benar 500 ribu. Dipertentangkan Badan Siber dan Sandi Negara 10.15 : Tidak mungkin.");
    }

    [Fact]
    public void What_was_written_later_than_it_happened_says_both_times()
    {
        var late = AView.Entry() with { RecordedAt = AnIncident.Now.AddDays(1), Source = "media publik" };
        Read(Card(late)).ShouldBe("10.15 Badan Siber dan Sandi Negara Pemutakhiran terjadi 28/11 10.15 Pemeriksaan log masih berjalan. Sumber: media publik TLP:AMBER Tim gabungan");
    }

    [Fact]
    public void In_English_the_frame_is_English_and_the_words_are_the_authors()
    {
        ReadIn("en-GB");
        Read(Card(AView.Entry(kind: EntryKind.ActionTaken) with { Releasable = true, Marking = Marking.WholeTeam(Tlp.Green) }))
            .ShouldBe("10:15 Badan Siber dan Sandi Negara Action taken Pemeriksaan log masih berjalan. TLP:GREEN Joint team C-I");
    }

    [Fact]
    public void Markup_in_a_text_is_text()
    {
        var card = Card(AView.Entry(text: "<b>tebal</b><script>1</script>"));
        card.FindAll("b.tebal, script").ShouldBeEmpty();
        Read(card).ShouldContain("<b>tebal</b><script>1</script>");
    }

    [Fact]
    public void A_card_that_a_push_did_not_touch_is_not_rendered_again()
    {
        var entry = AView.Entry();
        var card = Card(entry);
        card.Render(p => Fill(p, entry).Add(c => c.OnContradict, EventCallback.Factory.Create<EntryView>(this, _ => { })));
        var before = card.RenderCount;
        card.Render(p => Fill(p, entry).Add(c => c.OnContradict, EventCallback.Factory.Create<EntryView>(this, _ => { })));
        card.RenderCount.ShouldBe(before);
        card.Render(p => Fill(p, entry with { Text = "Berubah." }));
        card.RenderCount.ShouldBe(before + 1);
        card.Render(p => Fill(p, entry with { Text = "Berubah." }).Add(c => c.IsNew, true));
        Read(card).ShouldContain("baru");
    }

    string Says(EntryKind kind, IncidentEvent change) => Read(Card(AView.Entry(text: "Alasan.", kind: kind) with { Changes = [change] }));

    IRenderedComponent<EntryCard> Card(EntryView entry) => Render<EntryCard>(p => Fill(p, entry));

    static ComponentParameterCollectionBuilder<EntryCard> Fill(ComponentParameterCollectionBuilder<EntryCard> parameters, EntryView entry) => parameters
        .Add(c => c.Entry, entry).Add(c => c.Zone, Zone).Add(c => c.PermalinkTo, permalink).Add(c => c.People, everybody);
}
