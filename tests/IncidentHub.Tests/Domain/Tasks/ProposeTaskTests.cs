using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class ProposeTaskTests
{
    static readonly AnIncident incident = AnIncident.Open().WithMembers(People.LiaisonOf("BSSN", 2));
    static readonly Actor bssn = ATask.Proposer;
    static readonly Marking forTwo = new(Tlp.AmberStrict, [new("BSSN"), new("BARESKRIM")], []);

    [Fact]
    public void Peers_propose_and_wait_for_an_answer()
    {
        var entry = incident.Accept(bssn, ACommand.ProposeTask() with
        {
            Kind = TaskKind.Cause, Title = " Periksa log ", Text = " Segera. ", Due = AnIncident.Now.AddDays(1), Checklist = [" salin ", "segel"], Releasable = true,
        });
        entry.Kind.ShouldBe(EntryKind.Task);
        entry.Text.ShouldBe("Segera.");
        entry.Releasable.ShouldBeTrue();
        var proposed = entry.Events.ShouldHaveSingleItem().ShouldBeOfType<TaskProposed>();
        entry.Cites.ShouldBe([proposed.Subject]);
        proposed.ShouldHold(new TaskProposed(
            new("T" + entry.Reference.Text[1..7]), "Periksa log", TaskKind.Cause, new("BARESKRIM"), TaskState.Proposed, AnIncident.Now.AddDays(1), ["salin", "segel"], null));
    }

    [Fact]
    public void The_task_is_what_was_proposed()
    {
        var command = ACommand.ProposeTask(marking: forTwo) with { Checklist = ["salin"] };
        var after = incident.WithTask(bssn, command, out var task);
        after.Task(task).ShouldHold(new TaskItem(
            task, TaskKind.Response, command.Title, new("BSSN"), bssn.Person, new("BARESKRIM"), TaskState.Proposed, null, [new("salin", IsDone: false)],
            null, null, null, null, forTwo, after.Entries[^1].RecordedAt, 0));
    }

    [Theory]
    [InlineData("BSSN")]
    [InlineData("KPU")]
    public void Work_for_ones_own_agency_starts_accepted(string agency)
    {
        foreach (var actor in People.Team.Where(a => a.Agency.Code == agency))
            incident.WithTask(actor, ACommand.ProposeTask(agency), out var task).Task(task).State.ShouldBe(TaskState.Accepted);
    }

    [Fact]
    public void Only_a_member_agency_is_asked()
    {
        incident.Refuse(bssn, ACommand.ProposeTask("KEMENDAGRI")).ShouldBe(new(RejectionCode.AgencyNotMember, new AgencyId("KEMENDAGRI")));
        incident.WithoutMember(ATask.Assigned).Refuse(bssn, ACommand.ProposeTask()).Code.ShouldBe(RejectionCode.AgencyNotMember);
    }

    [Fact]
    public void Whoever_is_asked_is_in_the_audience()
    {
        incident.Refuse(bssn, ACommand.ProposeTask(marking: new(Tlp.Amber, [new("KPU")], []))).ShouldBe(new(RejectionCode.AssignedOutsideAudience, new AgencyId("BARESKRIM")));
        // One's own agency always is.
        incident.Accept(bssn, ACommand.ProposeTask("BSSN", new(Tlp.Amber, [new("KPU")], []))).Marking.Audience.ShouldBe([new("BSSN"), new("KPU")]);
    }

    [Fact]
    public void A_red_one_names_somebody_who_can_do_it()
    {
        incident.Refuse(bssn, ACommand.ProposeTask(marking: new(Tlp.Red, [], [People.LiaisonOf("KPU").Person]))).ShouldBe(new(RejectionCode.AssignedOutsideAudience, new AgencyId("BARESKRIM")));
        incident.Accept(bssn, ACommand.ProposeTask(marking: new(Tlp.Red, [], [ATask.Assigned.Person]))).Marking.Recipients.ShouldBe([ATask.Assigned.Person, bssn.Person], ignoreOrder: true);
        incident.Accept(bssn, ACommand.ProposeTask("BSSN", new(Tlp.Red, [], [bssn.Person]))).Marking.Recipients.ShouldBe([bssn.Person]);
    }

    [Fact]
    public void Its_marking_follows_the_rules_of_every_entry()
    {
        incident.Refuse(bssn, ACommand.ProposeTask(marking: new(Tlp.Amber, [new("KEMENDAGRI")], []))).Code.ShouldBe(RejectionCode.AudienceNotMember);
        incident.Refuse(bssn, ACommand.ProposeTask(marking: new(Tlp.Red, [], []))).Code.ShouldBe(RejectionCode.RedNeedsRecipients);
        incident.Refuse(bssn, ACommand.ProposeTask(marking: forTwo) with { Releasable = true }).Code.ShouldBe(RejectionCode.MayNotBeReleased);
    }

    [Fact]
    public void A_follow_up_is_marked_within_its_finding()
    {
        var raised = incident.WithFinding(out var finding, marking: new(Tlp.Amber, [new("BSSN"), new("BARESKRIM"), new("BIN")], []));
        var follow = ACommand.ProposeTask(marking: forTwo) with { From = finding };
        raised.Accept(bssn, follow).Cites.ShouldContain(finding);
        raised.WithTask(bssn, follow, out var task).Task(task).From.ShouldBe(finding);
        foreach (var wider in new[] { Marking.WholeTeam(Tlp.Amber), forTwo with { Tlp = Tlp.Green }, new(Tlp.Amber, [new("BARESKRIM"), new("KPU")], []) })
            raised.Refuse(bssn, follow with { Marking = wider }).ShouldBe(new(RejectionCode.WiderThanCited));
    }

    [Fact]
    public void A_follow_up_of_a_red_finding_names_nobody_further()
    {
        var raised = incident.WithFinding(out var finding, marking: new(Tlp.Red, [], [ATask.Assigned.Person]));
        var follow = ACommand.ProposeTask() with { From = finding };
        raised.Refuse(bssn, follow with { Marking = new(Tlp.Red, [], [ATask.Assigned.Person, People.Coordinator.Person]) }).Code.ShouldBe(RejectionCode.WiderThanCited);
        raised.Accept(bssn, follow with { Marking = new(Tlp.Red, [], [ATask.Assigned.Person]) }).Marking.Tlp.ShouldBe(Tlp.Red);
    }

    [Fact]
    public void Its_faults()
    {
        var propose = ACommand.ProposeTask();
        (propose with { Title = " \u200B" }).Faults().ShouldBe([ValidationCode.TitleRequired]);
        (propose with { Title = new string('x', 200) }).Faults().ShouldBeEmpty();
        (propose with { Title = new string('x', 201) }).Faults().ShouldBe([ValidationCode.TitleTooLong]);
        (propose with { Title = "x\u0007" }).Faults().ShouldBe([ValidationCode.TextUnreadable]);
        (propose with { Kind = (TaskKind)3 }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (propose with { Marking = Marking.WholeTeam((Tlp)5) }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (propose with { Due = new DateTimeOffset(1999, 12, 31, 0, 0, 0, TimeSpan.Zero) }).Faults().ShouldBe([ValidationCode.OccurredTooEarly]);
        (propose with { Checklist = [.. Enumerable.Repeat("x", 30)] }).Faults().ShouldBeEmpty();
        (propose with { Checklist = [.. Enumerable.Repeat("x", 31)] }).Faults().ShouldBe([ValidationCode.ChecklistTooLong]);
        (propose with { Checklist = default }).Faults().ShouldBe([ValidationCode.ChecklistTooLong]);
        foreach (var item in new[] { "", " ", "x\u0000", new string('x', 201) })
            (propose with { Checklist = ["salin", item] }).Faults().ShouldBe([ValidationCode.ChecklistItem]);
    }
}
