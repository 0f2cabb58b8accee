using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Rooms;

/// <summary>One wall's look at its incidents. Disposing leaves.</summary>
public sealed class WallSubscription : IDisposable
{
    readonly WallBoards boards;
    readonly Actor wall;
    readonly ImmutableArray<IncidentBoard> incidents;
    readonly Action changed;
    readonly Lock gate = new();
    ImmutableArray<WallView> told;
    bool isDisposed;

    internal WallSubscription(WallBoards boards, Actor wall, ImmutableArray<IncidentBoard> incidents, Action changed)
    {
        (this.boards, this.wall, this.incidents, this.changed) = (boards, wall, incidents, changed);
        foreach (var board in incidents)
            board.Looked += TellIfChanged;
        told = Incidents;
    }

    /// <summary>As of now: those that the wall may show, in the order in which they were asked for.</summary>
    public ImmutableArray<WallView> Incidents => [.. incidents.Where(b => b.MayBeShownBy(wall)).Select(b => b.View)];

    // What a wall doesn't show moves nothing on it.
    void TellIfChanged()
    {
        lock (gate)
        {
            var now = Incidents;
            if (isDisposed || now.SequenceEqual(told))
                return;
            told = now;
        }
        changed();
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (isDisposed)
                return;
            isDisposed = true;
        }
        foreach (var board in incidents)
            boards.Leave(board, TellIfChanged);
    }
}
