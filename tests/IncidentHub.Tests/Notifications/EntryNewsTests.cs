using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Notifications;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using static IncidentHub.Notifications.NotificationKind;

namespace IncidentHub.Tests.Notifications;

/// <summary>Who is told what of which entries, and who isn't.</summary>
public class EntryNewsTests
{
    static readonly Actor kominfo = AClarification.Requester;
    static readonly Actor kpu = AClarification.Addressed;
    static readonly Actor bssn = AFinding.Author;
    static readonly Actor bin = AFinding.Second;
    static readonly Actor bareskrim = People.LiaisonOf("BARESKRIM");

    static readonly AnIncident open = AnIncident.Open();

    /// <summary>What happened, and of the whole team who is told of it; whoever isn't named is told nothing.</summary>
    public static TheoryData<string, string> Table => new()
    {
        { "a draft", "" },
        { "a letter", "KPU LetterSent" },
        { "a letter that was a draft", "KPU LetterSent" },
        { "a second letter", "KPU LetterSent, KPU SecondLetterSent" },
        { "an answer", "KPU LetterSent, KOMINFO AnswerGiven" },
        { "an answer in two versions", "KPU LetterSent, KOMINFO AnswerGiven, KOMINFO AnswerRevised" },
        { "an insufficient answer", "KPU LetterSent, KOMINFO AnswerGiven, KPU AnswerInsufficient" },
        { "a letter overdue", "KPU LetterSent, KPU OwedPassed, KOMINFO AwaitedPassed" },
        { "a letter overdue whose delivery was corrected", "KPU LetterSent" },
        { "an obligation overdue", "KPU OwedPassed" },
        { "a task", "BARESKRIM TaskProposed" },
        { "a task of one's own", "" },
        { "a task that was accepted", "" },
        { "a task that was declined", "BSSN TaskDeclined" },
        { "a task that was proposed again", "BARESKRIM TaskProposed" },
        { "a task that waits", "BIN TaskWaits" },
        { "a task that waited twice", "BIN TaskWaits" },
        { "a task that waits no more", "" },
        { "a finding", "" },
        { "a finding that its agency verified", "KPU FindingWaits, BARESKRIM FindingWaits, BIN FindingWaits, KOMINFO FindingWaits" },
        { "a finding that another agency verified", "BSSN FindingWaits" },
        { "a finding that two verified", "" },
        { "a release that another agency proposed", "BSSN ReleaseProposed" },
        { "a release that its source proposed", "KPU ReleaseAgreed" },
        { "a release that its source agreed to", "KPU ReleaseAgreed" },
        { "a release that its source declined", "" },
        { "a release that is out", "" },
        { "a release that was taken back", "" },
        { "a draft of a briefing", "KPU BriefingComposed, BSSN BriefingComposed, BARESKRIM BriefingComposed, KOMINFO BriefingComposed" },
        { "a draft of a briefing that was written anew", "KPU BriefingComposed, BSSN BriefingComposed, BARESKRIM BriefingComposed, KOMINFO BriefingComposed" },
        { "a draft of a briefing that was approved", "" },
        { "a briefing", "" },
        { "a draft of a report", "KPU ReportPrepared, BSSN ReportPrepared, BARESKRIM ReportPrepared, KOMINFO ReportPrepared" },
        { "a report that was approved", "" },
        { "a draft of a report that was discarded", "" },
        { "a question", "KPU QuestionAsked" },
        { "a question that was assigned", "BIN TaskProposed" },
        { "a question that was answered", "KPU ReleaseAgreed" },
    };

    [Theory, MemberData(nameof(Table))]
    public void Each_is_told_what_concerns_them(string happened, string told)
    {
        var at = After(happened);
        var news = People.Team.Where(a => a != People.Coordinator).SelectMany(a => News(at, a).Select(n => $"{a.Agency} {n.Kind}"));
        news.ShouldBe(told.Length == 0 ? [] : told.Split(", "), ignoreOrder: true);
    }

    [Fact]
    public void Roles_that_act_for_no_agency_are_told_nothing()
    {
        var at = After("a letter overdue");
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Liaison or Role.Coordinator)))
            EntryNews.Of(Room(at, kpu), Entries(at, kpu), kpu with { Role = role }).ShouldBeEmpty();
    }

    [Fact]
    public void Colleagues_are_told_alike_with_the_same_keys()
    {
        var at = After("a letter overdue");
        News(at, People.Coordinator).Select(n => n.Key).ShouldBe(News(at, kpu).Select(n => n.Key));
        News(at, kpu).Select(n => n.Key).ShouldBeUnique();
    }

    [Fact]
    public void Only_whom_RED_names_is_told()
    {
        var red = new Marking(Tlp.Red, [], [kominfo.Person, kpu.Person]);
        var at = open.WithDelivered(out var request, red).After(kpu, ACommand.AnswerAll(request));
        News(at, kpu).Select(n => n.Kind).ShouldBe([LetterSent]);
        News(at, People.Coordinator).ShouldBeEmpty();
        News(at, kominfo).Select(n => n.Kind).ShouldBe([AnswerGiven]);
    }

    [Fact]
    public void Nobody_is_told_of_what_they_do_not_see_now_though_they_saw_its_entry()
    {
        var at = open.WithClarification(out var request);
        at = at.After(kominfo, ACommand.ReMark(request, new Marking(Tlp.Red, [], [kominfo.Person, kpu.Person])));
        Entries(at, People.Coordinator).ShouldNotBeEmpty();
        News(at, People.Coordinator).ShouldBeEmpty();
        News(at, kpu).Select(n => n.Kind).ShouldBe([LetterSent]);
    }

    [Fact]
    public void A_second_letter_is_a_first_one_to_whoever_does_not_see_the_first()
    {
        var at = After("a second letter");
        var room = Room(at, kpu);
        var hidden = room with { Objects = room.Objects with { Clarifications = [.. room.Objects.Clarifications.Where(c => c.Escalates is not null).Select(c => c with { Escalates = null })] } };
        EntryNews.Of(hidden, Entries(at, kpu), kpu).Select(n => n.Kind).ShouldBe([LetterSent]);
    }

    [Fact]
    public void Who_does_not_see_the_source_is_told_nothing_of_its_release()
    {
        var hidden = new Marking(Tlp.Amber, [bssn.Agency, bin.Agency], []);
        var at = open.WithRelease(out _, ReleaseState.Agreed, hidden);
        News(at, People.Coordinator).ShouldBeEmpty();
        News(open.WithRelease(out _, ReleaseState.Proposed, hidden), bssn).Select(n => n.Kind).ShouldBe([NotificationKind.ReleaseProposed]);
    }

    [Fact]
    public void A_heading_says_nothing()
    {
        var at = After("a letter");
        EntryNews.Of(Room(at, kpu), Entries(at, kpu).Select(e => e with { Text = null }), kpu).ShouldBeEmpty();
    }

    static AnIncident After(string happened) => happened switch
    {
        "a draft of a report" => open.WithReport(out _, ReportState.Draft),
        "a report that was approved" => open.WithReport(out _),
        "a draft of a report that was discarded" => open.WithReport(out _, ReportState.Discarded),
        "a draft" => open.WithClarification(out _, ClarificationState.Draft),
        "a letter" => open.WithClarification(out _),
        "a letter that was a draft" => open.WithClarification(out var draft, ClarificationState.Draft).After(kominfo, ACommand.Send(draft)),
        "a second letter" => open.WithClarification(out _, ClarificationState.Escalated),
        "an answer" => open.WithClarification(out _, ClarificationState.Answered),
        "an answer in two versions" => open.WithClarification(out var answered, ClarificationState.PartlyAnswered).After(kpu, ACommand.AnswerAll(answered)),
        "an insufficient answer" => open.WithClarification(out _, ClarificationState.Insufficient),
        "a letter overdue" => open.WithDelivered(out var late).Later(TimeSpan.FromHours(80)).AfterOverdue(late),
        "a letter overdue whose delivery was corrected" => open.WithDelivered(out var corrected).Later(TimeSpan.FromHours(80)).AfterOverdue(corrected)
            .After(kominfo, ACommand.Deliver(corrected) with { At = AnIncident.Now.AddHours(1), Reason = "Tanda terima menyebut pukul lain." }),
        "an obligation overdue" => open.WithObligation(out var duty, ObligationState.Running).Later(TimeSpan.FromHours(80)).AfterOverdue(duty),
        "a task" => open.WithTask(bssn, ACommand.ProposeTask(), out _),
        "a task of one's own" => open.WithTask(bssn, ACommand.ProposeTask("BSSN"), out _),
        "a task that was accepted" => open.WithTask(bssn, ACommand.ProposeTask(), out var task).After(bareskrim, ACommand.Move(task, TaskState.Accepted)),
        "a task that was declined" => open.WithTask(bssn, ACommand.ProposeTask(), out var task).After(bareskrim, ACommand.Move(task, TaskState.Declined)),
        "a task that was proposed again" => open.WithTask(bssn, ACommand.ProposeTask(), out var task)
            .After(bareskrim, ACommand.Move(task, TaskState.Declined)).After(bssn, ACommand.Move(task, TaskState.Proposed)),
        "a task that waits" => Waiting(open.WithTask(bareskrim, ACommand.ProposeTask(), out var task), task),
        "a task that waited twice" => Waiting(Waiting(open.WithTask(bareskrim, ACommand.ProposeTask(), out var task), task), task),
        "a task that waits no more" => Waiting(open.WithTask(bareskrim, ACommand.ProposeTask(), out var task), task).After(bareskrim, ACommand.Move(task, TaskState.InProgress)),
        "a finding" => open.WithFinding(out _, FindingState.UnderReview),
        "a finding that its agency verified" => open.WithFinding(out var finding, FindingState.UnderReview).After(bssn, ACommand.Move(finding, FindingState.Verified)),
        "a finding that another agency verified" => open.WithFinding(out var finding, FindingState.UnderReview).After(bin, ACommand.Move(finding, FindingState.Verified)),
        "a finding that two verified" => open.WithFinding(out _, FindingState.Verified),
        "a release that another agency proposed" => open.WithRelease(out _, ReleaseState.Proposed),
        "a release that its source proposed" => open.WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Amber), out var own).WithRelease(ABriefing.Source, ACommand.Propose(own), out _, ReleaseState.Proposed),
        "a release that its source agreed to" => open.WithRelease(out _, ReleaseState.Agreed),
        "a release that its source declined" => open.WithRelease(out _, ReleaseState.Declined),
        "a release that is out" => open.WithRelease(out _),
        "a release that was taken back" => open.WithRelease(out _, ReleaseState.Withdrawn),
        "a draft of a briefing" => open.WithRelease(out _).WithEdition(out _, EditionState.Draft),
        "a draft of a briefing that was written anew" => open.WithRelease(out _).WithEdition(out var edition, EditionState.Draft).After(ABriefing.Composer, ACommand.Compose() with { Edition = edition }),
        "a draft of a briefing that was approved" => open.WithRelease(out _).WithEdition(out _, EditionState.Approved),
        "a briefing" => open.WithRelease(out _).WithEdition(out _),
        "a question" => open.WithRelease(out _).WithEdition(out _).WithQuestion(out _),
        "a question that was assigned" => open.WithRelease(out _).WithEdition(out _).WithQuestion(out _, "BIN"),
        "a question that was answered" => open.WithRelease(out _).WithEdition(out _).WithQuestion(out var question, "BIN").WithAnswer(question, out _),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
    };

    static AnIncident Waiting(AnIncident at, Reference task) =>
        at.After(bareskrim, ACommand.Move(task, TaskState.InProgress)).After(bareskrim, ACommand.Move(task, TaskState.Blocked) with { WaitsFor = bin.Agency });

    static ImmutableArray<Notification> News(AnIncident at, Actor viewer) => EntryNews.Of(Room(at, viewer), Entries(at, viewer), viewer);

    static RoomView Room(AnIncident at, Actor viewer) => new(IncidentHead.Of(at.State), [], 0, RoomObjects.Of(at.State, at.State.ViewpointOf(viewer)!));

    static IReadOnlyList<EntryView> Entries(AnIncident at, Actor viewer) =>
        [.. at.Entries.Select(e => EntryAssembler.View(at.State.ViewpointOf(viewer)!, new ResolvedEntry(e, []))).OfType<EntryView>().Where(e => EntryNews.Kinds.Contains(e.Kind))];
}
