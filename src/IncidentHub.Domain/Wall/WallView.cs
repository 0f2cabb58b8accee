using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>All that a wall shows of an incident. What ticks isn't in it: two moments between which nothing passed are one view.</summary>
/// <param name="Next">The nearest deadline ahead; where none is, the one that passed last.</param>
/// <param name="Late">What is owed beyond its deadline, the longest first.</param>
/// <param name="Agencies">By code.</param>
/// <param name="Entries">The newest first, <see cref="WallLog.Kept"/> at the most.</param>
public sealed record WallView(
    IncidentId Id,
    Reference Reference,
    string Title,
    Tlp Label,
    Phase Phase,
    TruthStatus Truth,
    Severity Severity,
    CrisisStatus Crisis,
    WallDeadline? Next,
    ImmutableArray<WallDeadline> Late,
    ImmutableArray<WallAgency> Agencies,
    ImmutableArray<WallEntry> Entries)
{
    public bool IsNextLate => !Late.IsEmpty && Late.Contains(Next!);

    /// <summary>When what is shown changes without an entry: a deadline passes.</summary>
    public DateTimeOffset? NextChange => IsNextLate ? null : Next?.Due;

    /// <summary>The label of the strictest thing that is shown.</summary>
    public Tlp Strictest => Late.Select(d => d.Label).Concat(Entries.Select(e => e.Label)).Append(Next?.Label ?? Label).Append(Label).Max();

    public bool Equals(WallView? other) => other is not null
        && (Id, Reference, Title, Label, Phase, Truth, Severity, Crisis, Next) == (other.Id, other.Reference, other.Title, other.Label, other.Phase, other.Truth, other.Severity, other.Crisis, other.Next)
        && Late.SequenceEqual(other.Late) && Agencies.SequenceEqual(other.Agencies) && Entries.SequenceEqual(other.Entries);

    public override int GetHashCode() => HashCode.Combine(Id, Phase, Truth, Next, Late.Length, Agencies.Length, Entries.FirstOrDefault()?.Reference);

    /// <summary>What every wall shows that may show the incident: <see cref="IncidentState.ViewpointOf"/> says which.</summary>
    /// <param name="present">The agencies of which somebody has the room open.</param>
    public static WallView Of(IncidentState state, IReadOnlySet<AgencyId> present, DateTimeOffset now)
    {
        var wall = WallLog.EveryWall;
        var clocks = state.Clarifications.Values.Concat<ITimed>(state.Obligations.Values).Select(s => WallDeadline.Of(s, wall, state)).OfType<WallDeadline>()
            .OrderBy(d => d.Due).ThenBy(d => d.Subject.Text, StringComparer.Ordinal).ToList();
        var late = clocks.TakeWhile(d => d.Due <= now).ToImmutableArray();
        return new WallView(
            state.Id, state.Reference, state.Title, state.Tlp, state.Phase, state.Truth, state.Severity, state.Crisis,
            clocks.Skip(late.Length).FirstOrDefault() ?? late.LastOrDefault(), late,
            [.. state.Agencies.Order().Select(a => WallAgency.Of(a, wall, state, present.Contains(a)))],
            state.OnWalls.Latest);
    }
}
