using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class SharingTests
{
    /// <summary>
    /// Written from the domain's sentences, not from the code: role | label | is the viewer's agency in the audience (an empty audience
    /// is the whole team, to which a wall or an observer has no agency to add) | is the viewer a named recipient or the author | sight.
    /// The first row that fits holds.
    /// </summary>
    const string Oracle = """
        Auditor            | *           | *     | *     | Full
        Administrator      | *           | *     | *     | Hidden
        System             | *           | *     | *     | Hidden
        CommissionObserver | *           | *     | *     | Hidden
        Wall               | *           | some  | *     | Hidden
        Wall               | *           | out   | *     | Hidden
        Wall               | Clear       | team  | *     | Full
        Wall               | Green       | team  | *     | Full
        Wall               | Amber       | team  | *     | Heading
        Wall               | AmberStrict | team  | *     | Hidden
        Wall               | Red         | team  | *     | Hidden
        *                  | *           | out   | *     | Hidden
        *                  | Red         | *     | other | Hidden
        *                  | *           | *     | *     | Full
        """;

    static readonly List<string[]> rows = [.. Oracle.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))];

    [Fact]
    public void Sight_is_as_the_domain_says() =>
        Always.Holds(
            from viewer in Some.Viewpoint
            from marking in Some.Marking
            from author in Some.Person
            select (viewer, marking, author),
            c => Sharing.See(c.viewer, c.marking, c.author) == Expected(c.viewer, c.marking, c.author),
            times: 20_000);

    [Fact]
    public void Narrowing_a_marking_never_lets_anybody_see_more() =>
        Always.Holds(
            from wide in Some.Marking
            from narrow in Narrower(wide)
            from author in Some.Person
            select (wide, narrow, author),
            c => c.narrow.IsWithin(c.wide)
                && Some.EveryViewpoint.All(v => Sharing.See(v, c.narrow, c.author) <= Sharing.See(v, c.wide, c.author)));

    [Fact]
    public void Red_is_for_the_named_and_the_author_within_the_audience_and_the_auditor() =>
        Always.Holds(
            from marking in Some.Marking
            from author in Some.Person
            select (marking: marking with { Tlp = Tlp.Red }, author),
            c => Some.EveryViewpoint.All(v =>
                Sharing.See(v, c.marking, c.author) is Sight.Hidden
                || v.Role is Role.Auditor
                || v.Role is Role.Liaison or Role.Coordinator
                    && (c.marking.Audience.IsEmpty || c.marking.Audience.Contains(v.Agency))
                    && (c.marking.Recipients.Contains(v.Person) || c.author == v.Person)));

    /// <summary>The system writes as no person, and a view that colleagues share is no person's: the two are not the same one.</summary>
    [Fact]
    public void Whoever_looks_as_nobody_in_particular_is_neither_author_nor_recipient()
    {
        foreach (var viewer in Some.EveryViewpoint.Where(v => v.Role is Role.Liaison or Role.Coordinator))
            Sharing.See(viewer with { Person = default }, new(Tlp.Red, [], [default]), author: default).ShouldBe(Sight.Hidden);
    }

    [Fact]
    public void A_coordinator_sees_as_their_agency_does_and_no_more() =>
        Always.Holds(
            from viewer in Some.Viewpoint
            from marking in Some.Marking
            from author in Some.Person
            select (viewer, marking, author),
            c => Sharing.See(c.viewer with { Role = Role.Coordinator }, c.marking, c.author)
                == Sharing.See(c.viewer with { Role = Role.Liaison }, c.marking, c.author));

    [Fact]
    public void What_BSSN_wrote_strictly_for_itself_and_KPU_is_hidden_from_everyone_else_but_the_auditor()
    {
        var marking = new Marking(Tlp.AmberStrict, [new("BSSN"), new("KPU")], []);
        var author = People.LiaisonOf("BSSN").Person;

        foreach (var actor in new[] { People.LiaisonOf("BSSN"), People.LiaisonOf("BSSN", 2), People.LiaisonOf("KPU"), People.Coordinator, People.Auditor })
            Sharing.See(From(actor), marking, author).ShouldBe(Sight.Full, actor.Name);
        foreach (var actor in new[]
        {
            People.LiaisonOf("BARESKRIM"), People.LiaisonOf("BIN"), People.LiaisonOf("KOMINFO"), People.CoordinatorOf("BARESKRIM"),
            People.Observer, People.Wall, People.Administrator, People.System,
        })
            Sharing.See(From(actor), marking, author).ShouldBe(Sight.Hidden, actor.Name);
    }

    static Sight Expected(Viewpoint viewer, Marking marking, PersonId author)
    {
        var audience = marking.Audience.Count == 0 ? "team" : marking.Audience.Any(a => a.Code == viewer.Agency.Code) ? "some" : "out";
        var named = marking.Recipients.Any(p => p.Value == viewer.Person.Value) || author.Value == viewer.Person.Value ? "named" : "other";
        string[] asked = [viewer.Role.ToString(), marking.Tlp.ToString(), audience, named];
        return Enum.Parse<Sight>(rows.First(row => row.Zip(asked).All(pair => pair.First is "*" || pair.First == pair.Second))[^1]);
    }

    static FsCheck.Gen<Marking> Narrower(Marking wide) =>
        from steps in Gen.Choose(0, (int)Tlp.Red - (int)wide.Tlp)
        from agencies in Gen.NonEmptyListOf(Gen.Elements<AgencyId>(wide.Audience.IsEmpty ? Some.Agencies : [.. wide.Audience]))
        from keepTeam in Gen.Elements(true, false)
        from persons in Gen.SubListOf<PersonId>(wide.Tlp is Tlp.Red ? [.. wide.Recipients] : Some.Persons)
        select new Marking(wide.Tlp + steps, keepTeam && wide.IsForWholeTeam ? [] : [.. agencies], [.. persons]);

    static Viewpoint From(Actor actor) => new(actor.Role, actor.Agency, actor.Person);
}
