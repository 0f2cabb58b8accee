using System.Collections;
using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Something a person wants done to one incident. One command appends one entry, or nothing.</summary>
public abstract record Command
{
    /// <summary>Made when the form opens and kept with the draft: the same id twice gives one entry.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>The entries that it speaks about. The desk looks them up before the decision.</summary>
    public virtual ImmutableArray<Reference> Cites => [];

    /// <summary>The persons that it names, looked up likewise.</summary>
    public virtual ImmutableArray<PersonId> Names => [];

    /// <summary>Shape: lengths, required fields. What depends on the state is <see cref="Decide"/>'s.</summary>
    public abstract IValidator Validator { get; }

    /// <summary>Pure: no I/O, no clock, no chance.</summary>
    public abstract Decision Decide(IncidentState state, CommandContext context);
}

/// <summary>All that a decision may know besides the state and the command.</summary>
/// <param name="EntryReference">Freshly minted for the entry that the decision may give.</param>
/// <param name="Cited">The cited entries that exist, whether or not the actor may see them.</param>
/// <param name="People">The named persons that have an active account.</param>
/// <param name="Rules">The rules of law that obligations are recorded under.</param>
public sealed record CommandContext(
    Actor Actor,
    DateTimeOffset Now,
    Reference EntryReference,
    ImmutableDictionary<Reference, TimelineEntry> Cited,
    ImmutableDictionary<PersonId, Actor> People,
    RulePack Rules);

public abstract record Decision
{
    public sealed record Accepted(EntryContent Entry) : Decision;
    public sealed record Refused(Rejection Reason) : Decision;

    public static implicit operator Decision(EntryContent entry) => new Accepted(entry);
    public static implicit operator Decision(Rejection reason) => new Refused(reason);
    public static implicit operator Decision(RejectionCode code) => new Refused(new Rejection(code));
}

/// <summary>Why not, as a code with arguments; the words are resources (<c>Rejection_…</c>). It depends only on what the actor may see.</summary>
/// <param name="Arguments">Names, numbers, enum members of the domain, or lists of these.</param>
public sealed record Rejection(RejectionCode Code, params ImmutableArray<object> Arguments)
{
    public bool Equals(Rejection? other) => other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments, ByContent.Instance);
    public override int GetHashCode() => HashCode.Combine(Code, Arguments.Length);

    // A list among the arguments is made anew by each decision, and equals another by what it holds.
    sealed class ByContent : IEqualityComparer<object>
    {
        public static readonly ByContent Instance = new();
        public new bool Equals(object? x, object? y) => StructuralComparisons.StructuralEqualityComparer.Equals(x, y);
        public int GetHashCode(object obj) => StructuralComparisons.StructuralEqualityComparer.GetHashCode(obj);
    }
}

public enum RejectionCode
{
    /// <summary>There is no such thing, or the actor may not see it: one answer for both.</summary>
    NotFound,
    /// <summary>The actor's role has no such command.</summary>
    RoleMayNot,
    OnlyCoordinator,
    OnlyPolice,
    OnlyCyberAgency,
    /// <summary>Only the agency that wrote an entry corrects it. Argument: its name.</summary>
    OnlyAuthorsAgency,
    /// <summary>Arguments: the present phase, the phases that may follow.</summary>
    PhaseMayNotFollow,
    /// <summary>It is already so. Argument: the present value.</summary>
    AlreadySo,
    CrisisStatusNotProposed,
    /// <summary>The audience names an agency that is no member. Argument: its code.</summary>
    AudienceNotMember,
    RedNeedsRecipients,
    OnlyRedNamesRecipients,
    RecipientNotMember,
    /// <summary>A named recipient's agency is outside the audience. Argument: the person's name.</summary>
    RecipientOutsideAudience,
    /// <summary>A remark may be stricter than what it is about, never wider.</summary>
    WiderThanCited,
    MayNotBeReleased,
    OccurredInFuture,
    NeedsCoordinatorMember,
    NotALiaison,
    AlreadyMember,
    NotAMember,
    OpenerMustBeMember,
    /// <summary>Argument: the agency's code.</summary>
    AgencyNotMember,
    /// <summary>Argument: how many open tasks, requests and obligations the closer sees.</summary>
    OpenWork,
    /// <summary>Whoever is to act on a thing must see it. Argument: the agency's code.</summary>
    AssignedOutsideAudience,
    /// <summary>Arguments: the present state, the states that this actor may move it to.</summary>
    TaskMayNotFollow,
    /// <summary>Argument: the agency that does the task.</summary>
    OnlyAssigned,
    /// <summary>Argument: the agency that proposed the task.</summary>
    OnlyProposer,
    ReasonRequired,
    /// <summary>Somebody changed it since the actor read it: both versions are theirs to compare.</summary>
    ChangedMeanwhile,
    /// <summary>Arguments: the present state, the states that this actor may move it to.</summary>
    FindingMayNotFollow,
    /// <summary>Argument: the agency that raised the finding.</summary>
    OnlyRaiser,
    OnlyAuthor,
    /// <summary>This agency has said so already; the raising agency and a second one must agree.</summary>
    NeedsSecondAgency,
    NeedsSuccessor,
    AnonymousStartsUnjudged,
    /// <summary>The truth changes only on a finding that is verified (confirmed) or refuted (unfounded).</summary>
    TruthNeedsFinding,
    OnlyController,
    /// <summary>There is no such number of rows to take back.</summary>
    NoRowCount,
    /// <summary>A draft is seen by the agency that writes it until it is sent.</summary>
    DraftStaysInside,
    NotToOwnAgency,
    /// <summary>Arguments: the present state, the states that this actor may move it to.</summary>
    ClarificationMayNotFollow,
    /// <summary>Argument: the agency that asks.</summary>
    OnlyRequester,
    /// <summary>Argument: the agency that is asked.</summary>
    OnlyAddressed,
    /// <summary>Nothing of a request happens before it was sent.</summary>
    BeforeSent,
    /// <summary>What was acknowledged or answered had arrived by then.</summary>
    DeliveredTooLate,
    /// <summary>Argument: the number that no question has.</summary>
    NoSuchQuestion,
    /// <summary>Only a contact (a communication, a meeting, a public statement) is linked to a request.</summary>
    NotAContact,
    NoSuchRule,
    /// <summary>The rule is not in force at that moment. Arguments: its title, from when.</summary>
    RuleNotInForce,
    /// <summary>Argument: the agency obliged.</summary>
    OnlyObliged,
    /// <summary>Arguments: the present state, the steps that this actor may take.</summary>
    ObligationMayNotFollow,
    /// <summary>Whoever wrote a version of a notice can't be the one who reviews it.</summary>
    NeedsSecondPerson,
    /// <summary>No clock runs towards that deadline (any more).</summary>
    NoSuchDeadline,
    DeadlineAhead,
    DeadlineLogged,
    /// <summary>The label of a release, an edition or a question follows from consent, and is not given by hand.</summary>
    MarkedByConsent,
    /// <summary>Arguments: the present state, the steps that this actor may take.</summary>
    ReleaseMayNotFollow,
    /// <summary>Argument: the agency whose consent a release needs.</summary>
    OnlySource,
    /// <summary>Argument: the section.</summary>
    SectionDoesNotFit,
    /// <summary>It stands in that section already, or waits to.</summary>
    AlreadyProposed,
    EmbargoOver,
    /// <summary>Arguments: the present state, the steps that this actor may take.</summary>
    EditionMayNotFollow,
    /// <summary>Somebody of another agency than the composer's approves. Argument: that agency.</summary>
    NeedsOtherAgency,
    NothingReleased,
    /// <summary>Something in an approved edition was withdrawn before it was frozen: it needs approval anew.</summary>
    ReleaseWithdrawnSince,
    /// <summary>More is released than an edition holds. Arguments: how many points, how many it holds.</summary>
    TooManyReleased,
    QuestionNotAssigned,
    /// <summary>Argument: the present state.</summary>
    ReportMayNotFollow,
    /// <summary>A wall's life ends in the future, and at most <see cref="PairWall.LongestLife"/> ahead.</summary>
    WallLife,
    /// <summary>Argument: the wall's name.</summary>
    WallAlreadyPaired,
    /// <summary>The same command id came before with other content.</summary>
    CommandIdReused,
}
