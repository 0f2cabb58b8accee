using System.Security.Cryptography;
using System.Text;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Briefings;

/// <summary>From a draft to the numbered edition that nobody changes any more, and what it says.</summary>
public class EditionTests
{
    static readonly AnIncident incident = AnIncident.Open().WithMembers(People.LiaisonOf("BIN", 2), People.CoordinatorOf("BSSN"));
    static readonly AnIncident told = incident.WithRelease(out released);
    static readonly Reference released;
    static readonly Marking strict = Marking.WholeTeam(Tlp.AmberStrict);

    const string Steps = """
                  | Compose | Approve  | Freeze | Discard
        Draft     | Draft   | Approved | -      | Discarded
        Approved  | Draft   | -        | Frozen | Discarded
        Frozen    | -       | -        | -      | -
        Discarded | -       | -        | -      | -
        """;

    const string Movers = """
                | composer         | colleague        | another agency  | coordinator
        Compose | ✓                | ✓                | ✓               | ✓
        Approve | NeedsOtherAgency | NeedsOtherAgency | ✓               | ✓
        Freeze  | OnlyCoordinator  | OnlyCoordinator  | OnlyCoordinator | ✓
        Discard | ✓                | ✓                | OnlyCoordinator | ✓
        """;

    static readonly Dictionary<string, Actor> movers = new()
    {
        ["composer"] = ABriefing.Composer, ["colleague"] = People.LiaisonOf("BIN", 2), ["another agency"] = ABriefing.Approver, ["coordinator"] = ABriefing.Publisher,
    };

    public static TheoryData<EditionState, EditionStep, string> Every =>
        [.. from cell in Steps.CellsOfTable() from mover in movers.Keys select (Enum.Parse<EditionState>(cell.Row), Enum.Parse<EditionStep>(cell.Column), mover)];

    [Theory, MemberData(nameof(Every))]
    public void As_in_the_tables(EditionState from, EditionStep step, string mover)
    {
        var at = told.WithEdition(out var edition, from);
        var to = Steps.CellsOfTable().Single(c => (c.Row, c.Column) == ($"{from}", $"{step}")).Content;
        var may = Movers.CellsOfTable().Single(c => (c.Row, c.Column) == ($"{step}", mover)).Content;
        Command command = step switch
        {
            EditionStep.Compose => ACommand.Compose() with { Edition = edition, BasedOn = at.Edition(edition).Changes },
            EditionStep.Approve => at.Consent(edition),
            EditionStep.Freeze => ACommand.Freeze(edition),
            _ => ACommand.Discard(edition),
        };
        if (to is "-")
            at.Refuse(movers[mover], command).ShouldBe(new(RejectionCode.EditionMayNotFollow, from, EditionRules.StepsOf(at.Edition(edition), movers[mover]).ToArray()));
        else if (may is "✓")
            at.After(movers[mover], command).Edition(edition).State.ShouldBe(Enum.Parse<EditionState>(to));
        else
            at.Refuse(movers[mover], command).Code.ToString().ShouldBe(may);
        EditionRules.StepsOf(at.Edition(edition), movers[mover]).Contains(step).ShouldBe(to is not "-" && may is "✓");
        at.Refuse(People.Auditor, command).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var outsider in new[] { People.Observer, People.Administrator, People.Wall, People.LiaisonOf("KEMENDAGRI") })
            at.Refuse(outsider, command).ShouldBe(new(RejectionCode.NotFound));
    }

    [Fact]
    public void What_was_read_is_what_is_approved()
    {
        var at = told.WithEdition(out var edition, EditionState.Draft);
        var consent = at.Consent(edition);
        at.Refuse(ABriefing.Approver, consent with { Seen = "lain" }).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        at.Refuse(ABriefing.Approver, consent with { BasedOn = 1 }).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        at.After(ABriefing.Composer, ACommand.Compose() with { Edition = edition }).Refuse(ABriefing.Approver, consent).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        at.WithRelease(out _).Refuse(ABriefing.Approver, consent).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        at.After(ABriefing.Publisher, ACommand.TakeBack(released)).WithRelease(out _).Refuse(ABriefing.Approver, consent).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        at.After(People.Coordinator, ACommand.ChangePhase(Phase.Triage)).Refuse(ABriefing.Approver, consent).ShouldBe(new(RejectionCode.ChangedMeanwhile));

        // That time passes, or that others work, changes nothing of what was read.
        var later = at.Later(TimeSpan.FromHours(1)).WithFinding(out _).WithRelease(out _, ReleaseState.Agreed).After(ABriefing.Approver, consent);
        var document = later.Document(edition);
        (document.AsOf, document.ComposedBy, document.ApprovedBy, document.Edition)
            .ShouldBe((later.Time, BriefingContent.SignatureOf(ABriefing.Composer), BriefingContent.SignatureOf(ABriefing.Approver), ""));
        BriefingContent.Fingerprint(document).ShouldBe(consent.Seen);
    }

    [Fact]
    public void Nothing_is_no_briefing()
    {
        var at = incident.WithRelease(out _, ReleaseState.Agreed).WithEdition(out var edition, EditionState.Draft);
        at.Refuse(ABriefing.Approver, at.Consent(edition)).ShouldBe(new(RejectionCode.NothingReleased));
        at = told.WithEdition(ACommand.Compose() with { Draft = new(BriefingSession.Open, "Ringkas.", [], [released]) }, out edition, EditionState.Draft);
        at.Refuse(ABriefing.Approver, at.Consent(edition)).ShouldBe(new(RejectionCode.NothingReleased));
    }

    [Fact]
    public void Editions_are_numbered_and_stored_as_they_are_hashed()
    {
        var at = told.WithEdition(out _, EditionState.Discarded).WithEdition(out var first).WithRelease(out _).WithEdition(out var second);
        (at.Edition(first).Number, at.Edition(second).Number, at.Edition(second).Name, at.State.LastEdition!.Reference).ShouldBe((1, 2, "R-02", second));
        (at.Document(first).Edition, at.Document(second).Edition, at.Document(second).Before!.Edition).ShouldBe(("R-01", "R-02", "R-01"));
        foreach (var edition in new[] { at.Edition(first), at.Edition(second) })
        {
            edition.Sha256.ShouldBe(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(edition.Document!))).ToLowerInvariant());
            EditionDocument.Parse(edition.Document!).ToText().ShouldBe(edition.Document);
        }
        at.Edition(first).ApprovedBy.ShouldBe(ABriefing.Approver);
        at.Last.Marking.ShouldBe(Marking.WholeTeam(Tlp.Clear));
        at.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<EditionFrozen>().Sha256.ShouldBe(at.Edition(second).Sha256);
    }

    [Fact]
    public void All_that_a_document_holds_comes_back()
    {
        var at = Everything();
        var text = at.Briefing(BriefingSession.Closed).ToText();
        EditionDocument.Parse(text).ShouldHold(at.Briefing(BriefingSession.Closed));
        EditionDocument.Parse(text).ToText().ShouldBe(text);
    }

    [Fact]
    public void How_many_rows_it_is_about_stands_in_it_with_who_says_so_and_an_edition_from_before_that_is_read_as_well()
    {
        var document = Everything().Briefing(BriefingSession.Open);
        document.RowCounts.Select(c => (c.Kind, c.Rows, c.By.Code)).ShouldBe([(RowCountKind.Claimed, 1_000, "BSSN"), (RowCountKind.Confirmed, 0, "KPU")]);
        document.NameOf(new("BSSN")).ShouldBe(Everything().State.NameOf(new("BSSN")));
        var first = System.Text.Json.Nodes.JsonNode.Parse(document.ToText())!.AsObject();
        first.Remove("row_counts").ShouldBeTrue();
        first["format"] = 1;
        EditionDocument.Parse(first.ToJsonString()).ShouldHold(document with { Format = 1, RowCounts = [] });
    }

    [Fact]
    public void What_was_withdrawn_since_it_was_approved_is_not_frozen()
    {
        var at = told.WithRelease(out var second).WithEdition(out var edition, EditionState.Approved);
        var withdrawn = at.After(ABriefing.Publisher, ACommand.TakeBack(second));
        withdrawn.Refuse(ABriefing.Publisher, ACommand.Freeze(edition)).ShouldBe(new(RejectionCode.ReleaseWithdrawnSince));
        Anew(withdrawn, edition).Document(edition).Points.ShouldHaveSingleItem().Release.ShouldBe(released);
        // What was released since waits for the next one.
        at.WithRelease(out _).After(ABriefing.Publisher, ACommand.Freeze(edition)).Document(edition).Points.Length.ShouldBe(2);
    }

    [Fact]
    public void Nor_an_answer_that_was()
    {
        var at = told.WithEdition(out _).WithQuestion(out var question, "BSSN").WithAnswer(question, out var answer).Publish(answer).WithEdition(out var edition, EditionState.Approved);
        at.Document(edition).Questions.ShouldHaveSingleItem().Answer.ShouldNotBeNull();
        at.After(ABriefing.Publisher, ACommand.TakeBack(answer)).Refuse(ABriefing.Publisher, ACommand.Freeze(edition)).ShouldBe(new(RejectionCode.ReleaseWithdrawnSince));
        at.After(ABriefing.Publisher, ACommand.Freeze(edition)).Edition(edition).IsFrozen.ShouldBeTrue();
    }

    [Fact]
    public void Nor_a_heading_whose_source_was_marked_more_strictly_since()
    {
        var at = incident.WithFinding(out var finding).WithReleaseOf(finding, out _, section: BriefingSection.Unknown).WithEdition(out var edition, EditionState.Approved)
            .After(AFinding.Author, ACommand.ReMark(finding, strict));
        at.Refuse(ABriefing.Publisher, ACommand.Freeze(edition)).ShouldBe(new(RejectionCode.ReleaseWithdrawnSince));
        Anew(at, edition).Document(edition).Points.ShouldHaveSingleItem().Heading.ShouldBeNull();
    }

    [Fact]
    public void Nor_what_was_approved_before_another_edition_was_frozen()
    {
        var at = told.WithEdition(out var overtaken, EditionState.Approved).WithEdition(out _);
        at.Refuse(ABriefing.Publisher, ACommand.Freeze(overtaken)).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        Anew(at, overtaken).Edition(overtaken).Number.ShouldBe(2);
    }

    [Fact]
    public void What_is_edited_needs_approval_anew()
    {
        var at = told.WithEdition(out var edition, EditionState.Approved);
        at.Refuse(ABriefing.Composer, ACommand.Compose() with { Edition = edition }).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        var edited = at.After(ABriefing.Approver, ACommand.Compose() with { Edition = edition, BasedOn = 1 });
        (edited.Edition(edition).Document, edited.Edition(edition).ApprovedBy, edited.Edition(edition).ComposedBy, edited.Edition(edition).Changes).ShouldBe((null, null, ABriefing.Approver, 2));
        edited.Refuse(ABriefing.Publisher, ACommand.Freeze(edition)).Code.ShouldBe(RejectionCode.EditionMayNotFollow);
        edited.Refuse(ABriefing.Approver, edited.Consent(edition)).ShouldBe(new(RejectionCode.NeedsOtherAgency, ABriefing.Approver.Agency));
        edited.Accept(ABriefing.Composer, edited.Consent(edition));
    }

    [Theory]
    [InlineData(Tlp.Clear, Tlp.Green)]
    [InlineData(Tlp.Green, Tlp.Green)]
    [InlineData(Tlp.Amber, Tlp.Amber)]
    public void An_open_sitting_hears_what_has_no_limit_and_a_closed_one_the_rest(Tlp label, Tlp closed)
    {
        var at = Next(told).WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Amber), out var entry).WithReleaseOf(entry, out var second, label: label);
        at.Briefing().Points.Select(p => p.Release).ShouldBe(label is Tlp.Clear ? [released, second] : [released]);
        at.Briefing().Label.ShouldBe(Tlp.Clear);
        at.Briefing(BriefingSession.Closed).Points.Select(p => p.Release).ShouldBe([released, second], ignoreOrder: true);
        at.Briefing(BriefingSession.Closed).Label.ShouldBe(closed);
        var frozen = at.WithEdition(out var edition, session: BriefingSession.Closed);
        (frozen.Edition(edition).Marking, frozen.Last.Marking).ShouldBe((Marking.WholeTeam(closed), Marking.WholeTeam(closed)));
    }

    [Fact]
    public void An_answer_is_labelled_like_a_point()
    {
        var at = told.WithEdition(out _).WithQuestion(out var question, "BSSN").WithAnswer(question, out var answer, Tlp.Amber).Publish(answer);
        at.Briefing(BriefingSession.Closed).Label.ShouldBe(Tlp.Amber);
        at.Briefing(BriefingSession.Closed).Questions.ShouldHaveSingleItem().Answer.ShouldNotBeNull();
        at.Briefing().Questions.ShouldHaveSingleItem().Answer.ShouldBeNull();
    }

    [Fact]
    public void What_is_approved_is_marked_as_the_strictest_of_its_words()
    {
        var at = AnIncident.Open(Tlp.Clear).WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Amber), out var entry).WithReleaseOf(entry, out _, label: Tlp.Amber)
            .WithEdition(out var edition, EditionState.Approved, BriefingSession.Closed);
        (at.Last.Marking, at.Edition(edition).Marking).ShouldBe((Marking.WholeTeam(Tlp.Amber), Marking.WholeTeam(Tlp.Amber)));
    }

    [Fact]
    public void An_open_sitting_learns_nothing_of_what_only_a_closed_one_was_told()
    {
        var at = told.WithFinding(out var finding).WithRelease(ABriefing.Proposer, ACommand.Propose(finding, BriefingSection.Unknown, Tlp.Amber) with { Title = "Rahasia rapat tertutup." }, out var secret)
            .WithEdition(out _, session: BriefingSession.Closed);
        at.Briefing().Changes.ShouldBeEmpty();
        at.After(AFinding.Author, ACommand.Move(finding, FindingState.UnderReview)).Briefing().Changes.ShouldBeEmpty();
        var withdrawn = at.After(ABriefing.Publisher, ACommand.TakeBack(secret));
        withdrawn.Briefing().Changes.ShouldBeEmpty();
        withdrawn.Briefing().ToText().ShouldNotContain("Rahasia");
        withdrawn.Briefing(BriefingSession.Closed).Changes.ShouldHaveSingleItem().Title.ShouldBe("Rahasia rapat tertutup.");
    }

    [Fact]
    public void What_changed_since_the_edition_before()
    {
        var at = incident.WithFinding(out var finding, FindingState.UnderReview).WithReleaseOf(finding, out _, section: BriefingSection.Unknown)
            .WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Amber), out var entry).WithReleaseOf(entry, out var step).WithRelease(out var gone).WithEdition(out _);
        at.Briefing().Changes.ShouldBeEmpty();
        at.Briefing().Before.ShouldBe(new EditionBefore("R-01", at.Time, Phase.Reported, TruthStatus.Alleged, [], []));
        told.Briefing().Changes.ShouldBeEmpty();

        at = at.After(AFinding.Author, ACommand.Move(finding, FindingState.Indicated))
            .After(ABriefing.Publisher, ACommand.TakeBack(gone)).After(ABriefing.Publisher, ACommand.TakeBack(step))
            .WithRelease(ABriefing.Proposer, ACommand.Propose(entry) with { Title = "Akses ditutup seluruhnya." }, out _);
        at = Next(at).WithRelease(out _);
        var changes = at.Briefing().Changes;
        changes.Select(c => (c.Kind, c.Section, c.IsReworded)).ShouldBe(
        [
            (BriefingChangeKind.Changed, BriefingSection.Known, false), (BriefingChangeKind.Changed, BriefingSection.Step, true), (BriefingChangeKind.New, BriefingSection.Step, false),
            (BriefingChangeKind.Withdrawn, BriefingSection.Step, false),
        ]);
        (changes[0].Before!.Finding, changes[0].Now!.Finding, changes[0].Number).ShouldBe((FindingState.UnderReview, FindingState.Indicated, 1));
        (changes[^1].Number, changes[^1].Title).ShouldBe((null, "Akses ditutup."));
    }

    [Fact]
    public void An_edition_that_does_without_a_point_does_not_say_that_it_was_withdrawn()
    {
        var at = told.WithRelease(out _).WithEdition(out _)
            .WithEdition(ACommand.Compose() with { Draft = new(BriefingSession.Open, "Ringkas.", [], [released]) }, out var without);
        (at.Document(without).Points.Length, at.Document(without).Changes.Length).ShouldBe((1, 0));
    }

    [Fact]
    public void One_entry_in_two_sections_is_told_and_compared_in_both()
    {
        var at = incident.WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Amber), out var entry).WithReleaseOf(entry, out _).WithReleaseOf(entry, out var second, section: BriefingSection.Event).WithEdition(out _);
        at.Briefing().Points.Length.ShouldBe(2);
        at.Briefing().Changes.ShouldBeEmpty();
        at.After(ABriefing.Publisher, ACommand.TakeBack(second)).Briefing().Changes.ShouldHaveSingleItem().Section.ShouldBe(BriefingSection.Event);
    }

    [Fact]
    public void Lateness_is_of_the_moment_that_it_says()
    {
        var at = incident.WithDelivered(out var request).WithReleaseOf(request, out _, section: BriefingSection.Due).WithEdition(out var first);
        var late = at.Later(TimeSpan.FromHours(80)).WithEdition(out var second);
        var change = late.Document(second).Changes.ShouldHaveSingleItem();
        (change.Kind, change.WasLate, change.IsLate, change.Before).ShouldBe((BriefingChangeKind.Changed, false, true, change.Now));
        late.Document(second).Points.ShouldHaveSingleItem().Heading!.LateBy(late.Document(second).AsOf).ShouldBe(TimeSpan.FromHours(8));
        late.Document(first).Points.ShouldHaveSingleItem().Heading!.LateBy(late.Document(first).AsOf).ShouldBeNull();

        var answered = late.After(AClarification.Addressed, ACommand.AnswerAll(request)).Later(TimeSpan.FromDays(2));
        answered.Briefing().Points.ShouldHaveSingleItem().Heading!.LateBy(answered.Time).ShouldBe(TimeSpan.FromHours(8));
    }

    [Fact]
    public void A_deadline_that_passes_before_the_approval_changes_what_was_read()
    {
        var at = incident.WithDelivered(out var request).WithReleaseOf(request, out _, section: BriefingSection.Due).WithEdition(out _).WithEdition(out var edition, EditionState.Draft);
        var consent = at.Consent(edition);
        at.Later(TimeSpan.FromHours(71)).Accept(ABriefing.Approver, consent);
        at.Later(TimeSpan.FromHours(73)).Refuse(ABriefing.Approver, consent).ShouldBe(new(RejectionCode.ChangedMeanwhile));
    }

    [Fact]
    public void Points_stand_in_the_composers_order_within_their_sections()
    {
        var at = Next(Next(told).WithRelease(out var second)).WithRelease(out var third).WithFinding(out var finding).WithReleaseOf(finding, out var unknown, section: BriefingSection.Unknown);
        Points(at, [], []).ShouldBe([unknown, released, second, third]);
        Points(at, [third, new("B-00000"), third, released], []).ShouldBe([unknown, third, released, second]);
        Points(at, [second], [released, unknown]).ShouldBe([second, third]);
        at.Briefing().Points.Select(p => p.Number).ShouldBe([1, 2, 3, 4]);

        static IEnumerable<Reference> Points(AnIncident at, Reference[] order, Reference[] leftOut) =>
            BriefingContent.Of(at.State, new(BriefingSession.Open, "Ringkas.", [.. order], [.. leftOut]), at.Time).Points.Select(p => p.Release);
    }

    [Fact]
    public void No_point_of_too_many_is_dropped_unsaid()
    {
        var at = Enumerable.Range(0, 300).Aggregate(told, (at, _) => at.WithRelease(out var _));
        Rejection tooMany = new(RejectionCode.TooManyReleased, 301, 300);
        at.Refuse(ABriefing.Composer, ACommand.Compose()).ShouldBe(tooMany);
        at.Briefing().Points.Length.ShouldBe(301);

        var compose = ACommand.Compose();
        var composed = at.After(ABriefing.Composer, compose with { Draft = compose.Draft with { LeftOut = [released] } });
        var edition = composed.State.Editions.Values.ShouldHaveSingleItem().Reference;
        composed.Approve(edition).Edition(edition).State.ShouldBe(EditionState.Approved);
        // One more is released before it is approved.
        var more = composed.WithRelease(out _);
        more.Refuse(ABriefing.Approver, more.Consent(edition)).ShouldBe(tooMany);
    }

    [Fact]
    public void When_a_heading_last_moved_says_nothing_of_other_work()
    {
        var at = incident.WithFinding(out var finding, FindingState.UnderReview).WithReleaseOf(finding, out _, section: BriefingSection.Unknown)
            .WithTask(out var task).WithReleaseOf(task, out _).WithObligation(out var duty, ObligationState.Running).WithReleaseOf(duty, out _, section: BriefingSection.Due)
            .WithDelivered(out var request).WithReleaseOf(request, out _, section: BriefingSection.Due);
        var before = at.Briefing().ToText();
        var worked = at.After(AFinding.Second, ACommand.Move(finding, FindingState.Refuted))
            .After(ATask.Proposer, ACommand.Edit(at.Task(task)) with { Title = "Lain", Checklist = [new("salin", IsDone: true)] })
            .After(AnObligation.Obliged, ACommand.WriteNotice(duty)).WithEntry(AClarification.Addressed, Marking.WholeTeam(Tlp.Amber), out _);
        worked.Finding(finding).ChangedAt.ShouldBeGreaterThan(at.Finding(finding).ChangedAt);
        worked.Briefing().ToText().ShouldBe(before);

        var moved = worked.After(AFinding.Author, ACommand.Move(finding, FindingState.Refuted));
        moved.Briefing().In(BriefingSection.Refuted).ShouldHaveSingleItem().At.ShouldBe(moved.Entries[^1].RecordedAt);
    }

    [Fact]
    public void A_draft_has_a_shape()
    {
        var compose = ACommand.Compose();
        (compose with { Draft = compose.Draft with { Summary = " " } }).Faults().ShouldBe([ValidationCode.TextRequired]);
        (compose with { Draft = compose.Draft with { Summary = new string('x', 1_501) } }).Faults().ShouldBe([ValidationCode.SummaryTooLong]);
        (compose with { Draft = compose.Draft with { Summary = "x\0" } }).Faults().ShouldBe([ValidationCode.TextUnreadable]);
        (compose with { Draft = compose.Draft with { Session = (BriefingSession)9 } }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (compose with { Draft = compose.Draft with { Order = default } }).Faults().ShouldBe([ValidationCode.TooManyPoints]);
        (compose with { Draft = compose.Draft with { LeftOut = [.. Enumerable.Repeat(released, 2_001)] } }).Faults().ShouldBe([ValidationCode.TooManyPoints]);
        Should.Throw<System.Text.Json.JsonException>(() => EditionDocument.Parse("null"));
    }

    /// <summary>Points stand in the order in which they happened.</summary>
    static AnIncident Next(AnIncident at) => at.Later(TimeSpan.FromMinutes(1));

    static AnIncident Anew(AnIncident at, Reference edition) =>
        at.After(ABriefing.Composer, ACommand.Compose() with { Edition = edition, BasedOn = at.Edition(edition).Changes }).Approve(edition).After(ABriefing.Publisher, ACommand.Freeze(edition));

    static AnIncident Everything() => incident
        .WithFinding(out var finding, FindingState.Verified).WithReleaseOf(finding, out _, section: BriefingSection.Known)
        .WithTask(out var task, TaskState.Done).WithReleaseOf(task, out _)
        .WithDelivered(out var request).WithReleaseOf(request, out var withdrawn, section: BriefingSection.Due)
        .WithObligation(out var duty, ObligationState.MetLate).WithReleaseOf(duty, out _, section: BriefingSection.Due, label: Tlp.Amber)
        .After(People.Coordinator, ACommand.Claim(DataCategory.Name)).After(People.Coordinator, ACommand.Confirm(DataCategory.NationalId))
        .After(ABriefing.Source, ACommand.CountRows(RowCountKind.Claimed, 1_000)).After(People.Coordinator, ACommand.CountRows(RowCountKind.Confirmed, 0))
        .WithEdition(out _).WithQuestion(out var question, "BSSN").WithAnswer(question, out var answer).Publish(answer).WithQuestion(out _)
        .WithRelease(out _).After(ABriefing.Publisher, ACommand.TakeBack(withdrawn));
}
