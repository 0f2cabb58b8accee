using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

public class RoomObjectsTests
{
    static readonly Marking forTwo = new(Tlp.AmberStrict, [new("BSSN"), new("BARESKRIM")], []);
    static readonly Actor colleague = People.LiaisonOf("BSSN", 2);
    static readonly AnIncident incident = AnIncident.Open().WithMembers(colleague)
        .WithTask(out everybodys).WithTask(out twos, marking: forTwo).WithTask(out red, marking: new(Tlp.Red, [], [ATask.Assigned.Person]))
        .WithFinding(out finding).WithFinding(out twosFinding, marking: forTwo);
    static readonly Reference everybodys, twos, red, finding, twosFinding;

    [Fact]
    public void Each_viewer_has_what_they_see()
    {
        Of(incident, ATask.Assigned).Tasks.Select(t => t.Reference).ShouldBe([everybodys, twos, red]);
        Of(incident, colleague).Tasks.Select(t => t.Reference).ShouldBe([everybodys, twos]);
        Of(incident, People.Coordinator).Tasks.Select(t => t.Reference).ShouldBe([everybodys]);
        Of(incident, People.Auditor).Tasks.Select(t => t.Reference).ShouldBe([everybodys, twos, red]);
        Of(incident, colleague).Findings.Select(f => f.Reference).ShouldBe([finding, twosFinding]);
        Of(incident, People.Coordinator).Findings.Select(f => f.Reference).ShouldBe([finding]);
        Of(incident, People.Coordinator).Task(twos).ShouldBeNull();
        Of(incident, People.Coordinator).Finding(finding).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Role.Wall)]
    [InlineData(Role.CommissionObserver)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.System)]
    public void Others_have_none_of_an_amber_incident(Role role)
    {
        var objects = RoomObjects.Of(incident.State, new Viewpoint(role, new("KPU"), default));
        objects.Tasks.ShouldBeEmpty();
        objects.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_longest_unchanged_come_first() =>
        Of(incident.After(ATask.Assigned, ACommand.Move(everybodys, TaskState.Accepted)), ATask.Assigned).Tasks.Select(t => t.Reference).ShouldBe([twos, red, everybodys]);

    [Fact]
    public void A_link_to_a_finding_that_was_narrowed_since_is_hidden()
    {
        var linked = incident.WithFinding(out var source).WithTask(ATask.Proposer, ACommand.ProposeTask() with { From = source }, out var followUp)
            .WithFinding(out var old).After(AFinding.Author, ACommand.Supersede(old, source));
        Of(linked, People.Coordinator).Task(followUp)!.From.ShouldBe(source);
        Of(linked, People.Coordinator).Finding(old)!.SupersededBy.ShouldBe(source);

        var narrowed = linked.After(AFinding.Author, ACommand.ReMark(source, forTwo));
        Of(narrowed, People.Coordinator).Task(followUp)!.From.ShouldBeNull();
        Of(narrowed, People.Coordinator).Finding(old)!.SupersededBy.ShouldBeNull();
        Of(narrowed, People.Coordinator).Finding(old)!.State.ShouldBe(FindingState.Superseded);
        Of(narrowed, ATask.Assigned).Task(followUp)!.From.ShouldBe(source);
        Of(narrowed, ATask.Assigned).Finding(old)!.SupersededBy.ShouldBe(source);
    }

    [Fact]
    public void A_draft_is_its_agencys_and_a_second_letter_is_linked_as_far_as_both_are_seen()
    {
        var at = AnIncident.Open().WithClarification(out var draft, ClarificationState.Draft).WithDelivered(out var first).After(AClarification.Requester, ACommand.Escalate(first)).WithObligation(out var duty, ObligationState.Running);
        var second = at.Clarification(first).EscalatedBy!.Value;
        Of(at, AClarification.Requester).Clarifications.Select(c => c.Reference).ShouldBe([draft, first, second], ignoreOrder: true);
        Of(at, AClarification.Addressed).Clarifications.Select(c => c.Reference).ShouldBe([first, second], ignoreOrder: true);
        Of(at, People.LiaisonOf("BIN")).Deadlines.Select(d => d.Subject).ShouldBe([first, duty], ignoreOrder: true);
        Of(at, People.LiaisonOf("BIN")).OpenWork.ShouldBe(3);

        var narrowed = at.After(AClarification.Requester, ACommand.ReMark(second, new(Tlp.Amber, [new("KPU"), new("KOMINFO")], [])));
        Of(narrowed, People.LiaisonOf("BIN")).Clarification(first)!.EscalatedBy.ShouldBeNull();
        Of(narrowed, AClarification.Addressed).Clarification(first)!.EscalatedBy.ShouldBe(second);
        Of(at.After(AClarification.Requester, ACommand.EditDraft(draft)), AClarification.Addressed).ShouldBe(Of(at, AClarification.Addressed));
    }

    [Fact]
    public void What_changes_out_of_sight_leaves_them_equal()
    {
        var before = Of(incident, People.Coordinator);
        Of(incident.After(ATask.Assigned, ACommand.Move(twos, TaskState.Accepted)).After(AFinding.Author, ACommand.Move(twosFinding, FindingState.UnderReview)), People.Coordinator).ShouldBe(before);
        Of(incident.After(ATask.Assigned, ACommand.Move(everybodys, TaskState.Accepted)), People.Coordinator).ShouldNotBe(before);
        Of(incident.After(AFinding.Author, ACommand.Move(finding, FindingState.UnderReview)), People.Coordinator).ShouldNotBe(before);
    }

    [Fact]
    public void The_author_of_what_a_colleague_re_marked_red_still_has_it()
    {
        var remarked = incident.After(colleague, ACommand.ReMark(finding, new(Tlp.Red, [], [AFinding.Second.Person])));
        var before = AnIncident.Open().WithMembers(colleague).WithFinding(out var only).After(colleague, ACommand.ReMark(only, new(Tlp.Red, [], [AFinding.Second.Person])));
        Of(remarked, AFinding.Author).Finding(finding).ShouldNotBeNull();
        Of(before, AFinding.Author).Finding(only).ShouldNotBeNull();
        Of(before, People.Coordinator).Finding(only).ShouldBeNull();
    }

    [Fact]
    public void A_shared_view_holds_what_each_of_those_who_share_it_sees() =>
        Always.Holds(ObjectStep.Sequence, steps =>
        {
            var end = ObjectStep.Play(steps);
            return end.State.Members.Values.All(member =>
            {
                var own = new Viewpoint(member.Role, member.Agency, member.Person);
                return RoomObjects.Of(end.State, end.State.Shared(own)).Equals(RoomObjects.Of(end.State, own));
            });
        }, times: 150);

    /// <summary>As the room gives it: from the viewpoint that those who see the same share.</summary>
    static RoomObjects Of(AnIncident at, Actor actor) => RoomObjects.Of(at.State, at.State.Shared(at.State.ViewpointOf(actor)!));
}
