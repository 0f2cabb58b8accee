using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;

namespace IncidentHub.Briefings;

/// <summary>Releases that wait for the same, under one heading.</summary>
public sealed record ReleaseGroup(string Word, StateLook Look, ImmutableArray<Release> Releases);

/// <summary>What of the commission's business waits for whom, what the viewer must do first.</summary>
public static class BriefingQueue
{
    public static IEnumerable<ReleaseGroup> Open(RoomObjects objects, Actor viewer, Words words)
    {
        var open = objects.Releases.Where(r => r.State is ReleaseState.Proposed or ReleaseState.Agreed).ToList();
        var waiting = StateLook.Of(ReleaseState.Proposed);
        var mine = open.Where(r => ReleaseRules.StepsOf(r, viewer).Any(s => s is ReleaseStep.Publish || s is ReleaseStep.Agree && r.State is ReleaseState.Proposed)).ToList();
        return new[]
        {
            new ReleaseGroup(words["Releases_Mine"], waiting, [.. mine]),
            new ReleaseGroup(words["Releases_Source"], waiting, [.. open.Except(mine).Where(r => r.State is ReleaseState.Proposed)]),
            new ReleaseGroup(words["Releases_Coordinator"], StateLook.Of(ReleaseState.Agreed), [.. open.Except(mine).Where(r => r.State is ReleaseState.Agreed)]),
        }.Where(g => !g.Releases.IsEmpty);
    }

    /// <summary>The newest first.</summary>
    public static ImmutableArray<Release> Released(RoomObjects objects) => [.. objects.Releases.Where(r => r.State is ReleaseState.Released).OrderByDescending(r => r.ReleasedAt)];

    public static ImmutableArray<Release> Ended(RoomObjects objects) =>
        [.. objects.Releases.Where(r => r.State is ReleaseState.Declined or ReleaseState.Withdrawn).OrderByDescending(r => r.ChangedAt)];

    /// <summary>Those that no released answer answers.</summary>
    public static ImmutableArray<CommissionQuestion> OpenQuestions(RoomObjects objects) =>
        [.. objects.Questions.Where(q => !objects.Releases.Any(r => r.Answers == q.Reference && r.State is ReleaseState.Released))];

    /// <summary>The frozen ones, the newest first.</summary>
    public static ImmutableArray<Edition> Editions(RoomObjects objects) => [.. objects.Editions.Where(e => e.IsFrozen).OrderByDescending(e => e.Number)];

    public static ImmutableArray<Edition> Drafts(RoomObjects objects) => [.. objects.Editions.Where(e => e.State is EditionState.Draft or EditionState.Approved).OrderByDescending(e => e.ChangedAt)];

    /// <summary>How much of it the viewer can do something about now.</summary>
    public static int NeedsUs(RoomObjects objects, Actor viewer) =>
        objects.Releases.Count(r => ReleaseRules.StepsOf(r, viewer).Any(s => s is ReleaseStep.Publish || s is ReleaseStep.Agree && r.State is ReleaseState.Proposed))
        + OpenQuestions(objects).Count(q => viewer.IsCoordinator && q.Assigned is null)
        + Drafts(objects).Count(e => EditionRules.StepsOf(e, viewer).Any(s => s is EditionStep.Approve or EditionStep.Freeze));
}
