using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Wall;

/// <summary>A screen that shows incidents of one coordinator's.</summary>
/// <param name="Incidents">Theirs only: what else it shows is not theirs to know.</param>
/// <param name="SeenAt">Null: it never came since it was paired.</param>
/// <param name="Build">Of the page that it had loaded then.</param>
public sealed record WallLine(PairedWall Wall, ImmutableArray<IncidentHead> Incidents, DateTimeOffset? SeenAt, string? Build, string? PairedBy);

/// <summary>The screens that show a coordinator's incidents: which there are the incidents' logs say, how they fare the screens' rows.</summary>
public sealed class WallDirectory(IDbContextFactory<AppDataContext> contexts, TimeProvider time)
{
    public static ImmutableArray<IncidentHead> CoordinatedBy(Actor coordinator, IEnumerable<RoomView> incidents) =>
        [.. incidents.Select(v => v.Incident).Where(i => i.Members.Any(m => m.Person == coordinator.Person && m.Agency == coordinator.Agency && m.Role is Role.Coordinator))];

    public async Task<IReadOnlyList<WallLine>> Of(ImmutableArray<IncidentHead> incidents)
    {
        var now = time.GetUtcNow();
        var shown = incidents.SelectMany(i => i.Walls.Where(w => w.Until > now).Select(w => (Wall: w, Incident: i))).GroupBy(s => s.Wall.Wall).ToList();
        var ids = shown.Select(s => s.Key.Value).ToArray();
        await using var context = await contexts.CreateDbContextAsync();
        var rows = await context.Walls.AsNoTracking().Where(w => ids.Contains(w.Wall) && w.PairedAt != null).ToDictionaryAsync(w => w.Wall);
        return
        [
            .. from wall in shown
               let row = rows.GetValueOrDefault(wall.Key.Value)
               orderby wall.First().Wall.Name, wall.Key
               select new WallLine(wall.First().Wall, [.. wall.Select(s => s.Incident)], row is null ? null : Microseconds.ToTime(row.SeenAt), row?.Build, row?.PairedBy),
        ];
    }
}
