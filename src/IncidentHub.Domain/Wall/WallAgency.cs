namespace IncidentHub.Domain;

/// <summary>An agency of the joint team, with the tasks that a wall may show.</summary>
/// <param name="LastUpdate">Of what a wall may show; null when that is nothing.</param>
/// <param name="Open">Not done, and waiting for nobody.</param>
public sealed record WallAgency(AgencyId Agency, string Name, bool IsPresent, DateTimeOffset? LastUpdate, int Open, int Blocked, int Done)
{
    public bool HasTasks => Open + Blocked + Done > 0;

    public static WallAgency Of(AgencyId agency, Viewpoint wall, IncidentState state, bool isPresent)
    {
        var tasks = state.Tasks.Values.Where(t => t.Assigned == agency && Sharing.See(wall, t.Marking, t.Author) is not Sight.Hidden).ToLookup(t => t.State);
        var blocked = tasks[TaskState.Blocked].Count();
        return new(
            agency, state.NameOf(agency), isPresent, state.OnWalls.LastFrom.TryGetValue(agency, out var at) ? at : null,
            tasks.SelectMany(t => t).Count(t => t.IsOpen) - blocked, blocked, tasks[TaskState.Done].Count());
    }
}
