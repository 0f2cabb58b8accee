using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Rooms;

/// <param name="Count">Persons, however many pages they have open.</param>
/// <param name="LastSeen">When the last of them left; null while somebody is there.</param>
public sealed record AgencyPresence(AgencyId Agency, int Count, DateTimeOffset? LastSeen);

/// <summary>
/// Who has a room open, by agency, on this node. Members see it of each other; auditors aren't members and don't show. Told at most once a
/// second per incident: a morning's arrival of a thousand people is not a thousand pushes to a thousand pages.
/// </summary>
public sealed class Presence(TimeProvider time) : IDisposable
{
    static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(1);
    readonly Lock gate = new();
    readonly Dictionary<IncidentId, Hall> halls = [];

    /// <param name="changed">Must only take note and return.</param>
    public IDisposable Enter(IncidentId incident, Actor actor, Action changed)
    {
        lock (gate)
        {
            if (!halls.TryGetValue(incident, out var hall))
                halls.Add(incident, hall = new Hall());
            var visitor = new Visitor(this, incident, actor, changed);
            hall.Visitors.Add(visitor);
            TellSoon(incident, hall);
            return visitor;
        }
    }

    /// <summary>To be told without being there: nobody is told of it.</summary>
    /// <param name="changed">Must only take note and return.</param>
    public IDisposable Watch(IncidentId incident, Action changed)
    {
        lock (gate)
        {
            if (!halls.TryGetValue(incident, out var hall))
                halls.Add(incident, hall = new Hall());
            var visitor = new Visitor(this, incident, null, changed);
            hall.Visitors.Add(visitor);
            return visitor;
        }
    }

    /// <summary>The agencies that are there, and those that were.</summary>
    public ImmutableArray<AgencyPresence> In(IncidentId incident)
    {
        lock (gate)
        {
            if (!halls.TryGetValue(incident, out var hall))
                return [];
            var present = hall.Visitors.Select(v => v.Actor).OfType<Actor>().Where(a => a.ActsForAgency).GroupBy(a => a.Agency)
                .ToDictionary(g => g.Key, g => g.Select(a => a.Person).Distinct().Count());
            return [.. present.Keys.Union(hall.LeftAt.Keys).Order()
                .Select(a => present.TryGetValue(a, out var count) ? new AgencyPresence(a, count, null) : new AgencyPresence(a, 0, hall.LeftAt[a]))];
        }
    }

    void Leave(Visitor visitor)
    {
        lock (gate)
        {
            if (!halls.TryGetValue(visitor.Incident, out var hall) || !hall.Visitors.Remove(visitor) || visitor.Actor is null)
                return;
            if (visitor.Actor.ActsForAgency)
                hall.LeftAt[visitor.Actor.Agency] = time.GetUtcNow();
            TellSoon(visitor.Incident, hall);
        }
    }

    void TellSoon(IncidentId incident, Hall hall) =>
        hall.Telling ??= time.CreateTimer(_ => Tell(incident), null, TellEvery, Timeout.InfiniteTimeSpan);

    void Tell(IncidentId incident)
    {
        List<Visitor> visitors;
        lock (gate)
        {
            if (!halls.TryGetValue(incident, out var hall))
                return;
            hall.Telling?.Dispose();
            hall.Telling = null;
            visitors = [.. hall.Visitors];
        }
        visitors.ForEach(v => v.Changed());
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var hall in halls.Values)
                hall.Telling?.Dispose();
        }
    }

    sealed class Hall
    {
        public HashSet<Visitor> Visitors { get; } = [];
        public Dictionary<AgencyId, DateTimeOffset> LeftAt { get; } = [];
        public ITimer? Telling { get; set; }
    }

    sealed class Visitor(Presence presence, IncidentId incident, Actor? actor, Action changed) : IDisposable
    {
        public IncidentId Incident => incident;
        public Actor? Actor => actor;
        public void Changed() => changed();
        public void Dispose() => presence.Leave(this);
    }
}
