using System.Collections.Immutable;

namespace IncidentHub.Domain;

public enum FindingState { Raw, UnderReview, Indicated, Inconclusive, Verified, Refuted, Superseded, Retracted }

/// <summary>What a finding claims. Access, exfiltration and sale are three claims: each may be true without the others.</summary>
public enum ClaimKind { Other, Access, Exfiltration, Sale }

/// <summary>How far the source can be relied on (Admiralty code, NATO AJP-2.1): A completely … E unreliable, F can't be judged.</summary>
public enum Reliability { A, B, C, D, E, F }

/// <summary>
/// The Admiralty grade of a finding: the source's reliability and the information's credibility, judged independently of each other.
/// </summary>
/// <param name="Credibility">1 confirmed by others … 5 improbable, 6 can't be judged.</param>
public sealed record Grade(Reliability Reliability, int Credibility)
{
    /// <summary>Where an anonymous source starts.</summary>
    public static readonly Grade Unjudged = new(Domain.Reliability.F, 6);

    public bool IsValid => Enum.IsDefined(Reliability) && Credibility is >= 1 and <= 6;

    public override string ToString() => $"{Reliability}{Credibility}";
}

/// <param name="Voices">Who has verified or refuted it since its last review began; two agencies, the raising one among them, settle it.</param>
/// <param name="SupersededBy">The finding that takes its place.</param>
/// <param name="Changes">How many times it was changed.</param>
public sealed record Finding(
    Reference Reference,
    ClaimKind Claim,
    string Title,
    AgencyId RaisedBy,
    PersonId Author,
    FindingState State,
    Grade Grade,
    ImmutableArray<Voice> Voices,
    Reference? SupersededBy,
    Marking Marking,
    DateTimeOffset ChangedAt,
    int Changes) : ISubject
{
    public bool IsFinal => State is FindingState.Superseded or FindingState.Retracted;
    AgencyId ISubject.Source => RaisedBy;
    AgencyId? ISubject.Acting => null;
    // A question may stay open when the handling ends.
    bool ISubject.IsOpen => false;
    ISubject ISubject.Marked(Marking marking) => this with { Marking = marking, Changes = Changes + 1 };
}

/// <param name="Verdict">Verified or Refuted.</param>
public sealed record Voice(AgencyId Agency, FindingState Verdict);

/// <summary>Who makes a move.</summary>
public enum FindingMover { Raiser, Author, AnyAgency }

public sealed record FindingMove(FindingState To, FindingMover Mover, bool NeedsReason = true);

public static class FindingRules
{
    public const int MaximumTitleLength = 300;

    static readonly FindingMove review = new(FindingState.UnderReview, FindingMover.Raiser, NeedsReason: false);
    static readonly FindingMove inconclusive = new(FindingState.Inconclusive, FindingMover.Raiser);
    static readonly FindingMove verify = new(FindingState.Verified, FindingMover.AnyAgency);
    static readonly FindingMove refute = new(FindingState.Refuted, FindingMover.AnyAgency);
    static readonly FindingMove supersede = new(FindingState.Superseded, FindingMover.Raiser);
    static readonly FindingMove retract = new(FindingState.Retracted, FindingMover.Author);

    static readonly Dictionary<FindingState, FindingMove[]> moves = new()
    {
        [FindingState.Raw] = [review, supersede, retract],
        [FindingState.UnderReview] = [new(FindingState.Indicated, FindingMover.Raiser), verify, refute, inconclusive, supersede, retract],
        [FindingState.Indicated] = [verify, refute, inconclusive, review, supersede, retract],
        [FindingState.Inconclusive] = [review, supersede, retract],
        [FindingState.Verified] = [review with { NeedsReason = true }, supersede, retract],
        [FindingState.Refuted] = [review with { NeedsReason = true }, supersede, retract],
    };

    /// <summary>The moves out of a state, the usual one first.</summary>
    public static IReadOnlyList<FindingMove> Moves(FindingState from) => moves.GetValueOrDefault(from, []);

    /// <summary>The moves that this person may make now.</summary>
    public static IEnumerable<FindingMove> MovesOf(Finding finding, Actor actor) => Moves(finding.State).Where(move => May(move, finding, actor) && !HasVoiced(move, finding, actor));

    public static bool May(FindingMove move, Finding finding, Actor actor) => actor.ActsForAgency && move.Mover switch
    {
        FindingMover.Raiser => actor.Agency == finding.RaisedBy,
        FindingMover.Author => actor.Person == finding.Author && actor.Agency == finding.RaisedBy,
        _ => true,
    };

    /// <summary>The agency has said this verdict already, and waits for a second one.</summary>
    public static bool HasVoiced(FindingMove move, Finding finding, Actor actor) =>
        finding.Voices.Contains(new Voice(actor.Agency, move.To));

    /// <summary>Whether a verdict stands: the raising agency has said it, and a second one.</summary>
    public static bool IsSettled(IEnumerable<Voice> voices, FindingState verdict, AgencyId raisedBy)
    {
        var agencies = voices.Where(v => v.Verdict == verdict).Select(v => v.Agency).Distinct().ToList();
        return agencies.Count >= 2 && agencies.Contains(raisedBy);
    }
}
