using IncidentHub.Domain;

namespace IncidentHub.Demo;

/// <summary>The letters of the case and the duty of article 46. What they ask is invented after what the rows say of it; it names categories of data, never values.</summary>
sealed partial class ScenarioScript
{
    const string Pdp = "UU 27/2022 tentang Pelindungan Data Pribadi";

    static readonly Letter administrators = new("B-212/BSSN/11/2023", Pdp,
    [
        "Peran dan satuan kerja mana yang memegang akun administrator Sidalih?",
        "Akun administrator mana yang dapat mengunduh data pemilih dalam jumlah besar, dan sejak kapan hak itu diberikan?",
        "Akun administrator mana yang telah dinonaktifkan atau diganti sandinya sejak 27 November 2023?",
    ], ResponseHours: 24);

    static readonly Letter first = new("B-874/KOMINFO/11/2023", Pdp,
    [
        "Apakah data yang ditawarkan di forum daring diduga berasal dari sistem elektronik yang dikelola KPU?",
        "Kategori data pribadi apa saja yang diduga terungkap, dan berapa perkiraan jumlah subjek data pribadi yang terdampak?",
        "Kapan dan dengan cara apa KPU mengetahui dugaan tersebut?",
        "Upaya penanganan dan pemulihan apa yang telah dan akan dilakukan KPU?",
        "Bagaimana KPU menyiapkan pemberitahuan tertulis sebagaimana dimaksud dalam Pasal 46 UU 27/2022?",
    ]);

    static readonly Letter second = new("B-901/KOMINFO/12/2023", Pdp,
    [
        "Bagaimana jawaban KPU atas setiap pertanyaan dalam surat pertama, yang tenggat jawabannya 1 Desember 2023 pukul 20.00 WIB?",
        "Apa hasil sementara pemeriksaan atas kemiripan data yang ditawarkan dengan data di situs KPU?",
        "Langkah apa yang telah diambil agar akses serupa tidak terulang?",
    ]);

    static readonly Letter logRetention = new("B-219/BSSN/12/2023", Pdp,
    [
        "Log apa saja yang dicatat aplikasi Sidalih dan perangkat jaringannya?",
        "Berapa lama masing-masing log disimpan, dan adakah log sebelum 27 November 2023 yang tidak lagi tersedia?",
        "Siapa yang berwenang menghapus log, dan bagaimana keutuhannya dijaga?",
    ]);

    static readonly Letter prevention = new("", Pdp,
    [
        "Langkah pencegahan apa yang telah diambil sejak 27 November 2023?",
        "Kapan hasil pemeriksaan bersama akan disampaikan secara tertulis?",
    ]);

    IEnumerable<ScenarioStep> Letters(ScenarioRow row) => row.Number switch
    {
        6 =>
        [
            new(DemoAccount.Kpu, id => new RecordObligation
            {
                CommandId = id, Rule = "uu-27-2022-46", Agency = AgencyId.Controller, TriggeredAt = row.At.AddMinutes(-90), Basis = $"{row.Text} Saat itu KPU mengetahui adanya dugaan.", Marking = MarkingOf(row),
            }, "W-01"),
        ],
        16 =>
        [
            Draft(DemoAccount.Bssn, row, "K-01", "Permintaan daftar akun administrator Sidalih", "Untuk keperluan forensik aplikasi dan server, kami meminta keterangan berikut.", administrators),
            Send(DemoAccount.Bssn, row, "K-01"), Deliver(DemoAccount.Bssn, row, "K-01", row.Text, new Proof(ProofKind.Receipt, "Tanda terima persuratan KPU, 28/11/2023 13.00 WIB")), Acknowledge("K-01"),
        ],
        20 =>
        [
            Draft(DemoAccount.Kominfo, row, "K-02", "Permintaan klarifikasi atas dugaan kebocoran data pemilih",
                "Sehubungan dengan dugaan kebocoran data pemilih yang ditawarkan di forum daring, kami meminta klarifikasi tertulis dalam 3 x 24 jam sejak surat ini tersampaikan.", first),
            Send(DemoAccount.Kominfo, row, "K-02"),
            Deliver(DemoAccount.Kominfo, row, "K-02", row.Text, new Proof(ProofKind.Email, "Server surel KPU menerima pesan pada 28/11/2023 20.00 WIB")),
        ],
        25 =>
        [
            Answer(row, "K-01", "ST-118/KPU/11/2023", row.Text,
                new(1, "Daftar menurut peran dan satuan kerja terlampir.", QuestionState.Answered), new(2, "Hak unduh dan tanggal pemberiannya ditandai dalam daftar.", QuestionState.Answered),
                new(3, "Akun yang dinonaktifkan dan yang diganti sandinya ditandai dalam daftar.", QuestionState.Answered)),
            new(DemoAccount.Bssn, id => new CloseClarification { CommandId = id, Request = subject("K-01"), Reason = "Jawaban memadai." }),
        ],
        Scenario.Before47 =>
        [
            Draft(DemoAccount.Bssn, row, "K-04", "Permintaan keterangan retensi log aplikasi Sidalih", "Analisis log memerlukan kepastian tentang log yang tersedia.", logRetention),
            Send(DemoAccount.Bssn, row, "K-04"), Deliver(DemoAccount.Bssn, row, "K-04", "", new Proof(ProofKind.Receipt, "Tanda terima persuratan KPU, 02/12/2023 10.00 WIB")), Acknowledge("K-04"),
        ],
        46 =>
        [
            new(DemoAccount.Kominfo, id => new EscalateClarification
            {
                CommandId = id, Request = subject("K-02"), Title = "Permintaan klarifikasi kedua atas dugaan kebocoran data pemilih", Text = $"{row.Text} Jawaban tertulis atas hal-hal berikut kami harapkan.", Letter = second, SentAt = row.At,
            }, "K-03"),
        ],
        47 =>
        [
            Answer(row, "K-04", "ST-131/KPU/12/2023", $"{row.Text} Kelengkapannya akan disusulkan.",
                new(1, "Daftar log aplikasi dan perangkat jaringan terlampir.", QuestionState.Answered), new(2, "Masa simpan log aplikasi 90 hari; masa simpan log perangkat jaringan masih ditelusuri.", QuestionState.PartlyAnswered)),
            new(DemoAccount.Bssn, id => new JudgeInsufficient { CommandId = id, Request = subject("K-04"), Reason = "Masa simpan log perangkat jaringan dan kewenangan menghapus log belum dijelaskan.", Reopened = [2, 3] }),
        ],
        48 =>
        [
            Draft(DemoAccount.Kominfo, row, "K-05", "Permintaan klarifikasi langkah pencegahan", "Kami meminta keterangan tertulis tentang langkah pencegahan.", prevention),
            new(DemoAccount.Kominfo, id => new WithdrawClarification { CommandId = id, Request = subject("K-05"), Reason = row.Text }),
        ],
        _ => throw new FormatException($"Row {row.Number} of the scenario is about no letter."),
    };

    static ScenarioStep Draft(DemoAccount by, ScenarioRow row, string code, string title, string text, Letter letter) => new(by, id => new DraftClarification
    {
        CommandId = id, Title = title, Text = text, Letter = letter, Addressed = AgencyId.Controller, Marking = MarkingOf(row),
    }, code);

    // At the row's moment: a live replay's clock has gone on by then, and nothing of a letter happens before it is sent.
    ScenarioStep Send(DemoAccount by, ScenarioRow row, string code) => new(by, id => new SendClarification { CommandId = id, Request = subject(code), BasedOn = 0, At = row.At });

    ScenarioStep Deliver(DemoAccount by, ScenarioRow row, string code, string remark, Proof proof) =>
        new(by, id => new DeliverClarification { CommandId = id, Request = subject(code), At = row.At, Reason = remark, Proof = proof });

    ScenarioStep Acknowledge(string code) => new(DemoAccount.Kpu, id => new AcknowledgeClarification { CommandId = id, Request = subject(code) });

    ScenarioStep Answer(ScenarioRow row, string code, string number, string text, params QuestionAnswer[] answers) =>
        new(DemoAccount.Kpu, id => new AnswerClarification { CommandId = id, Request = subject(code), LetterNumber = number, Text = text, AnsweredAt = row.At, Answers = [.. answers] });
}
