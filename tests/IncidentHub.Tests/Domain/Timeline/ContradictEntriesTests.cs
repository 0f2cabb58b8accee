using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class ContradictEntriesTests
{
    static readonly Marking forTwo = new(Tlp.AmberStrict, [new("BSSN"), new("KPU")], []);

    [Fact]
    public void Any_agency_notes_that_entries_of_others_contradict_each_other()
    {
        var incident = AnIncident.Open()
            .WithEntry(People.LiaisonOf("KOMINFO"), Marking.WholeTeam(Tlp.Green), out var taken)
            .WithEntry(People.LiaisonOf("KPU"), Marking.WholeTeam(Tlp.Amber), out var checking);
        var contradiction = incident.Accept(People.LiaisonOf("BIN"), ACommand.Contradict(taken, checking));
        contradiction.Kind.ShouldBe(EntryKind.Contradiction);
        contradiction.Cites.ShouldBe([taken, checking]);
        contradiction.Events.ShouldHaveSingleItem().ShouldBeOfType<EntriesContradicted>().Contradicting.ShouldBe([taken, checking]);
        contradiction.Releasable.ShouldBeFalse();
    }

    [Fact]
    public void The_auditor_does_so_too_also_of_what_only_the_auditor_and_two_agencies_see() =>
        AnIncident.Open().WithEntry(People.LiaisonOf("BSSN"), forTwo, out var entry)
            .Accept(People.Auditor, ACommand.Contradict(entry) with { Marking = forTwo }).Marking.ShouldBe(forTwo);

    [Theory]
    [InlineData("KPU")]
    [InlineData(null)]
    public void A_recipient_and_the_auditor_contradict_a_red_entry_for_those_whom_it_names(string? agency)
    {
        var kpu = People.LiaisonOf("KPU").Person;
        var red = AnIncident.Open().WithEntry(People.LiaisonOf("BSSN"), new(Tlp.Red, [], [kpu]), out var entry);
        var actor = agency is null ? People.Auditor : People.LiaisonOf(agency);
        var contradict = ACommand.Contradict(entry);
        red.Accept(actor, contradict with { Marking = new(Tlp.Red, [], [kpu]) }).Marking.Recipients.ShouldBe(new[] { kpu, actor.Person }.Distinct(), ignoreOrder: true);
        red.Refuse(actor, contradict with { Marking = new(Tlp.Red, [], [kpu, People.LiaisonOf("BIN").Person]) }).Code.ShouldBe(RejectionCode.WiderThanCited);
    }

    [Fact]
    public void It_is_within_each_entry_that_it_is_about()
    {
        var incident = AnIncident.Open()
            .WithEntry(People.LiaisonOf("BSSN"), forTwo, out var strict)
            .WithEntry(People.LiaisonOf("KPU"), Marking.WholeTeam(Tlp.Amber), out var open);
        var kpu = People.LiaisonOf("KPU");
        incident.Refuse(kpu, ACommand.Contradict(open, strict)).Code.ShouldBe(RejectionCode.WiderThanCited);
        incident.Refuse(kpu, ACommand.Contradict(open, strict) with { Marking = Marking.WholeTeam(Tlp.AmberStrict) }).Code.ShouldBe(RejectionCode.WiderThanCited);
        incident.Refuse(kpu, ACommand.Contradict(open, strict) with { Marking = forTwo with { Tlp = Tlp.Amber } }).Code.ShouldBe(RejectionCode.WiderThanCited);
        incident.Accept(kpu, ACommand.Contradict(open, strict) with { Marking = forTwo }).Marking.ShouldBe(forTwo);
    }

    [Fact]
    public void It_is_about_1_to_20_different_entries()
    {
        var references = Enumerable.Range(0, 21).Select(i => new Reference($"E-{i}")).ToArray();
        ACommand.Contradict([.. references[..20]]).Faults().ShouldBeEmpty();
        ACommand.Contradict([.. references]).Faults().ShouldBe([ValidationCode.TooManyCites]);
        ACommand.Contradict([]).Faults().ShouldBe([ValidationCode.CitesRequired]);
        ACommand.Contradict(references[0], references[0]).Faults().ShouldBe([ValidationCode.CitesRequired]);
    }
}
