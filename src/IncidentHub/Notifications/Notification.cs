using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.Notifications;

/// <summary>Why a viewer's agency is told of something.</summary>
public enum NotificationKind
{
    LetterSent, SecondLetterSent, AnswerGiven, AnswerRevised, AnswerInsufficient, OwedPassed, AwaitedPassed, DueSoon, StillOverdue,
    TaskProposed, TaskDeclined, TaskWaits, FindingWaits,
    ReleaseProposed, ReleaseAgreed, BriefingComposed, QuestionAsked, ReportPrepared,
}

/// <summary>
/// Something that a viewer's agency ought to know. Never stored: it is told from the entries and objects that this viewer sees now, so that
/// it says no more than they may know, none is lost while the server is down, and no node doubles one.
/// </summary>
/// <param name="Subject">As the viewer sees it today.</param>
/// <param name="By">Whose deed it is; of a deadline, who owes it.</param>
/// <param name="At">When it was recorded; of a reminder, when it came due.</param>
/// <param name="Hours">Of a reminder: how many are left, or have passed.</param>
/// <param name="Keys">The first is its own, the same for as long as it is told. Whoever acknowledged any of them knows this: a later reminder of one deadline covers an earlier.</param>
public sealed record Notification(IncidentHead Incident, NotificationKind Kind, ISubject Subject, AgencyId By, DateTimeOffset At, DateTimeOffset? Due, int Hours, ImmutableArray<string> Keys)
{
    public NotificationKey Key => new(Incident.Id, Keys[0]);

    public bool IsKnown(IReadOnlySet<NotificationKey> acknowledged) => Keys.Any(key => acknowledged.Contains(new NotificationKey(Incident.Id, key)));
}
