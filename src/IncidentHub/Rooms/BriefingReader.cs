using IncidentHub.Domain;

namespace IncidentHub.Rooms;

/// <summary>What the joint team sees of a briefing before it is frozen.</summary>
/// <param name="Fingerprint">What an approval names as seen.</param>
public sealed record BriefingPreview(EditionDocument Document, string Fingerprint);

/// <summary>Previews of editions, for whoever sees the incident: all that stands in one was released.</summary>
public sealed class BriefingReader(RoomDirectory rooms, TimeProvider time)
{
    /// <summary>As an edition of this draft would be now; null when there is no such incident for this actor.</summary>
    public async Task<BriefingPreview?> Preview(Reference incident, Actor actor, EditionDraft draft)
    {
        if (await rooms.Room(incident) is not { State: var state } || state.ViewpointOf(actor) is null)
            return null;
        var document = BriefingContent.Of(state, draft, time.GetUtcNow());
        return new BriefingPreview(document, BriefingContent.Fingerprint(document));
    }
}
