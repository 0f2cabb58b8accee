using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Reports;
using IncidentHub.Rooms;

namespace IncidentHub.App;

/// <summary>
/// What whoever takes over a shift needs to know of one incident, as their agency sees it: what RED names one of them for isn't handed on by a list. Pure.
/// </summary>
/// <param name="Notes">What colleagues wrote for those who come, since the shift began.</param>
/// <param name="Ours">What the agency itself recorded in the shift, oldest first.</param>
/// <param name="Others">What others recorded.</param>
/// <param name="HasMore">Of a shift with more entries than that, the newest.</param>
public sealed record HandoverDigest(
    Period Shift, IncidentHead Incident, ImmutableArray<EntryView> Notes, ImmutableArray<EntryView> Ours, ImmutableArray<EntryView> Others, bool HasMore, WorkList Work, DueList Dues)
{
    public static HandoverDigest Of(Period shift, RoomView room, TimelinePage entries, ImmutableArray<EntryView> notes, Actor agency)
    {
        var told = entries.Entries.Where(e => e.Kind is not EntryKind.Handover || e.Author.Agency != agency.Agency).ToLookup(e => e.Author.Agency == agency.Agency);
        return new HandoverDigest(shift, room.Incident, notes, [.. told[true]], [.. told[false]], entries.HasOlder, WorkList.Of([room], agency), DueList.Of([room], agency));
    }
}
