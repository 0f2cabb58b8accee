using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Storage;

namespace IncidentHub.Wall;

public enum WallStanding
{
    /// <summary>It shows a code that somebody may type.</summary>
    Pairing,
    /// <summary>Its code's time is over: it needs another.</summary>
    CodeOver,
    Paired,
    /// <summary>It was released, or its time is over: it needs a code.</summary>
    Released,
}

/// <summary>A wall as its row was at that moment.</summary>
/// <param name="Actor">Whom rooms know it as.</param>
public sealed record WallState(Guid Id, WallStanding Standing, Actor Actor, ImmutableArray<IncidentId> Incidents, long CodeUntil, bool WasReleased)
{
    public static WallState Of(WallRow row, DateTimeOffset now) => new(
        row.Id,
        row.PairedAt is null ? row.CodeHash is not null && row.CodeUntil > Microseconds.Of(now) ? WallStanding.Pairing : WallStanding.CodeOver
            : row.Incidents.Length > 0 && row.Until > Microseconds.Of(now) ? WallStanding.Paired : WallStanding.Released,
        new Actor(new PersonId(row.Wall), row.Name ?? "", Role.Wall, new AgencyId(row.Agency ?? ""), row.AgencyName ?? ""),
        Read(row.Incidents), row.CodeUntil, row.WasReleased);

    public static string Write(IEnumerable<IncidentId> incidents) => string.Join(' ', incidents.Select(i => i.Value.ToString("D")));
    public static ImmutableArray<IncidentId> Read(string incidents) =>
        [.. incidents.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(i => new IncidentId(Guid.Parse(i)))];

    public bool Equals(WallState? other) => other is not null
        && (Id, Standing, Actor, CodeUntil, WasReleased) == (other.Id, other.Standing, other.Actor, other.CodeUntil, other.WasReleased) && Incidents.SequenceEqual(other.Incidents);
    public override int GetHashCode() => HashCode.Combine(Id, Standing, CodeUntil);
}
