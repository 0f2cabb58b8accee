using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>Work that the closer sees must be done first, or waived; work hidden from them stays open and unmentioned.</summary>
public class CloseIncidentTests
{
    static readonly AnIncident review = AnIncident.Open().InPhase(Phase.Review);
    static readonly Marking hiddenFromKpu = new(Tlp.AmberStrict, [new("BSSN"), new("BARESKRIM")], []);
    static readonly Marking red = new(Tlp.Red, [], [ATask.Assigned.Person]);

    public static TheoryData<TaskState> EveryState => [.. Enum.GetValues<TaskState>()];

    [Theory, MemberData(nameof(EveryState))]
    public void Open_work_keeps_the_incident_open(TaskState state)
    {
        var at = review.WithTask(out _, state);
        if (state is TaskState.Declined or TaskState.Done or TaskState.Cancelled)
            at.After(People.Coordinator, ACommand.ChangePhase(Phase.Closed)).State.Phase.ShouldBe(Phase.Closed);
        else
            at.Refuse(People.Coordinator, ACommand.ChangePhase(Phase.Closed)).ShouldBe(new(RejectionCode.OpenWork, 1));
    }

    [Fact]
    public void Open_requests_and_obligations_count_too()
    {
        var at = review.WithTask(out _).WithClarification(out _).WithClarification(out _, ClarificationState.Closed).WithClarification(out _, ClarificationState.Draft)
            .WithObligation(out _).WithObligation(out _, ObligationState.Met).WithFinding(out _);
        at.Refuse(People.Coordinator, ACommand.ChangePhase(Phase.Closed)).ShouldBe(new(RejectionCode.OpenWork, 3));
    }

    [Fact]
    public void A_decision_waives_it_and_the_work_stays_open()
    {
        var closed = review.WithTask(out var task).After(People.Coordinator, ACommand.ChangePhase(Phase.Closed) with { WaivesOpenWork = true });
        closed.State.Phase.ShouldBe(Phase.Closed);
        closed.Task(task).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Waiving_waives_nothing_else()
    {
        var at = review.WithTask(out _);
        at.Refuse(People.LiaisonOf("BIN"), ACommand.ChangePhase(Phase.Closed) with { WaivesOpenWork = true }).Code.ShouldBe(RejectionCode.OnlyCoordinator);
        at.Refuse(People.Coordinator, ACommand.ChangePhase(Phase.Dismissed) with { WaivesOpenWork = true }).Code.ShouldBe(RejectionCode.PhaseMayNotFollow);
        at.Refuse(People.LiaisonOf("BIN"), ACommand.ChangePhase(Phase.Closed)).Code.ShouldBe(RejectionCode.OnlyCoordinator);
    }

    [Fact]
    public void Other_phases_pass_over_open_work() =>
        AnIncident.Open().WithTask(out _).InPhase(Phase.Review).After(People.Coordinator, ACommand.ChangePhase(Phase.Active)).State.Phase.ShouldBe(Phase.Active);

    [Fact]
    public void Hidden_tasks_never_change_the_answer() =>
        Always.Holds(
            from seen in Gen.Choose(0, 3)
            from hidden in Gen.ListOf(Gen.Elements(hiddenFromKpu, red))
            from waives in Gen.Elements(true, false)
            select (seen, hidden: hidden.ToList(), waives),
            c =>
            {
                var visible = Enumerable.Range(0, c.seen).Aggregate(review, (at, _) => at.WithTask(out var _));
                var all = c.hidden.Aggregate(visible, (at, marking) => at.WithTask(out _, marking: marking));
                var close = ACommand.ChangePhase(Phase.Closed) with { WaivesOpenWork = c.waives };
                var answer = all.Try(People.Coordinator, close);
                Written.Out(answer).ShouldBe(Written.Out(visible.Try(People.Coordinator, close)));
                return c.waives || c.seen == 0 ? answer is Decision.Accepted : answer.Equals(new Decision.Refused(new(RejectionCode.OpenWork, c.seen)));
            },
            times: 100);

    [Fact]
    public void A_coordinator_who_sees_it_counts_it() =>
        review.WithMembers(People.CoordinatorOf("BSSN")).WithTask(out _, marking: hiddenFromKpu).WithTask(out _).WithTask(out _, marking: red)
            .Refuse(People.CoordinatorOf("BSSN"), ACommand.ChangePhase(Phase.Closed)).ShouldBe(new(RejectionCode.OpenWork, 2));
}
