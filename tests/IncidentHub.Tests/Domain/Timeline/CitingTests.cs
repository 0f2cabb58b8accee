using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>Whoever guesses the reference of an entry that they may not see learns nothing by citing it.</summary>
public class CitingTests
{
    static readonly Reference nothing = new("E-00000000");
    static readonly Actor author = People.LiaisonOf("BSSN");
    static readonly AnIncident incident = AnIncident.Open()
        .WithMembers(People.LiaisonOf("BSSN", 2))
        .WithEntry(author, new(Tlp.AmberStrict, [new("BSSN"), new("KPU")], []), out forTwo)
        .WithEntry(author, new(Tlp.Red, [], [People.LiaisonOf("KPU").Person]), out red)
        .WithEntry(author, Marking.WholeTeam(Tlp.Green), out erased)
        .WithEntry(author, Marking.WholeTeam(Tlp.Green), out visible)
        .WithErased(erased);
    static readonly Reference forTwo, red, erased, visible;

    static readonly Dictionary<string, (Actor Actor, Reference Cited)> hidden = new()
    {
        ["another agency's, for two agencies"] = (People.LiaisonOf("BIN"), forTwo),
        ["the same to a coordinator outside its audience"] = (People.CoordinatorOf("BARESKRIM"), forTwo),
        ["a RED one that names somebody else"] = (People.LiaisonOf("BIN"), red),
        ["a RED one of a colleague"] = (People.LiaisonOf("BSSN", 2), red),
        ["a RED one, to the coordinator of the recipient's agency"] = (People.Coordinator, red),
        ["one's own, lawfully erased"] = (author, erased),
        ["an erased one, to the auditor"] = (People.Auditor, erased),
    };

    public static TheoryData<string> EveryHiddenEntry => [.. hidden.Keys];

    [Theory, MemberData(nameof(EveryHiddenEntry))]
    public void Correcting_it_is_answered_as_if_it_did_not_exist(string which)
    {
        var (actor, cited) = hidden[which];
        var answer = Incident.Try(actor, ACommand.Correct(cited));
        answer.ShouldBe(Incident.Try(actor, ACommand.Correct(nothing)));
        answer.ShouldBe(new Decision.Refused(new(RejectionCode.NotFound)));
    }

    [Theory, MemberData(nameof(EveryHiddenEntry))]
    public void Nor_does_choosing_a_marking_tell_more(string which)
    {
        var (actor, cited) = hidden[which];
        foreach (var marking in new[] { Marking.WholeTeam(Tlp.Clear), new(Tlp.Red, [], []), new(Tlp.Amber, [new("NOBODY")], []) })
        {
            Incident.Try(actor, ACommand.Correct(cited) with { Marking = marking })
                .ShouldBe(Incident.Try(actor, ACommand.Correct(nothing) with { Marking = marking }));
            Incident.Try(actor, ACommand.Contradict(visible, cited) with { Marking = marking })
                .ShouldBe(Incident.Try(actor, ACommand.Contradict(visible, nothing) with { Marking = marking }));
        }
    }

    [Theory, MemberData(nameof(EveryHiddenEntry))]
    public void Contradicting_it_is_answered_as_if_it_did_not_exist(string which)
    {
        var (actor, cited) = hidden[which];
        var answer = Incident.Try(actor, ACommand.Contradict(visible, cited));
        answer.ShouldBe(Incident.Try(actor, ACommand.Contradict(visible, nothing)));
        answer.ShouldBe(new Decision.Refused(new(RejectionCode.NotFound)));
    }

    [Fact]
    public void The_same_entries_are_found_by_those_who_see_them()
    {
        Incident.Accept(author, ACommand.Correct(forTwo)).Cites.ShouldBe([forTwo]);
        Incident.Accept(author, ACommand.Correct(red)).Cites.ShouldBe([red]);
        Incident.Accept(People.LiaisonOf("KPU"), ACommand.Contradict(red) with { Marking = new(Tlp.Red, [], [People.LiaisonOf("KPU").Person]) }).Cites.ShouldBe([red]);
    }

    static AnIncident Incident => incident.WithMembers(People.CoordinatorOf("BARESKRIM"));
}
