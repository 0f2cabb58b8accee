using System.Collections.Immutable;
using System.Text.RegularExpressions;
using IncidentHub.Domain;

namespace IncidentHub.Demo;

/// <summary>One thing that one office does.</summary>
/// <param name="Names">The scenario's code of what it brings in, such as "T-01".</param>
sealed record ScenarioStep(DemoAccount Speaker, Func<Guid, Command> Command, string? Names = null);

/// <summary>
/// What each row of the scenario means in the product's own commands, with the steps that a row jumps over. Evidence is a
/// plain entry until it exists as an object; what the product derives by itself, no row says.
/// </summary>
/// <param name="subject">The reference that the product gave to a task, a finding, a letter or an obligation of the scenario.</param>
/// <param name="entry">Likewise, to a row.</param>
sealed partial class ScenarioScript(Func<string, Reference> subject, Func<int, Reference> entry)
{
    const string Agreed = "Sependapat setelah pemeriksaan sendiri.";

    public IEnumerable<ScenarioStep> Steps(ScenarioRow row) => row.Number switch
    {
        _ when row.Agency == "Sistem" => [],
        6 or 16 or 20 or 25 or Scenario.Before47 or 46 or 47 or 48 => Letters(row),
        8 => [Raise(DemoAccount.Bssn, row, "F-01", ClaimKind.Sale, "Ada penawaran dengan klaim 252.327.304 baris", grade: null)],
        11 => [Propose(DemoAccount.Kpu, row, "T-01", TaskKind.Response, "Forensik aplikasi dan server", "BSSN")],
        12 => [Move(DemoAccount.Bssn, "T-01", TaskState.Accepted), Move(DemoAccount.Bssn, "T-01", TaskState.InProgress, row.Text)],
        15 => [Raise(DemoAccount.Kpu, row, "F-02", ClaimKind.Other, "Selisih jumlah berarti bukan DPT 2024", new Grade(Reliability.C, 4)), Judge(DemoAccount.Kpu, "F-02", FindingState.UnderReview, "")],
        17 => [Propose(DemoAccount.Bareskrim, row, "T-02", TaskKind.Cause, "Penyelidikan akun penjual", "BARESKRIM"), Move(DemoAccount.Bareskrim, "T-02", TaskState.InProgress)],
        21 =>
        [
            Propose(DemoAccount.Kominfo, row, "T-03", TaskKind.Cause, "Meneliti penyebab", "KOMINFO"),
            Propose(DemoAccount.Kominfo, row, "T-04", TaskKind.Prevention, "Menyusun langkah antisipasi", "KOMINFO"),
        ],
        26 =>
        [
            Judge(DemoAccount.Bssn, "F-01", FindingState.UnderReview, ""),
            new(DemoAccount.Bssn, id => new GradeFinding { CommandId = id, Finding = subject("F-01"), Grade = new Grade(Reliability.B, 1), Reason = "Penawaran itu dilihat sendiri oleh dua instansi." }),
            new(DemoAccount.Bssn, id => new ReMark { CommandId = id, Subject = subject("F-01"), Marking = Marking.WholeTeam(Tlp.Green), Reason = "Penawaran itu sudah diketahui umum." }),
            Judge(DemoAccount.Bssn, "F-01", FindingState.Verified, Agreed),
            Judge(DemoAccount.Bareskrim, "F-01", FindingState.Verified, row.Text),
        ],
        28 =>
        [
            Propose(DemoAccount.Kpu, row with { Text = "" }, "T-05", TaskKind.Response, "Menonaktifkan akun pengguna Sidalih", "KPU"),
            Move(DemoAccount.Kpu, "T-05", TaskState.InProgress), Move(DemoAccount.Kpu, "T-05", TaskState.InReview), Move(DemoAccount.CoordinatorKpu, "T-05", TaskState.Done, row.Text),
        ],
        31 => Opened(DemoAccount.Kominfo, row, "F-03", ClaimKind.Other, "Format data beredar sama dengan milik KPU", new Grade(Reliability.B, 2), FindingState.Indicated),
        32 => Opened(DemoAccount.Kominfo, row, "F-08", ClaimKind.Exfiltration, "Asal data: KPU atau sumber kependudukan lain", new Grade(Reliability.B, 6), FindingState.Inconclusive),
        33 =>
        [
            Propose(DemoAccount.Kpu, row with { Text = "" }, "T-06", TaskKind.Cause, "Analisis log akses Sidalih", "KPU"), Move(DemoAccount.Kpu, "T-06", TaskState.InProgress),
            Propose(DemoAccount.Kpu, row with { Text = "" }, "T-08", TaskKind.Cause, "Penelusuran log aplikasi", "KPU"),
            Move(DemoAccount.Kpu, "T-06", TaskState.Blocked, "Analisis log menunggu berkas pengembang."), Move(DemoAccount.Kpu, "T-08", TaskState.Cancelled, "Tugas rangkap digabung."),
        ],
        34 => [Raise(DemoAccount.Bin, row with { Text = "" }, "F-04", ClaimKind.Other, "Informasi awal tentang pelaku", Grade.Unjudged), Judge(DemoAccount.Bin, "F-04", FindingState.Retracted, row.Text)],
        35 =>
        [
            Propose(DemoAccount.Bssn, row with { Text = "" }, "T-07", TaskKind.Response, "Pemutusan akses ke forum", "KOMINFO"),
            Move(DemoAccount.Kominfo, "T-07", TaskState.Declined, row.Text),
        ],
        39 => [Plain(row), Move(DemoAccount.Bssn, "T-01", TaskState.InReview), Move(DemoAccount.Kpu, "T-01", TaskState.Done, "Laporan forensik tahap awal diterima.")],
        40 => Settled(DemoAccount.Kominfo, DemoAccount.Kpu, row, "F-05", ClaimKind.Exfiltration, "Bocor dari salinan Bawaslu", new Grade(Reliability.B, 2), FindingState.Refuted),
        41 =>
        [
            new(DemoAccount.Kpu, id => new GradeFinding { CommandId = id, Finding = subject("F-02"), Grade = new Grade(Reliability.C, 3), Reason = "Jumlah klaim dihitung ulang setelah deduplikasi." }),
            Judge(DemoAccount.Kpu, "F-02", FindingState.Refuted, Agreed), Judge(DemoAccount.Kominfo, "F-02", FindingState.Refuted, row.Text),
        ],
        42 => [Raise(DemoAccount.Kpu, row, "F-06", ClaimKind.Other, "Pencetakan data pemilih tidak terganggu", new Grade(Reliability.B, 3))],
        43 =>
        [
            .. Opened(DemoAccount.Kominfo, row, "F-07", ClaimKind.Exfiltration, "Kemiripan data yang ditawarkan dengan data di situs KPU", new Grade(Reliability.B, 2), FindingState.Indicated),
            new(DemoAccount.Kominfo, id => new MoveFinding { CommandId = id, Finding = subject("F-03"), To = FindingState.Superseded, By = subject("F-07"), Reason = "Kemiripan kini dibandingkan dengan data di situs." }),
        ],
        51 => Settled(DemoAccount.Kpu, DemoAccount.Bssn, row, "F-09", ClaimKind.Exfiltration, "Pengunduhan data Sidalih secara tidak sah", new Grade(Reliability.A, 2), FindingState.Verified),
        52 => Settled(DemoAccount.Kpu, DemoAccount.Bssn, row, "F-10", ClaimKind.Access, "Akses melalui jalur VPN", new Grade(Reliability.A, 2), FindingState.Refuted),
        _ => [Plain(row)],
    };

    /// <summary>What follows a row, and isn't said by it.</summary>
    public IEnumerable<ScenarioStep> StepsAfter(ScenarioRow row) => Told(row.Number);

    static ScenarioStep Propose(DemoAccount by, ScenarioRow row, string code, TaskKind kind, string title, string assigned) => new(by, id => new ProposeTask
    {
        CommandId = id, Kind = kind, Title = title, Text = row.Text, Assigned = new AgencyId(assigned), Marking = MarkingOf(row), Releasable = row.Releasable,
    }, code);

    ScenarioStep Move(DemoAccount by, string code, TaskState to, string reason = "") =>
        new(by, id => new MoveTask { CommandId = id, Task = subject(code), To = to, Reason = reason });

    static ScenarioStep Raise(DemoAccount by, ScenarioRow row, string code, ClaimKind claim, string title, Grade? grade) => new(by, id => new RaiseFinding
    {
        CommandId = id, Claim = claim, Title = title, Text = row.Text, Grade = grade, SourceIsAnonymous = grade is null, Source = row.Source, Marking = MarkingOf(row), Releasable = row.Releasable,
    }, code);

    ScenarioStep Judge(DemoAccount by, string code, FindingState to, string reason) =>
        new(by, id => new MoveFinding { CommandId = id, Finding = subject(code), To = to, Reason = reason });

    // Raised, reviewed and judged by one agency.
    IEnumerable<ScenarioStep> Opened(DemoAccount by, ScenarioRow row, string code, ClaimKind claim, string title, Grade grade, FindingState to) =>
        [Raise(by, row with { Text = "" }, code, claim, title, grade), Judge(by, code, FindingState.UnderReview, ""), Judge(by, code, to, row.Text)];

    // Raised and reviewed by one agency, settled by two.
    IEnumerable<ScenarioStep> Settled(DemoAccount by, DemoAccount second, ScenarioRow row, string code, ClaimKind claim, string title, Grade grade, FindingState to) =>
        [Raise(by, row with { Text = "" }, code, claim, title, grade), Judge(by, code, FindingState.UnderReview, ""), Judge(second, code, to, Agreed), Judge(by, code, to, row.Text)];

    ScenarioStep Plain(ScenarioRow row)
    {
        var speaker = DemoAccount.Speaking(row.Agency);
        if (Transition().Match(row.State) is { Success: true } move)
            return new(speaker, id => new ChangePhase { CommandId = id, To = PhaseNamed(move.Groups["to"].Value), Reason = row.Text });
        if (Cited().Matches(row.State) is { Count: > 0 } cites)
        {
            ImmutableArray<Reference> cited = [.. cites.Select(c => entry(int.Parse(c.Groups["row"].Value, System.Globalization.CultureInfo.InvariantCulture)))];
            return new(speaker, id => new ContradictEntries { CommandId = id, Contradicting = cited, Text = row.Text, Marking = MarkingOf(row) });
        }
        return new(speaker, id => new WriteEntry
        {
            CommandId = id,
            Kind = plainKinds.GetValueOrDefault(row.State.Split(' ')[0], EntryKind.StatusUpdate),
            // What the kind doesn't say, the text does: "Bukti E-01 Diakuisisi. …"
            Text = plainKinds.ContainsKey(row.State) ? row.Text : $"{row.State}. {row.Text}",
            Source = row.Source,
            Marking = MarkingOf(row),
            Releasable = row.Releasable,
        });
    }

    static Marking MarkingOf(ScenarioRow row) => new(
        row.Tlp,
        [.. row.Audience.Select(name => new AgencyId(name.ToUpperInvariant()))],
        [.. row.Recipients.Select(name => name == "koordinator" ? DemoAccount.CoordinatorKpu.Person : DemoAccount.Named(name).Person)]);

    public static Phase PhaseNamed(string word) => phases[word];

    static readonly Dictionary<string, Phase> phases = new(StringComparer.Ordinal)
    {
        ["Dilaporkan"] = Phase.Reported, ["Verifikasi Awal"] = Phase.Triage, ["Penanganan"] = Phase.Active, ["Terkendali"] = Phase.Contained,
        ["Pemulihan"] = Phase.Recovery, ["Evaluasi"] = Phase.Review, ["Ditutup"] = Phase.Closed, ["Tidak Terbukti"] = Phase.Dismissed,
    };

    static readonly Dictionary<string, EntryKind> plainKinds = new(StringComparer.Ordinal)
    {
        ["Deteksi"] = EntryKind.Detection, ["Pengamatan"] = EntryKind.Observation, ["Notifikasi"] = EntryKind.Notification,
        ["Komunikasi"] = EntryKind.Communication, ["Paparan"] = EntryKind.Communication,
        ["Rapat"] = EntryKind.Meeting, ["Keputusan"] = EntryKind.Decision,
        ["Langkah"] = EntryKind.ActionTaken, ["Langkah diambil"] = EntryKind.ActionTaken, ["Bukti"] = EntryKind.ActionTaken,
        ["Pernyataan"] = EntryKind.PublicStatement, ["Pemutakhiran"] = EntryKind.StatusUpdate,
    };

    [GeneratedRegex("^INS .+→(?<to>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Transition();

    [GeneratedRegex(@"#(?<row>\d\d)", RegexOptions.NonBacktracking)]
    private static partial Regex Cited();
}
