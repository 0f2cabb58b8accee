using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class MoveTaskTests
{
    static readonly AgencyId police = new("BARESKRIM");
    static readonly AgencyId cyber = new("BSSN");
    static readonly AnIncident incident = AnIncident.Open().WithMembers(People.CoordinatorOf("BSSN"), People.CoordinatorOf("BARESKRIM"), People.LiaisonOf("BSSN", 2));

    static readonly IReadOnlyList<Actor> agents =
    [
        ATask.Assigned, ATask.Proposer, People.LiaisonOf("BSSN", 2), People.LiaisonOf("BIN"),
        People.Coordinator, People.CoordinatorOf("BSSN"), People.CoordinatorOf("BARESKRIM"),
    ];

    public static TheoryData<TaskState, TaskState> EveryPair => [.. TaskTable.Cells.Keys];

    [Fact]
    public void The_table_has_all_pairs() => EveryPair.Count.ShouldBe(8 * 8);

    [Theory, MemberData(nameof(EveryPair))]
    public void Whoever_may_makes_the_move_and_whoever_may_not_is_told_whose_it_is(TaskState from, TaskState to)
    {
        var at = incident.WithTask(out var task, from);
        var cell = TaskTable.Cells[(from, to)];
        foreach (var actor in agents)
        {
            var move = ACommand.Move(task, to);
            if (cell is "-")
            {
                var refusal = at.Refuse(actor, move);
                refusal.Code.ShouldBe(RejectionCode.TaskMayNotFollow);
                refusal.Arguments[0].ShouldBe(from);
                refusal.Arguments[1].ShouldBeAssignableTo<IEnumerable<TaskState>>().ShouldBe(TaskTable.Open(from, actor, police, cyber), ignoreOrder: true);
            }
            else if (!TaskTable.Lets(cell, actor, police, cyber))
            {
                at.Refuse(actor, move).ShouldBe(cell.StartsWith('A') ? new(RejectionCode.OnlyAssigned, police) : new(RejectionCode.OnlyProposer, cyber), actor.Name);
            }
            else
            {
                at.After(actor, move).Task(task).State.ShouldBe(to, actor.Name);
            }
        }
    }

    [Theory, MemberData(nameof(EveryPair))]
    public void It_says_why_where_it_must(TaskState from, TaskState to)
    {
        var at = incident.WithTask(out var task, from);
        var cell = TaskTable.Cells[(from, to)];
        foreach (var actor in agents.Where(a => TaskTable.Lets(cell, a, police, cyber)))
        {
            foreach (var nothing in new[] { "", " \n", "\u200B" })
            {
                if (TaskTable.NeedsReason(cell))
                    at.Refuse(actor, ACommand.Move(task, to, nothing)).ShouldBe(new(RejectionCode.ReasonRequired));
                else
                    at.After(actor, ACommand.Move(task, to, nothing)).Task(task).State.ShouldBe(to);
            }
        }
    }

    [Theory, MemberData(nameof(EveryPair))]
    public void Nobody_else_moves_anything(TaskState from, TaskState to)
    {
        var at = incident.WithTask(out var task, from);
        at.Refuse(People.Auditor, ACommand.Move(task, to)).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall, People.System, People.LiaisonOf("KEMENDAGRI"), People.LiaisonOf("KPU", 2) })
            at.Refuse(actor, ACommand.Move(task, to)).ShouldBe(new(RejectionCode.NotFound), actor.Name);
    }

    [Fact]
    public void Open_is_what_is_neither_declined_nor_done_nor_cancelled()
    {
        foreach (var state in Enum.GetValues<TaskState>())
            incident.WithTask(out var task, state).Task(task).IsOpen.ShouldBe(state is not (TaskState.Declined or TaskState.Done or TaskState.Cancelled), state.ToString());
    }

    [Fact]
    public void The_entry_is_marked_as_the_task_and_says_from_where_to_where()
    {
        var marking = new Marking(Tlp.AmberStrict, [police, cyber], []);
        var entry = incident.WithTask(out var task, marking: marking).Accept(ATask.Assigned, ACommand.Move(task, TaskState.Declined, " Tidak ada tenaga. "));
        entry.Kind.ShouldBe(EntryKind.Task);
        entry.Marking.ShouldBe(marking);
        entry.Text.ShouldBe("Tidak ada tenaga.");
        entry.Releasable.ShouldBeFalse();
        entry.Cites.ShouldBe([task]);
        entry.Events.ShouldBe([new TaskMoved(task, "Amankan salinan log", TaskState.Proposed, TaskState.Declined, null)]);
    }

    [Fact]
    public void A_blocked_task_says_why_and_on_whom_it_waits_until_it_goes_on()
    {
        var blocked = incident.WithTask(out var task, TaskState.InProgress)
            .After(ATask.Assigned, ACommand.Move(task, TaskState.Blocked, "Menunggu salinan.") with { WaitsFor = AgencyId.Controller });
        blocked.Task(task).BlockedBy.ShouldBe("Menunggu salinan.");
        blocked.Task(task).WaitsFor.ShouldBe(AgencyId.Controller);

        var going = blocked.After(ATask.Assigned, ACommand.Move(task, TaskState.InProgress) with { WaitsFor = AgencyId.Controller });
        going.Task(task).BlockedBy.ShouldBeNull();
        going.Task(task).WaitsFor.ShouldBeNull();
    }

    [Fact]
    public void It_is_blocked_since_the_moment_when_it_was_whatever_is_done_to_it_meanwhile()
    {
        var blocked = incident.WithTask(out var task, TaskState.InProgress).After(ATask.Assigned, ACommand.Move(task, TaskState.Blocked));
        var since = blocked.Entries[^1].RecordedAt;
        blocked.Task(task).BlockedSince.ShouldBe(since);

        var edited = blocked.After(ATask.Assigned, ACommand.Edit(blocked.Task(task)) with { Title = "Periksa log lagi" });
        edited.Task(task).BlockedSince.ShouldBe(since);
        edited.Task(task).ChangedAt.ShouldBeGreaterThan(since);

        edited.After(ATask.Assigned, ACommand.Move(task, TaskState.InProgress)).Task(task).BlockedSince.ShouldBeNull();
    }

    [Fact]
    public void It_waits_for_members_only() =>
        incident.WithTask(out var task, TaskState.InProgress)
            .Refuse(ATask.Assigned, ACommand.Move(task, TaskState.Blocked) with { WaitsFor = new AgencyId("KEMENDAGRI") })
            .ShouldBe(new(RejectionCode.AgencyNotMember, new AgencyId("KEMENDAGRI")));

    [Fact]
    public void Each_move_is_counted_and_dated()
    {
        var moved = incident.WithTask(out var task).After(ATask.Assigned, ACommand.Move(task, TaskState.Accepted));
        moved.Task(task).Changes.ShouldBe(1);
        moved.Task(task).ChangedAt.ShouldBe(moved.Entries[^1].RecordedAt);
    }

    [Fact]
    public void A_state_that_there_is_not_is_a_fault() =>
        ACommand.Move(new Reference("T-00000"), (TaskState)8).Faults().ShouldBe([ValidationCode.UnknownValue]);
}
