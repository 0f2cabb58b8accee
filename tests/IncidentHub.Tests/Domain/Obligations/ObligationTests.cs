using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Obligations;

public class ObligationTests
{
    static readonly AnIncident incident = AnIncident.Open();
    static readonly DateTimeOffset now = AnIncident.Now;

    [Fact]
    public void It_keeps_the_rule_as_it_was()
    {
        var recorded = incident.WithObligation(out var reference);
        recorded.Last.Kind.ShouldBe(EntryKind.Obligation);
        reference.Text.ShouldStartWith("W-");
        var item = recorded.Obligation(reference);
        (item.Title, item.Citation, item.Hours, item.State, item.Due, item.Agency).ShouldBe(("Pemberitahuan tertulis", "UU 27/2022 Pasal 46", 72, ObligationState.AwaitingBasis, null, new AgencyId("KPU")));
        item.Content.ShouldBe(["Data", "Kapan", "Penanganan"]);
    }

    [Fact]
    public void With_a_basis_its_clock_starts_at_once_in_one_entry()
    {
        var at = incident.After(AnObligation.Obliged, ACommand.Record() with { TriggeredAt = now.AddHours(-2), Basis = " Rapat pimpinan. " });
        at.Entries.Count.ShouldBe(incident.Entries.Count + 1);
        var item = at.State.Obligations.Values.Single();
        (item.State, item.StartedAt, item.Basis, item.Due).ShouldBe((ObligationState.Running, now.AddHours(-2), "Rapat pimpinan.", now.AddHours(70)));
    }

    [Fact]
    public void Correcting_the_start_keeps_both_moments()
    {
        var running = incident.WithObligation(out var reference, ObligationState.Running);
        var corrected = running.After(AnObligation.Colleague, ACommand.CorrectStart(reference, now.AddHours(-5)));
        corrected.Last.Events.ShouldBe([new ObligationStarted(reference, "Pemberitahuan tertulis", now, now.AddHours(-5), now.AddHours(67))]);
        corrected.Obligation(reference).Starts.Select(s => (s.At, s.Entry)).ShouldBe([(now, running.Last.Reference), (now.AddHours(-5), corrected.Last.Reference)]);
        corrected.Obligation(reference).Due.ShouldBe(now.AddHours(67));
        corrected.Refuse(AnObligation.Obliged, ACommand.CorrectStart(reference, now.AddHours(-5))).Code.ShouldBe(RejectionCode.AlreadySo);
        corrected.Refuse(AnObligation.Obliged, ACommand.CorrectStart(reference, now.AddHours(1))).ShouldBe(new(RejectionCode.OccurredInFuture));
    }

    [Theory]
    [InlineData(71, ObligationState.Met, 0)]
    [InlineData(72, ObligationState.Met, 0)]
    [InlineData(75, ObligationState.MetLate, 3)]
    public void In_time_or_late_is_a_count_by_the_clock(int hours, ObligationState state, int late)
    {
        var met = incident.WithObligation(out var reference, ObligationState.Running).Later(TimeSpan.FromHours(100)).After(AnObligation.Obliged, ACommand.Meet(reference) with { At = now.AddHours(hours) });
        met.Obligation(reference).State.ShouldBe(state);
        met.Last.Events.OfType<ObligationMet>().Single().To.ShouldBe(state);
        met.Obligation(reference).LateBy(now.AddDays(90)).ShouldBe(late is 0 ? null : TimeSpan.FromHours(late));
    }

    [Fact]
    public void A_start_that_is_corrected_afterwards_may_show_that_it_was_late()
    {
        var met = incident.WithObligation(out var reference, ObligationState.Met);
        var corrected = met.After(AnObligation.Obliged, ACommand.CorrectStart(reference, now.AddHours(-80)));
        (corrected.Obligation(reference).State, corrected.Obligation(reference).LateBy(now)).ShouldBe((ObligationState.MetLate, TimeSpan.FromHours(8)));
        corrected.After(AnObligation.Obliged, ACommand.CorrectStart(reference, now.AddHours(-3))).Obligation(reference).State.ShouldBe(ObligationState.Met);
    }

    [Fact]
    public void Where_the_law_names_no_hours_there_is_no_deadline()
    {
        var at = incident.WithObligation(out var reference, ObligationState.Running, rule: "segera");
        at.Obligation(reference).Due.ShouldBeNull();
        at.State.Deadlines.ShouldBeEmpty();
        at.Later(TimeSpan.FromDays(400)).After(AnObligation.Obliged, ACommand.Meet(reference)).Obligation(reference).State.ShouldBe(ObligationState.Met);
    }

    [Fact]
    public void A_rule_holds_only_while_it_is_in_force()
    {
        incident.Refuse(AnObligation.Obliged, ACommand.Record() with { Rule = "laporan" }).ShouldBe(new(RejectionCode.RuleNotInForce, "Laporan insiden", "01/01/2024"));
        incident.Refuse(AnObligation.Obliged, ACommand.Record() with { Rule = "aturan-lama" }).Code.ShouldBe(RejectionCode.RuleNotInForce);
        incident.Accept(AnObligation.Obliged, ACommand.Record() with { Rule = "aturan-lama", TriggeredAt = new DateTimeOffset(2022, 12, 31, 16, 59, 0, TimeSpan.Zero) });
        incident.Refuse(AnObligation.Obliged, ACommand.Record() with { Rule = "aturan-lama", TriggeredAt = new DateTimeOffset(2022, 12, 31, 17, 0, 0, TimeSpan.Zero) }).Code.ShouldBe(RejectionCode.RuleNotInForce);
        incident.Accept(AnObligation.Obliged, ACommand.Record() with { Rule = "empat-belas-hari" });
        incident.Refuse(AnObligation.Obliged, ACommand.Record() with { Rule = "tidak-ada" }).ShouldBe(new(RejectionCode.NoSuchRule));

        var later = incident.At(new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.Zero)).WithObligation(out var reference, rule: "laporan");
        later.Refuse(AnObligation.Obliged, ACommand.Start(reference, now)).Code.ShouldBe(RejectionCode.RuleNotInForce);
        later.After(AnObligation.Obliged, ACommand.Start(reference, later.Time)).Obligation(reference).Due.ShouldBe(later.Time.AddHours(24));
    }

    [Fact]
    public void Days_run_to_the_end_of_the_last_one_in_Jakarta() =>
        incident.WithObligation(out var reference, ObligationState.Running, rule: "empat-belas-hari").Obligation(reference).Due
            .ShouldBe(new DateTimeOffset(2023, 12, 13, 0, 0, 0, TimeSpan.FromHours(7)));

    [Fact]
    public void Not_applicable_stops_the_clock_and_a_later_decision_starts_it_again()
    {
        var at = incident.WithObligation(out var reference, ObligationState.Running).After(AnObligation.Colleague, ACommand.SetNotApplicable(reference));
        at.State.Deadlines.ShouldBeEmpty();
        at.Obligation(reference).LateBy(now.AddDays(30)).ShouldBeNull();
        var again = at.After(AnObligation.Obliged, ACommand.Start(reference, now.AddHours(-1)));
        (again.Obligation(reference).State, again.Obligation(reference).Starts.Length).ShouldBe((ObligationState.Running, 2));
    }

    [Fact]
    public void The_agency_obliged_goes_on_seeing_it()
    {
        Rejection outside = new(RejectionCode.AssignedOutsideAudience, new AgencyId("KPU"));
        var coordinator = People.CoordinatorOf("BSSN");
        var at = incident.WithMembers(coordinator);
        at.Refuse(coordinator, ACommand.Record(new(Tlp.Amber, [new("BIN")], []))).ShouldBe(outside);
        at = at.After(coordinator, ACommand.Record());
        var reference = at.State.Obligations.Keys.Single();
        at.Refuse(coordinator, ACommand.ReMark(reference, new(Tlp.Amber, [new("BIN")], []))).ShouldBe(outside);
        at.Refuse(AnObligation.Obliged, ACommand.ReMark(reference, Marking.WholeTeam(Tlp.Green))).ShouldBe(new(RejectionCode.OnlyRaiser, new AgencyId("BSSN")));
        at.After(coordinator, ACommand.ReMark(reference, new(Tlp.Amber, [new("KPU")], []))).Obligation(reference).Marking.Audience.ShouldBe([new("BSSN"), new("KPU")]);
    }

    [Fact]
    public void A_clock_never_stops_for_an_unverified_finding()
    {
        var at = incident.WithObligation(out var reference, ObligationState.Running).WithDelivered(out var request);
        var deadlines = at.State.Deadlines.ToList();
        foreach (var state in Enum.GetValues<FindingState>())
            at.WithFinding(out _, state).State.Deadlines.ShouldBe(deadlines);
        deadlines.Select(d => d.Subject).ShouldBe([reference, request], ignoreOrder: true);
    }
}
