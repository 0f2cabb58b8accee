using IncidentHub.Domain;

namespace IncidentHub.Ui;

/// <summary>What a colour says. Never alone: an icon and a word stand with it.</summary>
public enum Tone { Neutral, Underway, Settled, Waiting, Refuted, Alleged }

/// <summary>How a state looks everywhere: one meaning per colour.</summary>
public sealed record StateLook(Tone Tone, IconName Icon)
{
    public static StateLook Of(Enum state) => state switch
    {
        Phase.Reported => new(Tone.Neutral, IconName.Raw),
        Phase.Closed => new(Tone.Settled, IconName.Settled),
        Phase.Dismissed => new(Tone.Neutral, IconName.Refuted),
        Phase => new(Tone.Underway, IconName.Underway),
        TruthStatus.Alleged => new(Tone.Alleged, IconName.Open),
        TruthStatus.Confirmed => new(Tone.Settled, IconName.Settled),
        TruthStatus.Unfounded => new(Tone.Refuted, IconName.Refuted),
        CrisisStatus.Normal => new(Tone.Neutral, IconName.Settled),
        CrisisStatus => new(Tone.Waiting, IconName.Incident),
        LegalTrack.None => new(Tone.Neutral, IconName.Duty),
        LegalTrack => new(Tone.Underway, IconName.Duty),
        TaskState.Proposed => new(Tone.Neutral, IconName.Proposed),
        TaskState.Accepted => new(Tone.Neutral, IconName.Task),
        TaskState.InProgress => new(Tone.Underway, IconName.Underway),
        TaskState.Blocked => new(Tone.Waiting, IconName.Blocked),
        TaskState.InReview => new(Tone.Waiting, IconName.Waiting),
        TaskState.Done => new(Tone.Settled, IconName.Settled),
        TaskState.Declined or TaskState.Cancelled => new(Tone.Neutral, IconName.Undone),
        FindingState.Raw => new(Tone.Neutral, IconName.Raw),
        FindingState.UnderReview or FindingState.Indicated => new(Tone.Underway, IconName.Underway),
        FindingState.Inconclusive => new(Tone.Waiting, IconName.Open),
        FindingState.Verified => new(Tone.Settled, IconName.Settled),
        FindingState.Refuted => new(Tone.Refuted, IconName.Refuted),
        FindingState.Superseded or FindingState.Retracted => new(Tone.Neutral, IconName.Undone),
        _ => new(Tone.Neutral, IconName.Level),
    };

    public static IconName Of(EntryKind kind) => kind switch
    {
        EntryKind.Detection => IconName.Signal,
        EntryKind.Observation => IconName.Observe,
        EntryKind.Notification => IconName.Letter,
        EntryKind.Communication => IconName.Talk,
        EntryKind.Meeting or EntryKind.MembershipChanged => IconName.People,
        EntryKind.Decision => IconName.Duty,
        EntryKind.ActionTaken => IconName.Task,
        EntryKind.PublicStatement => IconName.Statement,
        EntryKind.StatusUpdate => IconName.Briefing,
        EntryKind.Correction => IconName.Correct,
        EntryKind.Contradiction => IconName.Contradict,
        EntryKind.AuditNote => IconName.Evidence,
        EntryKind.IncidentOpened => IconName.Incident,
        EntryKind.PhaseChanged => IconName.Status,
        EntryKind.Task => IconName.Task,
        EntryKind.Finding => IconName.Finding,
        EntryKind.AffectedData => IconName.Evidence,
        EntryKind.Handover => IconName.ToEnd,
        EntryKind.Remarking => IconName.Lock,
        _ => IconName.Level,
    };
}
