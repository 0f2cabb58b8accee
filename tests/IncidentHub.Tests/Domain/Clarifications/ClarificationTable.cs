using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>The moves of a request, written from the domain's page and not from the code; tests of single moves and of random sequences read it.</summary>
static class ClarificationTable
{
    /// <summary>From each row to each column: the requesting agency (R), the addressed one (A).</summary>
    const string Moves = """
                       | Draft | Sent | Delivered | Acknowledged | PartlyAnswered | Answered | Insufficient | Escalated | Closed | Withdrawn
        Draft          | -     | R    | -         | -            | -              | -        | -            | -         | -      | R
        Sent           | -     | -    | R         | A            | A              | A        | -            | R         | -      | R
        Delivered      | -     | -    | -         | A            | A              | A        | -            | R         | -      | R
        Acknowledged   | -     | -    | -         | -            | A              | A        | -            | R         | -      | R
        PartlyAnswered | -     | -    | -         | -            | A              | A        | R            | R         | R      | R
        Answered       | -     | -    | -         | -            | -              | A        | R            | -         | R      | -
        Insufficient   | -     | -    | -         | -            | A              | A        | -            | R         | R      | R
        Escalated      | -     | -    | -         | -            | A              | A        | -            | -         | R      | R
        Closed         | -     | -    | -         | -            | -              | -        | -            | -         | -      | -
        Withdrawn      | -     | -    | -         | -            | -              | -        | -            | -         | -      | -
        """;

    public static readonly IReadOnlyDictionary<(ClarificationState From, ClarificationState To), string> Cells =
        Moves.CellsOfTable().ToDictionary(c => (Enum.Parse<ClarificationState>(c.Row), Enum.Parse<ClarificationState>(c.Column)), c => c.Content);

    public static bool Lets(string cell, Actor actor, AgencyId requester, AgencyId addressed) => cell switch
    {
        "R" => actor.Agency == requester,
        "A" => actor.Agency == addressed,
        _ => false,
    };

    public static IEnumerable<ClarificationState> Open(ClarificationState from, Actor actor, AgencyId requester, AgencyId addressed) =>
        Cells.Where(c => c.Key.From == from && Lets(c.Value, actor, requester, addressed)).Select(c => c.Key.To);

    /// <summary>Where a command would move the request; null for one that moves it nowhere.</summary>
    public static ClarificationState? Target(ChangeClarification command, ClarificationRequest? request) => command switch
    {
        SendClarification => ClarificationState.Sent,
        AcknowledgeClarification => ClarificationState.Acknowledged,
        AnswerClarification c when request is not null => request.Questions.All(q => (c.Answers.SingleOrDefault(a => a.Number == q.Number)?.State ?? q.State) is QuestionState.Answered)
            ? ClarificationState.Answered : ClarificationState.PartlyAnswered,
        JudgeInsufficient => ClarificationState.Insufficient,
        EscalateClarification => ClarificationState.Escalated,
        CloseClarification => ClarificationState.Closed,
        WithdrawClarification => ClarificationState.Withdrawn,
        _ => null,
    };
}
