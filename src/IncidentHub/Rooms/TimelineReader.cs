using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Rooms;

/// <summary>A stretch of the timeline, oldest first.</summary>
public sealed record TimelinePage(ImmutableArray<EntryView> Entries, bool HasOlder, bool HasNewer);

/// <summary>Reads of the timeline that a view doesn't hold: older entries, filtered ones, the surroundings of one.</summary>
public sealed class TimelineReader(RoomDirectory rooms, LogIndex index)
{
    readonly EntryAssembler assembler = new(index);

    /// <summary>The newest entries that match, before a given one (null: the newest of all). Null: no such incident for this actor.</summary>
    public async Task<TimelinePage?> Before(Reference incident, Actor actor, EntryFilter filter, EntryView? before, int take, CancellationToken cancellation = default)
    {
        if (await Viewpoint(incident, actor, cancellation) is not var (id, viewpoint))
            return null;
        var entries = await index.Before(id, viewpoint, filter, before?.Number ?? long.MaxValue, take + 1, cancellation);
        var hasOlder = entries.Count > take;
        return new TimelinePage(await Assemble(id, viewpoint, hasOlder ? entries.Skip(1).ToList() : entries, cancellation), hasOlder, HasNewer: before is not null);
    }

    /// <summary>The newest entries that match and that all see who share this view; oldest first. Not what the asker alone may see besides.</summary>
    public async Task<ImmutableArray<EntryView>> Latest(RoomView view, EntryFilter filter, int take, CancellationToken cancellation = default) =>
        await Assemble(view.Incident.Id, view.From, await index.Before(view.Incident.Id, view.From, filter, long.MaxValue, take, cancellation), cancellation);

    /// <summary>The entries that match, behind a given one.</summary>
    public async Task<TimelinePage?> After(Reference incident, Actor actor, EntryFilter filter, EntryView after, int take, CancellationToken cancellation = default)
    {
        if (await Viewpoint(incident, actor, cancellation) is not var (id, viewpoint))
            return null;
        var entries = await index.From(id, viewpoint, filter, after.Number + 1, take + 1, cancellation);
        return new TimelinePage(await Assemble(id, viewpoint, [.. entries.Take(take)], cancellation), HasOlder: true, HasNewer: entries.Count > take);
    }

    /// <summary>The newest entries of a period that match, oldest first. Null: no such incident for this actor.</summary>
    /// <param name="to">The moment after its last.</param>
    public async Task<TimelinePage?> Within(Reference incident, Actor actor, EntryFilter filter, DateTimeOffset from, DateTimeOffset to, int take, CancellationToken cancellation = default)
    {
        if (await Viewpoint(incident, actor, cancellation) is not var (id, viewpoint))
            return null;
        var entries = await index.Within(id, viewpoint, filter, from, to, take + 1, cancellation);
        var hasOlder = entries.Count > take;
        return new TimelinePage(await Assemble(id, viewpoint, hasOlder ? [.. entries.Skip(1)] : entries, cancellation), hasOlder, HasNewer: false);
    }

    /// <summary>An entry among its neighbours. Null: no such entry for this actor, or no such incident.</summary>
    public async Task<TimelinePage?> Around(Reference incident, Actor actor, Reference entry, int take, CancellationToken cancellation = default)
    {
        if (await Viewpoint(incident, actor, cancellation) is not var (id, viewpoint))
            return null;
        var target = (await index.Find(id, [entry], cancellation)).SingleOrDefault();
        if (target is null || Sharing.See(viewpoint, target.Content!.Marking, target.Content.Author.Person) is Sight.Hidden)
            return null;
        var before = await index.Before(id, viewpoint, EntryFilter.All, target.Number, take + 1, cancellation);
        var from = await index.From(id, viewpoint, EntryFilter.All, target.Number, take + 1, cancellation);
        var entries = await Assemble(id, viewpoint, [.. before.TakeLast(take), .. from.Take(take)], cancellation);
        return new TimelinePage(entries, before.Count > take, from.Count > take);
    }

    /// <summary>Entries of others behind a number and before an entry: how many, and the first. Null: there are none for this actor.</summary>
    public async Task<(int Count, Reference First)?> UnseenBefore(Reference incident, Actor actor, long seenUpTo, EntryView before, CancellationToken cancellation = default) =>
        await Viewpoint(incident, actor, cancellation) is var (id, viewpoint)
            ? await index.Between(id, viewpoint, seenUpTo, before.Number, notBy: actor.Person, cancellation)
            : null;

    /// <summary>Those of the entries that this actor sees in full.</summary>
    public async Task<ImmutableArray<EntryView>> Find(Reference incident, Actor actor, IReadOnlyCollection<Reference> entries, CancellationToken cancellation = default)
    {
        if (await Viewpoint(incident, actor, cancellation) is not var (id, viewpoint))
            return [];
        var found = await Assemble(id, viewpoint, await index.Find(id, entries, cancellation), cancellation);
        return [.. found.Where(e => e.Text is not null)];
    }

    /// <summary>The whole history of a task or a finding, as far as this actor sees it, oldest first.</summary>
    public async Task<ImmutableArray<EntryView>> HistoryOf(Reference incident, Actor actor, Reference subject, CancellationToken cancellation = default) =>
        await Viewpoint(incident, actor, cancellation) is var (id, viewpoint)
            ? await Assemble(id, viewpoint, await index.Citing(id, [subject], long.MaxValue, cancellation), cancellation)
            : [];

    async Task<(IncidentId, Viewpoint)?> Viewpoint(Reference incident, Actor actor, CancellationToken cancellation) =>
        await rooms.Room(incident, cancellation) is { State: var state } && state.ViewpointOf(actor) is { } viewpoint ? (state.Id, viewpoint) : null;

    Task<ImmutableArray<EntryView>> Assemble(IncidentId id, Viewpoint viewpoint, IReadOnlyList<TimelineEntry> entries, CancellationToken cancellation) =>
        assembler.Assemble(id, viewpoint, entries, long.MaxValue, cancellation);
}
