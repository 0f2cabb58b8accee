using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Wall;

public class PairWallTests
{
    static readonly AnIncident incident = AnIncident.Open();
    static readonly Actor wall = People.Wall;

    [Fact]
    public void A_paired_wall_looks_at_the_incident_and_everybody_can_see_that_it_does()
    {
        incident.State.ViewpointOf(wall).ShouldBeNull();
        var paired = incident.WithWall();
        paired.State.ViewpointOf(wall).ShouldBe(new Viewpoint(Role.Wall, wall.Agency, wall.Person));
        paired.State.Walls.Values.ShouldBe([new PairedWall(wall.Person, "Ruang krisis KPU", "Lantai 2", AnIncident.Now.AddDays(7))]);
        paired.Last.Kind.ShouldBe(EntryKind.MembershipChanged);
        paired.Last.Marking.ShouldBe(Marking.WholeTeam(incident.State.Tlp));
        paired.State.Members.ShouldBe(incident.State.Members);
    }

    [Fact]
    public void All_walls_of_an_agency_share_one_view()
    {
        var other = People.Of(Role.Wall, "KPU", 2);
        var state = incident.WithWall().WithWall(other).State;
        state.Shared(state.ViewpointOf(other)!).ShouldBe(state.Shared(state.ViewpointOf(wall)!));
    }

    [Fact]
    public void The_id_of_a_wall_opens_nothing_for_another_role()
    {
        foreach (var role in new[] { Role.Coordinator, Role.Liaison, Role.CommissionObserver, Role.Administrator })
            incident.WithWall().State.ViewpointOf(wall with { Role = role }).ShouldBeNull();
    }

    [Fact]
    public void A_released_wall_finds_nothing_and_may_be_paired_again()
    {
        var released = incident.WithWall().After(People.Coordinator, ACommand.Release());
        released.State.ViewpointOf(wall).ShouldBeNull();
        released.State.Walls.ShouldBeEmpty();
        released.WithWall().State.ViewpointOf(wall).ShouldNotBeNull();
    }

    [Fact]
    public void Any_coordinator_of_the_incident_releases_it()
    {
        var other = People.CoordinatorOf("BSSN");
        incident.WithMembers(other).WithWall().After(other, ACommand.Release()).State.Walls.ShouldBeEmpty();
        incident.WithWall().Refuse(other, ACommand.Release()).Code.ShouldBe(RejectionCode.NotFound);
    }

    [Fact]
    public void Nothing_is_paired_twice_and_nothing_released_that_is_not_there()
    {
        incident.WithWall().Refuse(People.Coordinator, ACommand.Pair()).ShouldBe(new(RejectionCode.WallAlreadyPaired, "Ruang krisis KPU"));
        incident.Refuse(People.Coordinator, ACommand.Release()).Code.ShouldBe(RejectionCode.NotFound);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    [InlineData(90 * 24 * 60, true)]
    [InlineData(90 * 24 * 60 + 1, false)]
    public void Its_life_ends_in_the_future_and_within_ninety_days(int minutes, bool isAccepted)
    {
        var pair = ACommand.Pair() with { Until = AnIncident.Now.AddMinutes(minutes) };
        if (isAccepted)
            incident.Accept(People.Coordinator, pair);
        else
            incident.Refuse(People.Coordinator, pair).Code.ShouldBe(RejectionCode.WallLife);
    }

    [Fact]
    public void It_has_a_name_and_a_place_of_sixty_characters_at_most()
    {
        var pair = ACommand.Pair();
        (pair with { Name = new string('x', 60), Place = new string('x', 60) }).Faults().ShouldBeEmpty();
        (pair with { Name = " \u200B" }).Faults().ShouldBe([ValidationCode.WallNameRequired]);
        (pair with { Name = new string('x', 61) }).Faults().ShouldBe([ValidationCode.WallNameTooLong]);
        (pair with { Place = "" }).Faults().ShouldBe([ValidationCode.WallPlaceRequired]);
        (pair with { Place = new string('x', 61) }).Faults().ShouldBe([ValidationCode.WallPlaceTooLong]);
        (pair with { Name = "a\0b", Place = "a\u001Bb" }).Faults().ShouldBe([ValidationCode.TextUnreadable, ValidationCode.TextUnreadable]);
        (pair with { Wall = default }).Faults().ShouldBe([ValidationCode.UnknownValue]);
    }

    [Fact]
    public void What_surrounds_a_name_is_not_kept() =>
        incident.After(People.Coordinator, ACommand.Pair() with { Name = " Ruang krisis ", Place = " Lobi " }).State.Walls[wall.Person].ShouldSatisfyAllConditions(
            paired => paired.Name.ShouldBe("Ruang krisis"), paired => paired.Place.ShouldBe("Lobi"));
}
