using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Briefings;

/// <summary>All that a commission observer sees of an incident.</summary>
public class CommissionViewTests
{
    static readonly AnIncident incident = AnIncident.Open();
    static readonly AnIncident briefed = incident.WithRelease(out told).WithEdition(out edition);
    static readonly Reference told, edition;

    [Fact]
    public void Until_the_first_edition_there_is_no_such_incident()
    {
        foreach (var at in new[] { AnIncident.NotYetOpen(), incident, incident.WithRelease(out _), incident.WithRelease(out _).WithEdition(out _, EditionState.Approved) })
            at.Commission().ShouldBeNull();
        var view = briefed.Commission()!;
        (view.Last.Name, view.Last.Document, view.Last.Sha256, view.Title).ShouldBe(("R-01", briefed.Edition(edition).Document, briefed.Edition(edition).Sha256, "Dugaan kebocoran DPT"));
        (view.Since.Length, view.Withdrawn.Length, view.Late.Length, view.Questions.Length, view.NextChange).ShouldBe((0, 0, 0, 0, null));
    }

    [Fact]
    public void What_was_released_since_comes_the_newest_first()
    {
        var at = briefed.WithRelease(out var second).WithRelease(out var third).WithRelease(out _, ReleaseState.Agreed);
        at.Commission()!.Since.Select(p => p.Release).ShouldBe([third, second]);
        var next = at.WithEdition(out _);
        next.Commission()!.Since.ShouldBeEmpty();
        next.Commission()!.Editions.Select(e => e.Name).ShouldBe(["R-02", "R-01"]);
        next.Commission()!.NameOf(ABriefing.Source.Agency).ShouldBe(ABriefing.Source.AgencyName);
    }

    [Fact]
    public void A_heading_moves_on_until_its_source_is_marked_more_strictly()
    {
        var at = incident.WithFinding(out var finding, FindingState.UnderReview).WithReleaseOf(finding, out var release, section: BriefingSection.Unknown).WithEdition(out _);
        at.Commission()!.Since.ShouldBeEmpty();
        var moved = at.After(AFinding.Author, ACommand.Move(finding, FindingState.Indicated));
        var point = moved.Commission()!.Since.ShouldHaveSingleItem();
        (point.Release, point.Heading!.Finding, point.Section, point.At).ShouldBe((release, FindingState.Indicated, BriefingSection.Known, moved.Entries[^1].RecordedAt));

        foreach (var marking in new Marking[] { Marking.WholeTeam(Tlp.AmberStrict), new(Tlp.Red, [], [AFinding.Second.Person]) })
        {
            var strict = moved.After(AFinding.Author, ACommand.ReMark(finding, marking));
            // That it is told no more is no news, which would tell why.
            strict.Commission()!.Since.ShouldBeEmpty();
            strict.After(AFinding.Author, ACommand.Move(finding, FindingState.Inconclusive)).Commission().ShouldBe(strict.Commission());
            strict.After(AFinding.Author, ACommand.ReMark(finding, Marking.WholeTeam(Tlp.Amber))).Commission()!.Since.ShouldHaveSingleItem().Heading.ShouldNotBeNull();
        }
        // Narrowed to some of the team, it is still what its source agreed to tell.
        moved.After(AFinding.Author, ACommand.ReMark(finding, new(Tlp.Amber, [new("BIN")], []))).Commission().ShouldBe(moved.Commission());
    }

    [Fact]
    public void An_embargo_ends_without_an_entry()
    {
        var until = AnIncident.Now.AddHours(6);
        var at = briefed.WithRelease(out var release, ReleaseState.Agreed).Publish(release, until);
        (at.Commission()!.Since.Length, at.Commission()!.NextChange).ShouldBe((0, until));
        at.At(until.AddTicks(-1)).Commission()!.Since.ShouldBeEmpty();
        var out_ = at.At(until).Commission()!;
        (out_.Since.ShouldHaveSingleItem().Release, out_.NextChange).ShouldBe((release, null));
    }

    [Fact]
    public void A_deadline_passes_without_an_entry()
    {
        var at = incident.WithDelivered(out var request).WithReleaseOf(request, out var release, section: BriefingSection.Due).WithEdition(out _);
        var due = at.Clarification(request).Due!.Value;
        (at.Commission()!.NextChange, at.Commission()!.Late.Length).ShouldBe((due, 0));
        at.At(due).Commission()!.Late.ShouldBeEmpty();
        var late = at.At(due.AddMinutes(1));
        (late.Commission()!.Late.ShouldHaveSingleItem().Release, late.Commission()!.NextChange).ShouldBe((release, null));
        late.AfterOverdue(request).Commission().ShouldBe(late.Commission());
        late.After(AClarification.Addressed, ACommand.AnswerAll(request)).Commission()!.Late.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_withdrawn_shows_why()
    {
        var at = briefed.After(ABriefing.Publisher, ACommand.TakeBack(told) with { Reason = "Jumlahnya keliru." });
        var withdrawn = at.Commission()!.Withdrawn.ShouldHaveSingleItem();
        (withdrawn.Release, withdrawn.Title, withdrawn.Reason, withdrawn.Agency).ShouldBe((told, "Akses ditutup.", "Jumlahnya keliru.", ABriefing.Source.Agency));
        at.Commission()!.Last.Document.ShouldBe(briefed.Commission()!.Last.Document);
    }

    [Fact]
    public void What_nobody_of_the_commission_had_read_is_not_told_by_its_withdrawal()
    {
        incident.WithRelease(out var hasty).After(ABriefing.Publisher, ACommand.TakeBack(hasty)).WithRelease(out _).WithEdition(out _).Commission()!.Withdrawn.ShouldBeEmpty();
        briefed.WithRelease(out var held, ReleaseState.Agreed).Publish(held, AnIncident.Now.AddDays(1)).After(ABriefing.Publisher, ACommand.TakeBack(held)).Commission()!.Withdrawn.ShouldBeEmpty();
        briefed.WithRelease(out var proposal, ReleaseState.Agreed).After(ABriefing.Source, ACommand.TakeBack(proposal)).Commission()!.ShouldBe(briefed.Commission());
    }

    [Fact]
    public void Questions_wait_for_their_answers()
    {
        var at = briefed.WithQuestion(out var first, "BSSN").WithQuestion(out var second);
        at.Commission()!.Questions.Select(q => (q.Reference, q.Assigned, q.Answer)).ShouldBe([(first, new AgencyId("BSSN"), null), (second, null, null)]);
        at = at.WithAnswer(first, out var answer, Tlp.Amber);
        at.Commission()!.Questions[0].Answer.ShouldBeNull();
        var answered = at.Publish(answer).Commission()!.Questions[0];
        (answered.Answer, answered.AnsweredBy).ShouldBe((ACommand.Reply(first).Text, new AgencyId("BSSN")));
        at.Publish(answer).Commission()!.Since.ShouldBeEmpty();
    }
}
