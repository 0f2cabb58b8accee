using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Rooms;

/// <summary>The one view that everybody of a viewpoint shares, and who looks at it. Guarded by the room's lock.</summary>
sealed class ViewSlot(Viewpoint viewpoint, RoomView view)
{
    public Viewpoint Viewpoint => viewpoint;
    public RoomView View { get; private set; } = view with { From = viewpoint };
    public HashSet<RoomSubscription> Subscribers { get; } = [];
    IncidentState? shown;

    /// <summary>Moves the view on by an entry. Whether it changed for this viewpoint.</summary>
    public bool Apply(ResolvedEntry entry, IncidentHead head, IncidentState state)
    {
        var before = View;
        Refresh(head, state);
        if (EntryAssembler.View(viewpoint, entry) is { } seen)
        {
            var latest = (EntryAssembler.IsRemark(seen.Kind) ? seen.Quotes : []).Aggregate(View.Latest, (all, quoted) => WithRemark(all, quoted.Reference, entry.Content!));
            latest = latest.Add(seen);
            View = View with { Latest = latest.Length > RoomView.Window ? latest.RemoveAt(0) : latest, Count = View.Count + 1 };
        }
        return !ReferenceEquals(before, View);
    }

    /// <summary>What is seen of the state, as distinct from the entries.</summary>
    public void Refresh(IncidentHead head, IncidentState state)
    {
        if (!ReferenceEquals(View.Incident, head))
            View = View with { Incident = head };
        var before = shown;
        shown = state;
        if (ReferenceEquals(before?.Tasks, state.Tasks) && ReferenceEquals(before?.Findings, state.Findings)
            && ReferenceEquals(before?.Clarifications, state.Clarifications) && ReferenceEquals(before?.Obligations, state.Obligations)
            && ReferenceEquals(before?.Releases, state.Releases) && ReferenceEquals(before?.Editions, state.Editions) && ReferenceEquals(before?.Questions, state.Questions)
            && ReferenceEquals(before?.Reports, state.Reports))
            return;
        var objects = RoomObjects.Of(state, viewpoint);
        if (!objects.Equals(View.Objects))
            View = View with { Objects = objects };
    }

    ImmutableArray<EntryView> WithRemark(ImmutableArray<EntryView> entries, Reference about, EntryContent remark)
    {
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            if (entries[i].Reference == about && EntryAssembler.Quote(viewpoint, remark) is { } quote)
                return entries.SetItem(i, entries[i] with { QuotedBy = entries[i].QuotedBy.Add(quote) });
        }
        return entries;
    }
}

/// <summary>One open page's place in a room. Disposing leaves.</summary>
public sealed class RoomSubscription : IDisposable
{
    readonly IncidentRoom room;
    readonly Action<RoomView?> changed;
    RoomView? view;

    internal RoomSubscription(IncidentRoom room, Actor actor, Action<RoomView?> changed, RoomView view)
    {
        this.room = room;
        this.changed = changed;
        this.view = view;
        Actor = actor;
    }

    public Actor Actor { get; }
    /// <summary>The newest that was pushed, from the moment of joining; null once the actor has lost the incident.</summary>
    public RoomView? View => Volatile.Read(ref view);

    internal void Push(RoomView? pushed)
    {
        Volatile.Write(ref view, pushed);
        changed(pushed);
    }

    public void Dispose() => room.Leave(this);
}
