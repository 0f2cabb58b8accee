using FsCheck;
using FsCheck.Fluent;
using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>One command of a random sequence over tasks, findings, requests and obligations. What the numbers mean depends on the incident that it meets.</summary>
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

    const int Kinds = 33;

    public static readonly Gen<ObjectStep> Any =
        from who in Gen.Choose(0, Actors.Count - 1)
        from what in Gen.Choose(0, Kinds)
        from which in Gen.Choose(0, 999)
        from to in Gen.Choose(0, 999)
        from mark in Gen.Choose(0, marks.Length - 1)
        from says in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from likely in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new ObjectStep(who, what, which, to, mark, says, likely);

    public static readonly Gen<List<ObjectStep>> Sequence = Gen.ListOf(Any, 140).Select(steps => steps.ToList());

    public Actor Actor => Actors[Who];

    /// <param name="id">Of the command, so that a sequence is the same each time that it is run.</param>
    public Command On(AnIncident at, int id) => Of(at) with { CommandId = new Guid(id, 0, 0, new byte[8]) };

    /// <summary>The incident after all of it that was accepted, as the desk would; each decision is shown with the incident it met.</summary>
    public static AnIncident Play(IEnumerable<ObjectStep> steps, Action<AnIncident, Actor, Command, Decision>? look = null)
    {
        var at = Start;
        foreach (var (index, step) in steps.Index())
        {
            var (actor, command) = (step.ActorAt(at), step.On(at, index));
            var decision = at.Try(actor, command);
            look?.Invoke(at, actor, command, decision);
            if (decision is Decision.Accepted)
                at = at.After(actor, command);
        }
        return at;
    }

    // Among ten people the two whose move it is meet too rarely to bring a task, or a request, far.
    Actor ActorAt(AnIncident at) => !Likely ? Actor : What switch
    {
        >= 4 and <= 7 when at.State.Tasks.GetValueOrDefault(TaskAt(at)) is { } task => MemberOf(Who % 2 == 0 ? task.Assigned : task.ProposedBy, at),
        >= 17 and <= 24 when at.State.Clarifications.GetValueOrDefault(RequestAt(at)) is { } request =>
            MemberOf(ClarificationMoveFrom(request) is ClarificationState.Acknowledged or ClarificationState.PartlyAnswered or ClarificationState.Answered ? request.Addressed : request.RequestedBy, at),
        >= 27 and <= 31 when at.State.Obligations.GetValueOrDefault(ObligationAt(at)) is { } obligation => MemberOf(obligation.Agency, at),
        32 => People.System,
        _ => Actor,
    };

    static Actor MemberOf(AgencyId agency, AnIncident at) => Actors.First(a => a.Agency == agency && at.State.Members.ContainsKey(a.Person));

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
