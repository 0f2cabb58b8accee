using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class OutsideTests
{
    [Theory]
    [InlineData(Tlp.Clear, true, true)]
    [InlineData(Tlp.Green, true, true)]
    [InlineData(Tlp.Amber, true, true)]
    [InlineData(Tlp.AmberStrict, false, true)]
    [InlineData(Tlp.Red, false, false)]
    public void What_is_said_outside_depends_on_the_label(Tlp label, bool isNamed, bool isMentioned) =>
        (label.IsNamedOutside(), label.IsMentionedToMany()).ShouldBe((isNamed, isMentioned));

    [Fact]
    public void An_agency_itself_sees_what_all_of_its_members_see_and_does_nothing()
    {
        var agency = Actor.Of(AClarification.Addressed.Agency);
        var incident = AnIncident.Open().WithClarification(out var open).WithClarification(out var named, marking: new Marking(Tlp.Red, [], [AClarification.Requester.Person, AClarification.Addressed.Person]));
        var viewpoint = incident.State.ViewpointOf(agency).ShouldNotBeNull();
        incident.State.Clarification(open, viewpoint).ShouldNotBeNull();
        incident.State.Clarification(named, viewpoint).ShouldBeNull();
        incident.State.ViewpointOf(Actor.Of(new AgencyId("KEMENDAGRI"))).ShouldBeNull();
        incident.Refuse(agency, ACommand.Write()).ShouldBe(new(RejectionCode.NotFound));
    }
}
