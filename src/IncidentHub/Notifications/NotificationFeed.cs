using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;

namespace IncidentHub.Notifications;

/// <summary>What people are told of all their incidents, live.</summary>
public sealed class NotificationFeed(IncidentLists lists, TimelineReader reader, SharedNews news, Acknowledgements acknowledgements, ReminderTimes times, TimeProvider time)
{
    /// <param name="changed">Something may be new; must only take note and return.</param>
    public async Task<NotificationSubscription> Join(Actor viewer, Action changed)
    {
        var incidents = await lists.Join(viewer, changed);
        return new NotificationSubscription(incidents, viewer, changed, news, acknowledgements, times, time);
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
    readonly IncidentListSubscription incidents;
    readonly Actor viewer;
    readonly Action changed;
    readonly SharedNews news;
    readonly Acknowledgements acknowledgements;
    readonly ReminderTimes times;
    readonly TimeProvider time;
    readonly Alarm alarm;
    readonly SemaphoreSlim reading = new(1, 1);
    readonly Dictionary<IncidentId, Told> told = [];
    ImmutableHashSet<NotificationKey>? acknowledged;
    int acknowledgedVersion;
    NotificationList last = NotificationList.Empty;

    internal NotificationSubscription(
        IncidentListSubscription incidents, Actor viewer, Action changed, SharedNews news, Acknowledgements acknowledgements, ReminderTimes times, TimeProvider time)
    {
        (this.incidents, this.viewer, this.changed, this.news, this.acknowledgements, this.times, this.time) = (incidents, viewer, changed, news, acknowledgements, times, time);
        alarm = new Alarm(time, changed);
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
            // When the database is back nobody says so: it is asked again after the longest wait.
            alarm.SetTo(DateTimeOffset.MaxValue);
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
        alarm.Dispose();
        incidents.Dispose();
    }

    async Task<NotificationList> ReadNow()
    {
        var views = incidents.Incidents;
        foreach (var gone in told.Keys.Except(views.Select(v => v.Incident.Id)).ToList())
            told.Remove(gone);
        foreach (var view in views)
            told[view.Incident.Id] = await news.Of(view, told.GetValueOrDefault(view.Incident.Id));
        var known = await Acknowledged();
        var now = time.GetUtcNow();
        alarm.SetTo(views.Select(v => Reminders.Next(v, viewer, times, now)).Min());
        return NotificationList.Of(told.Values.SelectMany(t => t.News).Concat(views.SelectMany(v => Reminders.Of(v, viewer, times, now))), known);
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

    void AcknowledgementsChanged(PersonId person)
    {
        if (person != viewer.Person)
            return;
        Interlocked.Increment(ref acknowledgedVersion);
        Volatile.Write(ref acknowledged, null);
        changed();
    }
}
