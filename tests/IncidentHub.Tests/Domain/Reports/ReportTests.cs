using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Reports;

public class ReportTests
{
    static readonly Marking forTwo = new(Tlp.Amber, [new("BIN"), new("BSSN")], []);

    [Fact]
    public void It_tells_what_happened_in_the_section_of_its_kind_and_what_stands()
    {
        var incident = AnIncident.Open().After(People.LiaisonOf("KPU"), ACommand.Write() with { Kind = EntryKind.Meeting, Text = "Rapat mitigasi." });
        var meeting = incident.Last.Reference;
        incident = incident.After(People.LiaisonOf("BSSN"), ACommand.Write() with { Kind = EntryKind.ActionTaken, Text = "Akses ditutup." });
        var action = incident.Last.Reference;
        incident = incident.After(People.Coordinator, ACommand.ChangePhase(Phase.Triage));
        var phase = incident.Last.Reference;
        incident = incident.WithTask(out var blocked, TaskState.Blocked).WithTask(out _, TaskState.Done).WithFinding(out var finding, FindingState.Indicated).WithDelivered(out var letter);

        var says = incident.WithReport(out var report, command: ACommand.Prepare(meeting, action, phase)).Says(report);
        says.Lines.Select(l => (l.Section, l.Entry)).ShouldBe([(ReportSection.Event, meeting), (ReportSection.Decision, phase), (ReportSection.Action, action)]);
        says.In(ReportSection.Event).Single().Text.ShouldBe("Rapat mitigasi.");
        says.In(ReportSection.Decision).Single().Change.ShouldBe(new StateChange(Phase: Phase.Triage));
        says.Phase.ShouldBe(Phase.Triage);
        says.Tasks.Sum(t => t.Blocked).ShouldBe(1);
        says.Tasks.Sum(t => t.Done).ShouldBe(1);
        says.Items.Select(i => i.Reference).ShouldContain(blocked);
        says.Items.Single(i => i.Reference == finding).Heading.Finding.ShouldBe(FindingState.Indicated);
        says.Upcoming.ShouldBe([letter]);
        says.NameOf(new AgencyId("KPU")).ShouldBe("Komisi Pemilihan Umum");
    }

    [Fact]
    public void What_stands_still_and_is_over_is_no_part_of_a_later_period()
    {
        var incident = AnIncident.Open().WithTask(out var done, TaskState.Done).WithTask(out var open, TaskState.Accepted);
        var later = incident.Time.AddDays(3);
        var command = ACommand.Prepare() with { Draft = ACommand.Prepare().Draft with { From = later.AddHours(-8), To = later } };
        var items = incident.At(later).WithReport(out var report, command: command).Says(report).Items;
        items.Select(i => i.Reference).ShouldBe([open]);
        items.Single().Moved.ShouldBeNull();
        done.ShouldNotBe(open);
    }

    [Fact]
    public void An_approved_one_has_a_number_a_hash_and_two_signatures_and_changes_no_more()
    {
        var incident = AnIncident.Open().WithReport(out var first).WithReport(out var dropped, ReportState.Discarded).WithReport(out var second);
        incident.Report(first).Name.ShouldBe("S-01");
        incident.Report(second).Name.ShouldBe("S-02");
        var report = incident.Report(second);
        DocumentText.HashOf(report.Document).ShouldBe(report.Sha256);
        var says = incident.Says(second);
        (says.Report, says.PreparedBy, says.ApprovedBy).ShouldBe(("S-02", "Liaison 1 (BIN) (Badan Intelijen Negara)", "Liaison 1 (BSSN) (Badan Siber dan Sandi Negara)"));
        foreach (var over in new[] { second, dropped })
        {
            incident.Refuse(People.Coordinator, ACommand.Prepare() with { Report = over, BasedOn = incident.Report(over).Changes }).Code.ShouldBe(RejectionCode.ReportMayNotFollow);
            incident.Refuse(People.Coordinator, ACommand.ApproveReport(over, incident.Report(over).Changes)).Code.ShouldBe(RejectionCode.ReportMayNotFollow);
            incident.Refuse(People.Coordinator, ACommand.DiscardReport(over)).Code.ShouldBe(RejectionCode.ReportMayNotFollow);
        }
        incident.WithTask(out _).Report(second).ShouldBe(report);
    }

    [Fact]
    public void Only_what_was_read_is_approved()
    {
        var incident = AnIncident.Open().WithReport(out var report, ReportState.Draft).After(AReport.Preparer, ACommand.Prepare() with { Report = report, Draft = ACommand.Prepare().Draft with { Summary = "Lain." } });
        incident.Refuse(AReport.Second, ACommand.ApproveReport(report, basedOn: 0)).Code.ShouldBe(RejectionCode.ChangedMeanwhile);
        incident.After(AReport.Second, ACommand.ApproveReport(report, basedOn: 1)).Says(report).Summary.ShouldBe("Lain.");
        incident.Refuse(People.Coordinator, ACommand.Prepare() with { Report = report }).Code.ShouldBe(RejectionCode.ChangedMeanwhile);
    }

    [Theory]
    [InlineData(Tlp.Green)]
    [InlineData(Tlp.Amber)]
    [InlineData(Tlp.AmberStrict)]
    public void It_is_for_the_whole_team_and_at_least_as_strict_as_the_incident(Tlp label)
    {
        var incident = AnIncident.Open(Tlp.Amber).WithReport(out var report, command: ACommand.Prepare() with { Draft = ACommand.Prepare().Draft with { Label = label } });
        incident.Report(report).Marking.ShouldBe(Marking.WholeTeam(label < Tlp.Amber ? Tlp.Amber : label));
        incident.Entries.TakeLast(2).ShouldAllBe(e => e.Content!.Marking.Equals(incident.Report(report).Marking));
    }

    [Fact]
    public void An_entry_under_a_stricter_label_or_for_some_only_can_not_be_told()
    {
        var incident = AnIncident.Open().WithEntry(AReport.Preparer, Marking.WholeTeam(Tlp.AmberStrict), out var strict).WithEntry(AReport.Preparer, forTwo, out var narrow)
            .WithEntry(AReport.Preparer, new(Tlp.Red, [], [AReport.Second.Person]), out var red);
        foreach (var entry in new[] { strict, narrow, red })
            incident.Refuse(AReport.Preparer, ACommand.Prepare(entry)).Code.ShouldBe(RejectionCode.WiderThanCited);
        incident.Accept(AReport.Preparer, ACommand.Prepare(strict) with { Draft = ACommand.Prepare(strict).Draft with { Label = Tlp.AmberStrict } });
    }

    [Fact]
    public void An_entry_that_its_preparer_may_not_see_is_as_one_that_does_not_exist()
    {
        var incident = AnIncident.Open().WithEntry(People.LiaisonOf("KPU"), new(Tlp.Amber, [new("KPU")], []), out var hidden);
        incident.Try(AReport.Preparer, ACommand.Prepare(hidden)).ShouldBe(incident.Try(AReport.Preparer, ACommand.Prepare(new Reference("E-00000000"))));
        incident.Refuse(AReport.Preparer, ACommand.Prepare(hidden)).Code.ShouldBe(RejectionCode.NotFound);
    }

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var text = new string('x', ReportRules.MaximumLineLength - 1) + "😀 dan seterusnya";
        var incident = AnIncident.Open().After(AReport.Preparer, ACommand.Write() with { Text = text });
        var line = incident.WithReport(out var report, command: ACommand.Prepare(incident.Last.Reference)).Says(report).Lines.Single();
        (line.Text, line.IsCut).ShouldBe((new string('x', ReportRules.MaximumLineLength - 1), true));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "a RED label", ValidationCode.ReportLabel }, { "no label", ValidationCode.ReportLabel }, { "backwards", ValidationCode.PeriodBackwards }, { "empty", ValidationCode.PeriodBackwards },
        { "too long", ValidationCode.PeriodTooLong }, { "no summary", ValidationCode.TextRequired }, { "long summary", ValidationCode.ReportTextTooLong }, { "long plan", ValidationCode.ReportTextTooLong },
        { "too many entries", ValidationCode.TooManyReportEntries },
    };

    [Theory, MemberData(nameof(Faults))]
    public void What_is_out_of_shape_is_said(string what, string code)
    {
        var draft = ACommand.Prepare().Draft;
        (ACommand.Prepare() with
        {
            Draft = what switch
            {
                "a RED label" => draft with { Label = Tlp.Red },
                "no label" => draft with { Label = (Tlp)17 },
                "backwards" => draft with { To = draft.From.AddHours(-1) },
                "empty" => draft with { To = draft.From },
                "too long" => draft with { From = draft.To.AddDays(-31).AddMinutes(-1) },
                "no summary" => draft with { Summary = " " },
                "long summary" => draft with { Summary = new string('x', 2_001) },
                "long plan" => draft with { Planned = new string('x', 2_001) },
                _ => draft with { Entries = [.. Enumerable.Range(0, 61).Select(i => new Reference($"E-{i:00000000}"))] },
            },
        }).Faults().ShouldContain(code);
    }

    [Fact]
    public void Nothing_is_reported_before_it_has_happened() =>
        AnIncident.Open().Refuse(AReport.Preparer, ACommand.Prepare() with { Draft = ACommand.Prepare().Draft with { To = AnIncident.Now.AddHours(1) } }).Code.ShouldBe(RejectionCode.OccurredInFuture);
}
