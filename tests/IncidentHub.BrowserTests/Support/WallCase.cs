using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Admin;
using IncidentHub.Demo;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Obligations;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(IncidentHub.BrowserTests.Support.WallCase))]

namespace IncidentHub.BrowserTests.Support;

/// <summary>The demo's case as a wall shows it at any moment: played once by the product's own commands, folded up to where a test wants it.</summary>
public sealed class WallCase : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("incidenthub-wall-").FullName;
    IReadOnlyList<TimelineEntry> log = [];
    IncidentId incident;

    public static readonly DateTimeOffset Normal = At(12, 1, 18, 57), Overdue = At(12, 4, 10, 15);

    public static DateTimeOffset At(int month, int day, int hour, int minute) => AnEdition.At(month, day, hour, minute);

    public async ValueTask InitializeAsync()
    {
        var storage = new StorageOptions { Provider = DatabaseProvider.Sqlite, Folder = folder };
        await new SchemaMigrator(storage).Migrate();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddStorage(storage).AddLog().AddAccess().AddAdmin().AddSingleton(RuleBook.Load(RuleBook.Shipped));
        services.AddUi().AddRooms(storage);
        await using var provider = services.BuildServiceProvider();
        await using (var scope = provider.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Accounts>().EnsureAgencies();
            await ActivatorUtilities.CreateInstance<DemoSeeder>(scope.ServiceProvider).Seed(asOf: null);
        }
        var written = provider.GetRequiredService<IncidentLog>();
        foreach (var id in (await written.Heads()).Keys)
        {
            var entries = await written.ReadAfter(id, 0);
            if (entries.Count > log.Count)
                (incident, log) = (id, entries);
        }
        SqliteConnection.ClearAllPools();
    }

    public WallView Of(DateTimeOffset moment, params string[] present) => WallView.Of(
        log.TakeWhile(e => e.RecordedAt <= moment).Aggregate(IncidentState.Before(incident), (state, entry) => state.Apply(entry)),
        present.Select(code => new AgencyId(code)).ToHashSet(), moment);

    /// <summary>As many incidents as wanted, no two alike.</summary>
    public ImmutableArray<WallView> Several(int count, DateTimeOffset moment) =>
    [
        .. Enumerable.Range(0, count).Select(i => i == 0 ? Of(moment, "KPU", "BSSN") : Another(i, moment)),
    ];

    WallView Another(int number, DateTimeOffset moment) => Of(moment.AddDays(-number), "BSSN") with
    {
        Id = new IncidentId(new Guid(number, 0, 0, new byte[8])),
        Title = number % 2 == 1 ? $"LAT-{number}: latihan tanggap insiden" : $"Gangguan layanan Sirekap {number}",
        Next = number % 2 == 1 ? null : Of(moment.AddDays(-number)).Next,
        Late = number % 2 == 1 ? [] : Of(moment.AddDays(-number)).Late,
    };

    /// <summary>As much as anybody could write, in the longest words.</summary>
    public WallView Crowded(DateTimeOffset moment)
    {
        var view = Of(moment, "KPU", "KEMENDAGRI");
        var title = "Permintaan klarifikasi tertulis kedua tentang pertanggungjawaban penyelenggaraan keterbukaan penyimpanan data kependudukan pemilih luar negeri dan cadangannya";
        var late = Enumerable.Range(1, 10).Select(i => new WallDeadline(new($"K-{i:00}QM7"), EntryKind.Clarification, title, i % 2 == 0 ? Tlp.Amber : Tlp.Green, moment.AddDays(-100 - 9 * i), null)).Reverse().ToImmutableArray();
        return view with
        {
            Title = "Dugaan pengungkapan data kependudukan pemilih luar negeri melalui aplikasi pemutakhiran yang dikelola penyelenggara beserta salinan cadangannya di pusat data",
            Phase = Phase.Triage,
            Truth = TruthStatus.Confirmed,
            Severity = Severity.Critical,
            Crisis = CrisisStatus.EarlyWarning,
            Late = late,
            Next = late[^1],
            Agencies =
            [
                .. view.Agencies.Select(a => a with { Open = 12, Blocked = 10, Done = 134, LastUpdate = moment }),
                .. new[] { "KEMENDAGRI", "KEMENLU", "KEJAGUNG", "TNI", "OJK" }.Select(c => new WallAgency(new(c), c, c == "KEMENDAGRI", null, 1, 0, 0)),
            ],
            Entries =
            [
                .. view.Entries.Select((e, i) => e with { At = moment, By = "Badan Siber dan Sandi Negara", Text = i % 2 == 0 ? null : string.Concat(Enumerable.Repeat("Pertanggungjawaban penyelenggaraan. ", 60)) }),
            ],
        };
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return default;
    }
}
