using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Clarifications;

/// <summary>Contact is not an answer.</summary>
public class LinkContactTests
{
    static readonly Marking forTwo = new(Tlp.Amber, [new("KPU"), new("KOMINFO")], []);

    public static TheoryData<EntryKind> EveryKind => [.. WriteEntry.LiaisonKinds];

    [Theory, MemberData(nameof(EveryKind))]
    public void Contacts_are_linked_and_change_no_state(EntryKind kind)
    {
        var at = AnIncident.Open().WithDelivered(out var request).After(People.LiaisonOf("BIN"), ACommand.Write(Marking.WholeTeam(Tlp.Green)) with { Kind = kind });
        var link = ACommand.LinkContact(request, at.Last.Reference);
        if (kind is not (EntryKind.Communication or EntryKind.Meeting or EntryKind.PublicStatement))
        {
            at.Refuse(People.LiaisonOf("BIN"), link).ShouldBe(new(RejectionCode.NotAContact));
            return;
        }
        var linked = at.After(People.LiaisonOf("BIN"), link);
        var item = linked.Clarification(request);
        (item.State, item.IsRunning, item.Due).ShouldBe((ClarificationState.Delivered, true, AnIncident.Now.AddHours(72)));
        item.Contacts.Single().Entry.ShouldBe(at.Last.Reference);
        linked.Last.Cites.ShouldBe([request, at.Last.Reference]);
        linked.Refuse(AClarification.Addressed, link).Code.ShouldBe(RejectionCode.AlreadySo);
    }

    [Fact]
    public void The_link_is_never_wider_than_what_it_links()
    {
        var at = AnIncident.Open().WithDelivered(out var request).After(AClarification.Addressed, ACommand.Write(forTwo) with { Kind = EntryKind.Meeting });
        at.Refuse(AClarification.Addressed, ACommand.LinkContact(request, at.Last.Reference)).ShouldBe(new(RejectionCode.WiderThanCited));
    }

    [Fact]
    public void A_request_that_is_shown_to_more_later_does_not_show_them_the_contact()
    {
        var at = AnIncident.Open().WithDelivered(out var request, forTwo).After(AClarification.Addressed, ACommand.Write(forTwo) with { Kind = EntryKind.Meeting });
        at = at.After(AClarification.Addressed, ACommand.LinkContact(request, at.Last.Reference)).After(AClarification.Requester, ACommand.ReMark(request, Marking.WholeTeam(Tlp.Amber)));
        RoomObjects.Of(at.State, at.State.ViewpointOf(AClarification.Addressed)!).Clarification(request)!.Contacts.ShouldHaveSingleItem();
        RoomObjects.Of(at.State, at.State.ViewpointOf(People.LiaisonOf("BIN"))!).Clarification(request)!.Contacts.ShouldBeEmpty();
    }
}
