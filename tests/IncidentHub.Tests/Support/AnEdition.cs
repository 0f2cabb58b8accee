using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>Editions of a briefing in a named state; R-02 of the demo's case at first, as it stood on 4 December 2023, 10.15 WIB.</summary>
public static class AnEdition
{
    public const string Hash = "4a9bace7b88c360d93d3699b2dd46756aed7b364cf0955db1f68a2242c794d71";
    public static readonly DateTimeOffset AsOf = At(12, 4, 10, 15);

    static readonly AgencyId kpu = new("KPU"), bssn = new("BSSN"), kominfo = new("KOMINFO"), bareskrim = new("BARESKRIM"), bin = new("BIN");

    /// <summary>WIB, in 2023.</summary>
    public static DateTimeOffset At(int month, int day, int hour, int minute = 0) => new(2023, month, day, hour, minute, 0, TimeSpan.FromHours(7));

    static readonly ImmutableArray<AffectedData> Claimed = [.. new[] { DataCategory.Name, DataCategory.NationalId, DataCategory.FamilyCard, DataCategory.BirthPlaceAndDate, DataCategory.Sex, DataCategory.Address }.Select(c => new AffectedData(c, IsClaimed: true, IsConfirmed: false))];

    /// <summary>With nothing released.</summary>
    public static EditionDocument Empty() => new(
        EditionDocument.CurrentFormat, "R-01", "DPT", "Dugaan kebocoran data DPT", BriefingSession.Open, Tlp.Clear, AsOf, Phase.Reported, At(11, 27, 16, 20), TruthStatus.Alleged,
        "Belum ada yang dapat disampaikan.", ImmutableSortedDictionary<string, string>.Empty.Add("KPU", "KPU"), [], [], [], null, [], "Koordinator (KPU)", "Narahubung (Kominfo)");

    public static EditionDocument OfTheDemo() => Empty() with
    {
        Edition = "R-02",
        Phase = Phase.Contained,
        PhaseSince = At(11, 29, 13, 30),
        Summary = "Sebuah akun anonim menawarkan data yang diklaim sebagai data pemilih; kebenarannya masih **dugaan** dan sedang diperiksa tim gabungan. Akses sudah dibatasi, dan menurut KPU pencetakan data pemilih tidak terganggu. **Dua tenggat telah lewat** saat edisi ini ditutup: pemberitahuan Pasal 46 (3 hari 19 jam) dan jawaban tertulis KPU kepada Kominfo (2 hari 14 jam).",
        Agencies = new Dictionary<string, string> { ["KPU"] = "KPU", ["BSSN"] = "BSSN", ["KOMINFO"] = "Kominfo", ["BARESKRIM"] = "Bareskrim Polri", ["BIN"] = "BIN" }.ToImmutableSortedDictionary(),
        Points = Points(),
        Data = Claimed,
        RowCounts = [new(RowCountKind.Claimed, 252_327_304, bssn, At(11, 27, 17, 40)), new(RowCountKind.ClaimedDistinct, 204_807_203, kominfo, At(12, 2, 15)), new(RowCountKind.Register, 204_807_222, kpu, At(11, 28, 11))],
        Questions =
        [
            Asked(1, "Apakah data pemilih benar bocor?", kominfo, "Belum diketahui. Kebenarannya masih dugaan. Kominfo sementara menemukan kemiripan data (butir 3), tetapi asalnya belum dapat ditentukan (butir 5).", At(12, 4, 9)),
            Asked(2, "Apakah pemungutan suara terganggu?", kpu, "Tidak ada gangguan dilaporkan. Menurut KPU, pencetakan data pemilih tidak terganggu; keterangan ini informasi awal.", At(12, 2, 16, 30)),
            Asked(3, "Mengapa surat Kominfo belum dijawab?", kpu),
            Asked(4, "Mengapa jumlah yang diklaim melebihi DPT?", kominfo, "Klaim 252.327.304 baris memuat baris ganda. Tanpa baris ganda tersisa 204.807.203, berselisih 19 dari DPT (butir 9).", At(12, 2, 15, 30)),
            Asked(5, "Siapa yang akan menyampaikan hasil forensik?", bssn, "KPU selaku PSE. Laporan forensik tahap awal sudah diserahkan BSSN kepada Dittipidsiber dan KPU.", At(12, 2, 12)),
        ],
        Before = new EditionBefore("R-01", At(11, 29, 14), Phase.Contained, TruthStatus.Alleged, Claimed, []),
        Changes =
        [
            new(BriefingChangeKind.New, BriefingSection.Known, "Kemiripan data", 3, null, new(Finding: FindingState.Indicated, Grade: new(Reliability.B, 2)), false, false, false),
            new(BriefingChangeKind.New, BriefingSection.Refuted, "Salinan di Bawaslu", 8, null, new(Finding: FindingState.Refuted), false, false, false),
            new(BriefingChangeKind.Changed, BriefingSection.Refuted, "Jumlah klaim dan DPT", 9, new(Finding: FindingState.UnderReview), new(Finding: FindingState.Refuted), true, false, false),
            new(BriefingChangeKind.Changed, BriefingSection.Due, "Pemberitahuan menurut Pasal 46", 36, new(Obligation: ObligationState.Running, IsOwed: true), new(Obligation: ObligationState.Running, IsOwed: true), false, false, true),
            new(BriefingChangeKind.Changed, BriefingSection.Due, "Jawaban tertulis atas permintaan klarifikasi", 37, new(Clarification: ClarificationState.Delivered, IsOwed: true), new(Clarification: ClarificationState.Delivered, IsOwed: true), false, false, true),
            new(BriefingChangeKind.Changed, BriefingSection.Step, "Forensik aplikasi dan server", 14, new(Task: TaskState.InProgress), new(Task: TaskState.Done), false, false, false),
            new(BriefingChangeKind.Withdrawn, BriefingSection.Unknown, "Jumlah data contoh", null, null, null, false, false, false),
        ],
        ComposedBy = "Koordinator KPU (KPU)",
        ApprovedBy = "Narahubung Kominfo (Kominfo)",
    };

    /// <summary>As the demo's, with this many points in each section and this long a text in each.</summary>
    public static EditionDocument With(int points, int letters, int summary = 400)
    {
        var demo = OfTheDemo();
        var kinds = Enum.GetValues<BriefingSection>();
        return demo with
        {
            Summary = Prose(summary),
            Points = [.. from section in kinds from i in Enumerable.Range(0, points) select Many(section, (int)section * points + i + 1, i, letters)],
            Questions = [.. Enumerable.Range(1, points).Select(i => Asked(i, Prose(Math.Min(letters, 200)) + "?", kpu, i % 2 == 0 ? Prose(letters) : null, At(12, 2, 12)))],
            Changes = [.. Enumerable.Range(1, points).Select(i => new BriefingChange(BriefingChangeKind.New, BriefingSection.Known, Prose(Math.Min(letters, 60)), i, null, null, false, false, false))],
        };
    }

    static BriefingPoint Many(BriefingSection section, int number, int index, int letters)
    {
        var at = At(11, 27, 9).AddHours(index * 4);
        AgencyId[] all = [kpu, bssn, kominfo, bareskrim, bin];
        return section is BriefingSection.Due
            ? Point(number, section, all[index % 5], Prose(Math.Min(letters, 120)), Prose(letters), at, ReleasedKind.Clarification, new(Clarification: ClarificationState.Delivered, OwedBy: all[index % 5], OwedTo: all[(index + 1) % 5], Start: at, Due: at.AddHours(24), IsOwed: true))
            : Point(number, section, all[index % 5], Prose(Math.Min(letters, 120)), Prose(letters), section is BriefingSection.Next ? AsOf.AddHours(index + 1) : at, ReleasedKind.Finding, new(Finding: FindingState.Indicated, Grade: new(Reliability.B, 2)));
    }

    static string Prose(int letters)
    {
        const string Words = "Kementerian mempertimbangkan keterangan yang dikumpulkan tim gabungan perihal pemilih di seluruh wilayah. ";
        return string.Concat(Enumerable.Repeat(Words, letters / Words.Length + 1))[..letters].Trim();
    }

    static ImmutableArray<BriefingPoint> Points() =>
    [
        Point(1, BriefingSection.Known, bareskrim, "Penawaran itu ada.", "Akun “Jimbo” menawarkannya di forum daring; patroli Bareskrim juga menemukannya. Isinya belum terbukti.", At(11, 29, 10, 45), ReleasedKind.Finding, new(Finding: FindingState.Verified, Grade: new(Reliability.B, 1))),
        Point(2, BriefingSection.Known, kpu, "500 ribu data contoh dibagikan", "oleh penjual. Semula tercatat 500; dikoreksi BSSN.", At(11, 28, 16)),
        Point(3, BriefingSection.Known, kominfo, "Sementara ditemukan kemiripan", "data yang ditawarkan dengan data di situs KPU.", At(12, 4, 10, 15), ReleasedKind.Finding, new(Finding: FindingState.Indicated, Grade: new(Reliability.B, 2))),
        Point(4, BriefingSection.Known, kpu, "Akun pengguna Sidalih dinonaktifkan", "dan akses dibatasi.", At(11, 29, 12), ReleasedKind.Task, new(Task: TaskState.Done)),
        Point(5, BriefingSection.Unknown, kominfo, "Dari mana data berasal:", "KPU atau sumber kependudukan lain, belum dapat ditentukan.", At(11, 29, 14, 45), ReleasedKind.Finding, new(Finding: FindingState.Inconclusive, Grade: new(Reliability.B, 6))),
        Point(6, BriefingSection.Unknown, kominfo, "Apakah data diambil.", "Menurut Menkominfo, KPU menyampaikan data diambil; menurut Ketua KPU, tim gabungan memeriksa kebenarannya.", At(11, 29, 9, 30)),
        Point(7, BriefingSection.Unknown, kominfo, "Apa penyebabnya,", "bila terbukti. Dirjen Aptika ditugasi meneliti.", At(11, 29, 9)),
        Point(8, BriefingSection.Refuted, kominfo, "“Bocor dari salinan di Bawaslu.”", "Salinan itu, menurut Bawaslu, tanpa NIK.", At(12, 2, 13), ReleasedKind.Finding, new(Finding: FindingState.Refuted, Grade: new(Reliability.B, 2))),
        Point(9, BriefingSection.Refuted, kominfo, "“Jumlahnya tidak sesuai DPT.”", "Tanpa baris ganda, klaim menjadi 204.807.203; selisih 19 dari DPT. Jumlah yang dekat belum membuktikan asal.", At(12, 2, 15), ReleasedKind.Finding, new(Finding: FindingState.Refuted, Grade: new(Reliability.C, 3))),
        Point(10, BriefingSection.Voting, kpu, "Tidak ada gangguan dilaporkan", "Pencetakan data pemilih tidak terganggu; informasi awal.", At(12, 2, 16)),
        Point(11, BriefingSection.Step, kpu, "Linimasa bersama dibuka; KPU menjadi koordinator", "", At(11, 28, 8, 30)),
        Point(12, BriefingSection.Step, kpu, "Rapat awal mitigasi bersama BSSN dan Dittipidsiber", "", At(11, 28, 9)),
        Point(13, BriefingSection.Step, kpu, "Akses dibatasi", "", At(11, 29, 13, 30)),
        Point(14, BriefingSection.Step, bssn, "Laporan forensik tahap awal diserahkan", "kepada Dittipidsiber dan KPU.", At(12, 2, 11), ReleasedKind.Task, new(Task: TaskState.Done, OwedBy: bssn, OwedTo: kpu)),
        Point(15, BriefingSection.Step, bssn, "Patroli siber menemukan publikasi data yang diduga terkait pemilih", "", At(11, 27, 15, 30)),
        Point(16, BriefingSection.Step, bssn, "Notifikasi dugaan insiden dikirim ke KPU", "", At(11, 27, 16, 10)),
        Point(17, BriefingSection.Step, kominfo, "Klarifikasi tertulis KPU diminta lewat surel", "", At(11, 28, 20)),
        Point(18, BriefingSection.Step, kominfo, "Langkah awal dijelaskan dalam rapat kerja Komisi I (R-01)", "", At(11, 29, 14)),
        Point(19, BriefingSection.Step, bareskrim, "Patroli juga menemukan penawaran itu", "Isinya belum terbukti.", At(11, 29, 10, 45)),
        Point(20, BriefingSection.Step, bin, "Ikut pertemuan gugus tugas; perbaikan aplikasi ditinjau", "", At(11, 29, 11)),
        Point(21, BriefingSection.Event, bssn, "Akun anonim “Jimbo” menawarkan data yang diklaim data pemilih", "", At(11, 27, 9, 21)),
        Point(22, BriefingSection.Event, bssn, "BSSN mengirim notifikasi dugaan insiden ke KPU", "", At(11, 27, 16, 10)),
        Point(23, BriefingSection.Event, bssn, "BSSN mulai forensik atas permohonan KPU", "", At(11, 28, 9, 50)),
        Point(24, BriefingSection.Event, kominfo, "Kominfo meminta klarifikasi tertulis kepada KPU", "", At(11, 28, 20)),
        Point(25, BriefingSection.Event, kpu, "Akses dibatasi; penanganan terkendali", "Sumber belum dipastikan.", At(11, 29, 13, 30)),
        Point(26, BriefingSection.Event, bssn, "BSSN menyerahkan laporan forensik tahap awal", "", At(12, 2, 11)),
        Point(27, BriefingSection.Event, kominfo, "Dua anggapan terbantahkan (butir 8 dan 9)", "", At(12, 2, 15)),
        Point(28, BriefingSection.Event, kominfo, "Kominfo: kemiripan data terindikasi (butir 3)", "", At(12, 4, 10, 15)),
        Point(29, BriefingSection.Next, kpu, "Melaporkan dugaan akses ilegal ke polisi", "", At(12, 5, 10)),
        Point(30, BriefingSection.Next, kominfo, "Mengirim surat klarifikasi kedua, bila surat pertama belum dibalas", "", At(12, 5, 14)),
        Point(31, BriefingSection.Next, kpu, "Paparan R-03", "", At(12, 14, 10)),
        Point(32, BriefingSection.Next, kpu, "Menyampaikan hasil forensik, oleh KPU selaku PSE", "", null),
        Point(33, BriefingSection.Next, kominfo, "Meneliti penyebab", "", At(12, 20, 10), ReleasedKind.Task, new(Task: TaskState.Accepted, OwedBy: kominfo, OwedTo: kominfo, Due: At(12, 20, 10))),
        Point(34, BriefingSection.Step, kominfo, "Menyiapkan langkah antisipasi", "", At(11, 29, 9), ReleasedKind.Task, new(Task: TaskState.Accepted, OwedBy: kominfo, OwedTo: kominfo, Due: At(12, 18, 10))),
        Point(36, BriefingSection.Due, kpu, "Pemberitahuan menurut Pasal 46", "UU 27/2022 tentang Pelindungan Data Pribadi; kepada subjek data dan lembaga; 3 x 24 jam.", At(11, 30, 15), ReleasedKind.Obligation, new(Obligation: ObligationState.Running, OwedBy: kpu, Start: At(11, 27, 15), Due: At(11, 30, 15), IsOwed: true)),
        Point(37, BriefingSection.Due, kominfo, "Jawaban tertulis atas permintaan klarifikasi", "Lewat surel berdasar UU PDP; 3 x 24 jam.", At(12, 1, 20), ReleasedKind.Clarification, new(Clarification: ClarificationState.Delivered, OwedBy: kpu, OwedTo: kominfo, Start: At(11, 28, 20), Due: At(12, 1, 20), IsOwed: true)),
        Point(38, BriefingSection.Due, bssn, "Daftar akun administrator Sidalih", "", At(11, 29, 10, 30), ReleasedKind.Clarification, new(Clarification: ClarificationState.Closed, OwedBy: kpu, OwedTo: bssn, Start: At(11, 28, 13), Due: At(11, 29, 13), SettledAt: At(11, 29, 10, 30))),
    ];

    static BriefingPoint Point(int number, BriefingSection section, AgencyId agency, string title, string text, DateTimeOffset? at, ReleasedKind kind = ReleasedKind.Entry, ReleasedHeading? heading = null) =>
        new(number, new Reference($"L-{number:00000}"), new Reference(kind switch { ReleasedKind.Clarification => "K-4TM", ReleasedKind.Obligation => "W-9PD", _ => $"E-{number:00000}" }), kind, section, agency, title, text, at, Tlp.Clear, heading);

    static BriefingQuestion Asked(int number, string text, AgencyId assigned, string? answer = null, DateTimeOffset? at = null) =>
        new(new Reference($"Q-{number:00000}"), text, "Pengamat Komisi I", At(12, 1, 9), assigned, answer, answer is null ? null : assigned, answer is null ? null : at);
}
