using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>Commands that are well formed; a test changes what it is about: <c>ACommand.Write() with { Text = "" }</c>.</summary>
public static class ACommand
{
    public static OpenIncident Open() => new()
    {
        CommandId = Guid.NewGuid(),
        Title = "Dugaan kebocoran DPT",
        Summary = "Akun anonim mengeklaim menjual data pemilih.",
        Severity = Severity.High,
        Tlp = Tlp.Amber,
        Members = [People.Coordinator.Person],
    };

    public static OpenIncident OpenWithTeam() => Open() with { Members = [.. People.Team.Select(a => a.Person)] };

    public static WriteEntry Write(Marking? marking = null) => new()
    {
        CommandId = Guid.NewGuid(),
        Kind = EntryKind.StatusUpdate,
        Text = "Pemeriksaan log masih berjalan.",
        Marking = marking ?? Marking.WholeTeam(Tlp.Amber),
    };

    public static WriteEntry AuditNote(Marking? marking = null) => Write(marking) with { Kind = EntryKind.AuditNote };

    public static CorrectEntry Correct(Reference corrected) => new()
    {
        CommandId = Guid.NewGuid(),
        Corrected = corrected,
        Text = "Jumlah yang benar 204.807.222.",
    };

    public static ContradictEntries Contradict(params ImmutableArray<Reference> contradicting) => new()
    {
        CommandId = Guid.NewGuid(),
        Contradicting = contradicting,
        Text = "Kedua pernyataan ini tidak dapat sama-sama benar.",
        Marking = Marking.WholeTeam(Tlp.Amber),
    };

    public static ChangePhase ChangePhase(Phase to) => new() { CommandId = Guid.NewGuid(), Reason = Reason, To = to };
    public static ChangeSeverity ChangeSeverity(Severity to) => new() { CommandId = Guid.NewGuid(), Reason = Reason, To = to };
    public static ProposeCrisisStatus ProposeCrisisStatus(CrisisStatus proposed) => new() { CommandId = Guid.NewGuid(), Reason = Reason, Proposed = proposed };
    public static ChangeCrisisStatus ChangeCrisisStatus(CrisisStatus to) => new() { CommandId = Guid.NewGuid(), Reason = Reason, To = to };
    public static ChangeLegalTrack ChangeLegalTrack(LegalTrack to) => new() { CommandId = Guid.NewGuid(), Reason = Reason, To = to };
    public static AddMember Add(Actor person) => new() { CommandId = Guid.NewGuid(), Reason = Reason, Person = person.Person };
    public static RemoveMember Remove(Actor person) => new() { CommandId = Guid.NewGuid(), Reason = Reason, Person = person.Person };

    /// <summary>One of each command there is; a test fails when a new one is missing.</summary>
    public static IReadOnlyList<Command> OfEveryKind { get; } =
    [
        Open(), Write(), Correct(new Reference("E-00000000")), Contradict(new Reference("E-00000000")),
        ChangePhase(Phase.Triage), ChangeSeverity(Severity.Low), ProposeCrisisStatus(CrisisStatus.Crisis), ChangeCrisisStatus(CrisisStatus.Crisis),
        ChangeLegalTrack(LegalTrack.Inquiry), Add(People.LiaisonOf("KPU", 2)), Remove(People.LiaisonOf("KPU")),
    ];

    /// <summary>The same command with other words in the field that becomes the entry's text.</summary>
    public static Command WithText(this Command command, string text) => command switch
    {
        OpenIncident c => c with { Summary = text },
        WriteEntry c => c with { Text = text },
        CorrectEntry c => c with { Text = text },
        ContradictEntries c => c with { Text = text },
        ChangeIncident c => c with { Reason = text },
        _ => throw new NotSupportedException($"Say in {nameof(ACommand)} which field of {command.GetType().Name} becomes the entry's text."),
    };

    /// <summary>The codes of what the validator finds wrong.</summary>
    public static IReadOnlyList<string> Faults(this Command command) =>
        [.. command.Validator.Validate(new FluentValidation.ValidationContext<object>(command)).Errors.Select(e => e.ErrorCode)];

    const string Reason = "Berdasarkan rapat koordinasi.";
}
