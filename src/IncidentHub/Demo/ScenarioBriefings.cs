using IncidentHub.Domain;

namespace IncidentHub.Demo;

/// <summary>
/// What the commission was told: releases of what the rows say, what is claimed to be affected, two editions, and written questions; and one report of the team to itself. The rows
/// name R-01 alone; the rest is invented after them, for the demo.
/// </summary>
sealed partial class ScenarioScript
{
    const string FirstSummary =
        "Sebuah akun anonim menawarkan data yang diklaim sebagai data pemilih; kebenarannya masih **dugaan** dan sedang diperiksa tim gabungan. "
        + "Akses sudah dibatasi. Kominfo telah meminta klarifikasi tertulis kepada KPU.";

    const string SecondSummary =
        "Sebuah akun anonim menawarkan data yang diklaim sebagai data pemilih; kebenarannya masih **dugaan** dan sedang diperiksa tim gabungan. "
        + "Akses sudah dibatasi, dan menurut KPU pencetakan data pemilih tidak terganggu. **Dua tenggat telah lewat** saat edisi ini ditutup: "
        + "pemberitahuan Pasal 46 dan jawaban tertulis KPU kepada Kominfo.";

    const string ReportSummary =
        "Akses dibatasi dan akun pengguna Sidalih dinonaktifkan; penanganan kini terkendali. Bahwa data ditawarkan sudah terverifikasi; dari mana asalnya, dan apakah isinya data pemilih, masih dugaan.";

    const string ReportPlanned = "BSSN melanjutkan forensik dan menyerahkan laporan tahap awal.\nKPU menyiapkan jawaban tertulis kepada Kominfo.";

    /// <summary>What goes to the commission right after a row was played.</summary>
    IEnumerable<ScenarioStep> Told(int after) => after switch
    {
        1 => Released(DemoAccount.Bssn, entry(1), "B-01", BriefingSection.Event, "Akun anonim “Jimbo” menawarkan data yang diklaim data pemilih."),
        4 => Released(DemoAccount.Bssn, entry(4), "B-02", BriefingSection.Event, "Notifikasi dugaan insiden dikirim ke KPU."),
        8 => [.. SoldKinds.Select(Claimed), Counted(DemoAccount.Bssn, RowCountKind.Claimed, 252_327_304, "Menurut penawaran; isinya belum dibandingkan.")],
        9 => Released(DemoAccount.Kpu, entry(9), "B-03", BriefingSection.Step, "Linimasa bersama dibuka; KPU menjadi koordinator."),
        12 => Released(DemoAccount.Kpu, subject("T-01"), "B-04", BriefingSection.Step, "Forensik aplikasi dan server oleh BSSN."),
        14 => [Counted(DemoAccount.Kpu, RowCountKind.Register, 204_807_222, "DPT Pemilu 2024, sebagai pembanding.")],
        19 => Released(DemoAccount.Kpu, entry(18), "B-05", BriefingSection.Known, "500 ribu data contoh dibagikan oleh penjual.", "Semula tercatat 500; dikoreksi BSSN."),
        20 =>
        [
            .. Released(DemoAccount.Kominfo, entry(20), "B-27", BriefingSection.Event, "Kominfo meminta klarifikasi tertulis kepada KPU."),
            .. Released(DemoAccount.Kominfo, subject("K-02"), "B-06", BriefingSection.Due, "Jawaban tertulis KPU atas permintaan klarifikasi Kominfo.", "Diminta lewat surel berdasar UU PDP, 3x24 jam."),
        ],
        21 =>
        [
            .. Released(DemoAccount.Kominfo, subject("T-03"), "B-07", BriefingSection.Step, "Dirjen Aptika ditugasi meneliti penyebab."),
            .. Released(DemoAccount.Kominfo, subject("T-04"), "B-08", BriefingSection.Step, "Langkah antisipasi disusun."),
        ],
        22 => Reworded(DemoAccount.CoordinatorKpu, DemoAccount.Kominfo, entry(22), "B-09", BriefingSection.Unknown, "Apakah data diambil.",
            "Menurut Menkominfo, KPU menyampaikan data diambil; menurut Ketua KPU, tim gabungan memeriksa kebenarannya."),
        26 => Released(DemoAccount.Bssn, subject("F-01"), "B-10", BriefingSection.Known, "Penawaran itu ada.", "Akun “Jimbo” menawarkannya di forum daring; patroli Bareskrim juga menemukannya. Isinya belum terbukti."),
        28 => Released(DemoAccount.Kpu, subject("T-05"), "B-11", BriefingSection.Step, "Akun pengguna Sidalih dinonaktifkan."),
        29 =>
        [
            .. Released(DemoAccount.Kpu, entry(29), "B-12", BriefingSection.Step, "Akses dibatasi.", "Sumber belum dipastikan."),
            .. Released(DemoAccount.Kpu, subject("W-01"), "B-13", BriefingSection.Due, "Pemberitahuan menurut Pasal 46 UU PDP.", "Oleh KPU kepada subjek data dan lembaga."),
        ],
        30 => [.. Edition("R-01", FirstSummary), Ask("P-01", "Apakah data pemilih benar bocor?"), Ask("P-02", "Apakah pemungutan suara terganggu?"), Assign("P-01", "KOMINFO"), Assign("P-02", "KPU"), .. Report("S-01")],
        32 => Released(DemoAccount.Kominfo, subject("F-08"), "B-14", BriefingSection.Unknown, "Dari mana data berasal:", "KPU atau sumber kependudukan lain, belum dapat ditentukan."),
        37 => Released(DemoAccount.Bssn, entry(37), "B-15", BriefingSection.Next, "Menyampaikan hasil forensik, oleh KPU selaku PSE."),
        39 => Released(DemoAccount.Kpu, entry(39), "B-16", BriefingSection.Event, "Laporan forensik tahap awal diterima dari BSSN."),
        40 => Released(DemoAccount.Kominfo, subject("F-05"), "B-17", BriefingSection.Refuted, "“Bocor dari salinan di Bawaslu.”", "Salinan itu, menurut Bawaslu, tanpa NIK."),
        41 =>
        [
            Counted(DemoAccount.Kominfo, RowCountKind.ClaimedDistinct, 204_807_203, "Setelah baris ganda dibuang; isinya tetap klaim."),
            .. Released(DemoAccount.Kpu, subject("F-02"), "B-18", BriefingSection.Refuted, "“Jumlahnya tidak sesuai DPT.”",
                "Tanpa baris ganda, klaim menjadi 204.807.203; selisih 19 dari DPT. Jumlah yang dekat belum membuktikan asal."),
        ],
        42 =>
        [
            .. Released(DemoAccount.Kpu, subject("F-06"), "B-19", BriefingSection.Voting, "Tidak ada gangguan dilaporkan.", "Menurut KPU, pencetakan data pemilih tidak terganggu; informasi awal."),
            .. Answered(DemoAccount.Kpu, "P-02", "B-20", "Tidak ada gangguan dilaporkan. Menurut KPU, pencetakan data pemilih tidak terganggu; keterangan ini informasi awal."),
            Ask("P-03", "Mengapa surat Kominfo belum dijawab?"), Assign("P-03", "KPU"),
        ],
        43 =>
        [
            .. Released(DemoAccount.Kominfo, subject("F-07"), "B-21", BriefingSection.Known, "Sementara ditemukan kemiripan", "data yang ditawarkan dengan data di situs KPU."),
            .. Answered(DemoAccount.Kominfo, "P-01", "B-22", "Belum diketahui. Kebenarannya masih dugaan. Kominfo sementara menemukan kemiripan data, tetapi asalnya belum dapat ditentukan."),
            .. Edition("R-02", SecondSummary),
        ],
        44 => Released(DemoAccount.Kominfo, entry(44), "B-23", BriefingSection.Step, "Langkah yang diambil telah disampaikan ke Komisi I."),
        45 => Released(DemoAccount.Kpu, entry(45), "B-24", BriefingSection.Step, "Dugaan akses ilegal dilaporkan ke polisi."),
        46 => Released(DemoAccount.Kominfo, entry(46), "B-25", BriefingSection.Step, "Surat kedua dikirim karena surat pertama belum dibalas."),
        49 => Released(DemoAccount.Kominfo, entry(49), "B-26", BriefingSection.Event, "Jawaban KPU masih belum diterima."),
        _ => [],
    };

    /// <summary>The kinds of data that the offer named.</summary>
    static readonly DataCategory[] SoldKinds = [DataCategory.Name, DataCategory.NationalId, DataCategory.FamilyCard, DataCategory.BirthPlaceAndDate, DataCategory.Sex, DataCategory.Address];

    static ScenarioStep Claimed(DataCategory category) => new(DemoAccount.Bssn, id => new ClaimAffectedData { CommandId = id, Category = category, Reason = "Disebut dalam penawaran; belum diperiksa." });

    static ScenarioStep Counted(DemoAccount by, RowCountKind kind, long rows, string reason) => new(by, id => new CountRows { CommandId = id, Kind = kind, Rows = rows, Reason = reason });

    IEnumerable<ScenarioStep> Released(DemoAccount source, Reference of, string code, BriefingSection section, string title, string text = "") =>
        [Propose(source, of, code, section, title, text), Publish(code, basedOn: 0)];

    // What another agency proposes, the source agrees to.
    IEnumerable<ScenarioStep> Reworded(DemoAccount by, DemoAccount source, Reference of, string code, BriefingSection section, string title, string text) =>
    [
        Propose(by, of, code, section, title, ""),
        new(source, id => new AgreeRelease { CommandId = id, Release = subject(code), BasedOn = 0, Section = section, Title = title, Text = text }),
        Publish(code, basedOn: 1),
    ];

    static ScenarioStep Propose(DemoAccount by, Reference of, string code, BriefingSection section, string title, string text) =>
        new(by, id => new ProposeRelease { CommandId = id, Of = of, Section = section, Title = title, Text = text }, code);

    ScenarioStep Publish(string code, int basedOn) => new(DemoAccount.CoordinatorKpu, id => new PublishRelease { CommandId = id, Release = subject(code), BasedOn = basedOn });

    IEnumerable<ScenarioStep> Edition(string code, string summary) =>
    [
        new(DemoAccount.CoordinatorKpu, id => new ComposeEdition { CommandId = id, Draft = new EditionDraft(BriefingSession.Open, summary, [], []) }, code),
        // What the approver has seen is the player's to fill in.
        new(DemoAccount.Kominfo, id => new ApproveEdition { CommandId = id, Edition = subject(code), BasedOn = 0, Seen = "" }),
        new(DemoAccount.CoordinatorKpu, id => new FreezeEdition { CommandId = id, Edition = subject(code) }),
    ];

    /// <summary>Of the morning in which the access was closed.</summary>
    IEnumerable<ScenarioStep> Report(string code) =>
    [
        new(DemoAccount.CoordinatorKpu, id => new PrepareReport { CommandId = id, Draft = new ReportDraft(Wib(29, 7), Wib(29, 14), Tlp.Amber, ReportSummary, ReportPlanned, [entry(22), entry(29)]) }, code),
        new(DemoAccount.Bssn, id => new ApproveReport { CommandId = id, Report = subject(code), BasedOn = 0 }),
    ];

    static DateTimeOffset Wib(int day, int hour) => new(2023, 11, day, hour, 0, 0, TimeSpan.FromHours(7));

    static ScenarioStep Ask(string code, string question) => new(DemoAccount.Observer, id => new AskQuestion { CommandId = id, Question = question, AskedBy = "Anggota Komisi I" }, code);

    ScenarioStep Assign(string code, string agency) => new(DemoAccount.CoordinatorKpu, id => new AssignQuestion { CommandId = id, Question = subject(code), Agency = new AgencyId(agency) });

    IEnumerable<ScenarioStep> Answered(DemoAccount by, string question, string code, string text) =>
        [new(by, id => new AnswerQuestion { CommandId = id, Question = subject(question), Text = text }, code), Publish(code, basedOn: 0)];
}
