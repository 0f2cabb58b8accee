using System.Text.RegularExpressions;
using IncidentHub.Demo;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

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
        foreach (var row in Scenario.Rows.Where(r => !r.IsExercise))
        {
            var written = At(row);
            var words = row.Number == 33 ? row.Text[..row.Text.IndexOf(';', StringComparison.Ordinal)] : row.Text.TrimEnd('.');
            var entry = written.FirstOrDefault(e => e.Text.Contains(words, StringComparison.Ordinal)).ShouldNotBeNull($"row {row.Number}: {row.Text}");
            if (row.Agency is not "Sistem" and not "Auditor")
                entry.Author.Agency.Code.ShouldBe(row.Agency.ToUpperInvariant(), $"row {row.Number}");
            entry.Marking.ShouldBe(MarkingOf(row), $"row {row.Number}");
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
        state.Tasks.Values.Select(t => $"{t.Title} ({t.Assigned}): {t.State} {t.Marking.Tlp}").Order().ShouldBe(new[]
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

    public ValueTask DisposeAsync() => database.DisposeAsync();

    IReadOnlyList<TimelineEntry> Log(string title) => logs.Single(l => l[0].Content!.Events.OfType<IncidentOpened>().Any(e => e.Title.StartsWith(title, StringComparison.Ordinal)));

    List<EntryContent> At(ScenarioRow row) => [.. log.Where(e => e.RecordedAt == row.At).Select(e => e.Content!)];

    static IncidentState Fold(IncidentId id, IEnumerable<TimelineEntry> entries) => entries.Aggregate(IncidentState.Before(id), (state, entry) => state.Apply(entry));

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

    [GeneratedRegex(@"(?<code>[TF]-\d\d)(?:, T-\d\d)? (?<state>[^(;]+?)(?: \((?<grade>[A-F]\d)\)| \(penugasan internal\))?(?=;|$)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Said();
}
