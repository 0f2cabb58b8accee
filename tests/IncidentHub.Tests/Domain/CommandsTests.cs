using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>What holds for every command there is.</summary>
public class CommandsTests
{
    public static TheoryData<string> EveryCommand => [.. ACommand.OfEveryKind.Select(c => c.GetType().Name)];

    public static TheoryData<string> EveryCommandThatSaysWhy => [.. ACommand.OfEveryKind.Where(c => c.NeedsText()).Select(c => c.GetType().Name)];
    public static TheoryData<string> EveryOtherCommand => [.. ACommand.OfEveryKind.Where(c => !c.NeedsText() && c.HasText()).Select(c => c.GetType().Name)];
    public static TheoryData<string> EveryCommandWithText => [.. ACommand.OfEveryKind.Where(c => c.HasText()).Select(c => c.GetType().Name)];

    [Fact]
    public void Each_kind_of_command_is_among_the_samples() =>
        typeof(Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract).Select(t => t.Name).Order()
            .ShouldBe(ACommand.OfEveryKind.Select(c => c.GetType().Name).Order());

    [Theory, MemberData(nameof(EveryCommand))]
    public void A_sample_has_no_fault(string kind) => Sample(kind).Faults().ShouldBeEmpty();

    [Theory, MemberData(nameof(EveryCommandThatSaysWhy))]
    public void Its_text_may_not_be_empty(string kind)
    {
        Sample(kind).WithText("").Faults().ShouldBe([ValidationCode.TextRequired]);
        Sample(kind).WithText(" \r\n\t").Faults().ShouldBe([ValidationCode.TextRequired]);
    }

    [Theory, MemberData(nameof(EveryOtherCommand))]
    public void The_others_may_say_nothing(string kind)
    {
        foreach (var nothing in new[] { "", " \r\n\t", "\u200B" })
            Sample(kind).WithText(nothing).Faults().ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(EveryCommandWithText))]
    public void Its_text_may_have_10000_characters_and_no_more(string kind)
    {
        Sample(kind).WithText(new string('x', 10_000)).Faults().ShouldBeEmpty();
        Sample(kind).WithText(new string('x', 10_001)).Faults().ShouldBe([ValidationCode.TextTooLong]);
    }

    [Theory, MemberData(nameof(EveryCommandThatSaysWhy))]
    public void Its_text_has_something_to_read(string kind)
    {
        foreach (var nothing in new[] { "\u200B", "\u200D\u200E\uFEFF", "\u00A0\u3000", "\u00AD" })
            Sample(kind).WithText(nothing).Faults().ShouldBe([ValidationCode.TextRequired]);
        Sample(kind).WithText("\u200Ex").Faults().ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(EveryCommandWithText))]
    public void Its_text_has_no_control_characters_and_no_half_of_a_pair(string kind)
    {
        foreach (var unreadable in new[] { "x\0", "x\u001B[2J", "x\u0085", "x\u007F", "x\uD83D", "\uDE00x" })
            Sample(kind).WithText(unreadable).Faults().ShouldBe([ValidationCode.TextUnreadable]);
        Sample(kind).WithText("baris 1\r\nbaris 2\tkolom 2 😀").Faults().ShouldBeEmpty();
    }

    public static TheoryData<string, Tlp> EveryChangeAndLabel =>
        new(ACommand.OfEveryKind.Where(c => c is ChangeIncident).SelectMany(_ => new[] { Tlp.Clear, Tlp.Green, Tlp.Amber }, (c, label) => (c.GetType().Name, label)));

    [Theory, MemberData(nameof(EveryChangeAndLabel))]
    public void A_change_of_the_incident_is_for_the_whole_team_under_the_incidents_own_label(string kind, Tlp label)
    {
        var incident = AnIncident.Open(label).WithProposedCrisisStatus(CrisisStatus.Crisis).WithMembers(People.CoordinatorOf("BSSN"), People.CoordinatorOf("BARESKRIM"));
        incident = incident.WithFinding(out var finding, FindingState.Verified);
        if (kind is nameof(ReleaseWall))
            incident = incident.WithWall();
        var command = Sample(kind) switch
        {
            ProposeCrisisStatus c => c with { Proposed = CrisisStatus.EarlyWarning },
            ChangeTruthStatus c => c with { Basis = finding },
            var other => other,
        };
        var actor = command switch
        {
            ProposeCrisisStatus => People.CoordinatorOf("BSSN"),
            ChangeLegalTrack => People.CoordinatorOf("BARESKRIM"),
            _ => People.Coordinator,
        };
        incident.Accept(actor, command).Marking.ShouldBe(Marking.WholeTeam(label));
    }

    static Command Sample(string kind) => ACommand.OfEveryKind.Single(c => c.GetType().Name == kind);
}
