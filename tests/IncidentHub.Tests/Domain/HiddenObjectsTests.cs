using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>Whoever guesses the reference of a task, a finding, a request, an obligation or a release that they may not see learns nothing by trying.</summary>
public class HiddenObjectsTests
{
    static readonly Marking forTwo = new(Tlp.AmberStrict, [new("BSSN"), new("BARESKRIM")], []);
    static readonly Marking red = new(Tlp.Red, [], [ATask.Assigned.Person]);
    static readonly AnIncident incident = AnIncident.Open()
        .WithMembers(People.LiaisonOf("BSSN", 2), People.CoordinatorOf("BARESKRIM"))
        .WithFinding(out visible, FindingState.UnderReview)
        .WithTask(out task, marking: forTwo).WithTask(out redTask, marking: red)
        .WithFinding(out finding, marking: forTwo).WithFinding(out redFinding, marking: red)
        .WithTask(out narrowedTask).After(ATask.Proposer, ACommand.ReMark(narrowedTask, forTwo))
        .WithFinding(out narrowedFinding).After(AFinding.Author, ACommand.ReMark(narrowedFinding, forTwo))
        .WithClarification(out draft, ClarificationState.Draft).WithClarification(out letter, marking: new(Tlp.Amber, [new("KPU"), new("KOMINFO")], [])).WithClarification(out visibleLetter)
        .WithObligation(out obligation, ObligationState.Running, new(Tlp.Amber, [new("KPU"), new("KOMINFO")], []))
        .WithEntry(People.LiaisonOf("KPU"), Marking.WholeTeam(Tlp.Green), out meeting)
        .WithRelease(People.LiaisonOf("KOMINFO"), ACommand.Propose(letter, BriefingSection.Due), out release, ReleaseState.Proposed)
        .WithFinding(out proposed).WithReleaseOf(proposed, out reddened, ReleaseState.Proposed, BriefingSection.Unknown).After(AFinding.Author, ACommand.ReMark(proposed, red))
        .WithRelease(out _).WithEdition(out _);
    static readonly Reference visible, task, redTask, finding, redFinding, narrowedTask, narrowedFinding, draft, letter, visibleLetter, obligation, meeting, release, proposed, reddened;

    static readonly Dictionary<string, (Actor Actor, Reference Hidden)> hidden = new()
    {
        ["a task of two other agencies"] = (People.LiaisonOf("BIN"), task),
        ["the same, to the coordinator"] = (People.Coordinator, task),
        ["a RED task, to the colleague of its author"] = (People.LiaisonOf("BSSN", 2), redTask),
        ["a RED task, to the coordinator of the assigned agency"] = (People.CoordinatorOf("BARESKRIM"), redTask),
        ["a finding of two other agencies"] = (People.LiaisonOf("BIN"), finding),
        ["the same finding, to the coordinator"] = (People.Coordinator, finding),
        ["a RED finding, to the colleague of its author"] = (People.LiaisonOf("BSSN", 2), redFinding),
        ["a task that was narrowed since"] = (People.LiaisonOf("BIN"), narrowedTask),
        ["a finding that was narrowed since"] = (People.Coordinator, narrowedFinding),
        ["a draft, to the agency that it will go to"] = (People.LiaisonOf("KPU"), draft),
        ["a draft, to the coordinator"] = (People.Coordinator, draft),
        ["a letter between two others"] = (People.LiaisonOf("BIN"), letter),
        ["an obligation of two others"] = (People.LiaisonOf("BIN"), obligation),
        ["the same obligation, to a coordinator"] = (People.CoordinatorOf("BARESKRIM"), obligation),
        ["a proposal of two others"] = (People.LiaisonOf("BIN"), release),
        ["the same proposal, to a coordinator"] = (People.CoordinatorOf("BARESKRIM"), release),
        ["one's own proposal, whose source was narrowed to others since"] = (ABriefing.Proposer, reddened),
    };

    /// <summary>Every command that names an object, in every place where it may.</summary>
    static readonly Dictionary<string, Func<Reference, Command>> commands = new()
    {
        ["write about it"] = r => ACommand.Write() with { About = [r] },
        ["write about it and a visible one"] = r => ACommand.Write(Marking.WholeTeam(Tlp.Green)) with { About = [r, visible] },
        ["accept"] = r => ACommand.Move(r, TaskState.Accepted),
        ["make an illegal move"] = r => ACommand.Move(r, TaskState.Done),
        ["move without a reason"] = r => ACommand.Move(r, TaskState.Declined, ""),
        ["wait for a stranger"] = r => ACommand.Move(r, TaskState.Blocked) with { WaitsFor = new AgencyId("KEMENDAGRI") },
        ["cancel"] = r => ACommand.Move(r, TaskState.Cancelled),
        ["edit"] = r => new EditTask { CommandId = Guid.NewGuid(), Task = r, BasedOn = 0, Title = "Lain", Checklist = [] },
        ["edit an old version"] = r => new EditTask { CommandId = Guid.NewGuid(), Task = r, BasedOn = 7, Title = "Lain", Checklist = [] },
        ["follow it up"] = r => ACommand.ProposeTask() with { From = r },
        ["review"] = r => ACommand.Move(r, FindingState.UnderReview),
        ["verify"] = r => ACommand.Move(r, FindingState.Verified),
        ["retract"] = r => ACommand.Move(r, FindingState.Retracted, ""),
        ["supersede it"] = r => ACommand.Supersede(r, visible),
        ["supersede by it"] = r => ACommand.Supersede(visible, r),
        ["grade"] = r => ACommand.Grade(r, Grade.Unjudged),
        ["re-mark"] = r => ACommand.ReMark(r, Marking.WholeTeam(Tlp.Clear)),
        ["re-mark impossibly"] = r => ACommand.ReMark(r, new(Tlp.Red, [], [])),
        ["rewrite the draft"] = r => ACommand.EditDraft(r),
        ["rewrite it to oneself"] = r => ACommand.EditDraft(r) with { Addressed = new("KPU") },
        ["send"] = r => ACommand.Send(r),
        ["deliver"] = r => ACommand.Deliver(r),
        ["acknowledge"] = r => ACommand.Acknowledge(r),
        ["answer"] = r => ACommand.AnswerAll(r),
        ["answer what is not asked"] = r => ACommand.Answer(r, (9, QuestionState.Answered)),
        ["judge insufficient"] = r => ACommand.JudgeInsufficient(r, 9),
        ["escalate"] = r => ACommand.Escalate(r),
        ["close the request"] = r => ACommand.Close(r),
        ["withdraw"] = r => ACommand.Withdraw(r),
        ["link a contact"] = r => ACommand.LinkContact(r, meeting),
        ["link it as a contact"] = r => ACommand.LinkContact(visibleLetter, r),
        ["start its clock"] = r => ACommand.Start(r),
        ["correct its start"] = r => ACommand.CorrectStart(r),
        ["meet"] = r => ACommand.Meet(r),
        ["hold it not applicable"] = r => ACommand.SetNotApplicable(r),
        ["write its notice"] = r => ACommand.WriteNotice(r, 7),
        ["review its notice"] = r => ACommand.ReviewNotice(r),
        ["log its deadline"] = r => ACommand.MarkOverdue(r),
        ["propose to release it"] = r => ACommand.Propose(r),
        ["propose to release it impossibly"] = r => ACommand.Propose(r, BriefingSection.Answer, Tlp.Amber),
        ["agree to its words"] = r => new AgreeRelease { CommandId = Guid.NewGuid(), Release = r, BasedOn = 0, Title = "Lain", Section = BriefingSection.Known },
        ["decline them"] = ACommand.Decline,
        ["release it"] = r => ACommand.Publish(r, 7),
        ["take it back"] = ACommand.TakeBack,
        ["compose it"] = r => ACommand.Compose() with { Edition = r, BasedOn = 7 },
        ["approve it"] = r => ACommand.Approve(r, 7),
        ["freeze it"] = ACommand.Freeze,
        ["discard it"] = ACommand.Discard,
        ["prepare it"] = r => ACommand.Prepare() with { Report = r, BasedOn = 7 },
        ["approve it as a report"] = r => ACommand.ApproveReport(r, 7),
        ["discard it as a report"] = ACommand.DiscardReport,
        ["assign it"] = r => ACommand.Assign(r, "KEMENDAGRI"),
        ["answer it"] = ACommand.Reply,
        ["confirm the truth by it"] = r => ACommand.ChangeTruthStatus(TruthStatus.Confirmed, r),
    };

    public static TheoryData<string, string> EveryTry => [.. from which in hidden.Keys from what in commands.Keys select (which, what)];

    [Theory, MemberData(nameof(EveryTry))]
    public void It_is_answered_as_if_it_did_not_exist(string which, string what)
    {
        var (actor, reference) = hidden[which];
        var nothing = new Reference($"{reference.Text[0]}-00000");
        var answer = incident.Try(actor, commands[what](reference));
        answer.ShouldBe(incident.Try(actor, commands[what](nothing)));
        answer.ShouldBeOfType<Decision.Refused>();
    }

    [Fact]
    public void All_commands_that_name_an_object_are_tried() =>
        commands.Values.Select(c => c(visible).GetType()).Distinct()
            .ShouldBe(ACommand.OfEveryKind.Select(c => c.GetType()).Where(t => t != typeof(CorrectEntry) && t.GetProperties().Any(p => p.Name is not nameof(Command.Cites) && IsReference(p.PropertyType) && p.CanWrite && p.Name is not "Contradicting")), ignoreOrder: true);

    static bool IsReference(Type type) => type == typeof(Reference) || type == typeof(Reference?) || type == typeof(System.Collections.Immutable.ImmutableArray<Reference>);
}
