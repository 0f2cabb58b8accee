using System.Collections.Immutable;

namespace IncidentHub.Domain;

public enum EditionState { Draft, Approved, Frozen, Discarded }

/// <summary>What the composer decides; the rest of an edition follows from what is released.</summary>
/// <param name="Summary">In plain language; a part between double asterisks is emphasised.</param>
/// <param name="Order">The releases in the order in which they stand within their sections; those that it doesn't name follow, the oldest first.</param>
/// <param name="LeftOut">The releases that this edition does without.</param>
public sealed record EditionDraft(BriefingSession Session, string Summary, ImmutableArray<Reference> Order, ImmutableArray<Reference> LeftOut)
{
    public bool Equals(EditionDraft? other) =>
        other is not null && Session == other.Session && Summary == other.Summary && Order.SequenceEqual(other.Order) && LeftOut.SequenceEqual(other.LeftOut);

    public override int GetHashCode() => HashCode.Combine(Session, Summary, Order.Length, LeftOut.Length);
}

/// <summary>A briefing for the commission (Paparan), from its draft to the numbered edition that nobody changes any more.</summary>
/// <param name="Number">Once frozen, from 1 in its incident.</param>
/// <param name="Document">What was approved, and as it was frozen: <see cref="EditionDocument.Parse"/>.</param>
/// <param name="ComposedBy">Who wrote the draft last.</param>
public sealed record Edition(
    Reference Reference,
    string Title,
    EditionDraft Draft,
    EditionState State,
    int? Number,
    string? Document,
    string? Sha256,
    Actor ComposedBy,
    Actor? ApprovedBy,
    DateTimeOffset? FrozenAt,
    Marking Marking,
    DateTimeOffset ChangedAt,
    int Changes) : ISubject
{
    /// <summary>What people call it: "R-02"; a draft has only its reference.</summary>
    public string Name => Number is { } number ? NameOf(number) : Reference.Text;
    public bool IsFrozen => State is EditionState.Frozen;

    public static string NameOf(int number) => FormattableString.Invariant($"R-{number:00}");

    PersonId ISubject.Author => ComposedBy.Person;
    AgencyId ISubject.Source => ComposedBy.Agency;
    AgencyId? ISubject.Acting => null;
    bool ISubject.IsOpen => false;
    ISubject ISubject.Marked(Marking marking) => this with { Marking = marking };
}

/// <summary>What may be done to an edition.</summary>
public enum EditionStep { Compose, Approve, Freeze, Discard }

public static class EditionRules
{
    public const int MaximumSummaryLength = 1_000;
    /// <summary>More points than anybody reads; a bound for what one entry holds.</summary>
    public const int MaximumPoints = 300;
    /// <summary>What an edition does without; more than that, and nobody has read it.</summary>
    public const int MaximumLeftOut = 2_000;

    // Which of them the commission does without is said by a person, not by where a list ends.
    internal static Rejection? CheckSize(EditionDocument document) =>
        document.Points.Length > MaximumPoints ? new Rejection(RejectionCode.TooManyReleased, document.Points.Length, MaximumPoints) : null;

    static IReadOnlyList<EditionStep> Steps(EditionState from) => from switch
    {
        EditionState.Draft => [EditionStep.Approve, EditionStep.Compose, EditionStep.Discard],
        EditionState.Approved => [EditionStep.Freeze, EditionStep.Compose, EditionStep.Discard],
        _ => [],
    };

    /// <summary>The steps that this person may take now.</summary>
    public static IEnumerable<EditionStep> StepsOf(Edition edition, Actor actor) => Steps(edition.State).Where(step => CheckMover(edition, step, actor) is null);

    /// <summary>Null when this person may take that step now.</summary>
    public static Rejection? Check(Edition edition, EditionStep step, Actor actor) =>
        !actor.ActsForAgency ? new Rejection(RejectionCode.RoleMayNot)
        : Steps(edition.State).Contains(step) ? CheckMover(edition, step, actor)
        : new Rejection(RejectionCode.EditionMayNotFollow, edition.State, StepsOf(edition, actor).ToArray());

    static Rejection? CheckMover(Edition edition, EditionStep step, Actor actor) => step switch
    {
        _ when !actor.ActsForAgency => new Rejection(RejectionCode.RoleMayNot),
        EditionStep.Approve => actor.Agency == edition.ComposedBy.Agency ? new Rejection(RejectionCode.NeedsOtherAgency, edition.ComposedBy.Agency) : null,
        EditionStep.Freeze => actor.IsCoordinator ? null : new Rejection(RejectionCode.OnlyCoordinator),
        EditionStep.Discard => actor.IsCoordinator || actor.Agency == edition.ComposedBy.Agency ? null : new Rejection(RejectionCode.OnlyCoordinator),
        _ => null,
    };
}
