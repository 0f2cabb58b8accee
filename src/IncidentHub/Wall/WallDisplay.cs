using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;

namespace IncidentHub.Wall;

/// <summary>What one wall is to show: a code, or its incidents. Joins their boards for as long as it is paired.</summary>
public sealed class WallDisplay(Walls walls, WallBoards boards, WallScreens screens, string secret, Uri address, Action changed) : IDisposable
{
    WallSubscription? joined;
    (Actor Actor, ImmutableArray<IncidentId> Incidents) joinedAs;
    (string Code, bool WasReleased)? offered;
    string? offer;

    /// <summary>Null when it can't be told now, since the database is away: what stands there stays.</summary>
    public async Task<string?> At(WallState wall, CancellationToken cancellation)
    {
        try
        {
            // Before anything is awaited: what it may show no more isn't looked at once more.
            if (wall.Standing is not WallStanding.Paired)
                Leave();
            if (wall.Standing is WallStanding.CodeOver or WallStanding.Released)
                return await walls.Renew(wall, secret, cancellation) is { Standing: WallStanding.Pairing } renewed ? await Offer(renewed) : null;
            return wall.Standing is WallStanding.Pairing ? await Offer(wall) : await Board(wall);
        }
        catch (Exception error) when (StorageFaults.Of(error) is not null)
        {
            return null;
        }
    }

    async Task<string> Offer(WallState wall)
    {
        var (code, until) = (PairingCode.Of(secret, wall.CodeUntil), Microseconds.ToTime(wall.CodeUntil));
        if (offer is null || offered != (code, wall.WasReleased))
            (offer, offered) = (await screens.Pairing(code, until, new UriBuilder(address) { Query = $"kode={code}" }.Uri, wall.WasReleased), (code, wall.WasReleased));
        return offer;
    }

    async Task<string> Board(WallState wall)
    {
        offer = null;
        if (joined is null || joinedAs.Actor != wall.Actor || !joinedAs.Incidents.SequenceEqual(wall.Incidents))
        {
            Leave();
            joined = await boards.Join(wall.Actor, wall.Incidents, changed);
            joinedAs = (wall.Actor, wall.Incidents);
        }
        return await screens.Board(joined.Incidents, wall.Actor.Name);
    }

    void Leave()
    {
        joined?.Dispose();
        joined = null;
    }

    public void Dispose() => Leave();
}
