using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class RemarkTests
{
    static readonly Actor bssn = People.LiaisonOf("BSSN");
    static readonly Actor colleague = People.LiaisonOf("BSSN", 2);
    static readonly Marking forTwo = new(Tlp.AmberStrict, [new("BSSN"), new("BARESKRIM")], []);
    static readonly AnIncident incident = AnIncident.Open().WithMembers(colleague, People.CoordinatorOf("BSSN")).WithTask(out task).WithFinding(out finding);
    static readonly Reference task, finding;

    public static TheoryData<string> EverySubject => ["task", "finding"];

    static Reference Subject(string kind) => kind is "task" ? task : finding;

    [Theory, MemberData(nameof(EverySubject))]
    public void The_agency_that_brought_it_in_marks_it_anew_and_nobody_else(string kind)
    {
        var remark = ACommand.ReMark(Subject(kind), forTwo);
        foreach (var actor in new[] { bssn, colleague, People.CoordinatorOf("BSSN") })
            incident.Accept(actor, remark).Marking.ShouldBe(forTwo);
        foreach (var actor in new[] { ATask.Assigned, People.LiaisonOf("BIN"), People.Coordinator })
            incident.Refuse(actor, remark).ShouldBe(new(RejectionCode.OnlyRaiser, new AgencyId("BSSN")));
        incident.Refuse(People.Auditor, remark).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall })
            incident.Refuse(actor, remark).ShouldBe(new(RejectionCode.NotFound));
    }

    [Theory, MemberData(nameof(EverySubject))]
    public void Narrowing_hides_it_from_the_others_and_widening_shows_it_again(string kind)
    {
        Sees(incident, kind, People.LiaisonOf("BIN")).ShouldBeTrue();
        var narrow = incident.After(bssn, ACommand.ReMark(Subject(kind), forTwo));
        Sees(narrow, kind, People.LiaisonOf("BIN")).ShouldBeFalse();
        Sees(narrow, kind, People.Coordinator).ShouldBeFalse();
        Sees(narrow, kind, ATask.Assigned).ShouldBeTrue();
        Sees(narrow, kind, People.Auditor).ShouldBeTrue();

        var wide = narrow.After(colleague, ACommand.ReMark(Subject(kind), Marking.WholeTeam(Tlp.Green)));
        foreach (var actor in People.Team)
            Sees(wide, kind, actor).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(EverySubject))]
    public void Red_hides_it_from_colleagues_too(string kind)
    {
        var red = incident.After(bssn, ACommand.ReMark(Subject(kind), new(Tlp.Red, [], [ATask.Assigned.Person])));
        red.Last.Marking.Recipients.ShouldBe([ATask.Assigned.Person, bssn.Person], ignoreOrder: true);
        foreach (var actor in new[] { colleague, People.CoordinatorOf("BSSN"), People.Coordinator, People.LiaisonOf("BIN") })
            Sees(red, kind, actor).ShouldBeFalse();
        Sees(red, kind, bssn).ShouldBeTrue();
        Sees(red, kind, ATask.Assigned).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(EverySubject))]
    public void What_is_done_next_is_marked_as_it_is_now_and_earlier_entries_keep_theirs(string kind)
    {
        var narrow = incident.After(bssn, ACommand.ReMark(Subject(kind), forTwo));
        narrow.Last.Kind.ShouldBe(EntryKind.Remarking);
        narrow.Last.Cites.ShouldBe([Subject(kind)]);
        narrow.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<SubjectRemarked>().To.ShouldBe(forTwo);
        Command next = kind is "task" ? ACommand.Move(task, TaskState.Cancelled) : ACommand.Move(finding, FindingState.UnderReview);
        narrow.Accept(bssn, next).Marking.ShouldBe(forTwo);
        narrow.Entries.RemoveAt(narrow.Entries.Count - 1).ShouldBe(incident.Entries);
    }

    [Theory, MemberData(nameof(EverySubject))]
    public void Its_marking_follows_the_rules_of_every_entry(string kind)
    {
        Rejection Refused(Marking marking) => incident.Refuse(bssn, ACommand.ReMark(Subject(kind), marking));
        Refused(new(Tlp.Amber, [new("KEMENDAGRI")], [])).ShouldBe(new(RejectionCode.AudienceNotMember, new AgencyId("KEMENDAGRI")));
        Refused(new(Tlp.Red, [], [])).ShouldBe(new(RejectionCode.RedNeedsRecipients));
        Refused(new(Tlp.Amber, [], [bssn.Person])).ShouldBe(new(RejectionCode.OnlyRedNamesRecipients));
        Refused(new(Tlp.Red, [], [People.Auditor.Person])).ShouldBe(new(RejectionCode.RecipientNotMember));
        Refused(new(Tlp.Red, [new("BSSN"), new("BARESKRIM")], [People.LiaisonOf("BIN").Person])).ShouldBe(new(RejectionCode.RecipientOutsideAudience, People.LiaisonOf("BIN").Name));
        Refused(Marking.WholeTeam(Tlp.Amber)).ShouldBe(new(RejectionCode.AlreadySo, Tlp.Amber));
        incident.Accept(bssn, ACommand.ReMark(Subject(kind), new(Tlp.Amber, [new("BARESKRIM")], []))).Marking.Audience.ShouldBe([new("BARESKRIM"), new("BSSN")]);
    }

    [Fact]
    public void Whoever_is_to_do_a_task_goes_on_seeing_it()
    {
        Rejection outside = new(RejectionCode.AssignedOutsideAudience, new AgencyId("BARESKRIM"));
        incident.Refuse(bssn, ACommand.ReMark(task, new(Tlp.Amber, [new("KPU")], []))).ShouldBe(outside);
        incident.Refuse(bssn, ACommand.ReMark(task, new(Tlp.Red, [], [People.LiaisonOf("BIN").Person]))).ShouldBe(outside);
        incident.Accept(bssn, ACommand.ReMark(finding, new(Tlp.Amber, [new("KPU")], [])));
    }

    [Fact]
    public void The_agency_that_is_asked_goes_on_seeing_the_letter()
    {
        var at = incident.WithDelivered(out var letter);
        at.Refuse(AClarification.Requester, ACommand.ReMark(letter, new(Tlp.Amber, [new("BSSN")], []))).ShouldBe(new(RejectionCode.AssignedOutsideAudience, new AgencyId("KPU")));
        at.Refuse(AClarification.Addressed, ACommand.ReMark(letter, forTwo)).ShouldBe(new(RejectionCode.OnlyRaiser, new AgencyId("KOMINFO")));
        var red = at.After(AClarification.Requester, ACommand.ReMark(letter, new(Tlp.Red, [], [AClarification.Addressed.Person])));
        red.State.Clarification(letter, red.State.ViewpointOf(People.Coordinator)!).ShouldBeNull();
        red.Accept(AClarification.Addressed, ACommand.AnswerAll(letter)).Marking.ShouldBe(red.Clarification(letter).Marking);
    }

    [Fact]
    public void A_task_of_an_agency_that_left_may_still_be_narrowed() =>
        incident.WithoutMember(ATask.Assigned).Accept(bssn, ACommand.ReMark(task, new(Tlp.Amber, [new("KPU")], [])));

    [Fact]
    public void A_follow_up_stays_within_the_finding_of_another_agency()
    {
        var police = ATask.Assigned;
        var follow = ACommand.ProposeTask("BSSN", forTwo);
        var at = incident.WithFinding(out var source, marking: forTwo with { Tlp = Tlp.Amber }).WithTask(police, follow with { From = source }, out var followUp);
        at.Refuse(police, ACommand.ReMark(followUp, Marking.WholeTeam(Tlp.Amber))).ShouldBe(new(RejectionCode.WiderThanCited));
        at.Accept(police, ACommand.ReMark(followUp, forTwo with { Tlp = Tlp.Amber }));

        // Since the source took its finding back, it is not to be seen how far that goes.
        var taken = at.After(bssn, ACommand.ReMark(source, new(Tlp.Amber, [new("BSSN")], [])));
        taken.Refuse(police, ACommand.ReMark(followUp, forTwo with { Tlp = Tlp.Amber })).ShouldBe(new(RejectionCode.WiderThanCited));
        taken.Accept(police, ACommand.ReMark(followUp, forTwo with { Tlp = Tlp.Red, Recipients = [police.Person, bssn.Person] }));
    }

    [Fact]
    public void Whoever_may_see_it_by_now_reads_that_it_was_re_marked() =>
        incident.After(bssn, ACommand.ReMark(finding, forTwo)).Accept(bssn, ACommand.ReMark(finding, Marking.WholeTeam(Tlp.Clear))).Marking.ShouldBe(Marking.WholeTeam(Tlp.Clear));

    [Fact]
    public void Its_faults()
    {
        ACommand.ReMark(task, Marking.WholeTeam((Tlp)5)).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (ACommand.ReMark(task, forTwo) with { Reason = "" }).Faults().ShouldBe([ValidationCode.TextRequired]);
    }

    static bool Sees(AnIncident at, string kind, Actor actor)
    {
        var viewpoint = at.State.ViewpointOf(actor)!;
        return kind is "task" ? at.State.Task(task, viewpoint) is not null : at.State.Finding(finding, viewpoint) is not null;
    }
}
