using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Briefings;

/// <summary>How words come to be released: every state, every step, every actor.</summary>
public class ReleaseTests
{
    static readonly Actor second = People.LiaisonOf("BSSN", 2), sourcesCoordinator = People.CoordinatorOf("BSSN"), other = People.LiaisonOf("KOMINFO");
    static readonly AnIncident incident = AnIncident.Open().WithMembers(second, sourcesCoordinator);
    static readonly Marking forTwo = new(Tlp.Amber, [new("BSSN"), new("BARESKRIM")], []);

    const string Steps = """
                  | Agree  | Decline  | Publish  | Withdraw
        Proposed  | Agreed | Declined | -        | Withdrawn
        Agreed    | Agreed | -        | Released | Withdrawn
        Declined  | -      | -        | -        | -
        Released  | -      | -        | -        | Withdrawn
        Withdrawn | -      | -        | -        | -
        """;

    // BSSN's liaison agreed to what BIN's proposed; "out" is what was released already.
    const string Movers = """
                     | source's liaison | another of the source | source's coordinator | proposer        | coordinator | another agency
        Agree        | ✓                | ✓                     | ✓                    | OnlySource      | OnlySource  | OnlySource
        Decline      | ✓                | ✓                     | ✓                    | OnlySource      | OnlySource  | OnlySource
        Publish      | OnlyCoordinator  | OnlyCoordinator       | ✓                    | OnlyCoordinator | ✓           | OnlyCoordinator
        Withdraw     | ✓                | ✓                     | ✓                    | ✓               | ✓           | OnlyCoordinator
        Withdraw out | OnlyCoordinator  | OnlyCoordinator       | ✓                    | OnlyCoordinator | ✓           | OnlyCoordinator
        """;

    static readonly Dictionary<string, Actor> movers = new()
    {
        ["source's liaison"] = ABriefing.Source, ["another of the source"] = second, ["source's coordinator"] = sourcesCoordinator,
        ["proposer"] = ABriefing.Proposer, ["coordinator"] = ABriefing.Publisher, ["another agency"] = other,
    };

    static readonly Dictionary<(ReleaseState From, ReleaseStep Step), string> steps =
        Steps.CellsOfTable().ToDictionary(c => (Enum.Parse<ReleaseState>(c.Row), Enum.Parse<ReleaseStep>(c.Column)), c => c.Content);

    static readonly Dictionary<(string Step, string Mover), string> may = Movers.CellsOfTable().ToDictionary(c => (c.Row, c.Column), c => c.Content);

    public static TheoryData<ReleaseState, ReleaseStep, string> Every => [.. from cell in steps.Keys from mover in movers.Keys select (cell.From, cell.Step, mover)];

    [Fact]
    public void The_table_has_all_pairs() => steps.Count.ShouldBe(Enum.GetValues<ReleaseState>().Length * Enum.GetValues<ReleaseStep>().Length);

    [Theory, MemberData(nameof(Every))]
    public void As_in_the_tables(ReleaseState from, ReleaseStep step, string mover)
    {
        var at = incident.WithRelease(out var release, from);
        var command = ACommand.Do(at.Release(release), step);
        var mayMove = may[(step is ReleaseStep.Withdraw && from is ReleaseState.Released ? "Withdraw out" : $"{step}", mover)];
        if (steps[(from, step)] is "-")
            at.Refuse(movers[mover], command).ShouldBe(new(RejectionCode.ReleaseMayNotFollow, from, ReleaseRules.StepsOf(at.Release(release), movers[mover]).ToArray()));
        else if (mayMove is "✓")
            at.After(movers[mover], command).Release(release).State.ShouldBe(Enum.Parse<ReleaseState>(steps[(from, step)]));
        else
            at.Refuse(movers[mover], command).Code.ToString().ShouldBe(mayMove);
        ReleaseRules.StepsOf(at.Release(release), movers[mover]).Contains(step).ShouldBe(steps[(from, step)] is not "-" && mayMove is "✓");
    }

    [Theory, MemberData(nameof(Every))]
    public void Nobody_else_takes_any_step(ReleaseState from, ReleaseStep step, string mover)
    {
        if (movers[mover] != ABriefing.Source)
            return;
        var at = incident.WithRelease(out var release, from);
        at.Refuse(People.Auditor, ACommand.Do(at.Release(release), step)).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall, People.System, People.LiaisonOf("KEMENDAGRI") })
            at.Refuse(actor, ACommand.Do(at.Release(release), step)).ShouldBe(new(RejectionCode.NotFound));
        ReleaseRules.StepsOf(at.Release(release), People.Auditor).ShouldBeEmpty();
    }

    [Fact]
    public void What_ones_own_agency_brought_in_is_agreed_to_by_proposing_it()
    {
        var at = incident.WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Amber), out var entry);
        var own = at.WithRelease(second, ACommand.Propose(entry), out var release, ReleaseState.Agreed);
        (own.Release(release).State, own.Release(release).AgreedBy, own.Release(release).Changes).ShouldBe((ReleaseState.Agreed, second.Person, 0));
        var others = at.WithReleaseOf(entry, out release, ReleaseState.Proposed);
        (others.Release(release).State, others.Release(release).AgreedBy, others.Release(release).ProposedBy).ShouldBe((ReleaseState.Proposed, null, ABriefing.Proposer.Agency));
    }

    [Fact]
    public void Who_agreed_for_the_source_does_not_release()
    {
        var at = incident.WithEntry(sourcesCoordinator, Marking.WholeTeam(Tlp.Amber), out var entry).WithRelease(sourcesCoordinator, ACommand.Propose(entry), out var release, ReleaseState.Agreed);
        at.Refuse(sourcesCoordinator, ACommand.Publish(release)).ShouldBe(new(RejectionCode.NeedsSecondPerson));
        at.After(ABriefing.Publisher, ACommand.Publish(release)).Release(release).State.ShouldBe(ReleaseState.Released);
        at.After(second, ACommand.Agree(at.Release(release))).After(sourcesCoordinator, ACommand.Publish(release, basedOn: 1)).Release(release).State.ShouldBe(ReleaseState.Released);
    }

    [Fact]
    public void Only_what_one_sees_is_proposed()
    {
        var at = incident.WithEntry(ABriefing.Source, forTwo, out var entry).WithFinding(out var finding, marking: forTwo).WithClarification(out var draft, ClarificationState.Draft);
        foreach (var hidden in new[] { entry, finding, draft, new Reference("E-00000000") })
            at.Refuse(ABriefing.Proposer, ACommand.Propose(hidden)).ShouldBe(new(RejectionCode.NotFound));
        at.Accept(People.LiaisonOf("BARESKRIM"), ACommand.Propose(entry)).Marking.ShouldBe(forTwo);
        at.Accept(People.LiaisonOf("BARESKRIM"), ACommand.Propose(finding, BriefingSection.Unknown)).Marking.ShouldBe(forTwo);
        // A draft is nobody's to tell of, not even its own agency's.
        at.Refuse(AClarification.Requester, ACommand.Propose(draft, BriefingSection.Due)).ShouldBe(new(RejectionCode.NotFound));
    }

    [Theory]
    [InlineData(Tlp.AmberStrict)]
    [InlineData(Tlp.Red)]
    public void What_is_marked_so_is_not_proposed(Tlp label)
    {
        var marking = new Marking(label, [], label is Tlp.Red ? [ABriefing.Proposer.Person] : []);
        var at = incident.WithEntry(ABriefing.Source, marking, out var entry).WithFinding(out var finding, marking: marking).WithTask(out var task, marking: label is Tlp.Red ? new(label, [], [ATask.Assigned.Person]) : marking);
        foreach (var (actor, of) in new[] { (ABriefing.Source, entry), (ABriefing.Proposer, entry), (ABriefing.Source, finding), (ABriefing.Proposer, finding), (ATask.Assigned, task) })
            at.Refuse(actor, ACommand.Propose(of, BriefingSection.Unknown)).ShouldBe(new(RejectionCode.MayNotBeReleased));
    }

    [Theory]
    [InlineData(Tlp.AmberStrict)]
    [InlineData(Tlp.Red)]
    public void Nor_agreed_to_or_released_when_its_source_was_marked_so_since(Tlp label)
    {
        var marking = new Marking(label, [], label is Tlp.Red ? [sourcesCoordinator.Person, second.Person] : []);
        var proposed = incident.WithFinding(out var finding).WithReleaseOf(finding, out var release, ReleaseState.Proposed, BriefingSection.Unknown);
        var strict = proposed.After(AFinding.Author, ACommand.ReMark(finding, marking));
        strict.Refuse(second, ACommand.Agree(proposed.Release(release))).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        strict.Refuse(second, ACommand.Agree(strict.Release(release))).ShouldBe(new(RejectionCode.MayNotBeReleased));

        var agreed = proposed.After(second, ACommand.Agree(proposed.Release(release)));
        strict = agreed.After(AFinding.Author, ACommand.ReMark(finding, marking));
        strict.Refuse(sourcesCoordinator, ACommand.Publish(release, agreed.Release(release).Changes)).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        strict.Refuse(sourcesCoordinator, ACommand.Publish(release, strict.Release(release).Changes)).ShouldBe(new(RejectionCode.MayNotBeReleased));
        strict.After(second, ACommand.ReMark(finding, Marking.WholeTeam(Tlp.Amber))).Publish(release).Release(release).State.ShouldBe(ReleaseState.Released);
    }

    [Fact]
    public void A_proposal_goes_where_its_source_goes()
    {
        var at = incident.WithFinding(out var finding).WithReleaseOf(finding, out var release, ReleaseState.Proposed, BriefingSection.Unknown);
        at.Release(release).Marking.ShouldBe(at.Finding(finding).Marking);
        foreach (var marking in new Marking[] { forTwo, new(Tlp.Red, [], [People.LiaisonOf("BARESKRIM").Person]) })
        {
            var narrowed = at.After(AFinding.Author, ACommand.ReMark(finding, marking));
            narrowed.Release(release).Marking.ShouldBe(narrowed.Finding(finding).Marking);
            Of(narrowed, ABriefing.Proposer).Releases.ShouldBeEmpty();
            Of(narrowed, People.LiaisonOf("BARESKRIM")).Releases.ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void The_source_agrees_to_words_of_its_own()
    {
        var at = incident.WithRelease(out var release, ReleaseState.Proposed);
        var reword = ACommand.Agree(at.Release(release)) with { Title = " Akses ke sistem ditutup. ", Text = "", Section = BriefingSection.Event, Label = Tlp.Green };
        var agreed = at.After(ABriefing.Source, reword);
        var now = agreed.Release(release);
        (now.Title, now.Text, now.Section, now.Label).ShouldBe(("Akses ke sistem ditutup.", "", BriefingSection.Event, Tlp.Green));
        agreed.Refuse(second, reword).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        agreed.Refuse(ABriefing.Publisher, ACommand.Publish(release)).ShouldBe(new(RejectionCode.ChangedMeanwhile));

        var published = agreed.Publish(release);
        published.Last.Events.ShouldHaveSingleItem().ShouldBeOfType<ReleasePublished>().Texts.ShouldBe(["Akses ke sistem ditutup.", ""]);
        published.Last.Marking.ShouldBe(Marking.WholeTeam(Tlp.Green));
        at.Refuse(ABriefing.Source, reword with { Section = BriefingSection.Due }).ShouldBe(new(RejectionCode.SectionDoesNotFit, BriefingSection.Due));
    }

    [Fact]
    public void The_source_keeps_its_marking()
    {
        var at = incident.WithEntry(ABriefing.Source, forTwo, out var entry).WithFinding(out var finding, marking: forTwo)
            .WithRelease(People.LiaisonOf("BARESKRIM"), ACommand.Propose(entry), out var ofEntry, ReleaseState.Agreed).WithRelease(People.LiaisonOf("BARESKRIM"), ACommand.Propose(finding, BriefingSection.Unknown), out var ofFinding, ReleaseState.Agreed)
            .After(sourcesCoordinator, ACommand.Publish(ofEntry, 1)).After(sourcesCoordinator, ACommand.Publish(ofFinding, 1));
        at.Entries.Single(e => e.Content!.Reference == entry).Content!.Marking.ShouldBe(forTwo);
        at.Finding(finding).Marking.ShouldBe(forTwo);
        Of(at, ABriefing.Proposer).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_released_is_the_whole_teams_and_says_nothing_of_how_it_came_about()
    {
        var at = incident.WithEntry(ABriefing.Source, forTwo, out var entry);
        var slow = at.WithRelease(People.LiaisonOf("BARESKRIM"), ACommand.Propose(entry) with { Title = "Kata pengusul." }, out var first, ReleaseState.Proposed);
        slow = slow.After(ABriefing.Source, ACommand.Agree(slow.Release(first)) with { Title = "Kata lain." });
        slow = slow.After(second, ACommand.Agree(slow.Release(first)) with { Title = "Kata sumber." });
        var quick = at.WithRelease(ABriefing.Source, ACommand.Propose(entry) with { Title = "Kata sumber." }, out var release, ReleaseState.Agreed);
        foreach (var outsider in new[] { ABriefing.Proposer, other })
        {
            Of(slow, outsider).Releases.ShouldBeEmpty();
            slow.Refuse(outsider, ACommand.TakeBack(first)).ShouldBe(new(RejectionCode.NotFound));
        }

        slow = slow.At(AnIncident.Now).After(sourcesCoordinator, ACommand.Publish(first, slow.Release(first).Changes));
        quick = quick.After(sourcesCoordinator, ACommand.Publish(release));
        string[] times = ["Release.Reference", "Release.ReleasedAt", "Release.ChangedAt"];
        var seen = Of(slow, ABriefing.Proposer).Releases.ShouldHaveSingleItem();
        Written.Out(seen, times).ShouldBe(Written.Out(Of(quick, ABriefing.Proposer).Releases.ShouldHaveSingleItem(), times));
        (seen.ProposedBy, seen.AgreedBy, seen.Changes, seen.Title).ShouldBe((null, null, 0, "Kata sumber."));
        slow.Entries.Skip((int)at.State.Number).Where(e => IncidentHub.Domain.Sharing.See(slow.State.ViewpointOf(ABriefing.Proposer)!, e.Content!.Marking, e.Content.Author.Person) is Sight.Full)
            .ShouldHaveSingleItem().Content!.Events.ShouldHaveSingleItem().ShouldBeOfType<ReleasePublished>();
    }

    [Fact]
    public void Until_an_embargo_is_over_nobody_of_the_commission_reads_it()
    {
        var at = incident.WithRelease(out var release, ReleaseState.Agreed);
        var until = at.Time.AddHours(6);
        at.Refuse(ABriefing.Publisher, ACommand.Publish(release, 1) with { EmbargoUntil = at.Time }).ShouldBe(new(RejectionCode.EmbargoOver));
        var held = at.Publish(release, until);
        held.Release(release).IsOutAt(until.AddTicks(-1)).ShouldBeFalse();
        held.Release(release).IsOutAt(until).ShouldBeTrue();
        held.Briefing().Points.ShouldBeEmpty();
        held.At(until).Briefing().Points.ShouldHaveSingleItem();
        held.After(ABriefing.Publisher, ACommand.TakeBack(release)).Release(release).WasWithdrawnInPublic.ShouldBeFalse();
        held.At(until.AddHours(1)).After(ABriefing.Publisher, ACommand.TakeBack(release)).Release(release).WasWithdrawnInPublic.ShouldBeTrue();
        at.Publish(release).Release(release).IsOutAt(at.Time).ShouldBeTrue();
    }

    [Fact]
    public void A_withdrawal_says_why_to_whoever_read_it()
    {
        var at = incident.WithRelease(out var release);
        var withdrawn = at.After(ABriefing.Publisher, ACommand.TakeBack(release) with { Reason = "Jumlahnya keliru." });
        withdrawn.Last.Text.ShouldBe("Jumlahnya keliru.");
        withdrawn.Last.Marking.ShouldBe(Marking.WholeTeam(Tlp.Clear));
        (withdrawn.Release(release).Reason, withdrawn.Release(release).IsOutAt(withdrawn.Time)).ShouldBe(("Jumlahnya keliru.", false));
        withdrawn.Release(release).WasWithdrawnInPublic.ShouldBeTrue();
        incident.WithRelease(out release, ReleaseState.Proposed).After(ABriefing.Proposer, ACommand.TakeBack(release)).Release(release).WasWithdrawnInPublic.ShouldBeFalse();
    }

    [Fact]
    public void What_the_product_derived_and_what_the_commission_asked_have_no_source_that_could_consent()
    {
        var at = incident.WithDelivered(out var request).Later(TimeSpan.FromHours(80)).AfterOverdue(request);
        at.Refuse(ABriefing.Proposer, ACommand.Propose(at.Last.Reference, BriefingSection.Event)).ShouldBe(new(RejectionCode.NotFound));
        var asked = incident.WithRelease(out var release).WithEdition(out var edition).WithQuestion(out var question);
        foreach (var nothing in new[] { asked.Last.Reference, question, edition, release })
            asked.Refuse(ABriefing.Proposer, ACommand.Propose(nothing, BriefingSection.Event)).ShouldBe(new(RejectionCode.NotFound));
        var noted = incident.WithEntry(People.Auditor, Marking.WholeTeam(Tlp.Green), out var note);
        noted.Refuse(ABriefing.Proposer, ACommand.Propose(note, BriefingSection.Event)).ShouldBe(new(RejectionCode.NotFound));
    }

    [Theory]
    [InlineData(ReleaseState.Proposed, true)]
    [InlineData(ReleaseState.Agreed, true)]
    [InlineData(ReleaseState.Released, true)]
    [InlineData(ReleaseState.Declined, false)]
    [InlineData(ReleaseState.Withdrawn, false)]
    public void A_source_stands_once_in_a_section(ReleaseState state, bool isTaken)
    {
        var at = incident.WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Amber), out var entry).WithReleaseOf(entry, out _, state);
        if (isTaken)
            at.Refuse(other, ACommand.Propose(entry)).ShouldBe(new(RejectionCode.AlreadyProposed));
        else
            at.Accept(other, ACommand.Propose(entry));
        var both = at.WithReleaseOf(entry, out var second, ReleaseState.Proposed, BriefingSection.Voting);
        var move = ACommand.Agree(both.Release(second)) with { Section = BriefingSection.Step };
        if (isTaken)
            both.Refuse(ABriefing.Source, move).ShouldBe(new(RejectionCode.AlreadyProposed));
        else
            both.Accept(ABriefing.Source, move);
    }

    [Fact]
    public void A_finding_stands_in_one_column_whichever_that_is()
    {
        var at = incident.WithFinding(out var finding, FindingState.UnderReview).WithReleaseOf(finding, out _, section: BriefingSection.Unknown);
        at.Accept(ABriefing.Proposer, ACommand.Propose(finding, BriefingSection.Voting));
        at = at.After(AFinding.Author, ACommand.Move(finding, FindingState.Indicated));
        at.Refuse(ABriefing.Proposer, ACommand.Propose(finding, BriefingSection.Known)).ShouldBe(new(RejectionCode.AlreadyProposed));
    }

    const string Sections = """
                      | Known | Unknown | Refuted | Voting | Step | Event | Next | Due | Answer
        Entry         | ✓     | ✓       | ✓       | ✓      | ✓    | ✓     | ✓    |     |
        Task          |       |         |         |        | ✓    |       |      |     |
        Clarification |       |         |         |        |      |       |      | ✓   |
        Obligation    |       |         |         |        |      |       |      | ✓   |
        Raw           |       | ✓       |         | ✓      |      |       |      |     |
        UnderReview   |       | ✓       |         | ✓      |      |       |      |     |
        Indicated     | ✓     |         |         | ✓      |      |       |      |     |
        Inconclusive  |       | ✓       |         | ✓      |      |       |      |     |
        Verified      | ✓     |         |         | ✓      |      |       |      |     |
        Refuted       |       |         | ✓       | ✓      |      |       |      |     |
        Superseded    |       | ✓       |         | ✓      |      |       |      |     |
        Retracted     |       | ✓       |         | ✓      |      |       |      |     |
        """;

    public static TheoryData<string, string, string> EverySection => [.. Sections.CellsOfTable()];

    [Theory, MemberData(nameof(EverySection))]
    public void It_stands_where_its_kind_and_state_belong(string what, string where, string fits)
    {
        Reference source = default;
        var at = what switch
        {
            "Entry" => incident.WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Amber), out source),
            "Task" => incident.WithTask(out source),
            "Clarification" => incident.WithClarification(out source),
            "Obligation" => incident.WithObligation(out source),
            _ => incident.WithFinding(out source, Enum.Parse<FindingState>(what)),
        };
        var section = Enum.Parse<BriefingSection>(where);
        if (fits is "✓")
            at.WithReleaseOf(source, out _, section: section).Briefing().Points.ShouldHaveSingleItem().Section.ShouldBe(section);
        else
            at.Refuse(ABriefing.Proposer, ACommand.Propose(source, section)).ShouldBe(new(RejectionCode.SectionDoesNotFit, section));
    }

    [Fact]
    public void A_findings_column_follows_its_state_and_stays_where_it_was_last_told()
    {
        var at = incident.WithFinding(out var finding, FindingState.UnderReview).WithReleaseOf(finding, out _, section: BriefingSection.Unknown)
            .WithReleaseOf(finding, out _, section: BriefingSection.Voting);
        Columns(at).ShouldBe([BriefingSection.Unknown, BriefingSection.Voting]);
        at = at.After(AFinding.Author, ACommand.Move(finding, FindingState.Refuted));
        Columns(at).ShouldBe([BriefingSection.Unknown, BriefingSection.Voting]);
        at = at.After(AFinding.Second, ACommand.Move(finding, FindingState.Refuted));
        Columns(at).ShouldBe([BriefingSection.Refuted, BriefingSection.Voting]);
        var strict = at.After(AFinding.Author, ACommand.ReMark(finding, Marking.WholeTeam(Tlp.AmberStrict)));
        Columns(strict).ShouldBe([BriefingSection.Refuted, BriefingSection.Voting]);
        Columns(strict.After(AFinding.Author, ACommand.Move(finding, FindingState.UnderReview)).After(AFinding.Author, ACommand.Move(finding, FindingState.Indicated))).ShouldBe([BriefingSection.Refuted, BriefingSection.Voting]);

        static IEnumerable<BriefingSection> Columns(AnIncident at) => at.Briefing().Points.Select(p => p.Section);
    }

    [Fact]
    public void A_finding_that_moved_before_the_source_agreed_is_agreed_to_where_it_stands()
    {
        var at = incident.WithFinding(out var finding, FindingState.UnderReview).WithReleaseOf(finding, out var release, ReleaseState.Proposed, BriefingSection.Unknown)
            .After(AFinding.Author, ACommand.Move(finding, FindingState.Indicated));
        at.Refuse(ABriefing.Source, ACommand.Agree(at.Release(release))).ShouldBe(new(RejectionCode.SectionDoesNotFit, BriefingSection.Unknown));
        at.Accept(ABriefing.Source, ACommand.Agree(at.Release(release)) with { Section = BriefingSection.Known });
    }

    [Fact]
    public void A_plan_has_its_date_and_what_happened_has_its_own()
    {
        var plan = AnIncident.Now.AddDays(3);
        var at = incident.WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Amber), out var entry);
        var occurred = at.Last.OccurredAt;
        var planned = at.WithRelease(ABriefing.Proposer, ACommand.Propose(entry, BriefingSection.Next) with { PlannedAt = plan }, out var release, ReleaseState.Proposed);
        planned.Release(release).At.ShouldBe(plan);
        planned.After(ABriefing.Source, ACommand.Agree(planned.Release(release)) with { PlannedAt = plan.AddDays(1) }).Release(release).At.ShouldBe(plan.AddDays(1));
        // Nothing happened on the day for which it was planned.
        planned.After(ABriefing.Source, ACommand.Agree(planned.Release(release)) with { Section = BriefingSection.Event }).Release(release).At.ShouldBeNull();

        var happened = at.WithRelease(ABriefing.Proposer, ACommand.Propose(entry, BriefingSection.Event) with { PlannedAt = plan }, out release, ReleaseState.Proposed);
        happened.Release(release).At.ShouldBe(occurred);
        happened.After(ABriefing.Source, ACommand.Agree(happened.Release(release)) with { PlannedAt = plan }).Release(release).At.ShouldBe(occurred);
    }

    [Fact]
    public void A_wording_is_marked_no_more_widely_than_it_is_labelled()
    {
        var at = incident.WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Green), out var entry);
        at.Accept(ABriefing.Proposer, ACommand.Propose(entry)).Marking.ShouldBe(Marking.WholeTeam(Tlp.Green));
        at.Accept(ABriefing.Proposer, ACommand.Propose(entry, label: Tlp.Amber)).Marking.ShouldBe(Marking.WholeTeam(Tlp.Amber));
        var proposed = at.WithReleaseOf(entry, out var release, ReleaseState.Proposed);
        var agreed = proposed.After(ABriefing.Source, ACommand.Agree(proposed.Release(release)) with { Label = Tlp.Amber });
        (agreed.Last.Marking, agreed.Release(release).Marking).ShouldBe((Marking.WholeTeam(Tlp.Amber), Marking.WholeTeam(Tlp.Amber)));

        var finding = incident.WithFinding(out var found).WithReleaseOf(found, out release, ReleaseState.Proposed, BriefingSection.Unknown, Tlp.Amber);
        finding.After(AFinding.Author, ACommand.ReMark(found, Marking.WholeTeam(Tlp.Clear))).Release(release).Marking.ShouldBe(Marking.WholeTeam(Tlp.Amber));
    }

    [Fact]
    public void Its_words_have_a_shape()
    {
        var propose = ACommand.Propose(new("E-00000000"));
        (propose with { Title = " " }).Faults().ShouldBe([ValidationCode.TitleRequired]);
        (propose with { Title = new string('x', 201) }).Faults().ShouldBe([ValidationCode.TitleTooLong]);
        (propose with { Text = new string('x', 2_000) }).Faults().ShouldBeEmpty();
        (propose with { Text = new string('x', 2_001) }).Faults().ShouldBe([ValidationCode.ReleaseTextTooLong]);
        (propose with { Text = "x\0" }).Faults().ShouldBe([ValidationCode.TextUnreadable]);
        (propose with { Label = Tlp.AmberStrict }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (propose with { Label = Tlp.Red }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (propose with { Section = (BriefingSection)99 }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        var reason = ACommand.TakeBack(new("B-00000"));
        (reason with { Reason = " " }).Faults().ShouldBe([ValidationCode.TextRequired]);
        (reason with { Reason = "x\0" }).Faults().ShouldBe([ValidationCode.TextUnreadable]);
        (reason with { Reason = new string('x', 2_001) }).Faults().ShouldBe([ValidationCode.ReleaseTextTooLong]);
    }

    static RoomObjects Of(AnIncident at, Actor actor) => RoomObjects.Of(at.State, at.State.Shared(at.State.ViewpointOf(actor)!));
}
