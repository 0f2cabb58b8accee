using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class ChangeTruthStatusTests
{
    static readonly AnIncident incident = AnIncident.Open();
    static readonly Rejection needsFinding = new(RejectionCode.TruthNeedsFinding);

    [Theory]
    [InlineData(TruthStatus.Confirmed, FindingState.Verified)]
    [InlineData(TruthStatus.Unfounded, FindingState.Refuted)]
    public void It_changes_on_a_finding_in_the_one_state_that_bears_it(TruthStatus to, FindingState bearing)
    {
        foreach (var state in Enum.GetValues<FindingState>())
        {
            var at = incident.WithFinding(out var finding, state);
            if (state == bearing)
                at.After(People.Coordinator, ACommand.ChangeTruthStatus(to, finding)).State.Truth.ShouldBe(to);
            else
                at.Refuse(People.Coordinator, ACommand.ChangeTruthStatus(to, finding)).ShouldBe(needsFinding, state.ToString());
        }
    }

    [Fact]
    public void Only_the_coordinator_changes_it()
    {
        var at = incident.WithFinding(out var finding, FindingState.Verified);
        var change = ACommand.ChangeTruthStatus(TruthStatus.Confirmed, finding);
        foreach (var actor in People.Team.Where(a => a.Role is Role.Liaison).Append(People.Auditor))
            at.Refuse(actor, change).ShouldBe(new(RejectionCode.OnlyCoordinator));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall, People.CoordinatorOf("BSSN") })
            at.Refuse(actor, change).ShouldBe(new(RejectionCode.NotFound));
    }

    [Theory]
    [InlineData(TruthStatus.Confirmed)]
    [InlineData(TruthStatus.Unfounded)]
    public void It_rests_on_something(TruthStatus to)
    {
        var at = incident.WithTask(out var task);
        foreach (var basis in new Reference?[] { null, new("F-00000"), task })
            at.Refuse(People.Coordinator, ACommand.ChangeTruthStatus(to, basis)).ShouldBe(needsFinding);
    }

    [Fact]
    public void The_whole_team_sees_what_it_rests_on()
    {
        Marking[] partial =
        [
            new(Tlp.Amber, [new("BSSN"), new("BIN"), new("KPU")], []),
            new(Tlp.Red, [], [.. People.Team.Select(a => a.Person)]),
            new(Tlp.AmberStrict, [.. People.Team.Select(a => a.Agency)], []),
            new(Tlp.Red, [], [AFinding.Second.Person]),
            new(Tlp.AmberStrict, [new("BSSN"), new("BIN")], []),
        ];
        foreach (var marking in partial)
            incident.WithFinding(out var finding, FindingState.Verified, marking).Refuse(People.Coordinator, ACommand.ChangeTruthStatus(TruthStatus.Confirmed, finding)).ShouldBe(needsFinding);
        foreach (var label in new[] { Tlp.Clear, Tlp.Green, Tlp.Amber, Tlp.AmberStrict })
            incident.WithFinding(out var finding, FindingState.Verified, Marking.WholeTeam(label)).Accept(People.Coordinator, ACommand.ChangeTruthStatus(TruthStatus.Confirmed, finding));
    }

    [Fact]
    public void The_entry_names_the_finding()
    {
        var entry = incident.WithFinding(out var finding, FindingState.Verified).Accept(People.Coordinator, ACommand.ChangeTruthStatus(TruthStatus.Confirmed, finding));
        entry.Kind.ShouldBe(EntryKind.AssessmentChanged);
        entry.Cites.ShouldBe([finding]);
        entry.Events.ShouldBe([new TruthStatusChanged(TruthStatus.Alleged, TruthStatus.Confirmed, finding)]);
    }

    [Fact]
    public void Back_to_alleged_needs_no_finding()
    {
        var confirmed = incident.WithFinding(out var finding, FindingState.Verified).After(People.Coordinator, ACommand.ChangeTruthStatus(TruthStatus.Confirmed, finding));
        var back = confirmed.After(People.Coordinator, ACommand.ChangeTruthStatus(TruthStatus.Alleged, finding));
        back.State.Truth.ShouldBe(TruthStatus.Alleged);
        back.Last.Events.ShouldBe([new TruthStatusChanged(TruthStatus.Confirmed, TruthStatus.Alleged, null)]);
    }

    [Fact]
    public void What_is_so_already_is_not_recorded_again()
    {
        incident.Refuse(People.Coordinator, ACommand.ChangeTruthStatus(TruthStatus.Alleged)).ShouldBe(new(RejectionCode.AlreadySo, TruthStatus.Alleged));
        incident.WithFinding(out var finding, FindingState.Verified).After(People.Coordinator, ACommand.ChangeTruthStatus(TruthStatus.Confirmed, finding))
            .Refuse(People.Coordinator, ACommand.ChangeTruthStatus(TruthStatus.Confirmed, finding)).ShouldBe(new(RejectionCode.AlreadySo, TruthStatus.Confirmed));
    }

    [Fact]
    public void Neither_the_phase_nor_a_verdict_changes_it_by_itself() =>
        incident.InPhase(Phase.Closed).WithFinding(out _, FindingState.Verified).State.Truth.ShouldBe(TruthStatus.Alleged);

    [Fact]
    public void A_value_that_there_is_not_is_a_fault() =>
        ACommand.ChangeTruthStatus((TruthStatus)3).Faults().ShouldBe([ValidationCode.UnknownValue]);
}
