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

    public static ChangeTruthStatus ChangeTruthStatus(TruthStatus to, Reference? basis = null) => new() { CommandId = Guid.NewGuid(), Reason = Reason, To = to, Basis = basis };
    public static ClaimAffectedData Claim(DataCategory category) => new() { CommandId = Guid.NewGuid(), Reason = Reason, Category = category };
    public static ConfirmAffectedData Confirm(DataCategory category) => new() { CommandId = Guid.NewGuid(), Reason = Reason, Category = category };

    public static ProposeTask ProposeTask(string assigned = "BARESKRIM", Marking? marking = null) => new()
    {
        CommandId = Guid.NewGuid(),
        Kind = TaskKind.Response,
        Title = "Amankan salinan log",
        Assigned = new AgencyId(assigned),
        Marking = marking ?? Marking.WholeTeam(Tlp.Amber),
    };

    public static MoveTask Move(Reference task, TaskState to, string reason = Reason) => new() { CommandId = Guid.NewGuid(), Task = task, To = to, Reason = reason };

    /// <summary>An edit that starts from the task as it is; a test changes what it edits.</summary>
    public static EditTask Edit(TaskItem task) =>
        new() { CommandId = Guid.NewGuid(), Task = task.Reference, BasedOn = task.Changes, Title = task.Title, Due = task.Due, Checklist = task.Checklist };

    public static RaiseFinding Raise(Marking? marking = null) => new()
    {
        CommandId = Guid.NewGuid(),
        Claim = ClaimKind.Exfiltration,
        Title = "Data keluar dari peladen",
        Marking = marking ?? Marking.WholeTeam(Tlp.Amber),
    };

    public static MoveFinding Move(Reference finding, FindingState to, string reason = Reason) => new() { CommandId = Guid.NewGuid(), Finding = finding, To = to, Reason = reason };
    public static MoveFinding Supersede(Reference finding, Reference by) => Move(finding, FindingState.Superseded) with { By = by };
    public static GradeFinding Grade(Reference finding, Grade grade) => new() { CommandId = Guid.NewGuid(), Finding = finding, Grade = grade, Reason = Reason };
    public static ReMark ReMark(Reference subject, Marking marking) => new() { CommandId = Guid.NewGuid(), Subject = subject, Marking = marking, Reason = Reason };

    /// <summary>One of each command there is; a test fails when a new one is missing.</summary>
    public static IReadOnlyList<Command> OfEveryKind { get; } =
    [
        Open(), Write(), Correct(new Reference("E-00000000")), Contradict(new Reference("E-00000000")),
        ChangePhase(Phase.Triage), ChangeSeverity(Severity.Low), ProposeCrisisStatus(CrisisStatus.Crisis), ChangeCrisisStatus(CrisisStatus.Crisis),
        ChangeLegalTrack(LegalTrack.Inquiry), Add(People.LiaisonOf("KPU", 2)), Remove(People.LiaisonOf("KPU")),
        ChangeTruthStatus(TruthStatus.Confirmed, new Reference("F-00000")), Claim(DataCategory.NationalId), Confirm(DataCategory.NationalId),
        ProposeTask(), Move(new Reference("T-00000"), TaskState.Accepted),
        new EditTask { CommandId = Guid.NewGuid(), Task = new Reference("T-00000"), BasedOn = 0, Title = "Amankan salinan log", Checklist = [] },
        Raise(), Move(new Reference("F-00000"), FindingState.UnderReview), Grade(new Reference("F-00000"), new Grade(Reliability.B, 2)),
        ReMark(new Reference("T-00000"), Marking.WholeTeam(Tlp.Green)),
    ];

    /// <summary>Whether its author must say something in any case; of the others the title, or the move, says enough.</summary>
    public static bool NeedsText(this Command command) => command is not (IncidentHub.Domain.ProposeTask or MoveTask or EditTask or RaiseFinding or MoveFinding);

    /// <summary>The same command with other words in the field that becomes the entry's text; of an edit, which has none, the title.</summary>
    public static Command WithText(this Command command, string text) => command switch
    {
        OpenIncident c => c with { Summary = text },
        WriteEntry c => c with { Text = text },
        CorrectEntry c => c with { Text = text },
        ContradictEntries c => c with { Text = text },
        ChangeIncident c => c with { Reason = text },
        ProposeTask c => c with { Text = text },
        MoveTask c => c with { Reason = text },
        EditTask c => c with { Title = text },
        RaiseFinding c => c with { Text = text },
        MoveFinding c => c with { Reason = text },
        GradeFinding c => c with { Reason = text },
        ReMark c => c with { Reason = text },
        _ => throw new NotSupportedException($"Say in {nameof(ACommand)} which field of {command.GetType().Name} becomes the entry's text."),
    };

    /// <summary>The codes of what the validator finds wrong.</summary>
    public static IReadOnlyList<string> Faults(this Command command) =>
        [.. command.Validator.Validate(new FluentValidation.ValidationContext<object>(command)).Errors.Select(e => e.ErrorCode)];

    const string Reason = "Berdasarkan rapat koordinasi.";
}
