using System.Collections.Concurrent;
using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Rooms;

/// <summary>Opens the history of incidents, to whoever sees them.</summary>
public sealed class PastReader(RoomDirectory rooms, IncidentLog log, LogIndex index) : IDisposable
{
    readonly ConcurrentDictionary<IncidentId, PastStates> states = new();

    /// <summary>Null when there is no such incident for this actor.</summary>
    /// <param name="changed">The history grew, or the actor lost the incident; must only take note and return.</param>
    public async Task<PastReading?> Open(Reference incident, Actor actor, Action changed, CancellationToken cancellation = default)
    {
        if (await rooms.Room(incident, cancellation) is not { } room || await room.Join(actor, _ => changed(), cancellation) is not { } subscription)
            return null;
        var reading = new PastReading(room, subscription, states.GetOrAdd(room.State.Id, id => new PastStates(id, log)), index);
        await reading.Continue(cancellation);
        return reading;
    }

    public void Dispose()
    {
        foreach (var past in states.Values)
            past.Dispose();
    }
}

/// <summary>
/// One open page's way through an incident's history. What it shows changes at the viewer's own stops only: between two of them nothing tells that something
/// else was written. Disposing leaves the room.
/// </summary>
public sealed class PastReading : IDisposable
{
    const int LatestShown = 20;
    const int MostNotes = 400;
    static readonly EntryFilter ofNote = new([EntryKind.Overdue, EntryKind.Briefing], null, []);

    readonly IncidentRoom room;
    readonly RoomSubscription subscription;
    readonly PastStates states;
    readonly LogIndex index;
    readonly EntryAssembler assembler;
    ImmutableArray<PastNote> notes = [];

    internal PastReading(IncidentRoom room, RoomSubscription subscription, PastStates states, LogIndex index) =>
        (this.room, this.subscription, this.states, this.index, assembler) = (room, subscription, states, index, new EntryAssembler(index));

    public IncidentId Incident => room.State.Id;

    /// <summary>In their order.</summary>
    public ImmutableArray<PastStop> Stops { get; private set; } = [];

    /// <summary>Takes in what was written since; nothing when the viewer has lost the incident.</summary>
    public async Task Continue(CancellationToken cancellation = default)
    {
        if (room.State.ViewpointOf(subscription.Actor) is not { } viewpoint)
            return;
        var stops = Stops.ToBuilder();
        foreach (var (number, recordedAt) in await index.Recorded(Incident, viewpoint, stops.Count > 0 ? stops[^1].Number : 0, cancellation))
        {
            var stop = new PastStop(stops.Count > 0 && stops[^1].At > recordedAt ? stops[^1].At : recordedAt, stops.Count > 0 ? stops[^1].Count + 1 : 1) { Number = number };
            if (stops.Count > 0 && stops[^1].At == stop.At)
                stops[^1] = stop;
            else
                stops.Add(stop);
        }
        if (stops.Count > 0 && (Stops.IsEmpty || stops[^1] != Stops[^1]))
            notes = NotesOf(await index.Before(Incident, viewpoint, ofNote, stops[^1].Number + 1, MostNotes, cancellation));
        Stops = stops.ToImmutable();
    }

    /// <summary>As it stood then; null when the viewer sees the incident no more. A moment before its first entry gives the first.</summary>
    public async Task<PastView?> At(DateTimeOffset moment, CancellationToken cancellation = default)
    {
        var now = room.State;
        if (now.ViewpointOf(subscription.Actor) is not { } viewpoint || Stops.IsEmpty)
            return null;
        var stops = Stops;
        var place = Math.Max(0, AsOf.CountUpTo(stops, s => s.At, moment) - 1);
        var stop = stops[place];
        var then = await states.At(stop.Number, cancellation);
        var latest = await index.Before(Incident, viewpoint, EntryFilter.All, stop.Number + 1, LatestShown, cancellation);
        var entries = await assembler.Assemble(Incident, viewpoint, latest, stop.Number, cancellation);
        var view = new RoomView(IncidentHead.Of(then), entries, stop.Count, AsOf.Objects(then, now, viewpoint));
        return new PastView(moment < stop.At ? stop.At : moment, place, view, [.. notes.Where(n => now.Subject(n.Subject, viewpoint) is not null)]);
    }

    /// <summary>What was released then; null when the viewer sees the incident no more.</summary>
    public async Task<PastBriefing?> Briefing(DateTimeOffset moment, CancellationToken cancellation = default)
    {
        var now = room.State;
        if (now.ViewpointOf(subscription.Actor) is not { } viewpoint)
            return null;
        // The heading of what was released moves for everybody, and says since when: here every entry counts.
        var then = await states.At(moment, now.Number, cancellation);
        return new PastBriefing(AsOf.Briefing(then, now, viewpoint, moment), AsOf.WithdrawnSince(then, now, viewpoint, moment));
    }

    public void Dispose() => subscription.Dispose();

    static ImmutableArray<PastNote> NotesOf(IEnumerable<TimelineEntry> entries) =>
        [.. from entry in entries
            from change in entry.Content!.Events
            let note = change switch
            {
                EditionFrozen e => new PastNote(e.Subject, Domain.Edition.NameOf(e.Number), entry.RecordedAt),
                DeadlinePassed e => new PastNote(e.Subject, null, entry.RecordedAt),
                _ => null,
            }
            where note is not null
            select note];
}
