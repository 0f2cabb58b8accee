using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Rooms;

/// <summary>What a situation report is made of, before it is written: for whoever acts in the incident.</summary>
public sealed class ReportReader(RoomDirectory rooms, LogIndex index, TimelineReader timeline, TimeProvider time)
{
    /// <summary>Entries of one period that are looked at; the newest of more.</summary>
    public const int MaximumCandidates = 300;

    static readonly EntryFilter told = new([.. Enum.GetValues<EntryKind>().Where(k => ReportContent.SectionOf(k) is not null)], null, []);

    /// <summary>The entries of a period that a report under that label may tell, oldest first.</summary>
    public async Task<ImmutableArray<EntryView>> Candidates(Reference incident, Actor actor, DateTimeOffset from, DateTimeOffset to, Tlp label) =>
        await timeline.Within(incident, actor, told, from, to, MaximumCandidates) is { } page ? [.. page.Entries.Where(e => e.Text is not null && ReportContent.MayTell(label, e.Marking))] : [];

    /// <summary>As a report of this draft would be now; null when there is no such incident for this actor.</summary>
    public async Task<SituationDocument?> Preview(Reference incident, Actor actor, ReportDraft draft)
    {
        if (await rooms.Room(incident) is not { State: var state } || state.ViewpointOf(actor) is not { } viewpoint)
            return null;
        var entries = (await index.Find(state.Id, draft.Entries)).Select(e => e.Content).OfType<EntryContent>()
            .Where(e => ReportContent.MayTell(draft.Label, e.Marking) && Sharing.See(viewpoint, e.Marking, e.Author.Person) is Sight.Full).ToList();
        return ReportContent.Of(state, draft, entries, actor, time.GetUtcNow());
    }
}
