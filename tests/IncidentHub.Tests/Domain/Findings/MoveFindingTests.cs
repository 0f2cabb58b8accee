using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class MoveFindingTests
{
    static readonly AgencyId raiser = new("BSSN");
    static readonly Actor colleague = People.LiaisonOf("BSSN", 2);
    static readonly AnIncident incident = AnIncident.Open().WithMembers(colleague, People.CoordinatorOf("BSSN")).WithFinding(out successor);
    static readonly Reference successor;

    static readonly IReadOnlyList<Actor> agents = [AFinding.Author, colleague, People.CoordinatorOf("BSSN"), AFinding.Second, People.LiaisonOf("KPU"), People.Coordinator];

    public static TheoryData<FindingState, FindingState> EveryPair => [.. FindingTable.Cells.Keys];
    public static TheoryData<FindingState> EveryState => [.. Enum.GetValues<FindingState>()];

    static MoveFinding Move(Reference finding, FindingState to, string reason = "Menurut sampel.") => ACommand.Move(finding, to, reason) with { By = to is FindingState.Superseded ? successor : null };

    [Fact]
    public void The_table_has_all_pairs() => EveryPair.Count.ShouldBe(8 * 8);

    [Theory, MemberData(nameof(EveryPair))]
    public void Whoever_may_makes_the_move_and_whoever_may_not_is_told_whose_it_is(FindingState from, FindingState to)
    {
        var at = incident.WithFinding(out var finding, from);
        var cell = FindingTable.Cells[(from, to)];
        foreach (var actor in agents)
        {
            if (cell is "-")
            {
                var refusal = at.Refuse(actor, Move(finding, to));
                refusal.Code.ShouldBe(RejectionCode.FindingMayNotFollow);
                refusal.Arguments[0].ShouldBe(from);
                refusal.Arguments[1].ShouldBeAssignableTo<IEnumerable<FindingState>>()
                    .ShouldBe(FindingTable.Open(from, actor, raiser, AFinding.Author.Person), ignoreOrder: true);
            }
            else if (!FindingTable.Lets(cell, actor, raiser, AFinding.Author.Person))
            {
                at.Refuse(actor, Move(finding, to)).ShouldBe(cell.StartsWith('W') ? new(RejectionCode.OnlyAuthor) : new(RejectionCode.OnlyRaiser, raiser), actor.Name);
            }
            else
            {
                // One voice alone settles nothing.
                at.After(actor, Move(finding, to)).Finding(finding).State.ShouldBe(cell.StartsWith('2') ? from : to, actor.Name);
            }
        }
    }

    [Theory, MemberData(nameof(EveryPair))]
    public void It_says_why_where_it_must(FindingState from, FindingState to)
    {
        var at = incident.WithFinding(out var finding, from);
        var cell = FindingTable.Cells[(from, to)];
        foreach (var nothing in cell is "-" ? [] : new[] { "", " \n", "\u200B" })
        {
            if (FindingTable.NeedsReason(cell))
                at.Refuse(AFinding.Author, Move(finding, to, nothing)).ShouldBe(new(RejectionCode.ReasonRequired));
            else
                at.After(AFinding.Author, Move(finding, to, nothing)).Finding(finding).State.ShouldBe(to);
        }
    }

    [Theory, MemberData(nameof(EveryPair))]
    public void Nobody_else_moves_anything(FindingState from, FindingState to)
    {
        var at = incident.WithFinding(out var finding, from);
        at.Refuse(People.Auditor, Move(finding, to)).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall, People.System, People.LiaisonOf("KEMENDAGRI"), People.LiaisonOf("KPU", 2) })
            at.Refuse(actor, Move(finding, to)).ShouldBe(new(RejectionCode.NotFound), actor.Name);
    }

    public static TheoryData<FindingState, FindingState, bool> EveryVerdict =>
        [.. from start in new[] { FindingState.UnderReview, FindingState.Indicated }
            from to in new[] { FindingState.Verified, FindingState.Refuted }
            from raiserFirst in new[] { true, false }
            select (start, to, raiserFirst)];

    [Theory, MemberData(nameof(EveryVerdict))]
    public void Whichever_of_two_agencies_comes_last_completes_the_verdict(FindingState from, FindingState to, bool raiserFirst)
    {
        var (first, last) = raiserFirst ? (AFinding.Author, AFinding.Second) : (AFinding.Second, AFinding.Author);
        var half = incident.WithFinding(out var finding, from).After(first, Move(finding, to));
        half.Finding(finding).State.ShouldBe(from);
        half.Last.Events.ShouldBe([new FindingVoiced(finding, "Data keluar dari peladen", first.Agency, to)]);

        var whole = half.After(last, Move(finding, to));
        whole.Finding(finding).State.ShouldBe(to);
        whole.Last.Events.ShouldBe([new FindingVoiced(finding, "Data keluar dari peladen", last.Agency, to), new FindingMoved(finding, "Data keluar dari peladen", from, to)]);
    }

    [Theory]
    [InlineData(FindingState.Verified)]
    [InlineData(FindingState.Refuted)]
    public void Two_persons_of_one_agency_are_one_voice(FindingState verdict)
    {
        var half = incident.WithFinding(out var finding, FindingState.UnderReview).After(AFinding.Author, Move(finding, verdict));
        foreach (var actor in new[] { AFinding.Author, colleague, People.CoordinatorOf("BSSN") })
            half.Refuse(actor, Move(finding, verdict)).ShouldBe(new(RejectionCode.NeedsSecondAgency));
    }

    [Fact]
    public void Others_without_the_raising_agency_settle_nothing()
    {
        var others = incident.WithFinding(out var finding, FindingState.UnderReview)
            .After(AFinding.Second, Move(finding, FindingState.Verified)).After(People.LiaisonOf("KPU"), Move(finding, FindingState.Verified)).After(People.LiaisonOf("KOMINFO"), Move(finding, FindingState.Verified));
        others.Finding(finding).State.ShouldBe(FindingState.UnderReview);
        others.After(colleague, Move(finding, FindingState.Verified)).Finding(finding).State.ShouldBe(FindingState.Verified);
    }

    [Fact]
    public void Opposite_voices_settle_nothing_and_a_change_of_mind_replaces_the_voice()
    {
        var split = incident.WithFinding(out var finding, FindingState.UnderReview)
            .After(AFinding.Author, Move(finding, FindingState.Verified)).After(AFinding.Second, Move(finding, FindingState.Refuted));
        split.Finding(finding).State.ShouldBe(FindingState.UnderReview);

        var changed = split.After(AFinding.Author, Move(finding, FindingState.Refuted));
        changed.Finding(finding).State.ShouldBe(FindingState.Refuted);
        changed.Finding(finding).Voices.ShouldBe([new(new("BSSN"), FindingState.Refuted), new(new("BIN"), FindingState.Refuted)], ignoreOrder: true);

        var withdrawn = incident.WithFinding(out var other, FindingState.UnderReview)
            .After(AFinding.Second, Move(other, FindingState.Verified)).After(AFinding.Second, Move(other, FindingState.Refuted)).After(AFinding.Author, Move(other, FindingState.Verified));
        withdrawn.Finding(other).State.ShouldBe(FindingState.UnderReview, "the second agency no longer says so");
    }

    [Fact]
    public void A_voice_counts_on_when_the_finding_becomes_indicated() =>
        incident.WithFinding(out var finding, FindingState.UnderReview).After(AFinding.Second, Move(finding, FindingState.Verified))
            .After(AFinding.Author, Move(finding, FindingState.Indicated)).After(AFinding.Author, Move(finding, FindingState.Verified))
            .Finding(finding).State.ShouldBe(FindingState.Verified);

    [Theory]
    [InlineData(FindingState.Indicated)]
    [InlineData(FindingState.Inconclusive)]
    [InlineData(FindingState.Verified)]
    [InlineData(FindingState.Refuted)]
    public void A_review_that_begins_anew_asks_everybody_anew(FindingState from)
    {
        var voiced = incident.WithFinding(out var finding, from is FindingState.Inconclusive ? FindingState.UnderReview : from);
        if (from is FindingState.Indicated or FindingState.Inconclusive)
            voiced = voiced.After(AFinding.Second, Move(finding, FindingState.Verified));
        if (from is FindingState.Inconclusive)
            voiced = voiced.After(AFinding.Author, Move(finding, from));
        voiced.Finding(finding).Voices.ShouldNotBeEmpty();

        var reopened = voiced.After(AFinding.Author, Move(finding, FindingState.UnderReview));
        reopened.Finding(finding).Voices.ShouldBeEmpty();
        reopened.After(AFinding.Author, Move(finding, FindingState.Verified)).Finding(finding).State.ShouldBe(FindingState.UnderReview);
    }

    [Fact]
    public void What_a_person_voiced_already_is_not_among_their_moves()
    {
        var half = incident.WithFinding(out var finding, FindingState.UnderReview).After(AFinding.Second, Move(finding, FindingState.Verified));
        half.Refuse(AFinding.Second, Move(finding, FindingState.Raw)).ShouldBe(new(RejectionCode.FindingMayNotFollow, FindingState.UnderReview, new[] { FindingState.Refuted }));
        half.Refuse(People.LiaisonOf("KPU"), Move(finding, FindingState.Raw))
            .ShouldBe(new(RejectionCode.FindingMayNotFollow, FindingState.UnderReview, new[] { FindingState.Verified, FindingState.Refuted }));
    }

    [Fact]
    public void It_is_superseded_by_another_finding_that_the_actor_sees()
    {
        var hidden = incident.WithMembers(People.LiaisonOf("BIN", 2)).After(AFinding.Second, ACommand.Raise(new(Tlp.Red, [], [AFinding.Second.Person])));
        var unseen = hidden.Last.Cites[0];
        var at = hidden.WithFinding(out var finding);
        foreach (var by in new Reference?[] { null, finding, unseen, new("F-00000"), new("T-00000") })
            at.Refuse(AFinding.Author, Move(finding, FindingState.Superseded) with { By = by }).ShouldBe(new(RejectionCode.NeedsSuccessor));

        var superseded = at.After(colleague, ACommand.Supersede(finding, successor));
        superseded.Finding(finding).SupersededBy.ShouldBe(successor);
        superseded.Last.Cites.ShouldBe([finding, successor]);
        superseded.Last.Events.ShouldBe([
            new FindingSuperseded(finding, "Data keluar dari peladen", successor), new FindingMoved(finding, "Data keluar dari peladen", FindingState.Raw, FindingState.Superseded)]);
    }

    [Fact]
    public void Whoever_sees_that_it_was_superseded_sees_by_what()
    {
        var narrow = new Marking(Tlp.Amber, [new("BSSN"), new("BIN")], []);
        var at = incident.WithFinding(out var wide).WithFinding(out var forTwo, marking: narrow).WithFinding(out var stricter, marking: narrow with { Tlp = Tlp.AmberStrict });
        at.Refuse(AFinding.Author, ACommand.Supersede(wide, forTwo)).ShouldBe(new(RejectionCode.WiderThanCited));
        at.Refuse(AFinding.Author, ACommand.Supersede(forTwo, stricter)).ShouldBe(new(RejectionCode.WiderThanCited));
        at.Accept(AFinding.Author, ACommand.Supersede(stricter, forTwo));
        at.Accept(AFinding.Author, ACommand.Supersede(forTwo, wide)).Marking.ShouldBe(narrow);
    }

    [Fact]
    public void Only_its_author_retracts_it_and_only_for_the_agency_that_raised_it()
    {
        var at = incident.WithFinding(out var finding);
        foreach (var actor in agents.Where(a => a != AFinding.Author))
            at.Refuse(actor, Move(finding, FindingState.Retracted)).ShouldBe(new(RejectionCode.OnlyAuthor));

        var moved = People.LiaisonOf("BIN") with { Person = AFinding.Author.Person };
        at.WithoutMember(AFinding.Author).WithMembers(moved).Refuse(moved, Move(finding, FindingState.Retracted)).ShouldBe(new(RejectionCode.OnlyAuthor));
    }

    [Theory, MemberData(nameof(EveryState))]
    public void Final_is_what_was_superseded_or_retracted_and_stays_so(FindingState state)
    {
        var at = incident.WithFinding(out var finding, state);
        at.Finding(finding).IsFinal.ShouldBe(state is FindingState.Superseded or FindingState.Retracted);
        if (!at.Finding(finding).IsFinal)
            return;
        foreach (var to in Enum.GetValues<FindingState>())
            at.Refuse(AFinding.Author, Move(finding, to)).ShouldBe(new(RejectionCode.FindingMayNotFollow, state, Array.Empty<FindingState>()));
        at.Refuse(AFinding.Author, ACommand.Grade(finding, new(Reliability.A, 1))).ShouldBe(new(RejectionCode.FindingMayNotFollow, state, Array.Empty<FindingState>()));
    }

    [Fact]
    public void The_entry_is_marked_as_the_finding()
    {
        var marking = new Marking(Tlp.Red, [], [AFinding.Author.Person, AFinding.Second.Person]);
        var entry = incident.WithFinding(out var finding, FindingState.UnderReview, marking).Accept(AFinding.Second, Move(finding, FindingState.Verified, " Dua sumber. "));
        entry.Kind.ShouldBe(EntryKind.Finding);
        entry.Marking.ShouldBe(marking);
        entry.Text.ShouldBe("Dua sumber.");
        entry.Cites.ShouldBe([finding]);
        entry.Releasable.ShouldBeFalse();
    }

    [Fact]
    public void A_state_that_there_is_not_is_a_fault() =>
        ACommand.Move(new Reference("F-00000"), (FindingState)8).Faults().ShouldBe([ValidationCode.UnknownValue]);
}
