using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.App;

/// <summary>A clock that runs, with the incident and the thing that it belongs to.</summary>
/// <param name="State">Of the request or the obligation.</param>
public sealed record DueItem(IncidentHead Incident, ISubject Subject, Enum State, Deadline Deadline)
{
    public string Href => $"/insiden/{Incident.Reference}?{ObjectLinks.Key}={Deadline.Subject}";
}

/// <summary>What one agency owes and waits for in all incidents, the nearest deadline first. Pure.</summary>
public sealed record DueList(ImmutableArray<DueItem> Owed, ImmutableArray<DueItem> Awaited)
{
    public static readonly DueList Empty = new([], []);

    public int Total => Owed.Length + Awaited.Length;

    /// <summary>What the rail counts; likewise counted, not listed.</summary>
    public static int OwedOverdue(IEnumerable<RoomView> rooms, Actor viewer, DateTimeOffset now) =>
        viewer.ActsForAgency ? rooms.Sum(r => r.Objects.AllTimed.Count(t => t.Deadline() is { } deadline && deadline.OwedBy == viewer.Agency && deadline.Due <= now)) : 0;

    public static DueList Of(IEnumerable<RoomView> rooms, Actor viewer)
    {
        if (!viewer.ActsForAgency)
            return Empty;
        var running = rooms.SelectMany(Running).OrderBy(i => i.Deadline.Due).ThenBy(i => i.Deadline.Subject.Text, StringComparer.Ordinal).ToList();
        return new DueList([.. running.Where(i => i.Deadline.OwedBy == viewer.Agency)], [.. running.Where(i => i.Deadline.OwedTo == viewer.Agency)]);
    }

    static IEnumerable<DueItem> Running(RoomView room) =>
        from subject in room.Objects.Clarifications.Select(c => (Timed: (ITimed)c, State: (Enum)c.State)).Concat(room.Objects.Obligations.Select(o => (Timed: (ITimed)o, State: (Enum)o.State)))
        let deadline = subject.Timed.Deadline()
        where deadline is not null
        select new DueItem(room.Incident, subject.Timed, subject.State, deadline);
}
