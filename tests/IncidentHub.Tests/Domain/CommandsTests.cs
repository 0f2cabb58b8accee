using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>What holds for every command there is.</summary>
public class CommandsTests
{
    public static TheoryData<string> EveryCommand => [.. ACommand.OfEveryKind.Select(c => c.GetType().Name)];

    [Fact]
    public void Each_kind_of_command_is_among_the_samples() =>
        typeof(Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract).Select(t => t.Name).Order()
            .ShouldBe(ACommand.OfEveryKind.Select(c => c.GetType().Name).Order());

    [Theory, MemberData(nameof(EveryCommand))]
    public void A_sample_has_no_fault(string kind) => Sample(kind).Faults().ShouldBeEmpty();

    [Theory, MemberData(nameof(EveryCommand))]
    public void Its_text_may_not_be_empty(string kind)
    {
        Sample(kind).WithText("").Faults().ShouldBe([ValidationCode.TextRequired]);
        Sample(kind).WithText(" \r\n\t").Faults().ShouldBe([ValidationCode.TextRequired]);
    }

    [Theory, MemberData(nameof(EveryCommand))]
    public void Its_text_may_have_10000_characters_and_no_more(string kind)
    {
        Sample(kind).WithText(new string('x', 10_000)).Faults().ShouldBeEmpty();
        Sample(kind).WithText(new string('x', 10_001)).Faults().ShouldBe([ValidationCode.TextTooLong]);
    }

    static Command Sample(string kind) => ACommand.OfEveryKind.Single(c => c.GetType().Name == kind);
}
