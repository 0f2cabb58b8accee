using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>The table "who may do what" of the domain, cell by cell: a check mark, or the code of the rejection.</summary>
public class WhoMayDoWhatTests
{
    const string Agents = """
        command               | coordinator KPU   | liaison KPU       | liaison BSSN      | liaison BARESKRIM | liaison KOMINFO
        open                  | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        add a member          | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        remove a member       | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        pair a wall           | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        release a wall        | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        phase to Triage       | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        phase to Active       | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        phase to Contained    | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        phase to Recovery     | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        phase to Review       | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        phase to Closed       | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        phase to Dismissed    | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        back to Active        | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        severity              | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        propose crisis status | OnlyCyberAgency   | OnlyCyberAgency   | ✓                 | OnlyCyberAgency   | OnlyCyberAgency
        crisis status         | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        legal track           | OnlyPolice        | OnlyPolice        | OnlyPolice        | ✓                 | OnlyPolice
        write an entry        | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        write an audit note   | RoleMayNot        | RoleMayNot        | RoleMayNot        | RoleMayNot        | RoleMayNot
        correct KPU's entry   | ✓                 | ✓                 | OnlyAuthorsAgency | OnlyAuthorsAgency | OnlyAuthorsAgency
        contradict            | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        propose a task        | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        accept KPU's task     | ✓                 | ✓                 | OnlyAssigned      | OnlyAssigned      | OnlyAssigned
        cancel BSSN's task    | ✓                 | OnlyProposer      | ✓                 | OnlyProposer      | OnlyProposer
        review BSSN's task    | OnlyProposer      | OnlyProposer      | ✓                 | OnlyProposer      | OnlyProposer
        raise a finding       | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        review BSSN's finding | OnlyRaiser        | OnlyRaiser        | ✓                 | OnlyRaiser        | OnlyRaiser
        verify BSSN's finding | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        grade BSSN's finding  | OnlyRaiser        | OnlyRaiser        | ✓                 | OnlyRaiser        | OnlyRaiser
        retract BSSN's finding| OnlyAuthor        | OnlyAuthor        | ✓                 | OnlyAuthor        | OnlyAuthor
        re-mark BSSN's finding| OnlyRaiser        | OnlyRaiser        | ✓                 | OnlyRaiser        | OnlyRaiser
        truth status          | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        claim a data category | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        confirm a category    | ✓                 | ✓                 | OnlyController    | OnlyController    | OnlyController
        count claimed rows    | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        count KPU's register  | ✓                 | ✓                 | OnlyController    | OnlyController    | OnlyController
        ask BARESKRIM         | ✓                 | ✓                 | ✓                 | NotToOwnAgency    | ✓
        send KOMINFO's draft  | NotFound          | NotFound          | NotFound          | NotFound          | ✓
        deliver its letter    | OnlyRequester     | OnlyRequester     | OnlyRequester     | OnlyRequester     | ✓
        acknowledge it        | ✓                 | ✓                 | OnlyAddressed     | OnlyAddressed     | OnlyAddressed
        answer it             | ✓                 | ✓                 | OnlyAddressed     | OnlyAddressed     | OnlyAddressed
        judge the answer      | OnlyRequester     | OnlyRequester     | OnlyRequester     | OnlyRequester     | ✓
        send a second letter  | OnlyRequester     | OnlyRequester     | OnlyRequester     | OnlyRequester     | ✓
        close the request     | OnlyRequester     | OnlyRequester     | OnlyRequester     | OnlyRequester     | ✓
        withdraw it           | OnlyRequester     | OnlyRequester     | OnlyRequester     | OnlyRequester     | ✓
        re-mark it            | OnlyRaiser        | OnlyRaiser        | OnlyRaiser        | OnlyRaiser        | ✓
        oblige KPU            | ✓                 | ✓                 | OnlyObliged       | OnlyObliged       | OnlyObliged
        start KPU's clock     | ✓                 | ✓                 | OnlyObliged       | OnlyObliged       | OnlyObliged
        meet KPU's duty       | ✓                 | ✓                 | OnlyObliged       | OnlyObliged       | OnlyObliged
        log that it passed    | RoleMayNot        | RoleMayNot        | RoleMayNot        | RoleMayNot        | RoleMayNot
        propose a release     | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        agree for BSSN        | OnlySource        | OnlySource        | ✓                 | OnlySource        | OnlySource
        reword for BSSN       | OnlySource        | OnlySource        | ✓                 | OnlySource        | OnlySource
        decline for BSSN      | OnlySource        | OnlySource        | ✓                 | OnlySource        | OnlySource
        release BSSN's words  | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        take back a proposal  | ✓                 | OnlyCoordinator   | ✓                 | OnlyCoordinator   | OnlyCoordinator
        take back what is out | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        compose a briefing    | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        edit BIN's draft      | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        approve BIN's draft   | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        approve KPU's draft   | NeedsOtherAgency  | NeedsOtherAgency  | ✓                 | ✓                 | ✓
        freeze it             | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        discard KPU's draft   | ✓                 | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        ask the team          | NotFound          | NotFound          | NotFound          | NotFound          | NotFound
        assign a question     | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        answer KPU's question | ✓                 | ✓                 | OnlyAssigned      | OnlyAssigned      | OnlyAssigned
        re-mark a release     | MarkedByConsent   | MarkedByConsent   | MarkedByConsent   | MarkedByConsent   | MarkedByConsent
        prepare a report      | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        edit BIN's report     | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        approve BIN's report  | ✓                 | ✓                 | ✓                 | ✓                 | ✓
        approve KPU's report  | ✓                 | NeedsSecondPerson | ✓                 | ✓                 | ✓
        discard KPU's report  | ✓                 | ✓                 | OnlyCoordinator   | OnlyCoordinator   | OnlyCoordinator
        re-mark a report      | MarkedByConsent   | MarkedByConsent   | MarkedByConsent   | MarkedByConsent   | MarkedByConsent
        """;

    const string Others = """
        command               | coordinator BSSN  | coordinator BARESKRIM | auditor         | observer   | wall       | administrator | system
        open                  | ✓                 | ✓                     | RoleMayNot      | RoleMayNot | RoleMayNot | RoleMayNot    | RoleMayNot
        add a member          | ✓                 | ✓                     | OnlyCoordinator | NotFound   | NotFound   | NotFound      | OnlyCoordinator
        remove a member       | ✓                 | ✓                     | OnlyCoordinator | NotFound   | NotFound   | NotFound      | OnlyCoordinator
        pair a wall           | ✓                 | ✓                     | OnlyCoordinator | NotFound   | NotFound   | NotFound      | OnlyCoordinator
        release a wall        | ✓                 | ✓                     | OnlyCoordinator | NotFound   | NotFound   | NotFound      | OnlyCoordinator
        phase to Triage       | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        phase to Closed       | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        back to Active        | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        severity              | ✓                 | ✓                     | OnlyCoordinator | NotFound   | NotFound   | NotFound      | OnlyCoordinator
        propose crisis status | ✓                 | OnlyCyberAgency       | OnlyCyberAgency | NotFound   | NotFound   | NotFound      | OnlyCyberAgency
        crisis status         | ✓                 | ✓                     | OnlyCoordinator | NotFound   | NotFound   | NotFound      | OnlyCoordinator
        legal track           | OnlyPolice        | ✓                     | OnlyPolice      | NotFound   | NotFound   | NotFound      | OnlyPolice
        write an entry        | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | ✓
        write an audit note   | RoleMayNot        | RoleMayNot            | ✓               | NotFound   | NotFound   | NotFound      | RoleMayNot
        correct KPU's entry   | OnlyAuthorsAgency | OnlyAuthorsAgency     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        contradict            | ✓                 | ✓                     | ✓               | NotFound   | NotFound   | NotFound      | NotFound
        propose a task        | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        accept KPU's task     | OnlyAssigned      | OnlyAssigned          | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        cancel BSSN's task    | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        review BSSN's task    | ✓                 | OnlyProposer          | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        raise a finding       | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        review BSSN's finding | ✓                 | OnlyRaiser            | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        verify BSSN's finding | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        grade BSSN's finding  | ✓                 | OnlyRaiser            | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        retract BSSN's finding| OnlyAuthor        | OnlyAuthor            | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        re-mark BSSN's finding| ✓                 | OnlyRaiser            | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        truth status          | ✓                 | ✓                     | OnlyCoordinator | NotFound   | NotFound   | NotFound      | OnlyCoordinator
        claim a data category | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        confirm a category    | OnlyController    | OnlyController        | OnlyController  | NotFound   | NotFound   | NotFound      | OnlyController
        count claimed rows    | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        count KPU's register  | OnlyController    | OnlyController        | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        ask BARESKRIM         | ✓                 | NotToOwnAgency        | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        send KOMINFO's draft  | NotFound          | NotFound              | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        deliver its letter    | OnlyRequester     | OnlyRequester         | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        acknowledge it        | OnlyAddressed     | OnlyAddressed         | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        oblige KPU            | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        start KPU's clock     | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        log that it passed    | RoleMayNot        | RoleMayNot            | RoleMayNot      | NotFound   | NotFound   | NotFound      | ✓
        propose a release     | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        agree for BSSN        | ✓                 | OnlySource            | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        reword for BSSN       | ✓                 | OnlySource            | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        decline for BSSN      | ✓                 | OnlySource            | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        release BSSN's words  | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        take back a proposal  | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        take back what is out | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        compose a briefing    | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        edit BIN's draft      | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        approve BIN's draft   | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        approve KPU's draft   | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        freeze it             | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        discard KPU's draft   | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        prepare a report      | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        edit BIN's report     | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | RoleMayNot
        approve BIN's report  | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        discard KPU's report  | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        ask the team          | NotFound          | NotFound              | NotFound        | ✓          | NotFound   | NotFound      | NotFound
        assign a question     | ✓                 | ✓                     | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        answer KPU's question | OnlyAssigned      | OnlyAssigned          | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        re-mark a release     | MarkedByConsent   | MarkedByConsent       | RoleMayNot      | NotFound   | NotFound   | NotFound      | NotFound
        """;

    public static TheoryData<string, string, string> Cells => [.. Agents.CellsOfTable(), .. Others.CellsOfTable()];

    [Theory, MemberData(nameof(Cells))]
    public void As_in_the_table(string command, string who, string expected)
    {
        var actor = Who(who);
        var (incident, asked) = Situation(command, actor);
        var answer = incident.Try(actor, asked) switch
        {
            Decision.Refused refused => refused.Reason.Code.ToString(),
            _ => "✓",
        };
        answer.ShouldBe(expected);
    }

    static Actor Who(string words) => words.Split(' ') switch
    {
        ["coordinator", var agency] => People.CoordinatorOf(agency),
        ["liaison", var agency] => People.LiaisonOf(agency),
        ["auditor"] => People.Auditor,
        ["observer"] => People.Observer,
        ["wall"] => People.Wall,
        ["administrator"] => People.Administrator,
        _ => People.System,
    };

    static (AnIncident, Command) Situation(string command, Actor actor)
    {
        var incident = AnIncident.Open()
            .WithMembers(People.CoordinatorOf("BSSN"), People.CoordinatorOf("BARESKRIM"))
            .WithEntry(People.LiaisonOf("KPU"), Marking.WholeTeam(Tlp.Green), out var entry);
        return command switch
        {
            "open" => (AnIncident.NotYetOpen(), ACommand.Open() with { Members = [actor.Person, People.Coordinator.Person] }),
            "add a member" => (incident, ACommand.Add(People.LiaisonOf("KPU", 2))),
            "remove a member" => (incident, ACommand.Remove(People.LiaisonOf("BIN"))),
            "pair a wall" => (incident, ACommand.Pair()),
            "release a wall" => (incident.WithWall(), ACommand.Release()),
            "phase to Triage" => (incident, ACommand.ChangePhase(Phase.Triage)),
            "phase to Active" => (incident.InPhase(Phase.Triage), ACommand.ChangePhase(Phase.Active)),
            "phase to Contained" => (incident.InPhase(Phase.Active), ACommand.ChangePhase(Phase.Contained)),
            "phase to Recovery" => (incident.InPhase(Phase.Contained), ACommand.ChangePhase(Phase.Recovery)),
            "phase to Review" => (incident.InPhase(Phase.Recovery), ACommand.ChangePhase(Phase.Review)),
            "phase to Closed" => (incident.InPhase(Phase.Review), ACommand.ChangePhase(Phase.Closed)),
            "phase to Dismissed" => (incident.InPhase(Phase.Triage), ACommand.ChangePhase(Phase.Dismissed)),
            "back to Active" => (incident.InPhase(Phase.Recovery), ACommand.ChangePhase(Phase.Active)),
            "severity" => (incident, ACommand.ChangeSeverity(Severity.Critical)),
            "propose crisis status" => (incident, ACommand.ProposeCrisisStatus(CrisisStatus.EarlyWarning)),
            "crisis status" => (incident.WithProposedCrisisStatus(CrisisStatus.Crisis), ACommand.ChangeCrisisStatus(CrisisStatus.Crisis)),
            "legal track" => (incident, ACommand.ChangeLegalTrack(LegalTrack.Inquiry)),
            "write an entry" => (incident, ACommand.Write()),
            "write an audit note" => (incident, ACommand.AuditNote()),
            "correct KPU's entry" => (incident, ACommand.Correct(entry)),
            "contradict" => (incident, ACommand.Contradict(entry)),
            "propose a task" => (incident, ACommand.ProposeTask()),
            "accept KPU's task" => (incident.WithTask(ATask.Proposer, ACommand.ProposeTask("KPU"), out var asked), ACommand.Move(asked, TaskState.Accepted)),
            "cancel BSSN's task" => (incident.WithTask(out var unwanted), ACommand.Move(unwanted, TaskState.Cancelled)),
            "review BSSN's task" => (incident.WithTask(out var finished, TaskState.InReview), ACommand.Move(finished, TaskState.Done)),
            "raise a finding" => (incident, ACommand.Raise()),
            "review BSSN's finding" => (incident.WithFinding(out var raw), ACommand.Move(raw, FindingState.UnderReview)),
            "verify BSSN's finding" => (incident.WithFinding(out var reviewed, FindingState.UnderReview), ACommand.Move(reviewed, FindingState.Verified)),
            "grade BSSN's finding" => (incident.WithFinding(out var graded), ACommand.Grade(graded, new Grade(Reliability.B, 2))),
            "retract BSSN's finding" => (incident.WithFinding(out var wrong), ACommand.Move(wrong, FindingState.Retracted)),
            "re-mark BSSN's finding" => (incident.WithFinding(out var remarked), ACommand.ReMark(remarked, Marking.WholeTeam(Tlp.Green))),
            "truth status" => (incident.WithFinding(out var verified, FindingState.Verified), ACommand.ChangeTruthStatus(TruthStatus.Confirmed, verified)),
            "ask BARESKRIM" => (incident, ACommand.Ask(addressed: "BARESKRIM")),
            "send KOMINFO's draft" => (incident.WithClarification(out var drafted, ClarificationState.Draft), ACommand.Send(drafted)),
            "deliver its letter" => (incident.WithClarification(out var sent), ACommand.Deliver(sent)),
            "acknowledge it" => (incident.WithDelivered(out var delivered), ACommand.Acknowledge(delivered)),
            "answer it" => (incident.WithDelivered(out var unanswered), ACommand.AnswerAll(unanswered)),
            "judge the answer" => (incident.WithClarification(out var answered, ClarificationState.Answered), ACommand.JudgeInsufficient(answered, 1)),
            "send a second letter" => (incident.WithDelivered(out var ignored), ACommand.Escalate(ignored)),
            "close the request" => (incident.WithClarification(out var settled, ClarificationState.Answered), ACommand.Close(settled)),
            "withdraw it" => (incident.WithDelivered(out var needless), ACommand.Withdraw(needless)),
            "re-mark it" => (incident.WithDelivered(out var known), ACommand.ReMark(known, Marking.WholeTeam(Tlp.Green))),
            "oblige KPU" => (incident, ACommand.Record()),
            "start KPU's clock" => (incident.WithObligation(out var waiting), ACommand.Start(waiting)),
            "meet KPU's duty" => (incident.WithObligation(out var running, ObligationState.Running), ACommand.Meet(running)),
            "log that it passed" => (incident.WithDelivered(out var late).Later(TimeSpan.FromHours(72)), ACommand.MarkOverdue(late, AnIncident.Now.AddHours(72))),
            "propose a release" => (incident, ACommand.Propose(entry)),
            "agree for BSSN" => Agreeing(incident.WithRelease(out var proposed, ReleaseState.Proposed), proposed),
            "reword for BSSN" => Agreeing(incident.WithRelease(out var rewordable, ReleaseState.Agreed), rewordable),
            "decline for BSSN" => (incident.WithRelease(out var unwelcome, ReleaseState.Proposed), ACommand.Decline(unwelcome)),
            "release BSSN's words" => (incident.WithRelease(out var agreed, ReleaseState.Agreed), ACommand.Publish(agreed, basedOn: 1)),
            "take back a proposal" => (incident.WithRelease(out var hasty, ReleaseState.Proposed), ACommand.TakeBack(hasty)),
            "take back what is out" => (incident.WithRelease(out var released), ACommand.TakeBack(released)),
            "re-mark a release" => (incident.WithRelease(out var labelled), ACommand.ReMark(labelled, Marking.WholeTeam(Tlp.Green))),
            "compose a briefing" => (incident, ACommand.Compose()),
            "edit BIN's draft" => (incident.WithEdition(out var outline, EditionState.Draft), ACommand.Compose() with { Edition = outline }),
            "approve BIN's draft" => Approving(incident.WithRelease(out _).WithEdition(out _, EditionState.Draft)),
            "approve KPU's draft" => Approving(incident.WithRelease(out _).After(People.LiaisonOf("KPU"), ACommand.Compose())),
            "freeze it" => (incident.WithRelease(out _).WithEdition(out var ready, EditionState.Approved), ACommand.Freeze(ready)),
            "discard KPU's draft" => Discarding(incident.After(People.LiaisonOf("KPU"), ACommand.Compose())),
            "prepare a report" => (incident, ACommand.Prepare(entry)),
            "edit BIN's report" => (incident.WithReport(out var unfinished, ReportState.Draft), ACommand.Prepare() with { Report = unfinished }),
            "approve BIN's report" => (incident.WithReport(out var prepared, ReportState.Draft), ACommand.ApproveReport(prepared)),
            "approve KPU's report" => Of(incident.After(People.LiaisonOf("KPU"), ACommand.Prepare()), r => ACommand.ApproveReport(r)),
            "discard KPU's report" => Of(incident.After(People.LiaisonOf("KPU"), ACommand.Prepare()), ACommand.DiscardReport),
            "re-mark a report" => (incident.WithReport(out var told), ACommand.ReMark(told, Marking.WholeTeam(Tlp.Green))),
            "ask the team" => (incident.WithRelease(out _).WithEdition(out _), ACommand.AskTeam()),
            "assign a question" => (incident.WithRelease(out _).WithEdition(out _).WithQuestion(out var written), ACommand.Assign(written)),
            "answer KPU's question" => (incident.WithRelease(out _).WithEdition(out _).WithQuestion(out var theirs, "KPU"), ACommand.Reply(theirs)),
            "claim a data category" => (incident, ACommand.Claim(DataCategory.Name)),
            "confirm a category" => (incident, ACommand.Confirm(DataCategory.Name)),
            "count claimed rows" => (incident, ACommand.CountRows(RowCountKind.Claimed, 1)),
            "count KPU's register" => (incident, ACommand.CountRows(RowCountKind.Register, 1)),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
        };
    }

    static (AnIncident, Command) Agreeing(AnIncident incident, Reference release) => (incident, ACommand.Agree(incident.Release(release)));

    static (AnIncident, Command) Approving(AnIncident incident) => (incident, incident.Consent(incident.State.Editions.Keys.Single()));

    static (AnIncident, Command) Of(AnIncident incident, Func<Reference, Command> command) => (incident, command(incident.State.Reports.Keys.Single()));

    static (AnIncident, Command) Discarding(AnIncident incident) => (incident, ACommand.Discard(incident.State.Editions.Keys.Single()));
}
