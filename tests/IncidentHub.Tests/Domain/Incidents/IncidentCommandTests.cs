using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

/// <summary>Whoever may not know that the incident exists gets one answer, whatever they ask and whatever it holds.</summary>
public class IncidentCommandTests
{
    /// <summary>It sees the incident, and does nothing.</summary>
    static readonly Actor pairedWall = People.Of(Role.Wall, "KPU", 2);

    static readonly AnIncident incident = AnIncident.Open()
        .WithMembers(People.LiaisonOf("BIN", 2)).WithoutMember(People.LiaisonOf("BIN", 2)).WithWall(pairedWall);

    static readonly Dictionary<string, Actor> outsiders = new()
    {
        ["a liaison of an agency that is no member"] = People.LiaisonOf("KEMENDAGRI"),
        ["another liaison of a member agency"] = People.LiaisonOf("BSSN", 2),
        ["a coordinator who is no member"] = People.CoordinatorOf("BSSN"),
        ["a former member"] = People.LiaisonOf("BIN", 2),
        ["a member who acts for another agency today"] = People.LiaisonOf("BSSN") with { Agency = new AgencyId("BARESKRIM") },
        ["a member who is a liaison no more"] = People.LiaisonOf("BSSN") with { Role = Role.Administrator },
        ["a commission observer"] = People.Observer,
        ["a wall"] = People.Wall,
        ["a wall that shows the incident"] = pairedWall,
        ["an administrator"] = People.Administrator,
    };

    public static TheoryData<string, string> EveryOutsiderAndCommand =>
        new(outsiders.Keys.SelectMany(_ => ACommand.OfEveryKind.Where(c => c is IncidentCommand), (who, command) => (who, command.GetType().Name)));

    [Theory, MemberData(nameof(EveryOutsiderAndCommand))]
    public void An_outsider_finds_nothing(string who, string command) =>
        incident.Refuse(outsiders[who], Sample(command)).ShouldBe(new Rejection(RejectionCode.NotFound));

    [Theory, MemberData(nameof(EveryOutsiderAndCommand))]
    public void Nor_does_the_answer_differ_from_that_of_an_incident_that_does_not_exist(string who, string command) =>
        incident.Refuse(outsiders[who], Sample(command)).ShouldBe(AnIncident.NotYetOpen().Refuse(outsiders[who], Sample(command)));

    static Command Sample(string kind) => ACommand.OfEveryKind.Single(c => c.GetType().Name == kind);
}
