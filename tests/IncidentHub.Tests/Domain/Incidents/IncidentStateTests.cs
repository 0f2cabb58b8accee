using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class IncidentStateTests
{
    static readonly AnIncident incident = AnIncident.Open()
        .InPhase(Phase.Contained)
        .WithMembers(People.LiaisonOf("KEMENDAGRI"))
        .WithProposedCrisisStatus(CrisisStatus.Crisis)
        .WithEntry(People.LiaisonOf("BSSN"), Marking.WholeTeam(Tlp.Green), out _)
        .WithoutMember(People.LiaisonOf("BIN"));

    [Fact]
    public void Before_it_is_opened_it_does_not_exist_for_anybody()
    {
        var state = AnIncident.NotYetOpen().State;
        state.Exists.ShouldBeFalse();
        foreach (var actor in new[] { People.Coordinator, People.LiaisonOf("KPU"), People.Auditor, People.System })
            state.ViewpointOf(actor).ShouldBeNull();
    }

    [Fact]
    public void It_is_the_fold_of_its_entries()
    {
        var folded = Fold(incident.Entries);
        folded.Number.ShouldBe(incident.Entries.Count);
        folded.Phase.ShouldBe(Phase.Contained);
        folded.ProposedCrisis.ShouldBe(CrisisStatus.Crisis);
        folded.OpenedAt.ShouldBe(incident.Entries[0].RecordedAt);
        folded.Members.Values.Select(m => m.Agency.Code).Order().ShouldBe(["BARESKRIM", "BSSN", "KEMENDAGRI", "KOMINFO", "KPU", "KPU"]);
        folded.Known.Count.ShouldBe(7);
        folded.OnWalls.Latest.Select(e => e.Reference).ShouldBe(incident.State.OnWalls.Latest.Select(e => e.Reference));
        BesideWalls(folded).ShouldBeEquivalentTo(BesideWalls(incident.State));
    }

    [Fact]
    public void An_erased_body_takes_its_number_and_changes_nothing()
    {
        var erased = incident.State.Apply(new TimelineEntry(incident.State.Number + 1, AnIncident.Now, Content: null));
        erased.ShouldBe(incident.State with { Number = incident.State.Number + 1 });
    }

    [Fact]
    public void The_erased_body_of_a_plain_entry_leaves_the_same_state_and_is_on_no_wall()
    {
        var written = incident.Entries.Single(e => e.Content!.Kind is EntryKind.StatusUpdate).Content!.Reference;
        var erased = Fold(incident.WithErased(written).Entries);
        BesideWalls(erased).ShouldBeEquivalentTo(BesideWalls(incident.State));
        incident.State.OnWalls.Latest.ShouldContain(e => e.Reference == written);
        erased.OnWalls.Latest.ShouldNotContain(e => e.Reference == written);
    }

    [Theory]
    [InlineData(Role.Liaison)]
    [InlineData(Role.Coordinator)]
    public void A_member_looks_from_the_agency_that_they_act_for(Role role)
    {
        var member = role is Role.Liaison ? People.LiaisonOf("KPU") : People.Coordinator;
        incident.State.ViewpointOf(member).ShouldBe(new Viewpoint(role, new AgencyId("KPU"), member.Person));
        incident.State.ViewpointOf(member with { Agency = new AgencyId("BSSN") }).ShouldBeNull();
    }

    [Fact]
    public void An_auditor_looks_without_being_a_member() =>
        incident.State.ViewpointOf(People.Auditor).ShouldBe(new Viewpoint(Role.Auditor, People.Auditor.Agency, People.Auditor.Person));

    // The only place where the state keeps what entries say.
    static IncidentState BesideWalls(IncidentState state) => state with { OnWalls = WallLog.Empty };

    static IncidentState Fold(IEnumerable<TimelineEntry> entries) =>
        entries.Aggregate(AnIncident.NotYetOpen().State, (state, entry) => state.Apply(entry));
}
