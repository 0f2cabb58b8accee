using System.Text.RegularExpressions;
using IncidentHub.Demo;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentHub.Tests.Demo;

/// <summary>All rows of the scenario through the product's own commands, compared with the file: what each row says holds right after it, and at the end.</summary>
public sealed partial class ScenarioTests : IAsyncLifetime
{
    Database database = default!;
    IReadOnlyList<TimelineEntry> log = [];
    IncidentId incident;

    public async ValueTask InitializeAsync()
    {
        database = await Database.Empty();
        var node = database.Start();
        await using var scope = node.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoSeeder>(scope.ServiceProvider).Seed(asOf: null);
        foreach (var id in (await node.Log.Heads()).Keys)
            logs.Add(await node.Log.ReadAfter(id, 0));
        log = Log("DPT 2024");
        incident = (await node.Log.Heads()).Keys.First(id => Fold(id, log).Title.StartsWith("DPT 2024", StringComparison.Ordinal) && logs.Contains(log));
    }

    readonly List<IReadOnlyList<TimelineEntry>> logs = [];

    [Fact]
    public void The_file_has_54_rows_and_each_left_its_words_at_its_time_as_its_agency_with_its_marking()
    {
        Scenario.Rows.Count.ShouldBe(54);
        foreach (var row in Scenario.Rows.Where(r => !r.IsExercise && r.Agency != "Sistem"))
        {
            var written = At(row);
            var words = row.Number == 33 ? row.Text[..row.Text.IndexOf(';', StringComparison.Ordinal)] : row.Text.TrimEnd('.');
            var entry = written.FirstOrDefault(e => e.Text.Contains(words, StringComparison.Ordinal)).ShouldNotBeNull($"row {row.Number}: {row.Text}");
            if (row.Agency is not "Auditor")
                entry.Author.Agency.Code.ShouldBe(row.Agency.ToUpperInvariant(), $"row {row.Number}");
            // A draft stays inside the agency that writes it, and row 48 is about one that was never sent.
            entry.Marking.ShouldBe(row.Number == 48 ? MarkingOf(row) with { Audience = [new("KOMINFO")] } : MarkingOf(row), $"row {row.Number}");
        }
    }

    [Fact]
    public void What_each_row_says_of_a_task_a_finding_or_the_phase_holds_right_after_it()
    {
        var compared = 0;
        foreach (var row in Scenario.Rows.Where(r => !r.IsExercise))
        {
            var state = Fold(incident, log.TakeWhile(e => e.RecordedAt <= row.At));
            if (row.State.StartsWith("INS ", StringComparison.Ordinal))
            {
                Word(state.Phase).ShouldBe(row.State.Split('→')[^1], $"row {row.Number}");
                compared++;
            }
            foreach (Match said in Said().Matches(row.State))
            {
                var (kind, word, grade) = (said.Groups["code"].Value[0], said.Groups["state"].Value.Split('→')[^1].Trim(), said.Groups["grade"].Value);
                var subjects = At(row).SelectMany(e => e.Events).OfType<SubjectEvent>().Select(e => e.Subject).Distinct().ToList();
                if (kind == 'T')
                    subjects.Select(s => state.Tasks.GetValueOrDefault(s)).OfType<TaskItem>().ShouldContain(t => Word(t.State) == word, $"row {row.Number}: {said}");
                else
                    subjects.Select(s => state.Findings.GetValueOrDefault(s)).OfType<Finding>()
                        .ShouldContain(f => Word(f.State) == word && (grade == "" || f.Grade.ToString() == grade), $"row {row.Number}: {said}");
                compared++;
            }
        }
        compared.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void What_each_row_says_of_a_letter_or_a_duty_happened_at_its_time_in_that_order()
    {
        var compared = 0;
        foreach (var row in Scenario.Rows)
        {
            foreach (Match said in Owed().Matches(row.State))
            {
                var (code, words) = (said.Groups["code"].Value, said.Groups["states"].Value.Split('→'));
                var passed = StatesAt(row, code);
                passed.Where(words.Contains).ShouldBe(words, $"row {row.Number}: {said}");
                // The mail server took the letter at the moment that it was sent.
                passed[^1].ShouldBe(row.Number == 20 ? "Tersampaikan" : words[^1], $"row {row.Number}: {said}");
                compared++;
            }
        }
        compared.ShouldBe(10);
    }

    [Fact]
    public void In_the_end_letters_and_duties_stand_as_the_case_left_them()
    {
        var state = Fold(incident, log);
        state.Clarifications.Values.Select(c => $"{CodeOf(c)} {c.RequestedBy}→{c.Addressed} {c.State} {c.Marking.Tlp}").Order().ShouldBe(
        [
            "K-01 BSSN→KPU Closed AmberStrict", "K-02 KOMINFO→KPU Escalated Green", "K-03 KOMINFO→KPU Sent Green",
            "K-04 BSSN→KPU Insufficient AmberStrict", "K-05 KOMINFO→KPU Withdrawn Amber",
        ]);
        state.Clarifications.Values.ShouldAllBe(c => c.Letter.LegalBasis.StartsWith("UU 27/2022", StringComparison.Ordinal));
        Letter(state, "K-02").EscalatedBy.ShouldBe(Letter(state, "K-03").Reference);
        (Letter(state, "K-04").SentAt, ((ITimed)Letter(state, "K-04")).Due).ShouldBe((Wib(2, 10), Wib(5, 10)));
        Letter(state, "K-05").SentAt.ShouldBeNull();
        var duty = state.Obligations.Values.ShouldHaveSingleItem();
        (duty.Rule, duty.Agency, duty.State, duty.StartedAt, duty.Due).ShouldBe(
            ("uu-27-2022-46", AgencyId.Controller, ObligationState.Running, Scenario.Rows[1].At, Scenario.Rows[35].At));
    }

    [Fact]
    public void What_passed_was_logged_once_at_its_moment_by_the_product()
    {
        var overdue = log.Where(e => e.Content!.Kind is EntryKind.Overdue).ToList();
        overdue.Select(e => (e.Content!.Events.OfType<DeadlinePassed>().Single().Subject, e.RecordedAt)).ShouldBe(
        [
            (Fold(incident, log).Obligations.Keys.Single(), Scenario.Rows[35].At),
            (Letter(Fold(incident, log), "K-02").Reference, Scenario.Rows[37].At),
            // No row says it; the partial answer of row 47 came seven hours late.
            (Letter(Fold(incident, log), "K-04").Reference, Wib(5, 10)),
        ]);
        overdue.ShouldAllBe(e => e.Content!.Author == Actor.Product && e.Content.OccurredAt == e.RecordedAt);
        foreach (var row in Scenario.Rows.Where(r => r.Agency == "Sistem"))
            At(row).ShouldHaveSingleItem().Marking.ShouldBe(MarkingOf(row), $"row {row.Number}");
    }

    [Fact]
    public void In_the_end_everything_stands_as_the_case_left_it()
    {
        var state = Fold(incident, log);
        (state.Phase, state.Truth, state.Severity).ShouldBe((Phase.Contained, TruthStatus.Alleged, Severity.High));
        state.Findings.Values.Select(f => $"{f.Title}: {f.State} {f.Grade} {f.Marking.Tlp}").Order().ShouldBe(new[]
        {
            "Ada penawaran dengan klaim 252.327.304 baris: Verified B1 Green",
            "Akses melalui jalur VPN: Refuted A2 Clear",
            "Asal data: KPU atau sumber kependudukan lain: Inconclusive B6 Amber",
            "Bocor dari salinan Bawaslu: Refuted B2 Green",
            "Format data beredar sama dengan milik KPU: Superseded B2 Clear",
            "Informasi awal tentang pelaku: Retracted F6 Red",
            "Kemiripan data yang ditawarkan dengan data di situs KPU: Indicated B2 Clear",
            "Pencetakan data pemilih tidak terganggu: Raw B3 Clear",
            "Pengunduhan data Sidalih secara tidak sah: Verified A2 Clear",
            "Selisih jumlah berarti bukan DPT 2024: Refuted C3 Amber",
        }.Order());
        // The commission's questions became tasks, too; no row speaks of them.
        var asked = state.Questions.Values.Select(q => q.Task).ToHashSet();
        asked.Count.ShouldBe(3);
        state.Tasks.Values.Where(t => !asked.Contains(t.Reference)).Select(t => $"{t.Title} ({t.Assigned}): {t.State} {t.Marking.Tlp}").Order().ShouldBe(new[]
        {
            "Analisis log akses Sidalih (KPU): Blocked Amber",
            "Forensik aplikasi dan server (BSSN): Done Amber",
            "Meneliti penyebab (KOMINFO): Accepted Clear",
            "Menonaktifkan akun pengguna Sidalih (KPU): Done Green",
            "Menyusun langkah antisipasi (KOMINFO): Accepted Clear",
            "Pemutusan akses ke forum (KOMINFO): Declined AmberStrict",
            "Penelusuran log aplikasi (KPU): Cancelled Amber",
            "Penyelidikan akun penjual (BARESKRIM): InProgress Red",
        }.Order());
        Fold(incident, Log("LAT-1")).Phase.ShouldBe(Phase.Dismissed);
        Fold(incident, Log("LAT-2")).Phase.ShouldBe(Phase.Active);
    }

    [Fact]
    public async Task Playing_it_again_adds_nothing()
    {
        var node = database.Start();
        await using var scope = node.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoSeeder>(scope.ServiceProvider).Seed(asOf: null);
        foreach (var (id, head) in await node.Log.Heads())
            logs.ShouldContain(l => l.Count == head, id.ToString());
    }

    [Fact]
    public async Task As_of_a_moment_there_is_what_had_happened_by_then()
    {
        await using var early = await Database.Empty();
        var node = early.Start();
        await using var scope = node.Services.CreateAsyncScope();
        var asOf = new DateTimeOffset(2023, 12, 4, 10, 15, 0, TimeSpan.FromHours(7));
        await ActivatorUtilities.CreateInstance<DemoSeeder>(scope.ServiceProvider).Seed(asOf);
        var entries = await node.Log.ReadAfter((await node.Log.Heads()).Keys.ShouldHaveSingleItem(), 0);
        entries.Select(e => (e.RecordedAt, e.Content!.Text)).ShouldBe(log.Where(e => e.RecordedAt <= asOf).Select(e => (e.RecordedAt, e.Content!.Text)));
        entries[^1].RecordedAt.ShouldBe(asOf);
    }

    [Fact]
    public async Task At_a_minute_past_eight_the_first_letter_is_a_minute_overdue()
    {
        await using var early = await Database.Empty();
        var clock = new Clock();
        var node = early.Start(clock);
        await using var scope = node.Services.CreateAsyncScope();
        var asOf = Wib(1, 20).AddMinutes(1);
        await ActivatorUtilities.CreateInstance<DemoSeeder>(scope.ServiceProvider).Seed(asOf);
        clock.MoveTo(asOf);
        await node.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<DeadlineWatch>().Single().LogPassed();

        var entries = await node.Log.ReadAfter(incident, 0);
        var letter = Letter(Fold(incident, entries), "K-02");
        (letter.IsOverdue(asOf), letter.LateBy(asOf)).ShouldBe((true, TimeSpan.FromMinutes(1)));
        entries.Count(e => e.Content!.Events.OfType<DeadlinePassed>().Any(p => p.Subject == letter.Reference)).ShouldBe(1);
    }

    [Fact]
    public async Task Played_live_the_running_product_logs_what_passes()
    {
        await using var live = await Database.Empty();
        var request = new DemoRequest(IsAsked: true, ReplaySpeed: 50_000_000);
        var node = live.Start(request.Clock);
        await using (var scope = node.Services.CreateAsyncScope())
            await ActivatorUtilities.CreateInstance<DemoSeeder>(scope.ServiceProvider).EnsureAccounts();
        await node.StartBackground<DeadlineWatch>();
        using var replay = new DemoReplay(node.Desk, node.Index, node.Get<IncidentHub.Access.People>(), node.Get<BriefingReader>(), node.Time, request, NullLogger<DemoReplay>.Instance);
        await replay.StartAsync(default);
        await replay.ExecuteTask!;
        (await Entries()).ShouldContain(e => e.Text == Scenario.Rows[51].Text);

        await Eventually.Is(async () => (await Overdue()).Count >= 3);
        (await Overdue()).Select(e => e.OccurredAt).Order().ShouldBe([Scenario.Rows[35].At, Scenario.Rows[37].At, Wib(5, 10)]);

        async Task<List<EntryContent>> Entries() => [.. (await node.Log.ReadAfter(incident, 0)).Select(e => e.Content!)];
        async Task<List<EntryContent>> Overdue() => [.. (await Entries()).Where(e => e.Kind is EntryKind.Overdue)];
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    IReadOnlyList<TimelineEntry> Log(string title) => logs.Single(l => l[0].Content!.Events.OfType<IncidentOpened>().Any(e => e.Title.StartsWith(title, StringComparison.Ordinal)));

    List<EntryContent> At(ScenarioRow row) => [.. log.Where(e => e.RecordedAt == row.At).Select(e => e.Content!)];

    static IncidentState Fold(IncidentId id, IEnumerable<TimelineEntry> entries) => entries.Aggregate(IncidentState.Before(id), (state, entry) => state.Apply(entry));

    /// <summary>The states that a letter or a duty went through at a row's time.</summary>
    List<string> StatesAt(ScenarioRow row, string code)
    {
        var states = new List<string>();
        var state = Fold(incident, log.TakeWhile(e => e.RecordedAt < row.At));
        foreach (var entry in log.Where(e => e.RecordedAt == row.At))
        {
            state = state.Apply(entry);
            var subject = code[0] == 'W' ? (ISubject?)state.Obligations.Values.FirstOrDefault() : state.Clarifications.Values.FirstOrDefault(c => CodeOf(c) == code);
            if (subject is null || entry.Content!.Events.OfType<SubjectEvent>().All(e => e.Subject != subject.Reference))
                continue;
            states.Add(entry.Content.Kind is EntryKind.Overdue ? "Lewat tenggat" : Word(subject));
        }
        return states;
    }

    static ClarificationRequest Letter(IncidentState state, string code) => state.Clarifications.Values.Single(c => CodeOf(c) == code);

    static string CodeOf(ClarificationRequest request) => request.Title switch
    {
        var title when title.Contains("daftar akun", StringComparison.Ordinal) => "K-01",
        var title when title.Contains("kedua", StringComparison.Ordinal) => "K-03",
        var title when title.Contains("dugaan kebocoran", StringComparison.Ordinal) => "K-02",
        var title when title.Contains("retensi log", StringComparison.Ordinal) => "K-04",
        _ => "K-05",
    };

    static DateTimeOffset Wib(int dayOfDecember, int hour) => new(2023, 12, dayOfDecember, hour, 0, 0, TimeSpan.FromHours(7));

    static Marking MarkingOf(ScenarioRow row) => new(
        row.Tlp, [.. row.Audience.Select(a => new AgencyId(a.ToUpperInvariant()))],
        [.. row.Recipients.Select(r => r == "koordinator" ? DemoAccount.CoordinatorKpu.Person : DemoAccount.Named(r).Person)]);

    // The file's own words, on purpose not the product's.
    static string Word(Phase phase) => phase switch
    {
        Phase.Reported => "Dilaporkan", Phase.Triage => "Verifikasi Awal", Phase.Active => "Penanganan", Phase.Contained => "Terkendali", _ => phase.ToString(),
    };

    static string Word(TaskState state) => state switch
    {
        TaskState.Proposed => "Diusulkan", TaskState.Accepted => "Diterima", TaskState.InProgress => "Dikerjakan", TaskState.Blocked => "Terhambat",
        TaskState.Done => "Selesai", TaskState.Declined => "Ditolak", TaskState.Cancelled => "Dibatalkan", _ => state.ToString(),
    };

    static string Word(FindingState state) => state switch
    {
        FindingState.Raw => "Informasi Awal", FindingState.UnderReview => "Sedang Diverifikasi", FindingState.Indicated => "Terindikasi",
        FindingState.Inconclusive => "Belum Dapat Disimpulkan", FindingState.Verified => "Terverifikasi", FindingState.Refuted => "Terbantahkan",
        FindingState.Superseded => "Digantikan", FindingState.Retracted => "Ditarik", _ => state.ToString(),
    };

    static string Word(ISubject subject) => subject switch
    {
        ClarificationRequest { State: var state } => state switch
        {
            ClarificationState.Draft => "Draf", ClarificationState.Sent => "Terkirim", ClarificationState.Delivered => "Tersampaikan", ClarificationState.Acknowledged => "Diakui",
            ClarificationState.PartlyAnswered => "Dijawab Sebagian", ClarificationState.Answered => "Dijawab", ClarificationState.Insufficient => "Belum Memadai",
            ClarificationState.Escalated => "Dieskalasi", ClarificationState.Closed => "Ditutup", _ => "Dicabut",
        },
        Obligation { State: ObligationState.Running } => "Berjalan",
        _ => subject.ToString()!,
    };

    [GeneratedRegex(@"(?<code>[KW]-\d\d) (?<states>[^;]+)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Owed();

    [GeneratedRegex(@"(?<code>[TF]-\d\d)(?:, T-\d\d)? (?<state>[^(;]+?)(?: \((?<grade>[A-F]\d)\)| \(penugasan internal\))?(?=;|$)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Said();
}
