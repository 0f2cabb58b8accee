using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Clarifications;

/// <summary>Requests that stand under one heading of the pane.</summary>
public sealed record RequestGroup(string Word, StateLook Look, ImmutableArray<ClarificationRequest> Requests);

/// <summary>How the pane orders an incident's requests: what this viewer's agency has to do first, each group by its deadline. Pure.</summary>
public static class RequestGroups
{
    public static IReadOnlyList<RequestGroup> Open(IEnumerable<ClarificationRequest> requests, Actor viewer, Words words)
    {
        var rest = requests.Where(r => r.IsOpen).ToList();
        var groups = new List<RequestGroup>();
        if (viewer.ActsForAgency)
        {
            Take(r => r.Addressed == viewer.Agency && r.IsRunning, "Requests_ForUs", new(Tone.Waiting, IconName.Letter));
            Take(r => r.RequestedBy == viewer.Agency && WaitsForOurJudgement(r), "Requests_ToJudge", new(Tone.Underway, IconName.Waiting));
            Take(r => r.RequestedBy == viewer.Agency && r.IsDraft, "Requests_Drafts", new(Tone.Neutral, IconName.Raw));
            Take(r => r.RequestedBy == viewer.Agency, "Requests_Ours", new(Tone.Neutral, IconName.Clock));
        }
        Take(_ => true, groups.Count == 0 ? "Requests_Open" : "Requests_Others", new(Tone.Neutral, IconName.Letter));
        return groups;

        void Take(Func<ClarificationRequest, bool> belongs, string word, StateLook look)
        {
            ImmutableArray<ClarificationRequest> taken = [.. rest.Where(belongs).OrderBy(r => r.Due ?? DateTimeOffset.MaxValue).ThenBy(r => r.SentAt)];
            rest.RemoveAll(r => belongs(r));
            if (!taken.IsEmpty)
                groups.Add(new RequestGroup(words[word], look, taken));
        }
    }

    /// <summary>Closed and withdrawn, the latest first.</summary>
    public static ImmutableArray<ClarificationRequest> Settled(IEnumerable<ClarificationRequest> requests) => [.. requests.Where(r => !r.IsOpen).OrderByDescending(r => r.ChangedAt)];

    /// <summary>An answer came that nobody has judged yet.</summary>
    static bool WaitsForOurJudgement(ClarificationRequest request) => request.State is ClarificationState.Answered or ClarificationState.PartlyAnswered;
}
