using IncidentHub.Rooms;

namespace IncidentHub.Live;

/// <summary>A page for paper: it looks once, and goes on saying what stood there then.</summary>
public abstract class PaperPage<T> : RoomPage where T : class
{
    protected T? Shown { get; private set; }

    /// <summary>Null when it isn't there for this viewer.</summary>
    protected abstract T? Find(RoomView room);

    protected sealed override bool Has(RoomView room) => Find(room) is not null;

    protected sealed override Task Show(RoomView room)
    {
        Shown = Find(room);
        Leave();
        return Task.CompletedTask;
    }
}
