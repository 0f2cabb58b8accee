namespace IncidentHub.Domain;

/// <summary>How far the handling is (after NIST SP 800-61 and ISO/IEC 27035). Says nothing about whether the claim is true.</summary>
public enum Phase { Reported, Triage, Active, Contained, Recovery, Review, Closed, Dismissed }

/// <summary>What is established about the claim. Independent of <see cref="Phase"/>: the response may run for weeks on an allegation.</summary>
public enum TruthStatus { Alleged, Confirmed, Unfounded }

public enum Severity { Low, Medium, High, Critical }

public enum CrisisStatus { Normal, EarlyWarning, Crisis }

/// <summary>Not begun, penyelidikan (is there an offence?), penyidikan (who committed it?).</summary>
public enum LegalTrack { None, Inquiry, Investigation }

public static class PhaseRules
{
    static readonly Dictionary<Phase, Phase[]> moves = new()
    {
        [Phase.Reported] = [Phase.Triage],
        [Phase.Triage] = [Phase.Active, Phase.Dismissed],
        [Phase.Active] = [Phase.Contained],
        [Phase.Contained] = [Phase.Recovery, Phase.Active],
        [Phase.Recovery] = [Phase.Review, Phase.Active],
        [Phase.Review] = [Phase.Closed, Phase.Active],
        [Phase.Closed] = [Phase.Active],
        [Phase.Dismissed] = [Phase.Triage],
    };

    /// <summary>The moves out of each phase; the first is the way forward.</summary>
    public static IReadOnlyList<Phase> Next(Phase from) => moves.GetValueOrDefault(from, []);

    /// <summary>Forward up to Review is any liaison's; to dismiss, to close and every way back is the coordinator's.</summary>
    public static bool NeedsCoordinator(Phase from, Phase to) => to is Phase.Closed or Phase.Dismissed || to < from;
}
