using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class CorrectEntryTests
{
    static readonly Actor author = People.LiaisonOf("BSSN");
    static readonly AnIncident incident = AnIncident.Open().WithMembers(People.LiaisonOf("BSSN", 2));

    [Fact]
    public void It_stands_beside_the_entry_marked_as_that_is()
    {
        var marking = new Marking(Tlp.AmberStrict, [new("BSSN"), new("KPU")], []);
        var correction = incident.WithEntry(author, marking, out var entry).Accept(author, ACommand.Correct(entry));
        correction.Kind.ShouldBe(EntryKind.Correction);
        correction.Cites.ShouldBe([entry]);
        correction.Events.ShouldBe([new EntryCorrected(entry)]);
        correction.Marking.ShouldBe(marking);
        correction.OccurredAt.ShouldBe(AnIncident.Now);
    }

    [Fact]
    public void A_colleague_of_the_authors_agency_corrects_it_too() =>
        incident.WithEntry(author, Marking.WholeTeam(Tlp.Amber), out var entry)
            .Accept(People.LiaisonOf("BSSN", 2), ACommand.Correct(entry)).Author.ShouldBe(People.LiaisonOf("BSSN", 2));

    [Fact]
    public void Another_agency_does_not_and_is_told_whose_it_is() =>
        incident.WithEntry(author, Marking.WholeTeam(Tlp.Amber), out var entry)
            .Refuse(People.Coordinator, ACommand.Correct(entry)).ShouldBe(new(RejectionCode.OnlyAuthorsAgency, author.AgencyName));

    [Fact]
    public void A_change_of_state_is_corrected_like_any_entry()
    {
        var opened = incident.Entries[0].Content!.Reference;
        incident.Accept(People.LiaisonOf("KPU"), ACommand.Correct(opened)).Cites.ShouldBe([opened]);
    }

    [Fact]
    public void A_correction_may_be_corrected()
    {
        var corrected = incident.WithEntry(author, Marking.WholeTeam(Tlp.Amber), out var entry).After(author, ACommand.Correct(entry));
        corrected.Accept(author, ACommand.Correct(corrected.Last.Reference)).Kind.ShouldBe(EntryKind.Correction);
    }

    [Fact]
    public void It_may_be_stricter_than_the_entry_never_wider()
    {
        var amber = incident.WithEntry(author, new(Tlp.Amber, [new("BSSN"), new("KPU")], []), out var entry);
        var correct = ACommand.Correct(entry);
        amber.Accept(author, correct with { Marking = new(Tlp.AmberStrict, [new("BSSN")], []) }).Marking.Tlp.ShouldBe(Tlp.AmberStrict);
        amber.Refuse(author, correct with { Marking = new(Tlp.Green, [new("BSSN"), new("KPU")], []) }).Code.ShouldBe(RejectionCode.WiderThanCited);
        amber.Refuse(author, correct with { Marking = new(Tlp.Amber, [new("BSSN"), new("BIN")], []) }).Code.ShouldBe(RejectionCode.WiderThanCited);
        amber.Refuse(author, correct with { Marking = Marking.WholeTeam(Tlp.AmberStrict) }).Code.ShouldBe(RejectionCode.WiderThanCited);
    }

    [Fact]
    public void Of_a_red_entry_it_names_nobody_further()
    {
        var (kpu, bin) = (People.LiaisonOf("KPU").Person, People.LiaisonOf("BIN").Person);
        var red = incident.WithEntry(author, new(Tlp.Red, [], [kpu]), out var entry);
        red.Accept(author, ACommand.Correct(entry)).Marking.Recipients.ShouldBe([kpu, author.Person], ignoreOrder: true);
        red.Accept(author, ACommand.Correct(entry) with { Marking = new(Tlp.Red, [], [author.Person]) }).Marking.Recipients.ShouldBe([author.Person]);
        red.Refuse(author, ACommand.Correct(entry) with { Marking = new(Tlp.Red, [], [kpu, bin]) }).Code.ShouldBe(RejectionCode.WiderThanCited);
    }

    [Fact]
    public void It_is_releasable_as_the_entry_is_unless_its_label_forbids_that()
    {
        var releasable = incident.After(author, ACommand.Write(Marking.WholeTeam(Tlp.Green)) with { Releasable = true });
        var correct = ACommand.Correct(releasable.Last.Reference);
        releasable.Accept(author, correct).Releasable.ShouldBeTrue();
        releasable.Accept(author, correct with { Marking = Marking.WholeTeam(Tlp.AmberStrict) }).Releasable.ShouldBeFalse();
        incident.WithEntry(author, Marking.WholeTeam(Tlp.Green), out var other).Accept(author, ACommand.Correct(other)).Releasable.ShouldBeFalse();
    }
}
