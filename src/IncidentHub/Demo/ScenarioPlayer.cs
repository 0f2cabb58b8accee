using System.Security.Cryptography;
using System.Text;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;

namespace IncidentHub.Demo;

/// <summary>Issues the scenario's commands, as the office named. Playing a row again gives what it gave before.</summary>
sealed class ScenarioPlayer(Desk desk, LogIndex index, People people, BriefingReader briefings)
{
    readonly Dictionary<string, Reference> subjects = new(StringComparer.Ordinal);
    readonly Dictionary<int, Reference> entries = [];
    IncidentId incident;
    Reference incidentReference;
    EditionDraft? draft;

    public async Task OpenCase() =>
        (incident, incidentReference) = await Open(DemoAccount.Bssn, "DPT 2024: dugaan kebocoran data pemilih", "Dugaan kebocoran data pemilih dilaporkan; kebenarannya belum diketahui.", Severity.High);

    public async Task Play(ScenarioRow row)
    {
        var script = new ScenarioScript(code => subjects[code], number => entries[number]);
        var count = 0;
        foreach (var step in script.Steps(row))
            entries[row.Number] = await Play(step, $"row {row.Number} step {count++}", row);
        count = 0;
        foreach (var step in script.StepsAfter(row))
            await Play(step, $"row {row.Number} told {count++}", row);
    }

    async Task<Reference> Play(ScenarioStep step, string name, ScenarioRow row)
    {
        var (actor, command) = (await Actor(step.Speaker), step.Command(CommandId(name)));
        if (command is ComposeEdition composed)
            draft = composed.Draft;
        if (command is ApproveEdition approval)
        {
            // Played again, what it saw then is what the edition says; another preview is no other approval.
            var approved = await desk.Submit(incident, approval with { Seen = (await briefings.Preview(incidentReference, actor, draft!))!.Fingerprint }, actor);
            return approved is Outcome.Rejected { Reason.Code: RejectionCode.CommandIdReused } ? default : (await Done(Task.FromResult(approved), row)).Entry;
        }
        var done = (await Done(desk.Submit(incident, command, actor), row)).Entry;
        if (step.Names is { } code)
            subjects[code] = (await index.Find(incident, [done])).Single().Content!.Events.OfType<SubjectEvent>().First().Subject;
        return done;
    }

    /// <summary>An exercise, an incident of its own, from the state that its row begins with.</summary>
    public async Task PlayExercise(ScenarioRow row, Action<DateTimeOffset> moveTo)
    {
        var name = row.State[..row.State.IndexOf(' ', StringComparison.Ordinal)];
        var path = row.State[(name.Length + 1)..].Split('→').Select(ScenarioScript.PhaseNamed).ToList();
        moveTo(row.At.AddMinutes(-30));
        var (exercise, _) = await Open(DemoAccount.CoordinatorBssn, $"{name}: latihan tanggap insiden", "Latihan tim gabungan; tidak ada insiden.", Severity.Low);
        foreach (var phase in Before(path[0]).Append(path[0]))
            await Change(exercise, phase, "Latihan: keadaan awal.", row);
        moveTo(row.At);
        foreach (var phase in path.Skip(1))
            await Change(exercise, phase, row.Text, row);
    }

    int changes;

    async Task Change(IncidentId exercise, Phase to, string reason, ScenarioRow row) =>
        await Done(desk.Submit(exercise, new ChangePhase { CommandId = CommandId($"row {row.Number} change {changes++}"), To = to, Reason = reason }, await Actor(DemoAccount.CoordinatorBssn)), row);

    async Task<(IncidentId, Reference)> Open(DemoAccount opener, string title, string summary, Severity severity)
    {
        var command = new OpenIncident
        {
            CommandId = CommandId(title), Title = title, Summary = summary, Severity = severity, Tlp = Tlp.Green, Members = [.. DemoAccount.Team.Select(a => a.Person)],
        };
        var opened = await Done(desk.Open(command, await Actor(opener)), null);
        return (OpenIncident.IdFor(opener.Person, command.CommandId), opened.Incident);
    }

    async Task<Actor> Actor(DemoAccount account) => await people.Find(account.Person) ?? throw new InvalidOperationException($"The demo account {account.Name} is missing.");

    static async Task<Outcome.Done> Done(Task<Outcome> outcome, ScenarioRow? row) => await outcome is Outcome.Done done
        ? done
        : throw new InvalidOperationException($"Row {row?.Number} of the scenario was refused: {await outcome}");

    // The same id for the same step, each time.
    static Guid CommandId(string what) => new(SHA256.HashData(Encoding.UTF8.GetBytes("demo " + what)).AsSpan(0, 16));

    static IEnumerable<Phase> Before(Phase target) => target switch
    {
        Phase.Triage => [],
        Phase.Recovery => [Phase.Triage, Phase.Active, Phase.Contained],
        _ => throw new FormatException($"No exercise begins at {target}."),
    };
}
