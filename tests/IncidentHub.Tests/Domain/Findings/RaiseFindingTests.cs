using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class RaiseFindingTests
{
    static readonly AnIncident incident = AnIncident.Open();
    static readonly Actor author = AFinding.Author;

    [Fact]
    public void It_begins_raw()
    {
        var after = incident.After(author, ACommand.Raise() with { Claim = ClaimKind.Sale, Title = " Dijual ", Text = " Tangkapan layar. ", Source = " forum ", Grade = new(Reliability.B, 2), Releasable = true });
        after.Last.ShouldHold(new EntryContent(
            after.Last.Reference, author, EntryKind.Finding, AnIncident.Now, "Tangkapan layar.", "forum", Marking.WholeTeam(Tlp.Amber), true, [Called(after)],
            [new FindingRaised(Called(after), "Dijual", ClaimKind.Sale, new(Reliability.B, 2))]));
        after.Finding(Called(after)).ShouldHold(new Finding(
            Called(after), ClaimKind.Sale, "Dijual", author.Agency, author.Person, FindingState.Raw, new(Reliability.B, 2), [], null, Marking.WholeTeam(Tlp.Amber), after.Entries[^1].RecordedAt, 0));
    }

    [Fact]
    public void Without_a_judgement_it_is_F6() =>
        incident.WithFinding(out var finding).Finding(finding).Grade.ToString().ShouldBe("F6");

    [Fact]
    public void An_anonymous_source_starts_at_F6_whatever_the_information_looks_like()
    {
        var anonymous = ACommand.Raise() with { SourceIsAnonymous = true };
        foreach (var reliability in Enum.GetValues<Reliability>())
        {
            for (var credibility = 1; credibility <= 6; credibility++)
            {
                var judged = anonymous with { Grade = new(reliability, credibility) };
                if (judged.Grade.ToString() is "F6")
                    incident.Accept(author, judged);
                else
                    incident.Refuse(author, judged).ShouldBe(new(RejectionCode.AnonymousStartsUnjudged), judged.Grade.ToString());
            }
        }
        incident.Accept(author, anonymous).Events.ShouldHaveSingleItem().ShouldBeOfType<FindingRaised>().Grade.ToString().ShouldBe("F6");
    }

    [Fact]
    public void Any_agency_raises_one_and_nobody_else()
    {
        foreach (var actor in People.Team)
            incident.Accept(actor, ACommand.Raise()).Author.ShouldBe(actor);
        incident.Refuse(People.Auditor, ACommand.Raise()).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall, People.LiaisonOf("KEMENDAGRI") })
            incident.Refuse(actor, ACommand.Raise()).ShouldBe(new(RejectionCode.NotFound));
    }

    [Fact]
    public void Its_marking_follows_the_rules_of_every_entry()
    {
        incident.Refuse(author, ACommand.Raise(new(Tlp.Amber, [new("KEMENDAGRI")], []))).Code.ShouldBe(RejectionCode.AudienceNotMember);
        incident.Refuse(author, ACommand.Raise(new(Tlp.Red, [], []))).Code.ShouldBe(RejectionCode.RedNeedsRecipients);
        incident.Refuse(author, ACommand.Raise(Marking.WholeTeam(Tlp.AmberStrict)) with { Releasable = true }).Code.ShouldBe(RejectionCode.MayNotBeReleased);
        incident.Accept(author, ACommand.Raise(new(Tlp.Amber, [new("KPU")], []))).Marking.Audience.ShouldBe([new("BSSN"), new("KPU")]);
    }

    [Fact]
    public void Its_faults()
    {
        var raise = ACommand.Raise();
        (raise with { Title = "\u200B" }).Faults().ShouldBe([ValidationCode.TitleRequired]);
        (raise with { Title = new string('x', 300) }).Faults().ShouldBeEmpty();
        (raise with { Title = new string('x', 301) }).Faults().ShouldBe([ValidationCode.TitleTooLong]);
        (raise with { Title = "x\u001B" }).Faults().ShouldBe([ValidationCode.TextUnreadable]);
        (raise with { Source = new string('x', 201) }).Faults().ShouldBe([ValidationCode.SourceTooLong]);
        (raise with { Claim = (ClaimKind)4 }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (raise with { Marking = Marking.WholeTeam((Tlp)5) }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (raise with { Grade = new(Reliability.A, 0) }).Faults().ShouldBe([ValidationCode.UnknownValue]);
    }

    static Reference Called(AnIncident after) => new("F" + after.Last.Reference.Text[1..7]);
}
