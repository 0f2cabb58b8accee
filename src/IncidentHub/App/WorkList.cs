using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.App;

/// <summary>A task with the incident that it belongs to.</summary>
public sealed record WorkItem(IncidentHead Incident, TaskItem Task);

/// <summary>All open tasks of all incidents that concern one agency, by whose move it is. Pure.</summary>
/// <param name="Mine">My agency does them, and nothing keeps it from doing so.</param>
/// <param name="WaitingOnUs">They wait for my agency's word: proposed to us, handed in for our review, blocked until we move.</param>
/// <param name="WaitingOnOthers">Ours, or proposed by us, and somebody else's move.</param>
public sealed record WorkList(ImmutableArray<WorkItem> Mine, ImmutableArray<WorkItem> WaitingOnUs, ImmutableArray<WorkItem> WaitingOnOthers)
{
    public static readonly WorkList Empty = new([], [], []);

    public int Total => Mine.Length + WaitingOnUs.Length + WaitingOnOthers.Length;

    /// <summary>What the rail counts: whatever needs us. Counted, not listed: each push asks it of every open page.</summary>
    public static int NeedsUs(IEnumerable<RoomView> rooms, Actor viewer) =>
        viewer.ActsForAgency ? rooms.Sum(r => r.Objects.Tasks.Count(t => t.IsOpen && Place(t, viewer.Agency) is Group.Mine or Group.Us)) : 0;

    public static WorkList Of(IEnumerable<RoomView> rooms, Actor viewer)
    {
        if (!viewer.ActsForAgency)
            return Empty;
        var open = rooms.SelectMany(r => r.Objects.Tasks.Where(t => t.IsOpen).Select(t => new WorkItem(r.Incident, t)))
            .OrderBy(w => w.Task.Due ?? DateTimeOffset.MaxValue).ThenBy(w => w.Task.ChangedAt).ToLookup(w => Place(w.Task, viewer.Agency));
        return new WorkList([.. open[Group.Mine]], [.. open[Group.Us]], [.. open[Group.Others]]);
    }

    enum Group { None, Mine, Us, Others }

    static Group Place(TaskItem task, AgencyId us) => task switch
    {
        { State: TaskState.Proposed } when task.Assigned == us => Group.Us,
        { State: TaskState.InReview } when task.ProposedBy == us => Group.Us,
        { State: TaskState.Blocked } when task.WaitsFor == us => Group.Us,
        { State: TaskState.Accepted or TaskState.InProgress } when task.Assigned == us => Group.Mine,
        _ when task.Assigned == us || task.ProposedBy == us => Group.Others,
        _ => Group.None,
    };
}
