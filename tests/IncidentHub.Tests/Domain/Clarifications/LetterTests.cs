using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Clarifications;

public class LetterTests
{
    public static TheoryData<string, string> EveryFault => new()
    {
        { "no questions", ValidationCode.QuestionsRequired }, { "31 questions", ValidationCode.QuestionsRequired }, { "an empty question", ValidationCode.QuestionShape },
        { "no hours", ValidationCode.ResponseHours }, { "a year", ValidationCode.ResponseHours }, { "a long number", ValidationCode.LetterNumberTooLong }, { "a long basis", ValidationCode.LegalBasisTooLong },
    };

    [Theory, MemberData(nameof(EveryFault))]
    public void It_asks_something_within_some_hours(string what, string fault)
    {
        var letter = what switch
        {
            "no questions" => ACommand.Letter with { Questions = [] },
            "31 questions" => ACommand.Letter with { Questions = [.. Enumerable.Range(0, 31).Select(i => $"Apa {i}?")] },
            "an empty question" => ACommand.Letter with { Questions = ["Apa?", " "] },
            "no hours" => ACommand.Letter with { ResponseHours = 0 },
            "a year" => ACommand.Letter with { ResponseHours = 8_760 },
            "a long number" => ACommand.Letter with { Number = new string('1', 101) },
            _ => ACommand.Letter with { LegalBasis = new string('x', 501) },
        };
        (ACommand.Ask() with { Letter = letter }).Faults().ShouldBe([fault]);
        (ACommand.EditDraft(new("K-00000")) with { Letter = letter }).Faults().ShouldBe([fault]);
        (ACommand.Escalate(new("K-00000")) with { Letter = letter }).Faults().ShouldBe([fault]);
    }

    [Fact]
    public void What_it_asks_is_found_in_the_log() =>
        AnIncident.Open().Accept(AClarification.Requester, ACommand.Ask()).Events.OfType<SubjectEvent>().Single().Texts.ShouldContain(ACommand.Letter.Questions[1]);
}
