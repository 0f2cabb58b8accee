using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Wall;

/// <summary>What a wall shows of an incident: GREEN and CLEAR in full, AMBER its title, of everything else not even that there is something.</summary>
public class WallViewTests
{
    static readonly Marking forTwo = new(Tlp.Green, [new("KPU"), new("KOMINFO")], []);
    static readonly Marking red = new(Tlp.Red, [], [People.LiaisonOf("KPU").Person, People.LiaisonOf("KOMINFO").Person]);

    public static TheoryData<string, Sight> Labels => new()
    {
        { "CLEAR", Sight.Full }, { "GREEN", Sight.Full }, { "AMBER", Sight.Heading }, { "AMBER+STRICT", Sight.Hidden }, { "RED", Sight.Hidden }, { "GREEN for two agencies", Sight.Hidden }, { "CLEAR for two agencies", Sight.Hidden },
    };

    [Theory, MemberData(nameof(Labels))]
    public void An_entry(string label, Sight sight)
    {
        var before = AnIncident.Open();
        var incident = before.WithEntry(People.LiaisonOf("KPU"), MarkingOf(label), out var reference);
        var shown = View(incident).Entries.FirstOrDefault(e => e.Reference == reference);
        (shown is not null).ShouldBe(sight is not Sight.Hidden);
        (shown?.Text is not null).ShouldBe(sight is Sight.Full);
        (shown?.Label).ShouldBe(sight is Sight.Hidden ? null : MarkingOf(label).Tlp);
        if (sight is Sight.Hidden)
            View(incident).ShouldBe(View(before));
    }

    public static TheoryData<EntryKind> EveryKind => [.. Enum.GetValues<EntryKind>()];

    [Theory, MemberData(nameof(EveryKind))]
    public void What_happened_is_shown_and_how_the_team_goes_about_its_work_is_not(EntryKind kind)
    {
        var incident = AnIncident.Open(Tlp.Clear).WithEntry(People.LiaisonOf("BSSN"), Marking.WholeTeam(Tlp.Clear), out _);
        var entry = incident.Entries[^1] with { Content = incident.Last with { Kind = kind } };
        (WallLog.Empty.After(entry) != WallLog.Empty).ShouldBe(IsShown(kind));
    }

    static bool IsShown(EntryKind kind) => kind switch
    {
        EntryKind.Detection or EntryKind.Observation or EntryKind.Notification or EntryKind.Communication or EntryKind.Meeting or EntryKind.Decision or EntryKind.ActionTaken
            or EntryKind.PublicStatement or EntryKind.StatusUpdate or EntryKind.Correction or EntryKind.Contradiction => true,
        EntryKind.IncidentOpened or EntryKind.PhaseChanged or EntryKind.AssessmentChanged or EntryKind.AffectedData => true,
        EntryKind.Task or EntryKind.Finding or EntryKind.Clarification or EntryKind.ClarificationAnswer or EntryKind.Obligation or EntryKind.Overdue => true,
        EntryKind.MembershipChanged or EntryKind.Remarking or EntryKind.AuditNote or EntryKind.Handover => false,
        EntryKind.Release or EntryKind.Briefing or EntryKind.CommissionQuestion or EntryKind.Report => false,
        _ => throw new NotSupportedException($"Decide whether a wall shows a {kind}, and say so here."),
    };

    [Fact]
    public void After_a_briefing_and_a_change_of_shifts_it_still_says_what_happened()
    {
        var before = AnIncident.Open(Tlp.Clear).WithEntry(ABriefing.Source, Marking.WholeTeam(Tlp.Clear), out var entry).WithFinding(out _, marking: Marking.WholeTeam(Tlp.Clear));
        var after = before.WithReleaseOf(entry, out _).WithEdition(out _).After(People.Observer, ACommand.AskTeam())
            .WithMembers(People.LiaisonOf("KPU", 2)).WithWall()
            .After(People.LiaisonOf("BIN"), ACommand.Write(Marking.WholeTeam(Tlp.Clear)) with { Kind = EntryKind.Handover });
        after.Entries.Count.ShouldBeGreaterThan(before.Entries.Count + WallLog.Kept);
        View(after).ShouldBe(View(before));
    }

    [Fact]
    public void A_situation_report_is_the_teams_own()
    {
        var before = AnIncident.Open(Tlp.Clear);
        var incident = before.WithReport(out _, command: Under(Tlp.AmberStrict)).WithReport(out var report, command: Under(Tlp.Clear));
        incident.Report(report).Name.ShouldBe("S-02");
        View(incident).ShouldBe(View(before));

        static PrepareReport Under(Tlp label) => ACommand.Prepare() with { Draft = ACommand.Prepare().Draft with { Label = label } };
    }

    [Theory, MemberData(nameof(Labels))]
    public void A_request_under_a_deadline(string label, Sight sight)
    {
        var before = AnIncident.Open();
        var incident = before.WithDelivered(out var request, MarkingOf(label));
        IsShownAs(sight, before, incident, request, EntryKind.Clarification, incident.Clarification(request).Due!.Value);
    }

    [Theory, MemberData(nameof(Labels))]
    public void An_obligation_under_a_deadline(string label, Sight sight)
    {
        var before = AnIncident.Open();
        var incident = before.WithObligation(out var obligation, ObligationState.Running, MarkingOf(label));
        IsShownAs(sight, before, incident, obligation, EntryKind.Obligation, incident.Obligation(obligation).Due!.Value);
    }

    static void IsShownAs(Sight sight, AnIncident before, AnIncident incident, Reference subject, EntryKind kind, DateTimeOffset due)
    {
        foreach (var (now, isLate) in new[] { (due.AddSeconds(-1), false), (due, true), (due.AddDays(3), true) })
        {
            var view = View(incident, now);
            if (sight is Sight.Hidden)
            {
                view.ShouldBe(View(before, now));
                continue;
            }
            view.Next.ShouldNotBeNull().Subject.ShouldBe(subject);
            (view.Next.Kind, view.Next.Due, view.IsNextLate, view.Late.Length).ShouldBe((kind, due, isLate, isLate ? 1 : 0));
            // Who owes it and since when is more than a title.
            (view.Next.Facts?.OwedBy).ShouldBe(sight is Sight.Full ? "Komisi Pemilihan Umum" : null);
            view.NextChange.ShouldBe(isLate ? null : due);
        }
    }

    [Theory, MemberData(nameof(Labels))]
    public void A_task_is_counted_for_who_does_it(string label, Sight sight)
    {
        var marking = MarkingOf(label) is { IsForWholeTeam: true } whole ? whole : new Marking(Tlp.Green, [new("BSSN"), new("BARESKRIM")], []);
        marking = marking.Tlp is Tlp.Red ? new(Tlp.Red, [], [ATask.Assigned.Person, ATask.Proposer.Person]) : marking;
        var before = AnIncident.Open();
        foreach (var (state, counts) in new[] { (TaskState.Proposed, (1, 0, 0)), (TaskState.Blocked, (0, 1, 0)), (TaskState.InReview, (1, 0, 0)), (TaskState.Done, (0, 0, 1)), (TaskState.Declined, (0, 0, 0)), (TaskState.Cancelled, (0, 0, 0)) })
        {
            var incident = before.WithTask(out _, state, marking);
            var police = Agency(incident, "BARESKRIM");
            (police.Open, police.Blocked, police.Done).ShouldBe(sight is Sight.Hidden ? (0, 0, 0) : counts, $"{state}");
            Agency(incident, "BSSN").HasTasks.ShouldBeFalse();
            if (sight is Sight.Hidden)
                View(incident).ShouldBe(View(before));
        }
    }

    [Fact]
    public void An_agencys_last_update_is_the_last_that_a_wall_may_show()
    {
        var incident = AnIncident.Open().WithEntry(People.LiaisonOf("BSSN"), Marking.WholeTeam(Tlp.Amber), out _);
        var said = Agency(incident, "BSSN").LastUpdate.ShouldNotBeNull();
        incident = incident.Later(TimeSpan.FromHours(1)).WithEntry(People.LiaisonOf("BSSN"), Marking.WholeTeam(Tlp.AmberStrict), out _).WithEntry(People.LiaisonOf("BIN"), Marking.WholeTeam(Tlp.AmberStrict), out _);
        Agency(incident, "BSSN").LastUpdate.ShouldBe(said);
        Agency(incident, "BIN").LastUpdate.ShouldBeNull();
        // Neither the auditor nor the product is an agency of the team.
        View(incident.WithEntry(People.Auditor, Marking.WholeTeam(Tlp.Green), out _)).Agencies.ShouldBe(View(incident).Agencies);
    }

    [Fact]
    public void The_hero_is_the_nearest_deadline_ahead_and_the_last_passed_where_none_is()
    {
        var incident = AnIncident.Open().WithDelivered(out var first, Marking.WholeTeam(Tlp.Green))
            .Later(TimeSpan.FromHours(2)).WithObligation(out var second, ObligationState.Running, Marking.WholeTeam(Tlp.Amber));
        var (one, two) = (incident.Clarification(first).Due!.Value, incident.Obligation(second).Due!.Value);
        one.ShouldBeLessThan(two);
        View(incident, one.AddSeconds(-1)).Next!.Subject.ShouldBe(first);
        View(incident, one).Next!.Subject.ShouldBe(second);
        View(incident, one).Late.Select(d => d.Subject).ShouldBe([first]);
        View(incident, two).Next!.Subject.ShouldBe(second);
        View(incident, two).Late.Select(d => d.Subject).ShouldBe([first, second]);
        View(incident, two.AddDays(30)).ShouldBe(View(incident, two));
        // A hidden one between them is none.
        var hidden = incident.At(AnIncident.Now.AddHours(1)).WithDelivered(out _, forTwo);
        foreach (var moment in new[] { one.AddSeconds(-1), one, two.AddMinutes(-61), two })
            View(hidden, moment).ShouldBe(View(incident, moment));
    }

    [Fact]
    public void What_is_answered_or_closed_is_owed_no_more()
    {
        var incident = AnIncident.Open().WithDelivered(out var request, Marking.WholeTeam(Tlp.Green));
        View(incident.After(AClarification.Addressed, ACommand.AnswerAll(request)), AnIncident.Now.AddDays(9)).Next.ShouldBeNull();
    }

    [Fact]
    public void What_is_marked_more_strictly_leaves_the_wall()
    {
        var incident = AnIncident.Open().WithDelivered(out var request, Marking.WholeTeam(Tlp.Green)).WithTask(out var task, marking: Marking.WholeTeam(Tlp.Green));
        var after = incident.After(AClarification.Requester, ACommand.ReMark(request, forTwo)).After(ATask.Proposer, ACommand.ReMark(task, Marking.WholeTeam(Tlp.AmberStrict)));
        View(after).Next.ShouldBeNull();
        Agency(after, "BARESKRIM").HasTasks.ShouldBeFalse();
        View(after).Entries.ShouldBe(View(incident).Entries);
    }

    [Fact]
    public void Six_entries_the_newest_first()
    {
        var incident = AnIncident.Open();
        for (var i = 0; i < 9; i++)
            incident = incident.WithEntry(People.LiaisonOf("KPU"), Marking.WholeTeam(i % 3 == 0 ? Tlp.Red : Tlp.Green) is { Tlp: Tlp.Green } green ? green : red, out _);
        var green6 = incident.Entries.Where(e => e.Content!.Marking.Tlp is Tlp.Green).Select(e => e.Content!.Reference).Reverse().Take(6);
        View(incident).Entries.Select(e => e.Reference).ShouldBe(green6);
    }

    [Fact]
    public void A_titles_other_words_are_gone()
    {
        var incident = AnIncident.Open().WithClarification(out _, marking: Marking.WholeTeam(Tlp.Amber));
        var sent = View(incident).Entries[0].Changes.ShouldHaveSingleItem().ShouldBeOfType<ClarificationSent>();
        (sent.Title, sent.Letter.LegalBasis, sent.Letter.Questions.Length).ShouldBe((ACommand.Ask().Title, "", 0));
    }

    [Fact]
    public void The_label_on_the_screen_is_that_of_the_strictest_thing_on_it()
    {
        var incident = AnIncident.Open(Tlp.Green);
        View(incident).Strictest.ShouldBe(Tlp.Green);
        View(incident.WithEntry(People.LiaisonOf("KPU"), Marking.WholeTeam(Tlp.Amber), out _)).Strictest.ShouldBe(Tlp.Amber);
        View(incident.WithEntry(People.LiaisonOf("KPU"), Marking.WholeTeam(Tlp.AmberStrict), out _)).Strictest.ShouldBe(Tlp.Green);
    }

    static Marking MarkingOf(string label) => label switch
    {
        "GREEN for two agencies" => forTwo,
        "CLEAR for two agencies" => forTwo with { Tlp = Tlp.Clear },
        "RED" => red,
        "AMBER+STRICT" => Marking.WholeTeam(Tlp.AmberStrict),
        _ => Marking.WholeTeam(Enum.Parse<Tlp>(label, ignoreCase: true)),
    };

    static WallView View(AnIncident incident, DateTimeOffset? now = null) => WallView.Of(incident.State, ImmutableHashSet<AgencyId>.Empty, now ?? AnIncident.Now.AddHours(3));

    static WallAgency Agency(AnIncident incident, string code) => View(incident).Agencies.Single(a => a.Agency.Code == code);
}
