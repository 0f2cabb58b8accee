using AngleSharp.Dom;
using Bunit;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;
using IncidentHub.Timeline;

namespace IncidentHub.Tests.Timeline;

public class ComposerPaneTests : ComponentTestInARoom
{
    static readonly Actor kpu = Support.People.LiaisonOf("KPU");

    [Fact]
    public async Task What_is_sent_stands_in_the_log_and_the_box_is_empty()
    {
        var sent = 0;
        var composer = await Composer(kpu, onSent: () => sent++);
        await Type(composer, "Akun dinonaktifkan.");
        await Send(composer);
        composer.WaitForAssertion(() => Text(composer).ShouldBe(""));
        sent.ShouldBe(1);
        var last = (await ViewOf(kpu)).Latest[^1];
        (last.Text, last.Marking, last.Author).ShouldBe(("Akun dinonaktifkan.", Marking.WholeTeam(Tlp.Amber), kpu));
        (await Draft()).ShouldBeNull();
    }

    [Theory]
    [InlineData("", "Isi wajib ditulis.")]
    [InlineData("   ", "Isi wajib ditulis.")]
    [InlineData("rusak\u0007", "Isi memuat karakter yang tidak dapat disimpan.")]
    public async Task A_text_that_cannot_stand_is_refused_with_a_sentence_and_kept(string text, string sentence)
    {
        var composer = await Composer(kpu);
        await Type(composer, text);
        await Send(composer);
        Error(composer).ShouldStartWith(sentence);
        Text(composer).ShouldBe(text);
        (await ViewOf(kpu)).Count.ShouldBe(1);
        await Type(composer, text + "a");
        Error(composer).ShouldBe("");
    }

    [Fact]
    public async Task A_refusal_keeps_text_and_command_and_what_is_mended_is_written_once()
    {
        var composer = await Composer(kpu);
        await Choose(composer, "TLP", "Red");
        await Type(composer, "Untuk seseorang.");
        await Send(composer);
        Error(composer).ShouldBe("TLP:RED memerlukan nama penerima. Pilih setidaknya satu orang.");
        Text(composer).ShouldBe("Untuk seseorang.");
        var refused = (await Draft())!;
        refused.Model.Text.ShouldBe("Untuk seseorang.");
        await Choose(composer, "TLP", "Green");
        await Send(composer);
        composer.WaitForAssertion(() => Text(composer).ShouldBe(""));
        (await ViewOf(kpu)).Latest.Count(e => e.Text == "Untuk seseorang.").ShouldBe(1);
    }

    [Fact]
    public async Task While_the_storage_is_away_the_text_is_kept_and_sending_again_writes_it_once_with_the_same_id()
    {
        var composer = await Composer(kpu);
        await Type(composer, "Sekali saja.");
        Guid first;
        await using (var other = await Database.OpenAsProduct())
        {
            await other.Execute("BEGIN IMMEDIATE");
            await Send(composer);
            composer.WaitForAssertion(() => Error(composer).ShouldContain("Penyimpanan sedang dipakai proses lain"));
            Error(composer).ShouldEndWith("Tulisan Anda tetap tersimpan di kotak ini.");
            Text(composer).ShouldBe("Sekali saja.");
            first = (await Draft())!.CommandId;
            await other.Execute("ROLLBACK");
        }
        await Send(composer);
        composer.WaitForAssertion(() => Text(composer).ShouldBe(""));
        (await Node.Log.Find(Incident, kpu.Person, first)).ShouldNotBeNull();
        (await ViewOf(kpu)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_draft_is_taken_up_with_its_text_marking_and_details()
    {
        var composer = await Composer(kpu);
        await Choose(composer, "TLP", "AmberStrict");
        await composer.InvokeAsync(() => composer.FindAll(".menu__item").Single(i => i.TextContent.Contains("Badan Siber", StringComparison.Ordinal)).QuerySelector("input")!.Change(true));
        await composer.InvokeAsync(() => composer.Find("#composer-source").Change("media publik"));
        await Type(composer, "Separuh");
        await Eventually.Is(async () => (await Draft())?.Model is { Text: "Separuh", Source: "media publik" });

        var later = await Composer(kpu);
        Text(later).ShouldBe("Separuh");
        Chosen(later, "TLP").ShouldBe("AmberStrict");
        later.Find("summary[title^='Penerima']").GetAttribute("title").ShouldBe("Penerima: Badan Siber dan Sandi Negara");
        later.Find("#composer-source").GetAttribute("value").ShouldBe("media publik");
    }

    [Fact]
    public async Task A_correction_sets_the_half_written_entry_aside_and_brings_it_back_with_its_marking()
    {
        var reference = await Write(kpu, "Jumlahnya 500.", Marking.WholeTeam(Tlp.Clear));
        var original = (await ViewOf(kpu)).Latest.Single(e => e.Reference == reference);
        var composer = await Composer(kpu);
        await Choose(composer, "TLP", "Red");
        await Type(composer, "Rahasia");

        await composer.InvokeAsync(() => composer.Instance.Begin(ComposerMode.Correction, original));
        (Text(composer), Chosen(composer, "TLP")).ShouldBe(("", "Clear"));
        Read(composer).ShouldContain("Mengoreksi entri Komisi Pemilihan Umum 28/11 10.15 Jumlahnya 500.");
        await Type(composer, "Yang benar 500 ribu.");
        await Send(composer);
        composer.WaitForAssertion(() => (Text(composer), Chosen(composer, "TLP")).ShouldBe(("Rahasia", "Red")));
        var entry = (await ViewOf(kpu)).Latest.Single(e => e.Reference == reference);
        entry.QuotedBy.ShouldHaveSingleItem().Text.ShouldBe("Yang benar 500 ribu.");

        await composer.InvokeAsync(() => composer.Instance.Begin(ComposerMode.Contradiction, original));
        await composer.InvokeAsync(() => Button(composer, "Batalkan").ClickAsync(new()));
        (Text(composer), Chosen(composer, "TLP")).ShouldBe(("Rahasia", "Red"));
    }

    [Fact]
    public async Task A_contradiction_of_several_entries_is_as_strict_as_the_strictest_and_survives_a_reload()
    {
        var bssn = Support.People.LiaisonOf("BSSN");
        var open = await Write(kpu, "Data diambil.", Marking.WholeTeam(Tlp.Clear));
        var narrow = await Write(bssn, "Data tidak diambil.", new Marking(Tlp.AmberStrict, [new AgencyId("BSSN"), new AgencyId("KPU")], []));
        var entries = (await ViewOf(kpu)).Latest;
        var composer = await Composer(kpu);
        await composer.InvokeAsync(() => composer.Instance.Begin(ComposerMode.Contradiction, entries.Single(e => e.Reference == narrow)));
        await composer.InvokeAsync(() => composer.Instance.Begin(ComposerMode.Contradiction, entries.Single(e => e.Reference == open)));
        Chosen(composer, "TLP").ShouldBe("AmberStrict");
        await Type(composer, "Keduanya tidak dapat benar.");
        await Eventually.Is(async () => (await Draft())?.Model.Text.Length > 0);

        var later = await Composer(kpu);
        Read(later).ShouldContain("Data tidak diambil. Data diambil.");
        await Send(later);
        later.WaitForAssertion(() => Text(later).ShouldBe(""));
        var remark = (await ViewOf(kpu)).Latest[^1];
        remark.Kind.ShouldBe(EntryKind.Contradiction);
        remark.Marking.Audience.ShouldBe([new AgencyId("BSSN"), new AgencyId("KPU")]);
        (await ViewOf(Support.People.LiaisonOf("KOMINFO"))).Latest.ShouldNotContain(e => e.Reference == remark.Reference);
    }

    [Fact]
    public async Task An_auditor_has_nothing_to_choose_but_writes_a_note()
    {
        var composer = await Composer(Support.People.Auditor);
        Read(composer).ShouldNotContain("Jenis entri");
        await Type(composer, "Penyelarasan diminta.");
        await Send(composer);
        composer.WaitForAssertion(() => Text(composer).ShouldBe(""));
        (await ViewOf(kpu)).Latest[^1].Kind.ShouldBe(EntryKind.AuditNote);
    }

    [Fact]
    public async Task It_speaks_English_too()
    {
        ReadIn("en-GB");
        var composer = await Composer(kpu);
        await Send(composer);
        Error(composer).ShouldBe("Write a text.");
        Read(composer).ShouldContain("For the recipient’s organisation and its clients Send");
    }

    async Task<IRenderedComponent<ComposerPane>> Composer(Actor viewer, Action? onSent = null)
    {
        var head = (await ViewOf(viewer)).Incident;
        var composer = Render<ComposerPane>(p => p.Add(c => c.Incident, head).Add(c => c.Viewer, viewer).Add(c => c.Zone, Zone).Add(c => c.OnSent, onSent ?? (() => { })));
        composer.WaitForElement("#composer-text");
        return composer;
    }

    Task<ComposerDraft?> Draft() => Node.Get<Drafts>().Load<ComposerDraft>(kpu.Person, Incident, "composer");

    // Found and used in one turn of the renderer: the library's pickers render once more on their own.
    static Task Type(IRenderedComponent<ComposerPane> composer, string text) => composer.InvokeAsync(() => composer.Find("#composer-text").Input(text));

    static Task Send(IRenderedComponent<ComposerPane> composer) => composer.InvokeAsync(() => composer.Find("form").SubmitAsync());

    static string? Text(IRenderedComponent<ComposerPane> composer) => composer.Find("#composer-text").GetAttribute("value");

    static string Error(IRenderedComponent<ComposerPane> composer) => Read(composer.Find("[role=alert]"));

    static IElement Select(IRenderedComponent<ComposerPane> composer, string label) =>
        composer.FindAll("label").Single(l => l.QuerySelector("select") is not null && Read(l) == label).QuerySelector("select")!;

    static Task Choose(IRenderedComponent<ComposerPane> composer, string label, string value) => composer.InvokeAsync(() => Select(composer, label).Change(value));

    static string? Chosen(IRenderedComponent<ComposerPane> composer, string label) => Select(composer, label).GetAttribute("value");

    static IElement Button(IRenderedComponent<ComposerPane> composer, string name) => composer.FindAll("button").Single(b => Read(b) == name);
}
