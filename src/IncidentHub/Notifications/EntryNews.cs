using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.Notifications;

/// <summary>What entries of others say to a viewer's agency. Pure.</summary>
public static class EntryNews
{
    /// <summary>The entries that may say something.</summary>
    public static readonly IReadOnlyList<EntryKind> Kinds = [EntryKind.Clarification, EntryKind.ClarificationAnswer, EntryKind.Overdue, EntryKind.Task, EntryKind.Finding,
        EntryKind.Release, EntryKind.Briefing, EntryKind.CommissionQuestion, EntryKind.Report];

    /// <summary>What a letter said stays said; what asks for a move is told for as long as it does, and once.</summary>
    /// <param name="entries">Those of <see cref="Kinds"/> that the viewer sees, oldest first.</param>
    public static ImmutableArray<Notification> Of(RoomView room, IEnumerable<EntryView> entries, Actor viewer) => viewer.ActsForAgency ? Of(room, entries, viewer.Agency) : [];

    internal static ImmutableArray<Notification> Of(RoomView room, IEnumerable<EntryView> entries, AgencyId us)
    {
        var news = entries.Where(e => e.Text is not null && e.Author.Agency != us)
            .SelectMany(e => e.Changes.OfType<SubjectEvent>().Select(change => Of(room, e, change, us))).OfType<Notification>().ToList();
        return [.. news.GroupBy(n => AsksForAMove(n.Kind) ? (n.Kind, n.Subject.Reference.Text) : (n.Kind, n.Keys[0])).Select(g => g.Last())];
    }

    static bool AsksForAMove(NotificationKind kind) => kind is NotificationKind.TaskProposed or NotificationKind.TaskDeclined or NotificationKind.TaskWaits or NotificationKind.FindingWaits
        or NotificationKind.ReleaseProposed or NotificationKind.ReleaseAgreed or NotificationKind.BriefingComposed or NotificationKind.QuestionAsked or NotificationKind.ReportPrepared;

    // The subject is looked up in the view: who doesn't see it any more is told nothing of it, nor what it was called.
    static Notification? Of(RoomView room, EntryView entry, SubjectEvent change, AgencyId us)
    {
        var objects = room.Objects;
        (NotificationKind Kind, ISubject Subject)? told = change switch
        {
            ClarificationEvent e when objects.Clarification(e.Subject) is { } request && KindOf(e, request, us) is { } kind => (kind, request),
            DeadlinePassed e when objects.Timed(e.Subject) is { } timed && KindOf(e, timed, us) is { } kind => (kind, timed),
            TaskProposed or TaskMoved when objects.Task(change.Subject) is { } task && KindOf(change, task, us) is { } kind => (kind, task),
            FindingVoiced e when objects.Finding(e.Subject) is { } finding && WaitsFor(us, finding, e) => (NotificationKind.FindingWaits, finding),
            ReleaseEvent when objects.Release(change.Subject) is { } release && KindOf(change, release, us, room) is { } kind => (kind, release),
            EditionComposed when objects.Edition(change.Subject) is { State: EditionState.Draft } edition => (NotificationKind.BriefingComposed, edition),
            ReportPrepared when objects.Report(change.Subject) is { State: ReportState.Draft } report => (NotificationKind.ReportPrepared, report),
            QuestionAsked when HasCoordinator(us, room) && objects.Question(change.Subject) is { Assigned: null } question => (NotificationKind.QuestionAsked, question),
            _ => null,
        };
        if (told is not var (what, subject))
            return null;
        var passed = change as DeadlinePassed;
        var by = passed is null ? entry.Author.Agency : ((ITimed)subject).OwedBy;
        return new Notification(room.Incident, what, subject, by, entry.RecordedAt, passed?.Due, Hours: 0, [ToldKey.Of(entry.Reference, subject.Reference)]);
    }

    // Whether there was a first letter is the view's to say: the event would tell those who don't see it.
    static NotificationKind? KindOf(ClarificationEvent change, ClarificationRequest request, AgencyId us) => change switch
    {
        ClarificationSent when request.Addressed == us => request.Escalates is null ? NotificationKind.LetterSent : NotificationKind.SecondLetterSent,
        ClarificationAnswered e when request.RequestedBy == us => e.Version == 1 ? NotificationKind.AnswerGiven : NotificationKind.AnswerRevised,
        ClarificationMoved { To: ClarificationState.Insufficient } when request.Addressed == us => NotificationKind.AnswerInsufficient,
        _ => null,
    };

    // A deadline that was corrected since is nobody's any more.
    static NotificationKind? KindOf(DeadlinePassed change, ITimed timed, AgencyId us) =>
        timed.Due != change.Due ? null
        : timed.OwedBy == us ? NotificationKind.OwedPassed
        : timed.OwedTo == us ? NotificationKind.AwaitedPassed
        : null;

    static NotificationKind? KindOf(SubjectEvent change, TaskItem task, AgencyId us) => (change, task.State) switch
    {
        (TaskProposed or TaskMoved { To: TaskState.Proposed }, TaskState.Proposed) when task.Assigned == us => NotificationKind.TaskProposed,
        (TaskMoved { To: TaskState.Declined }, TaskState.Declined) when task.ProposedBy == us => NotificationKind.TaskDeclined,
        (TaskMoved { To: TaskState.Blocked }, TaskState.Blocked) when task.WaitsFor == us => NotificationKind.TaskWaits,
        _ => null,
    };

    static NotificationKind? KindOf(SubjectEvent change, Release release, AgencyId us, RoomView room) => (change, release.State) switch
    {
        (ReleaseProposed, ReleaseState.Proposed) when release.SourceAgency == us => NotificationKind.ReleaseProposed,
        (ReleaseProposed or ReleaseAgreed, ReleaseState.Agreed) when HasCoordinator(us, room) => NotificationKind.ReleaseAgreed,
        _ => null,
    };

    static bool HasCoordinator(AgencyId us, RoomView room) => room.Incident.Members.Any(m => m.Agency == us && m.Role is Role.Coordinator);

    // Two agencies settle it, the raising one among them: the one that hasn't spoken is waited for.
    static bool WaitsFor(AgencyId us, Finding finding, FindingVoiced voiced) =>
        finding.State is FindingState.UnderReview or FindingState.Indicated
        && finding.Voices.Contains(new Voice(voiced.Agency, voiced.Verdict))
        && finding.Voices.All(v => v.Agency != us)
        && (us == finding.RaisedBy || voiced.Agency == finding.RaisedBy);
}
