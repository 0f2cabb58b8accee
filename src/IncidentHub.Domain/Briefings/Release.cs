using System.Collections.Immutable;

namespace IncidentHub.Domain;

public enum ReleaseState { Proposed, Agreed, Declined, Released, Withdrawn }

/// <summary>
/// A wording for the commission: made from an entry or an object, agreed to by its source, released by a coordinator. It has a label of its
/// own; what it was made from keeps its marking. Of an object, the heading (states and times) is released with it, and moves on.
/// </summary>
/// <param name="Title">The words that stand out.</param>
/// <param name="Of">The entry or object that it was made from.</param>
/// <param name="SourceAgency">Whose consent it needs.</param>
/// <param name="At">Of an entry, when it happened; of a next step, when it is planned.</param>
/// <param name="Answers">The commission's question that it answers.</param>
/// <param name="ProposedBy">The agency; null once released, when who may not see the source sees this too.</param>
/// <param name="AgreedBy">Who consented for the source; null likewise.</param>
/// <param name="EmbargoUntil">The commission sees nothing of it before.</param>
/// <param name="Reason">Why it was declined, or withdrawn.</param>
public sealed record Release(
    Reference Reference,
    string Title,
    string Text,
    ReleasedKind Kind,
    Reference Of,
    AgencyId SourceAgency,
    BriefingSection Section,
    Tlp Label,
    DateTimeOffset? At,
    Reference? Answers,
    AgencyId? ProposedBy,
    PersonId Author,
    PersonId? AgreedBy,
    ReleaseState State,
    DateTimeOffset? EmbargoUntil,
    DateTimeOffset? ReleasedAt,
    DateTimeOffset? WithdrawnAt,
    string? Reason,
    Marking Marking,
    DateTimeOffset ChangedAt,
    int Changes) : ISubject
{
    public bool WasReleased => ReleasedAt is not null;

    /// <summary>The commission reads it at that moment.</summary>
    public bool IsOutAt(DateTimeOffset now) => State is ReleaseState.Released && !(EmbargoUntil > now);

    /// <summary>The commission read it once, and reads now that it was withdrawn.</summary>
    public bool WasWithdrawnInPublic => State is ReleaseState.Withdrawn && WasReleased && !(EmbargoUntil > WithdrawnAt);

    // A proposal goes where its source goes: who proposed it doesn't learn to whom that was narrowed.
    PersonId ISubject.Author => default;
    AgencyId ISubject.Source => SourceAgency;
    AgencyId? ISubject.Acting => null;
    bool ISubject.IsOpen => false;
    ISubject ISubject.Marked(Marking marking) => this with { Marking = marking };
}

/// <summary>What may be done to a release.</summary>
public enum ReleaseStep { Agree, Decline, Publish, Withdraw }

public static class ReleaseRules
{
    public const int MaximumTitleLength = 200;
    public const int MaximumTextLength = 2_000;

    static readonly BriefingSection[] ofEntries =
        [BriefingSection.Step, BriefingSection.Event, BriefingSection.Known, BriefingSection.Unknown, BriefingSection.Refuted, BriefingSection.Voting, BriefingSection.Next];

    /// <summary>Where it may stand, the usual one first. A finding's column follows its state, and is never chosen against it.</summary>
    public static IReadOnlyList<BriefingSection> SectionsFor(ReleasedKind kind, FindingState? finding = null) => kind switch
    {
        ReleasedKind.Entry => ofEntries,
        ReleasedKind.Task => [BriefingSection.Step],
        ReleasedKind.Finding => [ColumnOf(finding ?? FindingState.Raw), BriefingSection.Voting],
        _ => [BriefingSection.Due],
    };

    /// <summary>Where only one wording of a source may stand: of an entry each section, of an object its state's column, and voting.</summary>
    public static BriefingSection? PlaceOf(ReleasedKind kind, BriefingSection section) => kind is ReleasedKind.Entry || section is BriefingSection.Voting ? section : null;

    /// <summary>Another wording of the same source stands there, or waits to.</summary>
    public static bool IsTaken(IncidentState state, Viewpoint viewpoint, Reference of, ReleasedKind kind, BriefingSection section, Reference? except = null) => state.Releases.Values.Any(r =>
        r.Of == of && r.Reference != except && PlaceOf(r.Kind, r.Section) == PlaceOf(kind, section) && r.State is ReleaseState.Proposed or ReleaseState.Agreed or ReleaseState.Released && r.SeenBy(viewpoint) is not null);

    /// <summary>What is only indicated is known to be indicated, and says so.</summary>
    public static BriefingSection ColumnOf(FindingState state) => state switch
    {
        FindingState.Verified or FindingState.Indicated => BriefingSection.Known,
        FindingState.Refuted => BriefingSection.Refuted,
        _ => BriefingSection.Unknown,
    };

    /// <summary>The labels that a released wording may have.</summary>
    public static readonly IReadOnlyList<Tlp> Labels = [Tlp.Clear, Tlp.Green, Tlp.Amber];

    static IReadOnlyList<ReleaseStep> Steps(ReleaseState from) => from switch
    {
        ReleaseState.Proposed => [ReleaseStep.Agree, ReleaseStep.Decline, ReleaseStep.Withdraw],
        ReleaseState.Agreed => [ReleaseStep.Publish, ReleaseStep.Agree, ReleaseStep.Withdraw],
        ReleaseState.Released => [ReleaseStep.Withdraw],
        _ => [],
    };

    /// <summary>The steps that this person may take now.</summary>
    public static IEnumerable<ReleaseStep> StepsOf(Release release, Actor actor) => Steps(release.State).Where(step => CheckMover(release, step, actor) is null);

    /// <summary>Null when this person may take that step now.</summary>
    public static Rejection? Check(Release release, ReleaseStep step, Actor actor) =>
        !actor.ActsForAgency ? new Rejection(RejectionCode.RoleMayNot)
        : Steps(release.State).Contains(step) ? CheckMover(release, step, actor)
        : new Rejection(RejectionCode.ReleaseMayNotFollow, release.State, StepsOf(release, actor).ToArray());

    static Rejection? CheckMover(Release release, ReleaseStep step, Actor actor) => step switch
    {
        _ when !actor.ActsForAgency => new Rejection(RejectionCode.RoleMayNot),
        ReleaseStep.Agree or ReleaseStep.Decline => actor.Agency == release.SourceAgency ? null : new Rejection(RejectionCode.OnlySource, release.SourceAgency),
        ReleaseStep.Publish => !actor.IsCoordinator ? new Rejection(RejectionCode.OnlyCoordinator)
            : actor.Person == release.AgreedBy ? new Rejection(RejectionCode.NeedsSecondPerson) : null,
        // What is out is out: taking it back is as grave as letting it out.
        _ => actor.IsCoordinator || !release.WasReleased && (actor.Agency == release.SourceAgency || actor.Agency == release.ProposedBy)
            ? null : new Rejection(RejectionCode.OnlyCoordinator),
    };
}
