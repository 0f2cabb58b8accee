using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Findings;

/// <summary>What a move of a finding is called on its button.</summary>
public static class FindingMoves
{
    public static string Word(Finding finding, FindingState to, Words words) => words[to is FindingState.UnderReview && finding.State is not FindingState.Raw
        ? "FindingMove_UnderReview_Again"
        : "FindingMove_" + to];

    /// <summary>What this person may do now, the usual first; in what is another agency's, that is to verify.</summary>
    public static IEnumerable<FindingMove> Of(Finding finding, Actor viewer) => FindingRules.MovesOf(finding, viewer);

    public static bool IsRare(FindingState to) => to is FindingState.Superseded or FindingState.Retracted;

    /// <summary>Another agency has spoken, and this one's word would settle it.</summary>
    public static bool WaitsForUs(Finding finding, Actor viewer) =>
        viewer.ActsForAgency && !finding.IsFinal && finding.State is FindingState.UnderReview or FindingState.Indicated
        && finding.Voices.Any(v => FindingRules.IsSettled(finding.Voices.Add(new Voice(viewer.Agency, v.Verdict)), v.Verdict, finding.RaisedBy))
        && finding.Voices.All(v => v.Agency != viewer.Agency);
}
