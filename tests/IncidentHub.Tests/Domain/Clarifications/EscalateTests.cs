using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Clarifications;

public class EscalateTests
{
    static readonly Marking forTwo = new(Tlp.AmberStrict, [new("KPU"), new("KOMINFO")], []);

    [Fact]
    public void A_second_letter_is_a_request_of_its_own_in_one_entry()
    {
        var first = AnIncident.Open().WithDelivered(out var request, forTwo).Later(TimeSpan.FromHours(100));
        var after = first.After(AClarification.Requester, ACommand.Escalate(request) with { Letter = ACommand.Letter with { ResponseHours = 24 } });
        after.Entries.Count.ShouldBe(first.Entries.Count + 1);
        var second = after.Last.Events[0].ShouldBeOfType<ClarificationSent>().Subject;
        after.Last.Events[1].ShouldBe(new ClarificationMoved(request, first.Clarification(request).Title, ClarificationState.Delivered, ClarificationState.Escalated, null));
        after.Last.Cites.ShouldBe([second, request]);

        var (old, young) = (after.Clarification(request), after.Clarification(second));
        (old.State, old.EscalatedBy, old.Due).ShouldBe((ClarificationState.Escalated, second, AnIncident.Now.AddHours(72)));
        (young.State, young.Escalates, young.Addressed, young.Marking, young.Due).ShouldBe((ClarificationState.Sent, request, new AgencyId("KPU"), forTwo, null));

        // The first may still be answered, late; the second's clock is its own.
        var answered = after.After(AClarification.Addressed, ACommand.AnswerAll(request)).After(AClarification.Requester, ACommand.Deliver(second) with { At = after.Time });
        answered.Clarification(request).LateBy(answered.Time).ShouldBe(TimeSpan.FromHours(28));
        answered.State.Deadlines.ShouldHaveSingleItem().Due.ShouldBe(after.Time.AddHours(24));
    }

    [Fact]
    public void It_goes_only_to_a_member() =>
        AnIncident.Open().WithDelivered(out var request).WithoutMember(People.LiaisonOf("KPU")).WithMembers(People.CoordinatorOf("BSSN")).After(People.CoordinatorOf("BSSN"), ACommand.Remove(People.Coordinator))
            .Refuse(AClarification.Requester, ACommand.Escalate(request)).ShouldBe(new(RejectionCode.AgencyNotMember, new AgencyId("KPU")));
}
