using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class ChangePhaseTests
{
    /// <summary>From each row to each column: anybody who acts for an agency, the coordinator only, or nobody.</summary>
    const string Moves = """
                  | Reported | Triage | Active | Contained | Recovery | Review | Closed | Dismissed
        Reported  | -        | any    | -      | -         | -        | -      | -      | -
        Triage    | -        | -      | any    | -         | -        | -      | -      | coord
        Active    | -        | -      | -      | any       | -        | -      | -      | -
        Contained | -        | -      | coord  | -         | any      | -      | -      | -
        Recovery  | -        | -      | coord  | -         | -        | any    | -      | -
        Review    | -        | -      | coord  | -         | -        | -      | coord  | -
        Closed    | -        | -      | coord  | -         | -        | -      | -      | -
        Dismissed | -        | coord  | -      | -         | -        | -      | -      | -
        """;

    public static TheoryData<Phase, Phase, string> EveryPair =>
        [.. Moves.CellsOfTable().Select(c => (Enum.Parse<Phase>(c.Row), Enum.Parse<Phase>(c.Column), c.Content))];

    [Fact]
    public void The_table_has_all_pairs() => EveryPair.Count.ShouldBe(8 * 8);

    [Theory, MemberData(nameof(EveryPair))]
    public void The_coordinator_makes_every_move_that_there_is(Phase from, Phase to, string who)
    {
        var incident = AnIncident.Open().InPhase(from);
        if (who is "-")
            incident.Refuse(People.Coordinator, ACommand.ChangePhase(to)).Code.ShouldBe(RejectionCode.PhaseMayNotFollow);
        else
            incident.After(People.Coordinator, ACommand.ChangePhase(to)).State.Phase.ShouldBe(to);
    }

    [Theory, MemberData(nameof(EveryPair))]
    public void A_liaison_moves_forward_up_to_review(Phase from, Phase to, string who)
    {
        var incident = AnIncident.Open().InPhase(from);
        var liaison = People.LiaisonOf("BIN");
        if (who is "any")
            incident.After(liaison, ACommand.ChangePhase(to)).State.Phase.ShouldBe(to);
        else
            incident.Refuse(liaison, ACommand.ChangePhase(to)).Code
                .ShouldBe(who is "coord" ? RejectionCode.OnlyCoordinator : RejectionCode.PhaseMayNotFollow);
    }

    [Fact]
    public void The_refusal_says_where_the_incident_is_and_where_it_may_go()
    {
        var refusal = AnIncident.Open().InPhase(Phase.Triage).Refuse(People.Coordinator, ACommand.ChangePhase(Phase.Closed));
        refusal.Arguments[0].ShouldBe(Phase.Triage);
        refusal.Arguments[1].ShouldBeAssignableTo<IEnumerable<Phase>>().ShouldBe([Phase.Active, Phase.Dismissed]);
    }

    [Fact]
    public void The_same_refusal_is_equal_to_itself()
    {
        foreach (var phase in Enum.GetValues<Phase>())
        {
            var incident = AnIncident.Open().InPhase(phase);
            incident.Refuse(People.Coordinator, ACommand.ChangePhase(phase)).ShouldBe(incident.Refuse(People.Coordinator, ACommand.ChangePhase(phase)));
        }
    }

    [Fact]
    public void The_phase_says_nothing_about_the_truth() =>
        AnIncident.Open().InPhase(Phase.Closed).State.Truth.ShouldBe(TruthStatus.Alleged);

    [Fact]
    public void The_change_is_an_entry_for_the_whole_team_in_the_actors_words()
    {
        var entry = AnIncident.Open().Accept(People.LiaisonOf("BIN"), ACommand.ChangePhase(Phase.Triage) with { Reason = " Sampel diperiksa. " });
        entry.Kind.ShouldBe(EntryKind.PhaseChanged);
        entry.Text.ShouldBe("Sampel diperiksa.");
        entry.Author.ShouldBe(People.LiaisonOf("BIN"));
        entry.OccurredAt.ShouldBe(AnIncident.Now);
        entry.Marking.ShouldBe(Marking.WholeTeam(Tlp.Amber));
        entry.Events.ShouldBe([new PhaseChanged(Phase.Reported, Phase.Triage)]);
    }

    [Fact]
    public void A_phase_that_there_is_not_is_a_fault() =>
        ACommand.ChangePhase((Phase)8).Faults().ShouldBe([ValidationCode.UnknownValue]);
}
