using System.Collections.Immutable;
using System.Runtime.InteropServices;
using IncidentHub.Domain;

namespace IncidentHub.Rooms;

/// <summary>
/// An incident as it stood, before one viewer's eyes. Who may see a thing is asked twice: its marking then says whether it could be shown then, its marking
/// now whether it may be shown at all. Pure.
/// </summary>
static class AsOf
{
    /// <summary>What the viewer saw of it by then and sees today; no link leads to anything else.</summary>
    public static RoomObjects Objects(IncidentState then, IncidentState now, Viewpoint viewpoint) =>
        RoomObjects.Of(Only(then, subject => now.Subject(subject, viewpoint) is not null), viewpoint);

    /// <summary>
    /// What of it was out at that moment. A heading that its source has taken back since, by marking it more strictly than may be released, doesn't come back
    /// with the past.
    /// </summary>
    public static EditionDocument Briefing(IncidentState then, IncidentState now, Viewpoint viewpoint, DateTimeOffset moment) =>
        BriefingContent.Of(
            Only(then, subject => now.Subject(subject) is Release or Edition or CommissionQuestion ? now.Subject(subject, viewpoint) is not null : now.Subject(subject)?.Marking.MayBeReleased is true),
            new EditionDraft(BriefingSession.Closed, "", [], []), moment);

    /// <summary>What was out at that moment and has been taken back since.</summary>
    public static ImmutableArray<Release> WithdrawnSince(IncidentState then, IncidentState now, Viewpoint viewpoint, DateTimeOffset moment) =>
        [.. then.Releases.Values.Where(r => r.IsOutAt(moment)).Select(r => now.Release(r.Reference, viewpoint)).OfType<Release>().Where(r => r.State is ReleaseState.Withdrawn)
            .OrderBy(r => r.WithdrawnAt).ThenBy(r => r.Reference.Text, StringComparer.Ordinal)];

    /// <summary>How many of these moments, in their order, had come by then.</summary>
    public static int CountUpTo<T>(IReadOnlyList<T> moments, Func<T, DateTimeOffset> at, DateTimeOffset moment)
    {
        var (low, high) = (0, moments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = at(moments[middle]) <= moment ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    static IncidentState Only(IncidentState state, Func<Reference, bool> isKept) => state with
    {
        Tasks = Only(state.Tasks, isKept),
        Findings = Only(state.Findings, isKept),
        Clarifications = Only(state.Clarifications, isKept),
        Obligations = Only(state.Obligations, isKept),
        Releases = Only(state.Releases, isKept),
        Editions = Only(state.Editions, isKept),
        Questions = Only(state.Questions, isKept),
        Reports = Only(state.Reports, isKept),
    };

    static ImmutableDictionary<Reference, T> Only<T>(ImmutableDictionary<Reference, T> all, Func<Reference, bool> isKept) => all.RemoveRange(all.Keys.Where(r => !isKept(r)));
}

/// <summary>A moment at which the viewer's log grew. Entries that were recorded in one instant share one.</summary>
/// <param name="Count">How many entries the viewer sees by then.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PastStop(DateTimeOffset At, int Count)
{
    /// <summary>Of the last entry; never leaves the server.</summary>
    internal long Number { get; init; }
}

/// <summary>A moment that one asks for by name: an edition was frozen, or a deadline passed.</summary>
/// <param name="Edition">Its name; null for a deadline.</param>
public sealed record PastNote(Reference Subject, string? Edition, DateTimeOffset At);

/// <summary>An incident as it stood at a moment.</summary>
/// <param name="Stop">The last of the stops by then.</param>
/// <param name="Room">The head, what the incident held, and the newest entries by then.</param>
/// <param name="Notes">The moments of note of its whole history.</param>
public sealed record PastView(DateTimeOffset Moment, int Stop, RoomView Room, ImmutableArray<PastNote> Notes)
{
    /// <summary>What the commission had in its hands.</summary>
    public Edition? LastEdition => Room.Objects.Editions.Where(e => e.IsFrozen).MaxBy(e => e.Number);
}

/// <summary>What was released at a moment.</summary>
/// <param name="WithdrawnSince">What of it was taken back later, as it is now.</param>
public sealed record PastBriefing(EditionDocument Document, ImmutableArray<Release> WithdrawnSince);
