namespace IncidentHub.Domain;

/// <summary>Who makes a move.</summary>
public enum ClarificationMover { Requester, Addressed }

/// <param name="NeedsReason">The move must say why.</param>
public sealed record ClarificationMove(ClarificationState To, ClarificationMover Mover, bool NeedsReason = false);

public static class ClarificationRules
{
    public const int MaximumQuestions = 30;
    public const int MaximumQuestionLength = 1_000;
    public const int MaximumBasisLength = 500;
    public const int MaximumNumberLength = 100;
    /// <summary>Ninety days.</summary>
    public const int MaximumResponseHours = 2_160;

    static readonly ClarificationMove deliver = new(ClarificationState.Delivered, ClarificationMover.Requester);
    static readonly ClarificationMove acknowledge = new(ClarificationState.Acknowledged, ClarificationMover.Addressed);
    static readonly ClarificationMove answer = new(ClarificationState.Answered, ClarificationMover.Addressed);
    static readonly ClarificationMove answerPartly = new(ClarificationState.PartlyAnswered, ClarificationMover.Addressed);
    static readonly ClarificationMove judgeInsufficient = new(ClarificationState.Insufficient, ClarificationMover.Requester, NeedsReason: true);
    static readonly ClarificationMove escalate = new(ClarificationState.Escalated, ClarificationMover.Requester);
    static readonly ClarificationMove close = new(ClarificationState.Closed, ClarificationMover.Requester);
    static readonly ClarificationMove withdraw = new(ClarificationState.Withdrawn, ClarificationMover.Requester, NeedsReason: true);

    static readonly Dictionary<ClarificationState, ClarificationMove[]> moves = new()
    {
        [ClarificationState.Draft] = [new(ClarificationState.Sent, ClarificationMover.Requester), withdraw],
        [ClarificationState.Sent] = [deliver, acknowledge, answer, answerPartly, escalate, withdraw],
        [ClarificationState.Delivered] = [acknowledge, answer, answerPartly, escalate, withdraw],
        [ClarificationState.Acknowledged] = [answer, answerPartly, escalate, withdraw],
        [ClarificationState.PartlyAnswered] = [answer, answerPartly, judgeInsufficient, escalate, close, withdraw],
        [ClarificationState.Answered] = [close, judgeInsufficient, answer],
        [ClarificationState.Insufficient] = [answer, answerPartly, escalate, close, withdraw],
        [ClarificationState.Escalated] = [answer, answerPartly, close, withdraw],
    };

    /// <summary>The moves out of a state, the usual one first.</summary>
    public static IReadOnlyList<ClarificationMove> Moves(ClarificationState from) => moves.GetValueOrDefault(from, []);

    /// <summary>The moves that this person may make now.</summary>
    public static IEnumerable<ClarificationMove> MovesOf(ClarificationRequest request, Actor actor) => Moves(request.State).Where(move => May(move.Mover, request, actor));

    public static bool May(ClarificationMover mover, ClarificationRequest request, Actor actor) =>
        actor.ActsForAgency && actor.Agency == (mover is ClarificationMover.Requester ? request.RequestedBy : request.Addressed);

    /// <summary>Null when this person may make that move now.</summary>
    public static Rejection? Check(ClarificationRequest request, ClarificationState to, Actor actor) =>
        !actor.ActsForAgency ? new Rejection(RejectionCode.RoleMayNot)
        : Moves(request.State).FirstOrDefault(m => m.To == to) is { } move ? CheckMover(request, move.Mover, actor)
        : MayNotFollow(request, actor);

    /// <summary>Null when this person speaks for that side of the request.</summary>
    public static Rejection? CheckMover(ClarificationRequest request, ClarificationMover mover, Actor actor) =>
        !actor.ActsForAgency ? new Rejection(RejectionCode.RoleMayNot)
        : May(mover, request, actor) ? null
        : mover is ClarificationMover.Requester ? new Rejection(RejectionCode.OnlyRequester, request.RequestedBy)
        : new Rejection(RejectionCode.OnlyAddressed, request.Addressed);

    public static Rejection MayNotFollow(ClarificationRequest request, Actor actor) =>
        new(RejectionCode.ClarificationMayNotFollow, request.State, MovesOf(request, actor).Select(m => m.To).ToArray());

    /// <summary>Null when it may have happened then: after the letter was sent, and not in the future.</summary>
    public static Rejection? CheckMoment(ClarificationRequest request, DateTimeOffset? at, DateTimeOffset now) =>
        EntryRules.CheckOccurred(at, now) ?? (at < request.SentAt ? new Rejection(RejectionCode.BeforeSent) : null);
}
