using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Clarifications;

/// <summary>Every state, every state to move to, every actor.</summary>
public class MoveClarificationTests
{
    static readonly AgencyId requester = AClarification.Requester.Agency;
    static readonly AgencyId addressed = AClarification.Addressed.Agency;
    static readonly AnIncident incident = AnIncident.Open().WithMembers(People.CoordinatorOf("BSSN"), People.CoordinatorOf("KOMINFO"), People.LiaisonOf("KPU", 2));
    static readonly IReadOnlyList<Actor> agents = [AClarification.Requester, AClarification.Addressed, People.LiaisonOf("KPU", 2), People.Coordinator, People.CoordinatorOf("KOMINFO"), People.CoordinatorOf("BSSN"), People.LiaisonOf("BIN")];

    public static TheoryData<ClarificationState, ClarificationState> EveryPair => [.. ClarificationTable.Cells.Keys];

    /// <summary>Draft is where one begins: no command moves back to it. To deliver again corrects the moment, which is another test's.</summary>
    public static TheoryData<ClarificationState, ClarificationState> EveryMove =>
        [.. ClarificationTable.Cells.Keys.Where(k => k.To is not ClarificationState.Draft && (k.To is not ClarificationState.Delivered || k.From is ClarificationState.Draft or ClarificationState.Sent or ClarificationState.Closed or ClarificationState.Withdrawn))];

    [Fact]
    public void The_table_has_all_pairs() => EveryPair.Count.ShouldBe(10 * 10);

    [Theory, MemberData(nameof(EveryMove))]
    public void Whoever_may_makes_the_move_and_whoever_may_not_is_told_whose_it_is(ClarificationState from, ClarificationState to)
    {
        var at = incident.WithClarification(out var request, from);
        var cell = ClarificationTable.Cells[(from, to)];
        foreach (var actor in agents.Where(a => from is not ClarificationState.Draft || a.Agency == requester))
        {
            // What is answered already stays so: a part of it is no partial answer.
            var move = from is ClarificationState.Answered && to is ClarificationState.PartlyAnswered ? ACommand.Answer(request, (1, QuestionState.Open)) : ACommand.MoveTo(request, to);
            if (ClarificationTable.Lets(cell, actor, requester, addressed))
            {
                at.After(actor, move).Clarification(request).State.ShouldBe(to, actor.Name);
                continue;
            }
            var refusal = at.Refuse(actor, move);
            if (cell is "R" || to is ClarificationState.Delivered && actor.Agency != requester)
                refusal.ShouldBe(new(RejectionCode.OnlyRequester, requester), actor.Name);
            else if (cell is "A")
                refusal.ShouldBe(new(RejectionCode.OnlyAddressed, addressed), actor.Name);
            else
            {
                refusal.Code.ShouldBe(RejectionCode.ClarificationMayNotFollow);
                refusal.Arguments[0].ShouldBe(from);
                refusal.Arguments[1].ShouldBeAssignableTo<IEnumerable<ClarificationState>>().ShouldBe(ClarificationTable.Open(from, actor, requester, addressed), ignoreOrder: true);
            }
        }
    }

    [Theory, MemberData(nameof(EveryMove))]
    public void Nobody_else_moves_anything(ClarificationState from, ClarificationState to)
    {
        var at = incident.WithClarification(out var request, from);
        at.Refuse(People.Auditor, ACommand.MoveTo(request, to)).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall, People.System, People.LiaisonOf("KEMENDAGRI") })
            at.Refuse(actor, ACommand.MoveTo(request, to)).ShouldBe(new(RejectionCode.NotFound), actor.Name);
    }

    public static TheoryData<ClarificationState> EveryState => [.. Enum.GetValues<ClarificationState>()];

    [Theory, MemberData(nameof(EveryState))]
    public void The_moves_shown_are_those_that_are_made(ClarificationState from)
    {
        var at = incident.WithClarification(out var request, from);
        foreach (var actor in agents.Append(People.Auditor))
            ClarificationRules.MovesOf(at.Clarification(request), actor).Select(m => m.To)
                .ShouldBe(actor.Role is Role.Auditor ? [] : ClarificationTable.Open(from, actor, requester, addressed), ignoreOrder: true);
        ClarificationRules.Moves(from).Where(m => m.NeedsReason).Select(m => m.To).ShouldBeSubsetOf([ClarificationState.Insufficient, ClarificationState.Withdrawn]);
        at.Clarification(request).IsOpen.ShouldBe(from is not (ClarificationState.Closed or ClarificationState.Withdrawn));
    }

    [Fact]
    public void The_entry_is_marked_as_the_request_counted_and_dated()
    {
        var marking = new Marking(Tlp.AmberStrict, [new("KPU"), new("KOMINFO")], []);
        var at = incident.WithClarification(out var request, ClarificationState.Delivered, marking);
        var after = at.After(AClarification.Addressed, ACommand.Acknowledge(request));
        after.Last.Kind.ShouldBe(EntryKind.Clarification);
        after.Last.Marking.ShouldBe(marking);
        after.Last.Cites.ShouldBe([request]);
        after.Last.Events.ShouldBe([new ClarificationMoved(request, at.Clarification(request).Title, ClarificationState.Delivered, ClarificationState.Acknowledged, null)]);
        after.Clarification(request).Changes.ShouldBe(at.Clarification(request).Changes + 1);
        after.Clarification(request).ChangedAt.ShouldBe(after.Entries[^1].RecordedAt);
    }
}
