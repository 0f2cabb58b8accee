using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>What may be done to an obligation in which state, by the agency obliged or a coordinator; and the state that it leads to.</summary>
static class ObligationTable
{
    const string Steps = """
                      | Start   | CorrectStart | Meet | SetNotApplicable | WriteNotice   | ReviewNotice
        AwaitingBasis | Running | -            | -    | NotApplicable    | AwaitingBasis | AwaitingBasis
        Running       | -       | Running      | Met  | NotApplicable    | Running       | Running
        Met           | -       | Met          | -    | -                | Met           | Met
        MetLate       | -       | Met          | -    | -                | MetLate       | MetLate
        NotApplicable | Running | -            | -    | -                | -             | -
        """;

    /// <summary>"-", or the state after it.</summary>
    public static readonly IReadOnlyDictionary<(ObligationState From, ObligationStep Step), string> Cells =
        Steps.CellsOfTable().ToDictionary(c => (Enum.Parse<ObligationState>(c.Row), Enum.Parse<ObligationStep>(c.Column)), c => c.Content);

    public static ObligationStep StepOf(ChangeObligation command) => Enum.Parse<ObligationStep>(command.GetType().Name.Replace("Obligation", "", StringComparison.Ordinal));
}
