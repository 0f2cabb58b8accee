using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>Which marking an entry may get, tried with a plain one, a remark and an audit note.</summary>
public class EntryRulesTests
{
    static readonly Actor author = People.LiaisonOf("BSSN");
    static readonly AnIncident incident = AnIncident.Open().WithEntry(author, Marking.WholeTeam(Tlp.Clear), out cited);
    static readonly Reference cited;

    public static TheoryData<string> EveryWay => ["write", "audit note", "contradict", "correct"];

    [Theory, MemberData(nameof(EveryWay))]
    public void The_authors_agency_is_always_in_its_own_audience(string way)
    {
        var marking = new Marking(Tlp.AmberStrict, [new("KPU")], []);
        string[] expected = way is "audit note" ? ["KPU"] : ["BSSN", "KPU"];
        incident.Accept(By(way), Marked(way, marking)).Marking.Audience.Select(a => a.Code).ShouldBe(expected);
    }

    [Theory, MemberData(nameof(EveryWay))]
    public void The_whole_team_stays_the_whole_team(string way) =>
        incident.Accept(By(way), Marked(way, Marking.WholeTeam(Tlp.Green))).Marking.ShouldBe(Marking.WholeTeam(Tlp.Green));

    [Theory, MemberData(nameof(EveryWay))]
    public void The_audience_names_members_only(string way)
    {
        Rejected(way, new(Tlp.Amber, [new("BSSN"), new("KEMENDAGRI")], [])).ShouldBe(new(RejectionCode.AudienceNotMember, new AgencyId("KEMENDAGRI")));
        incident.WithoutMember(People.LiaisonOf("BIN")).Refuse(By(way), Marked(way, new(Tlp.Amber, [new("BIN")], []))).Code
            .ShouldBe(RejectionCode.AudienceNotMember);
    }

    [Theory, MemberData(nameof(EveryWay))]
    public void Red_names_its_recipients(string way)
    {
        Rejected(way, Red([], [])).Code.ShouldBe(RejectionCode.RedNeedsRecipients);
        incident.Accept(By(way), Marked(way, Red([], [People.LiaisonOf("BIN").Person]))).Marking.Recipients.ShouldContain(People.LiaisonOf("BIN").Person);
    }

    [Theory, MemberData(nameof(EveryWay))]
    public void Reds_author_is_always_among_its_recipients(string way)
    {
        var bin = People.LiaisonOf("BIN").Person;
        incident.Accept(By(way), Marked(way, Red([], [bin]))).Marking.Recipients.ShouldBe([bin, By(way).Person], ignoreOrder: true);
        incident.Accept(By(way), Marked(way, Red([], [bin, author.Person]))).Marking.Recipients.ShouldBe(new[] { bin, author.Person, By(way).Person }.Distinct(), ignoreOrder: true);
    }

    [Theory]
    [InlineData(Tlp.Clear)]
    [InlineData(Tlp.Green)]
    [InlineData(Tlp.Amber)]
    [InlineData(Tlp.AmberStrict)]
    public void No_other_label_names_recipients(Tlp label) =>
        Rejected("write", new(label, [], [People.LiaisonOf("BIN").Person])).Code.ShouldBe(RejectionCode.OnlyRedNamesRecipients);

    [Theory, MemberData(nameof(EveryWay))]
    public void A_recipient_is_a_member(string way)
    {
        Rejected(way, Red([], [People.LiaisonOf("BSSN", 2).Person])).Code.ShouldBe(RejectionCode.RecipientNotMember);
        Rejected(way, Red([], [People.Auditor.Person])).Code.ShouldBe(RejectionCode.RecipientNotMember);
    }

    [Theory, MemberData(nameof(EveryWay))]
    public void A_recipient_is_within_the_audience(string way)
    {
        Rejected(way, Red([new("BSSN"), new("KPU")], [People.LiaisonOf("BIN").Person]))
            .ShouldBe(new(RejectionCode.RecipientOutsideAudience, People.LiaisonOf("BIN").Name));
        incident.Accept(By(way), Marked(way, Red([new("BSSN"), new("BIN")], [People.LiaisonOf("BIN").Person]))).Marking.Tlp.ShouldBe(Tlp.Red);
    }

    static Rejection Rejected(string way, Marking marking) => incident.Refuse(By(way), Marked(way, marking));

    static Marking Red(ImmutableSortedSet<AgencyId> audience, ImmutableSortedSet<PersonId> recipients) => new(Tlp.Red, audience, recipients);

    static Actor By(string way) => way is "audit note" ? People.Auditor : author;

    static Command Marked(string way, Marking marking) => way switch
    {
        "write" => ACommand.Write(marking),
        "audit note" => ACommand.AuditNote(marking),
        "contradict" => ACommand.Contradict(cited) with { Marking = marking },
        _ => ACommand.Correct(cited) with { Marking = marking },
    };
}
