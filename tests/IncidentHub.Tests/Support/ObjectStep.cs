using FsCheck;
using FsCheck.Fluent;
using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>One command of a random sequence over tasks, findings, requests, obligations, releases, editions and questions. What the numbers mean depends on the incident that it meets.</summary>
/// <param name="Likely">Chooses a move that somebody may make; else any.</param>
public sealed record ObjectStep(int Who, int What, int Which, int To, int Mark, bool Says, bool Likely)
{
    /// <summary>Members, a member agency's second person, an auditor, an observer, and a liaison outside the team.</summary>
    public static readonly IReadOnlyList<Actor> Actors =
        [.. People.Team, People.LiaisonOf("BSSN", 2), People.CoordinatorOf("BSSN"), People.Auditor, People.Observer, People.LiaisonOf("KEMENDAGRI")];

    public static readonly AnIncident Start = AnIncident.Open().WithMembers(People.LiaisonOf("BSSN", 2), People.CoordinatorOf("BSSN"));

    static readonly Marking[] marks =
    [
        Marking.WholeTeam(Tlp.Green), Marking.WholeTeam(Tlp.Amber), new(Tlp.AmberStrict, [new("BSSN"), new("BARESKRIM")], []), new(Tlp.Amber, [new("KPU"), new("BIN"), new("BSSN")], []),
        new(Tlp.Red, [], [People.LiaisonOf("BSSN").Person, People.LiaisonOf("BARESKRIM").Person]), new(Tlp.Red, [], [People.LiaisonOf("BSSN", 2).Person, People.LiaisonOf("BIN").Person]),
    ];

    static readonly string[] agencies = ["BSSN", "BARESKRIM", "BIN", "KPU", "KEMENDAGRI"];

    const int Kinds = 46;

    public static readonly Gen<ObjectStep> Any =
        from who in Gen.Choose(0, Actors.Count - 1)
        from what in Gen.Choose(0, Kinds)
        from which in Gen.Choose(0, 999)
        from to in Gen.Choose(0, 999)
        from mark in Gen.Choose(0, marks.Length - 1)
        from says in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from likely in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new ObjectStep(who, what, which, to, mark, says, likely);

    public static readonly Gen<List<ObjectStep>> Sequence = Gen.ListOf(Any, 180).Select(steps => steps.ToList());

    public Actor Actor => Actors[Who];

    /// <param name="id">Of the command, so that a sequence is the same each time that it is run.</param>
    public Command On(AnIncident at, int id) => Of(at) with { CommandId = new Guid(id, 0, 0, new byte[8]) };

    /// <summary>The incident after all of it that was accepted, as the desk would; each decision is shown with the incident it met.</summary>
    /// <param name="from">Where it goes on from.</param>
    /// <param name="say">Puts other words into a command.</param>
    public static AnIncident Play(IEnumerable<ObjectStep> steps, Action<AnIncident, Actor, Command, Decision>? look = null, AnIncident? from = null, Func<Command, Command>? say = null)
    {
        var at = from ?? Start;
        var first = (int)at.State.Number * 1_000;
        foreach (var (index, step) in steps.Index())
        {
            var (actor, command) = (step.ActorAt(at), step.On(at, first + index));
            command = say?.Invoke(command) ?? command;
            var decision = at.Try(actor, command);
            look?.Invoke(at, actor, command, decision);
            if (decision is Decision.Accepted)
                at = at.After(actor, command);
        }
        return at;
    }

    // Among ten people the two whose move it is meet too rarely to bring a task, or a request, far.
    public Actor ActorAt(AnIncident at) => !Likely ? Actor : What switch
    {
        >= 4 and <= 7 when at.State.Tasks.GetValueOrDefault(TaskAt(at)) is { } task => MemberOf(Who % 2 == 0 ? task.Assigned : task.ProposedBy, at),
        >= 17 and <= 24 when at.State.Clarifications.GetValueOrDefault(RequestAt(at)) is { } request =>
            MemberOf(ClarificationMoveFrom(request) is ClarificationState.Acknowledged or ClarificationState.PartlyAnswered or ClarificationState.Answered ? request.Addressed : request.RequestedBy, at),
        >= 27 and <= 31 when at.State.Obligations.GetValueOrDefault(ObligationAt(at)) is { } obligation => MemberOf(obligation.Agency, at),
        32 => People.System,
        >= 36 and <= 38 when at.State.Releases.GetValueOrDefault(ReleaseAt(at)) is { } release =>
            ReleaseStepFrom(release) is ReleaseStep.Agree or ReleaseStep.Decline ? MemberOf(release.SourceAgency, at) : CoordinatorFor(release),
        >= 39 and <= 41 => To % 3 is 0 ? Actors[Who % People.Team.Count] : To % 3 is 1 ? People.LiaisonOf("BSSN") : People.Coordinator,
        42 => People.Observer,
        43 => People.Coordinator,
        45 or 46 => To % 3 is 0 ? Actors[Who % People.Team.Count] : To % 3 is 1 ? People.LiaisonOf("BSSN") : People.Coordinator,
        44 when at.State.Questions.GetValueOrDefault(QuestionAt(at))?.Assigned is { } assigned => MemberOf(assigned, at),
        _ => Actor,
    };

    // All of an agency may have been removed.
    Actor MemberOf(AgencyId agency, AnIncident at) => Actors.FirstOrDefault(a => a.Agency == agency && at.State.Members.ContainsKey(a.Person)) ?? Actor;

    // The coordinator who agreed for the source doesn't release it.
    static Actor CoordinatorFor(Release release) => release.AgreedBy == People.Coordinator.Person ? People.CoordinatorOf("BSSN") : People.Coordinator;

    Reference ReleaseAt(AnIncident at) => Pick(at.State.Releases.Values.Where(r => !Likely || r.State is not (ReleaseState.Declined or ReleaseState.Withdrawn)).Select(r => r.Reference), Which, "B");
    Reference EditionAt(AnIncident at) => Pick(at.State.Editions.Values.Where(e => !Likely || e.State is EditionState.Draft or EditionState.Approved).Select(e => e.Reference), Which, "R");
    Reference QuestionAt(AnIncident at) => Pick(at.State.Questions.Keys, Which, "P");
    Reference EntryAt(AnIncident at) => Pick(at.Entries.Where(e => e.Content!.Kind is EntryKind.Meeting or EntryKind.Communication or EntryKind.PublicStatement).Select(e => e.Content!.Reference), Which, "E");

    Reference TaskAt(AnIncident at) => Pick(at.State.Tasks.Keys, Which, "T");
    Reference RequestAt(AnIncident at) => Pick(at.State.Clarifications.Keys, Which, "K");
    Reference ObligationAt(AnIncident at) => Pick(at.State.Obligations.Keys, Which, "W");

    /// <summary>One of the four kinds.</summary>
    Reference SubjectAt(AnIncident at) => (To % 4) switch { 0 => TaskAt(at), 1 => Pick(at.State.Findings.Keys, Which, "F"), 2 => RequestAt(at), _ => ObligationAt(at) };

    DateTimeOffset Moment => AnIncident.Now.AddHours(-(To % 100));

    Command Of(AnIncident at)
    {
        var (task, finding) = (TaskAt(at), Pick(at.State.Findings.Keys, Which, "F"));
        var reason = Says ? "Alasan." : " ";
        return What switch
        {
            0 => ACommand.ProposeTask(agencies[To % agencies.Length], marks[Mark]) with { From = Likely ? null : finding },
            1 => ACommand.ProposeTask(agencies[To % agencies.Length], marks[Mark]),
            2 or 3 => ACommand.Raise(marks[Mark]),
            4 or 5 or 6 or 7 => ACommand.Move(task, TaskMoveFrom(at.State.Tasks.GetValueOrDefault(task)), reason) with { WaitsFor = Likely ? null : new AgencyId(agencies[Which % agencies.Length]) },
            8 or 9 or 10 or 11 => ACommand.Move(finding, FindingMoveFrom(at.State.Findings.GetValueOrDefault(finding)), reason) with { By = Pick(at.State.Findings.Keys, To, "F") },
            12 => new EditTask
            {
                CommandId = default, Task = task, BasedOn = Likely ? at.State.Tasks.GetValueOrDefault(task)?.Changes ?? 0 : To % 3, Title = $"Judul {To % 4}", Checklist = [],
            },
            13 => ACommand.Grade(finding, new Grade((Reliability)(To % 6), 1 + To % 5)),
            14 => ACommand.ReMark(SubjectAt(at), marks[Mark]),
            15 => Says ? ACommand.Write(marks[Mark]) with { About = [SubjectAt(at)], Kind = LinkContact.Kinds[Which % 3] } : ACommand.ChangeTruthStatus((TruthStatus)(To % 3), finding),
            16 => ACommand.DraftClarification(marks[Mark], agencies[To % agencies.Length]) with { Send = Says, SentAt = Says ? AnIncident.Now.AddHours(-100) : null },
            >= 17 and <= 24 => ClarificationCommand(at),
            25 => ACommand.LinkContact(RequestAt(at), Pick(at.Entries.Where(e => e.Content!.Kind is EntryKind.Meeting or EntryKind.Communication or EntryKind.Task).Select(e => e.Content!.Reference), To, "E")),
            26 => ACommand.Record(marks[Mark]) with { Agency = new AgencyId(agencies[To % agencies.Length]), Rule = Likely ? AnObligation.Notice : "laporan", TriggeredAt = Moment, Basis = Says ? "Dasar." : "" },
            >= 27 and <= 31 => ObligationCommand(at),
            32 => ACommand.MarkOverdue(Says ? RequestAt(at) : ObligationAt(at), at.State.Deadlines.FirstOrDefault(d => d.Subject == (Says ? RequestAt(at) : ObligationAt(at)))?.Due),
            34 or 35 => ProposalAt(at),
            >= 36 and <= 38 => ReleaseCommand(at),
            >= 39 and <= 41 => EditionCommand(at),
            42 => ACommand.AskTeam(),
            43 => ACommand.Assign(QuestionAt(at), agencies[To % agencies.Length]),
            45 or 46 => ReportCommand(at),
            44 => ACommand.Reply(QuestionAt(at)) with { Label = (Tlp)(Mark % 3) },
            _ => ACommand.EditDraft(RequestAt(at), Likely ? at.State.Clarifications.GetValueOrDefault(RequestAt(at))?.Changes ?? 0 : To % 3, marks[Mark]),
        };
    }

    ChangeClarification ClarificationCommand(AnIncident at)
    {
        var request = at.State.Clarifications.GetValueOrDefault(RequestAt(at));
        return ACommand.MoveTo(RequestAt(at), ClarificationMoveFrom(request)) switch
        {
            SendClarification c => c with { BasedOn = Likely ? request?.Changes ?? 0 : To % 3, At = AnIncident.Now.AddHours(-100) },
            DeliverClarification c => c with { At = Moment, Reason = Says ? "Alasan." : "" },
            AnswerClarification c when !Says => ACommand.Answer(c.Request, (1 + To % 3, (QuestionState)(Which % 3))) with { AnsweredAt = Moment },
            var other => other,
        };
    }

    ChangeObligation ObligationCommand(AnIncident at)
    {
        var obligation = at.State.Obligations.GetValueOrDefault(ObligationAt(at));
        var steps = obligation is null || !Likely ? Enum.GetValues<ObligationStep>() : ObligationRules.Steps(obligation.State);
        return ACommand.Do(ObligationAt(at), steps[To % steps.Count]) switch
        {
            StartObligation c => c with { At = Moment },
            CorrectStart c => c with { At = Moment },
            WriteNotice c => c with { BasedOn = obligation?.Notices.Length ?? 0 },
            ReviewNotice c => c with { Version = obligation?.Notices.Length ?? 0 },
            var other => other,
        };
    }

    ProposeRelease ProposalAt(AnIncident at)
    {
        var of = To % 5 is 4 ? EntryAt(at) : SubjectAt(at);
        var sections = at.State.Subject(of) switch
        {
            TaskItem => ReleaseRules.SectionsFor(ReleasedKind.Task),
            Finding finding => ReleaseRules.SectionsFor(ReleasedKind.Finding, finding.State),
            ClarificationRequest or Obligation => ReleaseRules.SectionsFor(ReleasedKind.Obligation),
            _ => ReleaseRules.SectionsFor(ReleasedKind.Entry),
        };
        return ACommand.Propose(of, Likely ? sections[Mark % sections.Count] : (BriefingSection)(Mark % 9), (Tlp)(To % 3)) with { PlannedAt = Says ? AnIncident.Now.AddDays(To % 5) : null };
    }

    ChangeRelease ReleaseCommand(AnIncident at) => at.State.Releases.GetValueOrDefault(ReleaseAt(at)) is not { } release
        ? ACommand.Decline(ReleaseAt(at))
        : ACommand.Do(release, ReleaseStepFrom(release)) switch
        {
            PublishRelease c => c with { EmbargoUntil = To % 7 is 6 ? AnIncident.Now.AddHours(1 + Which % 50) : null },
            AgreeRelease c when !Likely => c with { Section = (BriefingSection)(Mark % 9), Label = (Tlp)(Which % 3), Title = "Kata sumber." },
            var other => other,
        };

    ReleaseStep ReleaseStepFrom(Release release) => !Likely ? (ReleaseStep)(To % 4) : release.State switch
    {
        // Declining or withdrawing every second release would leave few to tell the commission.
        ReleaseState.Proposed => To % 6 is 0 ? ReleaseStep.Decline : ReleaseStep.Agree,
        ReleaseState.Agreed => To % 6 is 0 ? ReleaseStep.Agree : ReleaseStep.Publish,
        _ => ReleaseStep.Withdraw,
    };

    Command ReportCommand(AnIncident at)
    {
        var told = at.Entries.Where(e => ReportContent.SectionOf(e.Content!.Kind) is not null).Select(e => e.Content!.Reference).OrderBy(r => r.Text, StringComparer.Ordinal).Skip(Which % 20).Take(Which % 4);
        var draft = new ReportDraft(AnIncident.Now.AddDays(-1), Likely ? AnIncident.Now : AnIncident.Now.AddDays(40), (Tlp)(Mark % 4), $"Keadaan {To}.", Says ? "Rencana." : "", [.. told]);
        var anew = ACommand.Prepare() with { Draft = draft };
        var open = Pick(at.State.Reports.Values.Where(r => !Likely || r.State is ReportState.Draft).Select(r => r.Reference), Which, "S");
        return (at.State.Reports.GetValueOrDefault(open), To % 4) switch
        {
            (null, _) or (_, 0) => anew,
            ({ } report, 1) => anew with { Report = report.Reference, BasedOn = Likely ? report.Changes : To % 3 },
            ({ } report, 2) => ACommand.ApproveReport(report.Reference, Likely ? report.Changes : To % 3),
            ({ } report, _) => Which % 3 is 0 ? ACommand.DiscardReport(report.Reference) : ACommand.ApproveReport(report.Reference, report.Changes),
        };
    }

    Command EditionCommand(AnIncident at)
    {
        var releases = at.State.Releases.Keys.OrderBy(r => r.Text, StringComparer.Ordinal).ToList();
        var draft = new EditionDraft((BriefingSession)(Mark % 2), $"Ringkasan {To}.", [.. releases.Take(Which % 4)], [.. releases.Take(Which % 9 - 6)]);
        var anew = ACommand.Compose() with { Draft = draft };
        return at.State.Editions.GetValueOrDefault(EditionAt(at)) switch
        {
            null => anew,
            { State: EditionState.Draft } edition when Likely && To % 3 is 1 => at.Consent(edition.Reference),
            { State: EditionState.Approved } edition when Likely && To % 3 is 2 => ACommand.Freeze(edition.Reference),
            var edition => (To % 8) switch
            {
                0 => anew with { Edition = edition.Reference, BasedOn = Likely ? edition.Changes : To % 3 },
                1 => ACommand.Approve(edition.Reference, edition.Changes),
                2 => ACommand.Discard(edition.Reference),
                3 => at.Consent(edition.Reference),
                4 or 5 => ACommand.Freeze(edition.Reference),
                _ => anew,
            },
        };
    }

    ClarificationState ClarificationMoveFrom(ClarificationRequest? request)
    {
        // Closing or withdrawing every third request would leave few to try anything else on.
        var moves = request is null || !Likely ? [] : ClarificationRules.Moves(request.State).Where(m => m.To < ClarificationState.Closed || To % 4 == 0).ToList();
        return moves.Count > 0 ? moves[To % moves.Count].To : (ClarificationState)(To % 10);
    }

    TaskState TaskMoveFrom(TaskItem? task)
    {
        var moves = task is null || !Likely ? [] : TaskRules.Moves(task.State);
        return moves.Count > 0 ? moves[To % moves.Count].To : (TaskState)(To % 8);
    }

    FindingState FindingMoveFrom(Finding? finding)
    {
        // Retracting or superseding every second finding would leave few to try anything else on.
        var moves = finding is null || !Likely ? [] : FindingRules.Moves(finding.State).Where(m => m.To < FindingState.Superseded || To % 5 == 0).ToList();
        return moves.Count > 0 ? moves[To % moves.Count].To : (FindingState)(To % 8);
    }

    /// <summary>One of a few, seen or hidden, so that they get far; now and then one that there isn't.</summary>
    static Reference Pick(IEnumerable<Reference> all, int which, string prefix)
    {
        var ordered = all.OrderBy(r => r.Text, StringComparer.Ordinal).Take(5).ToList();
        return which % 12 == 11 || ordered.Count == 0 ? new Reference($"{prefix}-00000") : ordered[which % ordered.Count];
    }
}
