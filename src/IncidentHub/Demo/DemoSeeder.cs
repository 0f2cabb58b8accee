using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Storage;

namespace IncidentHub.Demo;

/// <summary>
/// Plays the scenario into the demo database, once however often it is called: the product's own commands, in order, as the agency named, at the times given. Rows
/// about tasks, findings, requests and obligations are plain entries until those exist as objects.
/// </summary>
public sealed partial class DemoSeeder(LogDatabase database, Accounts accounts, People people, ILogger<DemoSeeder> logger)
{
    /// <summary>Raised when the seeder's commands change, so that old demo databases are made anew.</summary>
    public const int Version = 1;

    static readonly Actor sistem = new(default, "Sistem", Role.System, new AgencyId("SISTEM"), "Sistem");
    readonly ScenarioClock clock = new();
    readonly Dictionary<int, Reference> entries = [];

    public async Task Seed()
    {
        await accounts.EnsureAgencies();
        foreach (var account in DemoAccount.All.Where(a => !accounts.Exists(a.Id)))
            await accounts.Open(account.Email, account.Name, account.Role, account.Agency, account.Id);

        var log = new IncidentLog(database, clock);
        var index = new LogIndex(database);
        var rooms = new RoomDirectory(log, index, clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<IncidentRoom>.Instance);
        var desk = new Desk(rooms, people);

        await PlayCase(desk, [.. Scenario.Rows.Where(r => !r.IsExercise)]);
        foreach (var row in Scenario.Rows.Where(r => r.IsExercise))
            await PlayExercise(desk, row);
        logger.LogInformation("Demo data: {Rows} rows of the scenario", Scenario.Rows.Count);
    }

    async Task PlayCase(Desk desk, IReadOnlyList<ScenarioRow> rows)
    {
        var incident = await Open(desk, rows[0].At, DemoAccount.Bssn, "DPT 2024: dugaan kebocoran data pemilih",
            "Dugaan kebocoran data pemilih dilaporkan; kebenarannya belum diketahui.", Severity.High);
        foreach (var row in rows)
        {
            clock.MoveTo(row.At);
            var command = Command(row);
            entries[row.Number] = await Done(desk.Submit(incident, command, await Speaker(row)), row.Number);
        }
    }

    Command Command(ScenarioRow row)
    {
        var id = CommandId($"row {row.Number}");
        if (Transition().Match(row.State) is { Success: true } move)
            return new ChangePhase { CommandId = id, To = Phases[move.Groups["to"].Value], Reason = row.Text };
        if (Cited().Matches(row.State) is { Count: > 0 } cites)
        {
            return new ContradictEntries
            {
                CommandId = id,
                Contradicting = [.. cites.Select(c => entries[int.Parse(c.Groups["row"].Value, System.Globalization.CultureInfo.InvariantCulture)])],
                Text = row.Text,
                Marking = Marking(row),
            };
        }
        var kind = PlainKinds.GetValueOrDefault(row.State.Split(' ')[0], EntryKind.StatusUpdate);
        return new WriteEntry
        {
            CommandId = id,
            Kind = row.Agency == "Sistem" ? EntryKind.StatusUpdate : kind,
            Text = IsSaidByItsKind(row.State) ? row.Text : $"{row.State}. {row.Text}",
            Source = row.Source,
            Marking = Marking(row),
            Releasable = row.Releasable,
        };
    }

    /// <summary>The exercises, each an incident of its own, from the state that the row begins with.</summary>
    async Task PlayExercise(Desk desk, ScenarioRow row)
    {
        var (name, path) = row.State.Split(' ', 2) is [var n, var p] ? (n, p.Split('→')) : throw new FormatException(row.State);
        var incident = await Open(desk, row.At.AddMinutes(-30), DemoAccount.CoordinatorBssn, $"{name}: latihan tanggap insiden", "Latihan tim gabungan; tidak ada insiden.", Severity.Low);
        var target = Phases[path[0]];
        foreach (var phase in Before(target).Append(target))
            await Change(desk, incident, phase, "Latihan: keadaan awal.", row, $"{name} start {phase}");
        clock.MoveTo(row.At);
        foreach (var phase in path.Skip(1))
            await Change(desk, incident, Phases[phase], row.Text, row, $"{name} {phase}");
    }

    async Task Change(Desk desk, IncidentId incident, Phase to, string reason, ScenarioRow row, string id)
    {
        var command = new ChangePhase { CommandId = CommandId(id), To = to, Reason = reason };
        await Done(desk.Submit(incident, command, await Speak(DemoAccount.CoordinatorBssn)), row.Number);
    }

    async Task<IncidentId> Open(Desk desk, DateTimeOffset at, DemoAccount opener, string title, string summary, Severity severity)
    {
        clock.MoveTo(at);
        var command = new OpenIncident
        {
            CommandId = CommandId(title),
            Title = title,
            Summary = summary,
            Severity = severity,
            Tlp = Tlp.Green,
            Members = [.. DemoAccount.Team.Select(a => a.Person)],
        };
        await Done(desk.Open(command, await Speak(opener)), 0);
        return OpenIncident.IdFor(opener.Person, command.CommandId);
    }

    static Marking Marking(ScenarioRow row)
    {
        var audience = row.Audience.Select(name => new AgencyId(name.ToUpperInvariant())).ToImmutableSortedSet();
        var recipients = row.Recipients.Select(name => name == "koordinator"
            ? DemoAccount.CoordinatorKpu.Person
            : DemoAccount.All.Single(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Person).ToImmutableSortedSet();
        return new Marking(row.Tlp, audience, recipients);
    }

    async Task<Actor> Speaker(ScenarioRow row) => row.Agency switch
    {
        "Sistem" => sistem,
        "Auditor" => await Speak(DemoAccount.Auditor),
        var agency => await Speak(DemoAccount.Team.Single(a => a.Role is Role.Liaison && a.Agency.Equals(agency, StringComparison.OrdinalIgnoreCase))),
    };

    async Task<Actor> Speak(DemoAccount account) =>
        await people.Find(account.Person) ?? throw new InvalidOperationException($"The demo account {account.Name} is missing.");

    static async Task<Reference> Done(Task<Outcome> outcome, int row) => await outcome is Outcome.Done done
        ? done.Entry
        : throw new InvalidOperationException($"Row {row} of the scenario was refused: {await outcome}");

    // The same id for the same row, each time: seeding twice writes once.
    static Guid CommandId(string what) => new(SHA256.HashData(Encoding.UTF8.GetBytes("demo " + what)).AsSpan(0, 16));

    static bool IsSaidByItsKind(string state) => PlainKinds.ContainsKey(state);

    static IEnumerable<Phase> Before(Phase target) => target switch
    {
        Phase.Triage => [],
        Phase.Recovery => [Phase.Triage, Phase.Active, Phase.Contained],
        _ => throw new FormatException($"No exercise begins at {target}."),
    };

    static readonly Dictionary<string, Phase> Phases = new(StringComparer.Ordinal)
    {
        ["Dilaporkan"] = Phase.Reported, ["Verifikasi Awal"] = Phase.Triage, ["Penanganan"] = Phase.Active, ["Terkendali"] = Phase.Contained,
        ["Pemulihan"] = Phase.Recovery, ["Evaluasi"] = Phase.Review, ["Ditutup"] = Phase.Closed, ["Tidak Terbukti"] = Phase.Dismissed,
    };

    static readonly Dictionary<string, EntryKind> PlainKinds = new(StringComparer.Ordinal)
    {
        ["Deteksi"] = EntryKind.Detection, ["Pengamatan"] = EntryKind.Observation, ["Temuan"] = EntryKind.Observation,
        ["Notifikasi"] = EntryKind.Notification, ["Komunikasi"] = EntryKind.Communication, ["Klarifikasi"] = EntryKind.Communication,
        ["Rapat"] = EntryKind.Meeting, ["Paparan"] = EntryKind.Communication, ["Keputusan"] = EntryKind.Decision, ["Kewajiban"] = EntryKind.Decision,
        ["Langkah"] = EntryKind.ActionTaken, ["Langkah diambil"] = EntryKind.ActionTaken, ["Bukti"] = EntryKind.ActionTaken,
        ["Pernyataan"] = EntryKind.PublicStatement, ["Pemutakhiran"] = EntryKind.StatusUpdate, ["Tugas"] = EntryKind.StatusUpdate,
    };

    [GeneratedRegex("^INS .+→(?<to>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Transition();

    [GeneratedRegex(@"#(?<row>\d\d)", RegexOptions.NonBacktracking)]
    private static partial Regex Cited();

    sealed class ScenarioClock : TimeProvider
    {
        DateTimeOffset now;
        public void MoveTo(DateTimeOffset time) => now = time;
        public override DateTimeOffset GetUtcNow() => now;
    }
}
