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
        ClarificationState.Draft => new(Tone.Neutral, IconName.Raw),
        ClarificationState.Sent or ClarificationState.Delivered => new(Tone.Neutral, IconName.Letter),
        ClarificationState.Acknowledged or ClarificationState.PartlyAnswered => new(Tone.Underway, IconName.Underway),
        ClarificationState.Insufficient or ClarificationState.Escalated => new(Tone.Waiting, IconName.Waiting),
        ClarificationState.Answered or ClarificationState.Closed => new(Tone.Settled, IconName.Settled),
        ClarificationState.Withdrawn => new(Tone.Neutral, IconName.Undone),
        QuestionState.Open => new(Tone.Neutral, IconName.Open),
        QuestionState.PartlyAnswered => new(Tone.Underway, IconName.Underway),
        QuestionState.Answered => new(Tone.Settled, IconName.Settled),
        ObligationState.AwaitingBasis => new(Tone.Waiting, IconName.Waiting),
        ObligationState.Running => new(Tone.Underway, IconName.Clock),
        ObligationState.Met or ObligationState.MetLate => new(Tone.Settled, IconName.Settled),
        ObligationState.NotApplicable => new(Tone.Neutral, IconName.Undone),
        ReleaseState.Proposed => new(Tone.Waiting, IconName.Proposed),
        ReleaseState.Agreed => new(Tone.Underway, IconName.Underway),
        ReleaseState.Released => new(Tone.Settled, IconName.Settled),
        ReleaseState.Declined or ReleaseState.Withdrawn => new(Tone.Neutral, IconName.Undone),
        EditionState.Draft => new(Tone.Neutral, IconName.Raw),
        EditionState.Approved => new(Tone.Underway, IconName.Underway),
        EditionState.Frozen => new(Tone.Settled, IconName.Lock),
        EditionState.Discarded => new(Tone.Neutral, IconName.Undone),
        ReportState.Draft => new(Tone.Waiting, IconName.Raw),
        ReportState.Approved => new(Tone.Settled, IconName.Lock),
        ReportState.Discarded => new(Tone.Neutral, IconName.Undone),
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
        EntryKind.Clarification or EntryKind.ClarificationAnswer => IconName.Letter,
        EntryKind.Obligation => IconName.Duty,
        EntryKind.Overdue => IconName.Overdue,
        EntryKind.Release => IconName.Statement,
        EntryKind.Briefing or EntryKind.Report => IconName.Briefing,
        EntryKind.CommissionQuestion => IconName.Open,
        _ => IconName.Level,
    };
}
