using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>What the log says to walls, moved on by one entry. All walls see the same; whether one may show the incident at all is asked apart.</summary>
/// <param name="Latest">The newest first.</param>
/// <param name="LastFrom">When each agency last wrote something that a wall may show: what is hidden doesn't move it.</param>
public sealed record WallLog(ImmutableArray<WallEntry> Latest, ImmutableDictionary<AgencyId, DateTimeOffset> LastFrom)
{
    /// <summary>How many entries a wall shows at the most.</summary>
    public const int Kept = 6;

    public static readonly WallLog Empty = new([], ImmutableDictionary<AgencyId, DateTimeOffset>.Empty);

    /// <summary>From where every wall looks.</summary>
    internal static readonly Viewpoint EveryWall = new(Role.Wall, default, default);

    public WallLog After(TimelineEntry entry) => WallEntry.Of(entry, EveryWall) is not { } shown ? this : new(
        [shown, .. Latest.Take(Kept - 1)],
        entry.Content!.Author is { ActsForAgency: true, Agency: var agency } ? LastFrom.SetItem(agency, entry.RecordedAt) : LastFrom);
}
