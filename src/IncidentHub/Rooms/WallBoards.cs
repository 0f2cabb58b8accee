using IncidentHub.Domain;

namespace IncidentHub.Rooms;

/// <summary>What walls show of incidents, live. One board per incident however many walls hang: what is worked out for one is there for all.</summary>
public sealed class WallBoards(RoomDirectory rooms, Presence presence, TimeProvider time)
{
    readonly Lock gate = new();
    readonly Dictionary<IncidentId, IncidentBoard> boards = [];

    /// <summary>Incidents that the wall may not show (yet, any more) may be among them; they show as soon as it may, and vanish when it may no more.</summary>
    /// <param name="changed">What is shown is other than before; must only take note and return.</param>
    public async Task<WallSubscription> Join(Actor wall, IReadOnlyList<IncidentId> incidents, Action changed)
    {
        var asked = new List<IncidentRoom>();
        foreach (var incident in incidents.Distinct())
            asked.Add(await rooms.Room(incident));
        lock (gate)
            return new WallSubscription(this, wall, [.. asked.Select(Board)], changed);
    }

    internal void Leave(IncidentBoard board, Action looked)
    {
        lock (gate)
        {
            board.Looked -= looked;
            if (board.IsWatched || !boards.Remove(board.Id))
                return;
            board.Dispose();
        }
    }

    IncidentBoard Board(IncidentRoom room)
    {
        if (!boards.TryGetValue(room.State.Id, out var board))
            boards.Add(room.State.Id, board = new IncidentBoard(room, presence, time));
        return board;
    }
}
