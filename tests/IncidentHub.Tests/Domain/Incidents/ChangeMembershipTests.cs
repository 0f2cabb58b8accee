using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class ChangeMembershipTests
{
    static readonly AnIncident incident = AnIncident.Open();

    [Fact]
    public void A_new_member_acts_from_then_on()
    {
        var newcomer = People.LiaisonOf("KEMENDAGRI");
        var after = incident.After(People.Coordinator, ACommand.Add(newcomer));
        after.State.Members[newcomer.Person].ShouldBe(new Member(newcomer.Person, newcomer.Name, newcomer.Agency, newcomer.AgencyName, newcomer.Role));
        after.Accept(newcomer, ACommand.Write()).Author.ShouldBe(newcomer);
    }

    [Fact]
    public void Nobody_is_added_twice() =>
        incident.Refuse(People.Coordinator, ACommand.Add(People.LiaisonOf("BIN"))).ShouldBe(new(RejectionCode.AlreadyMember, People.LiaisonOf("BIN").Name));

    [Fact]
    public void Whoever_has_no_account_is_not_found() =>
        incident.Refuse(People.Coordinator, ACommand.Add(People.LiaisonOf("NOBODY"))).Code.ShouldBe(RejectionCode.NotFound);

    [Fact]
    public void Only_those_who_act_for_an_agency_become_members()
    {
        foreach (var person in new[] { People.Auditor, People.Observer, People.Wall, People.Administrator })
            incident.Refuse(People.Coordinator, ACommand.Add(person)).Code.ShouldBe(RejectionCode.NotALiaison);
    }

    [Fact]
    public void A_removed_member_is_out_and_stays_readable_as_author()
    {
        var removed = People.LiaisonOf("BIN");
        var after = incident.WithoutMember(removed);
        after.State.Members.ShouldNotContainKey(removed.Person);
        after.State.Agencies.ShouldNotContain(removed.Agency);
        after.State.Known.ShouldContainKey(removed.Person);
        after.State.ViewpointOf(removed).ShouldBeNull();
    }

    [Fact]
    public void A_removed_member_may_come_back()
    {
        var person = People.LiaisonOf("BIN");
        incident.WithoutMember(person).WithMembers(person).State.ViewpointOf(person).ShouldNotBeNull();
    }

    [Fact]
    public void Only_a_member_is_removed()
    {
        incident.Refuse(People.Coordinator, ACommand.Remove(People.LiaisonOf("KPU", 2))).Code.ShouldBe(RejectionCode.NotAMember);
        incident.WithoutMember(People.LiaisonOf("BIN")).Refuse(People.Coordinator, ACommand.Remove(People.LiaisonOf("BIN"))).Code.ShouldBe(RejectionCode.NotAMember);
    }

    [Fact]
    public void The_last_coordinator_stays() =>
        incident.Refuse(People.Coordinator, ACommand.Remove(People.Coordinator)).Code.ShouldBe(RejectionCode.NeedsCoordinatorMember);

    [Fact]
    public void A_coordinator_may_leave_when_another_one_stays()
    {
        var after = incident.WithMembers(People.CoordinatorOf("BSSN")).WithoutMember(People.Coordinator);
        after.State.Members.ShouldNotContainKey(People.Coordinator.Person);
        after.Refuse(People.CoordinatorOf("BSSN"), ACommand.Remove(People.CoordinatorOf("BSSN"))).Code.ShouldBe(RejectionCode.NeedsCoordinatorMember);
    }
}
