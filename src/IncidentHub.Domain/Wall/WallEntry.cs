using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>An entry as a wall shows it.</summary>
/// <param name="By">The agency, as it was called then.</param>
/// <param name="Text">Null where the title is all that may be shown.</param>
/// <param name="Changes">What it did; of an entry without its text no words but titles.</param>
public sealed record WallEntry(Reference Reference, EntryKind Kind, string By, DateTimeOffset At, Tlp Label, string? Text, ImmutableArray<IncidentEvent> Changes)
{
    public bool Equals(WallEntry? other) => other is not null
        && (Reference, Kind, By, At, Label, Text) == (other.Reference, other.Kind, other.By, other.At, other.Label, other.Text) && Changes.SequenceEqual(other.Changes);

    public override int GetHashCode() => HashCode.Combine(Reference, At, Label);

    /// <summary>Null where a wall shows nothing of it.</summary>
    public static WallEntry? Of(TimelineEntry entry, Viewpoint wall) => entry.Content is not { } content || !TellsWhatHappened(content.Kind) ? null
        : Sharing.See(wall, content.Marking, content.Author.Person) switch
        {
            Sight.Full => new(content.Reference, content.Kind, content.Author.AgencyName, entry.RecordedAt, content.Marking.Tlp, content.Text, content.Events),
            Sight.Heading => new(
                content.Reference, content.Kind, content.Author.AgencyName, entry.RecordedAt, content.Marking.Tlp, null,
                // What of the data is said to be affected is no title.
                [.. content.Events.Where(e => e is not AffectedDataEvent).Select(e => e is SubjectEvent about ? about.ToHeading() : e)]),
            _ => null,
        };

    // A wall has six rows, and whoever looks up at them wants to know what happened. How the team goes about its work is in the room: after a briefing its releases and editions
    // would fill the rows, and at each change of shifts every agency's handover. What the commission asks is there as the task that it becomes. The number of an edition or of a
    // situation report would moreover tell of those that a wall may not show, and a changed label that there was something stricter.
    static bool TellsWhatHappened(EntryKind kind) => kind is not (EntryKind.MembershipChanged or EntryKind.Remarking or EntryKind.AuditNote or EntryKind.Handover
        or EntryKind.Release or EntryKind.Briefing or EntryKind.CommissionQuestion or EntryKind.Report);
}
