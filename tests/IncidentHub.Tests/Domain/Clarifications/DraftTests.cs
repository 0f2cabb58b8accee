using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Clarifications;

/// <summary>A draft is its agency's own; once sent, nothing tells that there was one.</summary>
public class DraftTests
{
    static readonly Actor colleague = People.CoordinatorOf("KOMINFO");
    static readonly AnIncident incident = AnIncident.Open().WithMembers(colleague);

    [Theory]
    [InlineData(Tlp.Green)]
    [InlineData(Tlp.AmberStrict)]
    [InlineData(Tlp.Red)]
    public void Only_the_agency_that_writes_it_sees_it(Tlp label)
    {
        var marking = label is Tlp.Red ? new Marking(label, [], [AClarification.Addressed.Person, colleague.Person]) : Marking.WholeTeam(label);
        var at = incident.WithClarification(out var draft, ClarificationState.Draft, marking);
        at.Last.Marking.Tlp.ShouldBe(label);
        at.Last.Marking.Audience.ShouldBe([AClarification.Requester.Agency]);
        foreach (var actor in People.Team.Append(colleague))
            (at.State.Clarification(draft, at.State.ViewpointOf(actor)!) is not null).ShouldBe(actor.Agency == AClarification.Requester.Agency, actor.Name);
        Sharing.See(at.State.ViewpointOf(AClarification.Addressed)!, at.Last.Marking, at.Last.Author.Person).ShouldBe(Sight.Hidden);
        at.Clarification(draft).IsRunning.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Tlp.Green)]
    [InlineData(Tlp.Red)]
    public void Sent_it_says_the_whole_letter_under_the_marking_that_was_meant(Tlp label)
    {
        var marking = label is Tlp.Red ? new Marking(label, [], [AClarification.Addressed.Person, colleague.Person]) : Marking.WholeTeam(label);
        var sent = incident.WithClarification(out var draft, ClarificationState.Draft, marking).After(colleague, ACommand.EditDraft(draft, marking: marking)).After(colleague, ACommand.Send(draft, basedOn: 1));
        var expected = new ClarificationSent(draft, "Permintaan klarifikasi kedua", ACommand.Letter, new("KPU"), AnIncident.Now, null, null);
        sent.Last.Events.ShouldBe([expected]);
        var request = sent.Clarification(draft);
        (request.Marking.Tlp, request.Intended, request.Changes, request.Author).ShouldBe((label, null, 0, colleague.Person));
        request.Marking.ShouldBe(sent.Last.Marking);
        sent.State.Clarification(draft, sent.State.ViewpointOf(AClarification.Addressed)!).ShouldNotBeNull();

        // Whoever folds only what the addressed agency sees gets the same request.
        var seen = sent.Entries.Where(e => Sharing.See(sent.State.ViewpointOf(AClarification.Addressed)!, e.Content!.Marking, e.Content.Author.Person) is Sight.Full);
        seen.Aggregate(AnIncident.NotYetOpen().State, (state, entry) => state.Apply(entry)).Clarifications[draft].ShouldHold(request);
    }

    [Fact]
    public void Sent_at_once_is_one_entry()
    {
        var at = incident.WithClarification(out var request);
        at.Entries.Count.ShouldBe(incident.Entries.Count + 1);
        at.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<ClarificationSent>();
        request.Text.ShouldStartWith("K-");
        at.Clarification(request).Questions.ShouldBe([new(1, ACommand.Letter.Questions[0], QuestionState.Open), new(2, ACommand.Letter.Questions[1], QuestionState.Open)]);
    }

    [Fact]
    public void A_colleague_rewrites_the_version_that_they_read()
    {
        var at = incident.WithClarification(out var draft, ClarificationState.Draft);
        var edited = at.After(colleague, ACommand.EditDraft(draft) with { Letter = ACommand.Letter with { ResponseHours = 24 }, Marking = Marking.WholeTeam(Tlp.Green) });
        (edited.Clarification(draft).ResponseTime, edited.Clarification(draft).Intended, edited.Clarification(draft).Author)
            .ShouldBe((TimeSpan.FromHours(24), Marking.WholeTeam(Tlp.Green), AClarification.Requester.Person));
        edited.Last.Marking.ShouldBe(new(Tlp.Green, [new("KOMINFO")], []));
        edited.Refuse(AClarification.Requester, ACommand.EditDraft(draft)).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        edited.Refuse(AClarification.Requester, ACommand.Send(draft)).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        edited.Accept(AClarification.Requester, ACommand.Send(draft, basedOn: 1)).Marking.ShouldBe(Marking.WholeTeam(Tlp.Green));
        edited.After(colleague, ACommand.Send(draft, 1)).Refuse(colleague, ACommand.EditDraft(draft)).Code.ShouldBe(RejectionCode.ClarificationMayNotFollow);
    }

    [Fact]
    public void A_withdrawn_draft_stays_inside()
    {
        var at = incident.WithClarification(out var draft, ClarificationState.Draft).After(colleague, ACommand.Withdraw(draft));
        at.Last.Marking.Audience.ShouldBe([AClarification.Requester.Agency]);
        at.State.Clarification(draft, at.State.ViewpointOf(AClarification.Addressed)!).ShouldBeNull();
    }

    [Fact]
    public void A_draft_is_not_marked_for_others_and_has_no_contacts()
    {
        var at = incident.WithClarification(out var draft, ClarificationState.Draft).After(People.LiaisonOf("KPU"), ACommand.Write(Marking.WholeTeam(Tlp.Green)) with { Kind = EntryKind.Meeting });
        at.Refuse(colleague, ACommand.ReMark(draft, Marking.WholeTeam(Tlp.Green))).ShouldBe(new(RejectionCode.DraftStaysInside));
        at.Refuse(colleague, ACommand.LinkContact(draft, at.Last.Reference)).Code.ShouldBe(RejectionCode.ClarificationMayNotFollow);
    }

    [Fact]
    public void It_goes_to_another_agency_that_is_a_member_and_sees_it()
    {
        incident.Refuse(AClarification.Requester, ACommand.Ask(addressed: "KOMINFO")).ShouldBe(new(RejectionCode.NotToOwnAgency));
        incident.Refuse(AClarification.Requester, ACommand.Ask(addressed: "KEMENDAGRI")).ShouldBe(new(RejectionCode.AgencyNotMember, new AgencyId("KEMENDAGRI")));
        incident.Refuse(AClarification.Requester, ACommand.Ask(new(Tlp.Amber, [new("BSSN")], []))).ShouldBe(new(RejectionCode.AssignedOutsideAudience, new AgencyId("KPU")));
        incident.Refuse(AClarification.Requester, ACommand.DraftClarification(new(Tlp.Red, [], [colleague.Person]))).ShouldBe(new(RejectionCode.AssignedOutsideAudience, new AgencyId("KPU")));
        incident.Refuse(AClarification.Requester, ACommand.Ask() with { SentAt = AnIncident.Now.AddHours(1) }).ShouldBe(new(RejectionCode.OccurredInFuture));
    }

    [Fact]
    public void What_was_meant_for_somebody_who_left_is_not_sent()
    {
        var at = incident.WithMembers(People.LiaisonOf("KPU", 2)).WithClarification(out var draft, ClarificationState.Draft, new(Tlp.Red, [], [People.LiaisonOf("KPU", 2).Person])).WithoutMember(People.LiaisonOf("KPU", 2));
        at.Refuse(AClarification.Requester, ACommand.Send(draft)).ShouldBe(new(RejectionCode.RecipientNotMember));
    }
}
