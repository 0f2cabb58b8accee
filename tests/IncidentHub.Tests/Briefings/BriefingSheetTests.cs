using AngleSharp.Dom;
using Bunit;
using IncidentHub.Briefings;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;

namespace IncidentHub.Tests.Briefings;

public class BriefingSheetTests : ComponentTest
{
    static readonly EditionDocument demo = AnEdition.OfTheDemo();

    [Fact]
    public void Page_one_says_what_it_is_of_when_and_for_whom()
    {
        var head = Read(Sheet(demo).Find(".masthead"));
        head.ShouldContain("Paparan R-02");
        head.ShouldContain("per 04/12/2023 10.15 WIB");
        head.ShouldContain("Rapat terbuka");
        head.ShouldContain("TLP:CLEAR");
        head.ShouldContain("4a9bace7");
        Read(Sheet(demo with { Session = BriefingSession.Closed, Label = Tlp.Amber }).Find(".masthead")).ShouldContain("Rapat tertutup Penandaan TLP:AMBER");
    }

    [Fact]
    public void What_is_not_frozen_says_so_and_has_no_hash()
    {
        var sheet = Sheet(demo, hash: null);
        Read(sheet.Find(".masthead")).ShouldContain("pratinjau, belum dibekukan");
        Read(sheet.Find(".seal")).ShouldContain("belum dibekukan");
        sheet.FindAll("code").ShouldBeEmpty();
    }

    [Fact]
    public void Three_columns_hold_numbered_points_with_their_state_and_source()
    {
        var sheet = Sheet(demo);
        sheet.FindAll(".page-one .claims__head").Select(Read).ShouldBe(["Diketahui", "Belum diketahui", "Terbantahkan"]);
        sheet.FindAll(".page-one li.point").Select(p => p.GetAttribute("value")).ShouldBe(["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
        Read(sheet.Find(".known .point")).ShouldBe("Penawaran itu ada. Akun “Jimbo” menawarkannya di forum daring; patroli Bareskrim juga menemukannya. Isinya belum terbukti. Terverifikasi Bareskrim Polri, 29/11 (B1)");
        sheet.FindAll("#lanjutan").ShouldBeEmpty();
    }

    [Fact]
    public void Lateness_is_as_of_the_edition_and_not_of_the_reader()
    {
        var dues = Sheet(demo).FindAll("#tenggat tbody tr").Select(Read).ToList();
        dues[0].ShouldContain("Lewat tenggat");
        dues[0].ShouldContain("3 hari 19 jam");
        dues[1].ShouldContain("dari Kominfo kepada KPU");
        dues[1].ShouldContain("2 hari 14 jam");
        dues[2].ShouldContain("Ditutup, 29/11 10.30");
        Read(Sheet(demo with { AsOf = AnEdition.At(11, 30, 14) }).Find("#tenggat")).ShouldNotContain("Lewat tenggat hitungan");
    }

    [Fact]
    public void Each_released_task_is_a_box_of_who_does_it()
    {
        var rows = Sheet(demo).FindAll("#langkah tbody tr");
        rows.Select(r => Read(r.QuerySelector("th")!)).ShouldBe(["KPU", "BSSN", "Kominfo", "Bareskrim Polri", "BIN"]);
        Read(rows[2].QuerySelector(".work")!).ShouldBe("2 diterima");
        rows[2].QuerySelectorAll(".box--open").Length.ShouldBe(2);
        rows[1].QuerySelectorAll(".box--done").Length.ShouldBe(1);
        Read(rows[4].QuerySelector(".work")!).ShouldBe("tidak ada yang dirilis");
    }

    [Fact]
    public void What_is_claimed_stands_beside_what_it_is_compared_with_and_that_nothing_is_confirmed()
    {
        var sheet = Sheet(demo);
        sheet.FindAll(".rows-figure__one").Select(Read).ShouldBe(
            ["Diklaim 252.327.304", "Diklaim, tanpa baris ganda 204.807.203", "Pembanding (daftar KPU) 204.807.222", "Terkonfirmasi belum ada"]);
        sheet.FindAll(".rows-figure rect").Select(r => (r.ClassName, r.GetAttribute("width"))).ShouldBe([("claimed", "99%"), ("claimed", "80.4%"), ("register", "80.4%")]);
        sheet.FindAll(".rows-figure line.nothing").ShouldHaveSingleItem();
        Read(sheet.Find(".rows-figure__sources")).ShouldContain("Diklaim: BSSN, 27/11");
        Read(sheet.Find(".page-one")).ShouldContain("252.327.304 baris; 204.807.203 tanpa baris ganda");
        Sheet(demo with { RowCounts = [] }).FindAll(".rows-figure").ShouldBeEmpty();
        var confirmed = Sheet(demo with { RowCounts = [.. demo.RowCounts, new(RowCountKind.Confirmed, 12, new("KPU"), AnEdition.AsOf)] });
        confirmed.FindAll(".rows-figure .confirmed").ShouldHaveSingleItem().GetAttribute("width").ShouldBe("0.5%");
        Read(confirmed.Find(".page-one")).ShouldContain("Terkonfirmasi 12 baris");
    }

    [Fact]
    public void Another_number_of_rows_or_kind_of_data_is_a_change()
    {
        var before = demo.Before! with { Data = demo.Data, RowCounts = demo.RowCounts };
        var same = Sheet(demo with { Before = before, Changes = [] });
        Read(same.Find("#perubahan")).ShouldContain("Tidak ada butir yang berubah");
        same.FindAll("#perubahan tbody tr").Count.ShouldBe(2);

        var counted = Sheet(demo with { Before = before, Changes = [], RowCounts = [.. demo.RowCounts, new(RowCountKind.Confirmed, 0, new("KPU"), AnEdition.AsOf)] });
        counted.FindAll("#perubahan tbody tr").Select(Read).First().ShouldBe("Jumlah baris: Terkonfirmasi belum ada 0 baris Berubah");
        Read(counted.Find("#perubahan")).ShouldNotContain("Tidak ada butir");
        Read(counted.Find(".page-one")).ShouldContain("Data terdampak bagian D");

        var confirmed = Sheet(demo with { Before = before, Changes = [], Data = [.. demo.Data.Select((d, i) => i == 0 ? d with { IsConfirmed = true } : d)] });
        confirmed.FindAll("#perubahan tbody tr").Select(Read).First().ShouldBe("Data terdampak 6 diklaim, 0 dikonfirmasi 6 diklaim, 1 dikonfirmasi Berubah");
    }

    [Fact]
    public void Changes_say_what_was_and_what_is()
    {
        var rows = Sheet(demo).FindAll("#perubahan tbody tr").Select(Read).ToList();
        rows[0].ShouldBe("Kemiripan data belum dimuat Terindikasi (butir 3) Baru");
        rows[2].ShouldBe("Jumlah klaim dan DPT Sedang diverifikasi Terbantahkan (butir 9) ; kata-katanya diubah Berubah");
        rows[3].ShouldBe("Pemberitahuan menurut Pasal 46 Berjalan Lewat tenggat (butir 36) Berubah");
        rows[6].ShouldBe("Jumlah data contoh sudah dimuat tidak lagi dimuat Ditarik");
        rows[^2..].ShouldBe(["Penanganan Terkendali Terkendali Tetap", "Kebenaran Dugaan Dugaan Tetap"]);
    }

    [Fact]
    public void What_comes_is_sorted_by_date_and_what_has_none_is_last()
    {
        var rows = Sheet(demo).FindAll("#berikutnya tbody tr").Select(Read).ToList();
        rows[0].ShouldStartWith("lewat sejak 30/11 KPU Pemberitahuan");
        rows[2].ShouldStartWith("05/12/2023 10.00 KPU Melaporkan");
        rows.ShouldContain(r => r.StartsWith("18/12/2023 10.00 Kominfo Menyiapkan langkah antisipasi", StringComparison.Ordinal));
        rows[^1].ShouldStartWith("tanggal belum ditetapkan KPU Menyampaikan hasil forensik");
    }

    [Fact]
    public void A_question_that_waits_says_for_whom() =>
        Read(Sheet(demo).FindAll(".question")[2]).ShouldContain("Menunggu jawaban KPU");

    [Fact]
    public void Empty_parts_say_so_in_a_sentence()
    {
        var sheet = Sheet(AnEdition.Empty());
        foreach (var part in new[] { "linimasa", "langkah", "tenggat", "data", "perubahan", "berikutnya", "tanya" })
            Read(sheet.Find($"#{part} .part__empty")).ShouldEndWith(".");
        sheet.FindAll(".claims__none").Count.ShouldBe(3);
        sheet.FindAll("table, ol").ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_that_somebody_wrote_becomes_markup()
    {
        const string Written = "<b>tebal</b><script>alert(1)</script>";
        var point = demo.Points[0] with { Title = Written, Text = Written };
        var sheet = Sheet(demo with { Title = Written, Summary = $"**{Written}** dan **sisanya", Points = [point, point with { Number = 2, Section = BriefingSection.Event }], ComposedBy = Written });
        sheet.FindAll("script").ShouldBeEmpty();
        sheet.FindAll(".summary b").ShouldBeEmpty();
        sheet.Find(".summary strong").TextContent.ShouldBe(Written);
        sheet.Find(".summary").TextContent.ShouldBe($"{Written} dan **sisanya");
    }

    [Theory]
    [InlineData(12, 160)]
    [InlineData(40, 90)]
    [InlineData(3, 1500)]
    public void What_page_one_has_no_room_for_is_counted_and_stands_in_full_behind_it(int points, int letters)
    {
        var edition = AnEdition.With(points, letters);
        var sheet = Sheet(edition);
        var page = PageOne.Of(edition);
        page.Columns.ShouldAllBe(c => c.Shown.Count > 0 && c.Shown.Count + c.Rest == points);
        foreach (var (column, shown) in page.Columns.Zip(sheet.FindAll(".page-one .claims .claims")))
            Read(shown).Contains($"{column.Rest} butir lagi pada bagian Lanjutan", StringComparison.Ordinal).ShouldBe(column.Rest > 0);
        var whole = sheet.FindAll("li.point").GroupBy(p => p.GetAttribute("value")).ToDictionary(g => g.Key!, g => Read(g.Last()));
        foreach (var point in edition.Points.Where(p => p.Section is BriefingSection.Known or BriefingSection.Unknown or BriefingSection.Refuted))
            whole[$"{point.Number}"].ShouldStartWith($"{point.Title} {point.Text}");
    }

    [Fact]
    public void It_reads_in_English_too()
    {
        ReadIn("en-GB");
        var sheet = Sheet(demo);
        Read(sheet.Find(".masthead")).ShouldContain("Open sitting");
        Read(sheet.Find("#tenggat tbody .lateness")).ShouldBe("3 d 19 h");
    }

    [Theory]
    [InlineData(Phase.Reported, "Tahap 1 dari 7, sejak 29/11")]
    [InlineData(Phase.Closed, "Tahap 7 dari 7, sejak 29/11")]
    [InlineData(Phase.Dismissed, "Tahap 3 dari 3, sejak 29/11")]
    public void The_stage_is_told_in_words(Phase phase, string words) => Read(Sheet(demo with { Phase = phase }).Find(".stepper__note")).ShouldBe(words);

    [Theory, MemberData(nameof(EveryTruth))]
    public void Every_truth_is_explained(TruthStatus truth) => Read(Sheet(demo with { Truth = truth }).FindAll(".status__one")[1]).ShouldContain(Words.Of(truth));

    public static TheoryData<TruthStatus> EveryTruth => [.. Enum.GetValues<TruthStatus>()];

    [Fact]
    public void The_margins_take_no_words_that_end_their_string()
    {
        var margins = MarginTexts.Of(demo with { Edition = "R'\\;}\n" }, AnEdition.Hash, isDemo: true, Words);
        margins.ShouldContain("--sheet-tlp: 'TLP:CLEAR'");
        margins.ShouldContain(@"R\27 \5c \3b \7d \a ");
        margins.ShouldContain("DATA DEMO");
    }

    IRenderedComponent<BriefingSheet> Sheet(EditionDocument edition, string? hash = AnEdition.Hash) =>
        Render<BriefingSheet>(p => p.Add(s => s.Edition, edition).Add(s => s.Hash, hash));
}
