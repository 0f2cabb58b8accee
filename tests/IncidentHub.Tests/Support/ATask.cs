using IncidentHub.Domain;

namespace IncidentHub.Tests.Support;

/// <summary>Tasks in a named state, reached by real moves of BSSN, which proposes, and Bareskrim, which is asked.</summary>
public static class ATask
{
    public static readonly Actor Proposer = People.LiaisonOf("BSSN");
    public static readonly Actor Assigned = People.LiaisonOf("BARESKRIM");

    public static AnIncident WithTask(this AnIncident incident, out Reference task, TaskState state = TaskState.Proposed, Marking? marking = null) =>
        incident.WithTask(Proposer, ACommand.ProposeTask(marking: marking), out task).WithTaskIn(state, task);

    public static AnIncident WithTask(this AnIncident incident, Actor proposer, ProposeTask command, out Reference task)
    {
        var after = incident.After(proposer, command);
        task = after.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<TaskProposed>().Subject;
        return after;
    }

    public static TaskItem Task(this AnIncident incident, Reference task) => incident.State.Tasks[task];

    static AnIncident WithTaskIn(this AnIncident incident, TaskState state, Reference task) => WayTo(state).Aggregate(incident, (at, step) =>
        at.After(step is TaskState.Done or TaskState.Cancelled ? Proposer : Assigned, ACommand.Move(task, step)));

    static TaskState[] WayTo(TaskState state) => state switch
    {
        TaskState.Proposed => [],
        TaskState.Accepted or TaskState.Declined or TaskState.Cancelled => [state],
        TaskState.InProgress => [TaskState.Accepted, state],
        TaskState.Done => [TaskState.Accepted, TaskState.InProgress, TaskState.InReview, state],
        _ => [TaskState.Accepted, TaskState.InProgress, state],
    };
}
