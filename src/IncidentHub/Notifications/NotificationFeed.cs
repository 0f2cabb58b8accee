using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Storage;

namespace IncidentHub.Notifications;

/// <summary>What people are told of all their incidents, live.</summary>
public sealed class NotificationFeed(IncidentLists lists, TimelineReader reader, Acknowledgements acknowledgements, ReminderTimes times, TimeProvider time)
{
    /// <param name="changed">Something may be new; must only take note and return.</param>
    public async Task<NotificationSubscription> Join(Actor viewer, Action changed)
    {
        var incidents = await lists.Join(viewer, _ => changed());
        return new NotificationSubscription(incidents, viewer, changed, reader, acknowledgements, times, time);
    }

    /// <summary>What this viewer is told today of one subject that they see, the oldest first.</summary>
    public async Task<ImmutableArray<Notification>> About(RoomView room, Actor viewer, Reference subject)
    {
        var entries = await reader.HistoryOf(room.Incident.Reference, viewer, subject);
        return [.. EntryNews.Of(room, entries, viewer).Concat(Reminders.Of(room, viewer, times, time.GetUtcNow())).Where(n => n.Subject.Reference == subject).OrderBy(n => n.At)];
    }
}

/// <summary>One open list. Disposing leaves.</summary>
public sealed class NotificationSubscription : IDisposable
{
    /// <summary>A timer counts what passed, and the clock may have been set meanwhile: it is asked anew this often while anything is owed.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    const int EntriesRead = 200;

    readonly IncidentListSubscription incidents;
    readonly Actor viewer;
    readonly Action changed;
    readonly TimelineReader reader;
    readonly Acknowledgements acknowledgements;
    readonly ReminderTimes times;
    readonly TimeProvider time;
    readonly ITimer timer;
    readonly SemaphoreSlim reading = new(1, 1);
    readonly Dictionary<IncidentId, Told> told = [];
    ImmutableHashSet<NotificationKey>? acknowledged;
    int acknowledgedVersion;
    NotificationList last = NotificationList.Empty;

    /// <summary>What an incident's entries said up to a view.</summary>
    sealed record Told(RoomView View, ImmutableArray<EntryView> Entries, ImmutableArray<Notification> News);

    internal NotificationSubscription(
        IncidentListSubscription incidents, Actor viewer, Action changed, TimelineReader reader, Acknowledgements acknowledgements, ReminderTimes times, TimeProvider time)
    {
        (this.incidents, this.viewer, this.changed, this.reader, this.acknowledgements, this.times, this.time) = (incidents, viewer, changed, reader, acknowledgements, times, time);
        timer = time.CreateTimer(_ => changed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        acknowledgements.Changed += AcknowledgementsChanged;
    }

    /// <summary>As of now; the next reminder is pushed when its time comes. While the database is away, as it was before.</summary>
    public async Task<NotificationList> Read()
    {
        await reading.WaitAsync();
        try
        {
            return last = await ReadNow();
        }
        catch (Exception error) when (StorageFaults.Of(error) is not null)
        {
            timer.Change(LongestWait, Timeout.InfiniteTimeSpan);
            return last;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose()
    {
        acknowledgements.Changed -= AcknowledgementsChanged;
        timer.Dispose();
        incidents.Dispose();
    }

    async Task<NotificationList> ReadNow()
    {
        var views = incidents.Incidents;
        foreach (var gone in told.Keys.Except(views.Select(v => v.Incident.Id)).ToList())
            told.Remove(gone);
        foreach (var view in views)
            told[view.Incident.Id] = await Tell(view, told.GetValueOrDefault(view.Incident.Id));
        var known = await Acknowledged();
        var now = time.GetUtcNow();
        WakeAt(views.Select(v => Reminders.Next(v, viewer, times, now)).Min(), now);
        return NotificationList.Of(told.Values.SelectMany(t => t.News).Concat(views.SelectMany(v => Reminders.Of(v, viewer, times, now))), known);
    }

    async Task<Told> Tell(RoomView view, Told? before)
    {
        if (ReferenceEquals(before?.View, view))
            return before!;
        var entries = before is null || HasGap(before.View, view) ? await ReadEntries(view) : With(before, view);
        return before is not null && entries == before.Entries && ReferenceEquals(before.View.Objects, view.Objects) && ReferenceEquals(before.View.Incident, view.Incident)
            ? before with { View = view }
            : new Told(view, entries, EntryNews.Of(view, entries, viewer));
    }

    // More came at once than a view holds.
    static bool HasGap(RoomView before, RoomView now) => now.HasOlder && now.Latest[0].Number > (before.Latest is [.., var end] ? end.Number : 0);

    async Task<ImmutableArray<EntryView>> ReadEntries(RoomView view) =>
        await reader.Before(view.Incident.Reference, viewer, new EntryFilter(EntryNews.Kinds, null, []), null, EntriesRead) is { } page ? page.Entries : [];

    static ImmutableArray<EntryView> With(Told before, RoomView view)
    {
        var seenUpTo = Math.Max(before.Entries is [.., var newest] ? newest.Number : 0, before.View.Latest is [.., var shown] ? shown.Number : 0);
        var arrived = view.Latest.Where(e => e.Number > seenUpTo && EntryNews.Kinds.Contains(e.Kind)).ToList();
        return arrived.Count == 0 ? before.Entries : [.. before.Entries.Concat(arrived).TakeLast(EntriesRead)];
    }

    // What is written while it is read makes the reading old, and is pushed.
    async Task<ImmutableHashSet<NotificationKey>> Acknowledged()
    {
        if (Volatile.Read(ref acknowledged) is { } known)
            return known;
        var version = Volatile.Read(ref acknowledgedVersion);
        var found = await acknowledgements.Of(viewer.Person);
        if (version == Volatile.Read(ref acknowledgedVersion))
            Volatile.Write(ref acknowledged, found);
        return found;
    }

    void WakeAt(DateTimeOffset? moment, DateTimeOffset now)
    {
        if (moment - now is { } wait)
            timer.Change(wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
        else
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    void AcknowledgementsChanged(PersonId person)
    {
        if (person != viewer.Person)
            return;
        Interlocked.Increment(ref acknowledgedVersion);
        Volatile.Write(ref acknowledged, null);
        changed();
    }
}
