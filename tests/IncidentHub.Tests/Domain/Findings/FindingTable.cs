using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>The moves of a finding, written from the domain's page and not from the code; tests of single moves and of random sequences read it.</summary>
static class FindingTable
{
    /// <summary>From each row to each column: the raising agency (R), its author (W), every agency, two of which complete it (2); ! must say why.</summary>
    const string Moves = """
                     | Raw | UnderReview | Indicated | Inconclusive | Verified | Refuted | Superseded | Retracted
        Raw          | -   | R           | -         | -            | -        | -       | R!         | W!
        UnderReview  | -   | -           | R!        | R!           | 2!       | 2!      | R!         | W!
        Indicated    | -   | R           | -         | R!           | 2!       | 2!      | R!         | W!
        Inconclusive | -   | R           | -         | -            | -        | -       | R!         | W!
        Verified     | -   | R!          | -         | -            | -        | -       | R!         | W!
        Refuted      | -   | R!          | -         | -            | -        | -       | R!         | W!
        Superseded   | -   | -           | -         | -            | -        | -       | -          | -
        Retracted    | -   | -           | -         | -            | -        | -       | -          | -
        """;

    public static readonly IReadOnlyDictionary<(FindingState From, FindingState To), string> Cells =
        Moves.CellsOfTable().ToDictionary(c => (Enum.Parse<FindingState>(c.Row), Enum.Parse<FindingState>(c.Column)), c => c.Content);

    public static bool NeedsReason(string cell) => cell.EndsWith('!');

    public static bool Lets(string cell, Actor actor, AgencyId raisedBy, PersonId author) => cell.TrimEnd('!') switch
    {
        "R" => actor.Agency == raisedBy,
        "W" => actor.Person == author,
        "2" => true,
        _ => false,
    };

    public static IEnumerable<FindingState> Open(FindingState from, Actor actor, AgencyId raisedBy, PersonId author) =>
        Cells.Where(c => c.Key.From == from && Lets(c.Value, actor, raisedBy, author)).Select(c => c.Key.To);
}
