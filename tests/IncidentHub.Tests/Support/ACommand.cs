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

    public static PairWall Pair(Actor? wall = null) =>
        new() { CommandId = Guid.NewGuid(), Reason = "", Wall = (wall ?? People.Wall).Person, Name = "Ruang krisis KPU", Place = "Lantai 2", Until = AnIncident.Now.AddDays(7) };
    public static ReleaseWall Release(Actor? wall = null) => new() { CommandId = Guid.NewGuid(), Reason = "", Wall = (wall ?? People.Wall).Person };

    public static ChangeTruthStatus ChangeTruthStatus(TruthStatus to, Reference? basis = null) => new() { CommandId = Guid.NewGuid(), Reason = Reason, To = to, Basis = basis };
    public static ClaimAffectedData Claim(DataCategory category) => new() { CommandId = Guid.NewGuid(), Reason = Reason, Category = category };
    public static CountRows CountRows(RowCountKind kind, long? rows) => new() { CommandId = Guid.NewGuid(), Reason = Reason, Kind = kind, Rows = rows };
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

    public static readonly Letter Letter = new("B-1234/M.KOMINFO/11/2023", "UU 27/2022", ["Apakah data yang beredar berasal dari sistem Anda?", "Langkah apa yang sudah diambil?"]);

    public static DraftClarification DraftClarification(Marking? marking = null, string addressed = "KPU") => new()
    {
        CommandId = Guid.NewGuid(), Title = "Permintaan klarifikasi dugaan kebocoran", Text = "Sehubungan dengan pemberitaan.", Letter = Letter, Addressed = new AgencyId(addressed),
        Marking = marking ?? Marking.WholeTeam(Tlp.Amber),
    };

    /// <summary>Sent at once.</summary>
    public static DraftClarification Ask(Marking? marking = null, string addressed = "KPU") => DraftClarification(marking, addressed) with { Send = true };

    public static EditClarification EditDraft(Reference request, int basedOn = 0, Marking? marking = null) => new()
    {
        CommandId = Guid.NewGuid(), Request = request, BasedOn = basedOn, Title = "Permintaan klarifikasi kedua", Letter = Letter, Addressed = new AgencyId("KPU"),
        Marking = marking ?? Marking.WholeTeam(Tlp.Amber),
    };

    public static SendClarification Send(Reference request, int basedOn = 0) => new() { CommandId = Guid.NewGuid(), Request = request, BasedOn = basedOn };
    public static DeliverClarification Deliver(Reference request) => new() { CommandId = Guid.NewGuid(), Request = request, At = AnIncident.Now };
    public static AcknowledgeClarification Acknowledge(Reference request) => new() { CommandId = Guid.NewGuid(), Request = request };
    public static AnswerClarification Answer(Reference request, params (int Number, QuestionState State)[] answers) => new()
    {
        CommandId = Guid.NewGuid(), Request = request, Text = "Bersama ini kami sampaikan langkah yang telah diambil.",
        Answers = [.. answers.Select(a => new QuestionAnswer(a.Number, $"Jawaban {a.Number}.", a.State))],
    };

    public static AnswerClarification AnswerAll(Reference request) => Answer(request, (1, QuestionState.Answered), (2, QuestionState.Answered));
    public static JudgeInsufficient JudgeInsufficient(Reference request, params int[] reopened) => new() { CommandId = Guid.NewGuid(), Request = request, Reason = Reason, Reopened = [.. reopened] };
    public static EscalateClarification Escalate(Reference request) => new() { CommandId = Guid.NewGuid(), Request = request, Title = "Permintaan klarifikasi kedua", Letter = Letter };
    public static CloseClarification Close(Reference request) => new() { CommandId = Guid.NewGuid(), Request = request };
    public static WithdrawClarification Withdraw(Reference request) => new() { CommandId = Guid.NewGuid(), Request = request, Reason = Reason };
    public static LinkContact LinkContact(Reference request, Reference entry) => new() { CommandId = Guid.NewGuid(), Request = request, Entry = entry };

    /// <summary>The command that moves a request there; each state has its own.</summary>
    public static ChangeClarification MoveTo(Reference request, ClarificationState to) => to switch
    {
        ClarificationState.Sent => Send(request),
        ClarificationState.Delivered => Deliver(request),
        ClarificationState.Acknowledged => Acknowledge(request),
        ClarificationState.PartlyAnswered => Answer(request, (1, QuestionState.Answered), (2, QuestionState.PartlyAnswered)),
        ClarificationState.Answered => AnswerAll(request),
        ClarificationState.Insufficient => JudgeInsufficient(request, 2),
        ClarificationState.Escalated => Escalate(request),
        ClarificationState.Closed => Close(request),
        ClarificationState.Withdrawn => Withdraw(request),
        _ => EditDraft(request),
    };

    public static RecordObligation Record(Marking? marking = null) =>
        new() { CommandId = Guid.NewGuid(), Rule = AnObligation.Notice, Agency = AnObligation.Obliged.Agency, Marking = marking ?? Marking.WholeTeam(Tlp.Amber) };

    public static StartObligation Start(Reference obligation, DateTimeOffset? at = null) => new() { CommandId = Guid.NewGuid(), Obligation = obligation, At = at ?? AnIncident.Now, Basis = Reason };
    public static CorrectStart CorrectStart(Reference obligation, DateTimeOffset? at = null) =>
        new() { CommandId = Guid.NewGuid(), Obligation = obligation, At = at ?? AnIncident.Now.AddHours(-1), Basis = Reason };
    public static MeetObligation Meet(Reference obligation) => new() { CommandId = Guid.NewGuid(), Obligation = obligation, How = "Pemberitahuan dikirim lewat surel." };
    public static SetNotApplicable SetNotApplicable(Reference obligation) => new() { CommandId = Guid.NewGuid(), Obligation = obligation, Reason = Reason };

    public static readonly NoticeText NoticeText = new([DataCategory.Name, DataCategory.NationalId], "Diduga terungkap pada 27 November 2023.", "Akses ditutup; log diperiksa.", "pengaduan@kpu.go.id");

    public static WriteNotice WriteNotice(Reference obligation, int basedOn = 0) => new() { CommandId = Guid.NewGuid(), Obligation = obligation, BasedOn = basedOn, Text = NoticeText };
    public static ReviewNotice ReviewNotice(Reference obligation, int version = 1) => new() { CommandId = Guid.NewGuid(), Obligation = obligation, Version = version };

    /// <summary>The command of a step.</summary>
    public static ChangeObligation Do(Reference obligation, ObligationStep step) => step switch
    {
        ObligationStep.Start => Start(obligation),
        ObligationStep.Meet => Meet(obligation),
        ObligationStep.SetNotApplicable => SetNotApplicable(obligation),
        ObligationStep.CorrectStart => CorrectStart(obligation),
        ObligationStep.WriteNotice => WriteNotice(obligation),
        _ => ReviewNotice(obligation),
    };

    public static ProposeRelease Propose(Reference of, BriefingSection section = BriefingSection.Step, Tlp label = Tlp.Clear) => new()
    {
        CommandId = Guid.NewGuid(), Of = of, Section = section, Title = "Akses ditutup.", Text = "Sejak 27 November 2023.", Label = label,
    };

    /// <summary>Agrees to the words as they were proposed.</summary>
    public static AgreeRelease Agree(Release release) => new()
    {
        CommandId = Guid.NewGuid(), Release = release.Reference, BasedOn = release.Changes, Title = release.Title, Text = release.Text, Section = release.Section, Label = release.Label,
        PlannedAt = release.Section is BriefingSection.Next ? release.At : null,
    };

    public static DeclineRelease Decline(Reference release) => new() { CommandId = Guid.NewGuid(), Release = release, Reason = Reason };
    public static PublishRelease Publish(Reference release, int basedOn = 0) => new() { CommandId = Guid.NewGuid(), Release = release, BasedOn = basedOn };
    public static WithdrawRelease TakeBack(Reference release) => new() { CommandId = Guid.NewGuid(), Release = release, Reason = Reason };

    public static ComposeEdition Compose(BriefingSession session = BriefingSession.Open) =>
        new() { CommandId = Guid.NewGuid(), Draft = new EditionDraft(session, "Data pemilih **diduga** bocor.", [], []) };

    public static ApproveEdition Approve(Reference edition, int basedOn = 0, string seen = "") => new() { CommandId = Guid.NewGuid(), Edition = edition, BasedOn = basedOn, Seen = seen };
    public static FreezeEdition Freeze(Reference edition) => new() { CommandId = Guid.NewGuid(), Edition = edition };
    public static DiscardEdition Discard(Reference edition) => new() { CommandId = Guid.NewGuid(), Edition = edition, Reason = Reason };
    public static AskQuestion AskTeam() => new() { CommandId = Guid.NewGuid(), Question = "Apakah data pemilih dapat diubah?", AskedBy = "Anggota Komisi I" };
    public static AssignQuestion Assign(Reference question, string agency = "KPU") => new() { CommandId = Guid.NewGuid(), Question = question, Agency = new AgencyId(agency) };
    public static AnswerQuestion Reply(Reference question) => new() { CommandId = Guid.NewGuid(), Question = question, Text = "Tidak: rekapitulasi berjenjang tidak memakai sistem itu." };

    /// <summary>The command of a step.</summary>
    public static ChangeRelease Do(Release release, ReleaseStep step) => step switch
    {
        ReleaseStep.Agree => Agree(release),
        ReleaseStep.Decline => Decline(release.Reference),
        ReleaseStep.Publish => Publish(release.Reference, release.Changes),
        _ => TakeBack(release.Reference),
    };

    public static MarkOverdue MarkOverdue(Reference subject, DateTimeOffset? due = null) => new() { CommandId = Guid.NewGuid(), Subject = subject, Due = due ?? AnIncident.Now };

    /// <summary>Of the day before the incident's first entries, and of these; it tells the entries that are named.</summary>
    public static PrepareReport Prepare(params ImmutableArray<Reference> entries) => new()
    {
        CommandId = Guid.NewGuid(),
        Draft = new ReportDraft(AnIncident.Now.AddDays(-1), AnIncident.Now, Tlp.Amber, "Pemeriksaan berjalan; kebenaran masih dugaan.", "Forensik dilanjutkan.", entries),
    };

    public static ApproveReport ApproveReport(Reference report, int basedOn = 0) => new() { CommandId = Guid.NewGuid(), Report = report, BasedOn = basedOn };
    public static DiscardReport DiscardReport(Reference report) => new() { CommandId = Guid.NewGuid(), Report = report, Reason = Reason };

    /// <summary>One of each command there is; a test fails when a new one is missing.</summary>
    public static IReadOnlyList<Command> OfEveryKind { get; } =
    [
        Open(), Write(), Correct(new Reference("E-00000000")), Contradict(new Reference("E-00000000")),
        ChangePhase(Phase.Triage), ChangeSeverity(Severity.Low), ProposeCrisisStatus(CrisisStatus.Crisis), ChangeCrisisStatus(CrisisStatus.Crisis),
        ChangeLegalTrack(LegalTrack.Inquiry), Add(People.LiaisonOf("KPU", 2)), Remove(People.LiaisonOf("KPU")),
        ChangeTruthStatus(TruthStatus.Confirmed, new Reference("F-00000")), Claim(DataCategory.NationalId), Confirm(DataCategory.NationalId), CountRows(RowCountKind.Claimed, 1_000),
        ProposeTask(), Move(new Reference("T-00000"), TaskState.Accepted),
        new EditTask { CommandId = Guid.NewGuid(), Task = new Reference("T-00000"), BasedOn = 0, Title = "Amankan salinan log", Checklist = [] },
        Raise(), Move(new Reference("F-00000"), FindingState.UnderReview), Grade(new Reference("F-00000"), new Grade(Reliability.B, 2)),
        ReMark(new Reference("T-00000"), Marking.WholeTeam(Tlp.Green)),
        DraftClarification(), .. Enum.GetValues<ClarificationState>().Where(s => s is not ClarificationState.PartlyAnswered).Select(s => MoveTo(new Reference("K-00000"), s)),
        LinkContact(new Reference("K-00000"), new Reference("E-00000000")),
        Record(), .. Enum.GetValues<ObligationStep>().Select(s => Do(new Reference("W-00000"), s)), MarkOverdue(new Reference("K-00000")),
        Propose(new Reference("F-00000"), BriefingSection.Known),
        new AgreeRelease { CommandId = Guid.NewGuid(), Release = new Reference("B-00000"), BasedOn = 0, Title = "Akses ditutup.", Section = BriefingSection.Step },
        Decline(new Reference("B-00000")), Publish(new Reference("B-00000")), TakeBack(new Reference("B-00000")),
        Compose(), Approve(new Reference("R-00000")), Freeze(new Reference("R-00000")), Discard(new Reference("R-00000")),
        AskTeam(), Assign(new Reference("P-00000")), Reply(new Reference("P-00000")),
        Prepare(), ApproveReport(new Reference("S-00000")), DiscardReport(new Reference("S-00000")),
        Pair(), Release(),
    ];

    /// <summary>Whether its author must say something in any case; of the others the title, or the move, says enough.</summary>
    public static bool NeedsText(this Command command) => command is not (IncidentHub.Domain.ProposeTask or MoveTask or RaiseFinding or MoveFinding
        or IncidentHub.Domain.DraftClarification or EditClarification or DeliverClarification or AcknowledgeClarification or EscalateClarification or CloseClarification or IncidentHub.Domain.LinkContact
        or RecordObligation or IncidentHub.Domain.ReviewNotice or AssignQuestion or PairWall or ReleaseWall) && command.HasText();

    /// <summary>Whether any of its fields becomes the entry's text. Words for the commission are shorter, and so is why they were withdrawn.</summary>
    public static bool HasText(this Command command) => command is not (EditTask or SendClarification or IncidentHub.Domain.WriteNotice or IncidentHub.Domain.MarkOverdue
        or ProposeRelease or AgreeRelease or PublishRelease or WithdrawRelease or ComposeEdition or ApproveEdition or FreezeEdition or AskQuestion or AnswerQuestion or PrepareReport or IncidentHub.Domain.ApproveReport);

    /// <summary>The same command with other words in the field that becomes the entry's text; of one that has none, in another.</summary>
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
        IncidentHub.Domain.DraftClarification c => c with { Text = text },
        EditClarification c => c with { Text = text },
        SendClarification c => c with { Proof = new Proof(ProofKind.Other, text) },
        DeliverClarification c => c with { Reason = text },
        AcknowledgeClarification c => c with { Remark = text },
        AnswerClarification c => c with { Text = text },
        IncidentHub.Domain.JudgeInsufficient c => c with { Reason = text },
        EscalateClarification c => c with { Text = text },
        CloseClarification c => c with { Reason = text },
        WithdrawClarification c => c with { Reason = text },
        IncidentHub.Domain.LinkContact c => c with { Remark = text },
        RecordObligation c => c with { Basis = text },
        StartObligation c => c with { Basis = text },
        IncidentHub.Domain.CorrectStart c => c with { Basis = text },
        MeetObligation c => c with { How = text },
        IncidentHub.Domain.SetNotApplicable c => c with { Reason = text },
        IncidentHub.Domain.WriteNotice c => c with { Text = c.Text with { Contact = text } },
        IncidentHub.Domain.ReviewNotice c => c with { Remark = text },
        IncidentHub.Domain.MarkOverdue c => c with { Subject = new Reference(text) },
        ProposeRelease c => c with { Text = text },
        AgreeRelease c => c with { Text = text },
        DeclineRelease c => c with { Reason = text },
        PublishRelease c => c with { Release = new Reference(text) },
        WithdrawRelease c => c with { Reason = text },
        ComposeEdition c => c with { Draft = c.Draft with { Summary = text } },
        ApproveEdition c => c with { Seen = text },
        FreezeEdition c => c with { Edition = new Reference(text) },
        DiscardEdition c => c with { Reason = text },
        PrepareReport c => c with { Draft = c.Draft with { Summary = text } },
        IncidentHub.Domain.ApproveReport c => c with { Report = new Reference(text) },
        IncidentHub.Domain.DiscardReport c => c with { Reason = text },
        AskQuestion c => c with { Question = text },
        AssignQuestion c => c with { Remark = text },
        AnswerQuestion c => c with { Text = text },
        _ => throw new NotSupportedException($"Say in {nameof(ACommand)} which field of {command.GetType().Name} becomes the entry's text."),
    };

    /// <summary>The codes of what the validator finds wrong.</summary>
    public static IReadOnlyList<string> Faults(this Command command) =>
        [.. command.Validator.Validate(new FluentValidation.ValidationContext<object>(command)).Errors.Select(e => e.ErrorCode)];

    const string Reason = "Berdasarkan rapat koordinasi.";
}
