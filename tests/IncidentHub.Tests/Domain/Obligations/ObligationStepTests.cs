using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Obligations;

/// <summary>Every state, every step, every actor.</summary>
public class ObligationStepTests
{
    static readonly AgencyId obliged = AnObligation.Obliged.Agency;
    static readonly AnIncident incident = AnIncident.Open().WithMembers(People.CoordinatorOf("BSSN"), People.LiaisonOf("KPU", 2));
    static readonly Actor second = People.LiaisonOf("KPU", 2);

    public static TheoryData<ObligationState, ObligationStep> EveryPair => [.. ObligationTable.Cells.Keys];

    [Fact]
    public void The_table_has_all_pairs() => EveryPair.Count.ShouldBe(5 * 6);

    [Theory, MemberData(nameof(EveryPair))]
    public void The_agency_obliged_or_a_coordinator_takes_it_and_nobody_else(ObligationState from, ObligationStep step)
    {
        var at = incident.WithObligation(out var obligation, from);
        if (step is ObligationStep.ReviewNotice && from is not ObligationState.NotApplicable)
            at = at.After(AnObligation.Obliged, ACommand.WriteNotice(obligation));
        foreach (var actor in new[] { second, People.Coordinator, People.CoordinatorOf("BSSN") })
        {
            if (ObligationTable.Cells[(from, step)] is not "-" and var to)
                at.After(actor, ACommand.Do(obligation, step)).Obligation(obligation).State.ShouldBe(Enum.Parse<ObligationState>(to), actor.Name);
            else
                at.Refuse(actor, ACommand.Do(obligation, step)).ShouldBe(new(RejectionCode.ObligationMayNotFollow, from, ObligationRules.StepsOf(at.Obligation(obligation), actor).ToArray()));
        }
        foreach (var actor in new[] { People.LiaisonOf("BSSN"), People.LiaisonOf("KOMINFO") })
            at.Refuse(actor, ACommand.Do(obligation, step)).ShouldBe(new(RejectionCode.OnlyObliged, obliged));
        at.Refuse(People.Auditor, ACommand.Do(obligation, step)).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall, People.System, People.LiaisonOf("KEMENDAGRI") })
            at.Refuse(actor, ACommand.Do(obligation, step)).ShouldBe(new(RejectionCode.NotFound));
    }

    public static TheoryData<ObligationState> EveryState => [.. Enum.GetValues<ObligationState>()];

    [Theory, MemberData(nameof(EveryState))]
    public void The_steps_shown_are_those_that_are_taken(ObligationState from)
    {
        var at = incident.WithObligation(out var obligation, from);
        var open = ObligationTable.Cells.Where(c => c.Key.From == from && c.Value is not "-").Select(c => c.Key.Step).ToList();
        ObligationRules.StepsOf(at.Obligation(obligation), second).ShouldBe(open.Where(s => s is not ObligationStep.ReviewNotice), ignoreOrder: true);
        ObligationRules.StepsOf(at.Obligation(obligation), People.LiaisonOf("BIN")).ShouldBeEmpty();
        at.Obligation(obligation).IsOpen.ShouldBe(from is ObligationState.AwaitingBasis or ObligationState.Running);
        if (!open.Contains(ObligationStep.WriteNotice))
            return;
        var written = at.After(AnObligation.Obliged, ACommand.WriteNotice(obligation));
        ObligationRules.StepsOf(written.Obligation(obligation), second).ShouldBe(open, ignoreOrder: true);
        ObligationRules.StepsOf(written.Obligation(obligation), AnObligation.Obliged).ShouldNotContain(ObligationStep.ReviewNotice);
    }
}
