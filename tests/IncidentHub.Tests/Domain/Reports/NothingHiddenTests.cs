using FsCheck;
using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Reports;

/// <summary>Everybody of the team reads a situation report: two incidents that differ in what some of them may not see, or in what is marked more strictly than it, give the same one.</summary>
public class NothingHiddenTests
{
    static readonly Gen<(List<ObjectStep> Steps, Tlp Label)> Work = from steps in ObjectStep.Sequence from label in Gen.Elements(Tlp.Amber, Tlp.AmberStrict) select (steps, label);

    [Fact]
    public void Two_incidents_that_differ_in_what_it_may_not_tell_give_one_report()
    {
        var hidden = 0;
        Always.Holds(Work, work =>
        {
            var rich = ObjectStep.Play(work.Steps);
            var secret = Secret(rich, work.Label);
            hidden += secret.Count;
            var poor = rich.Entries.Where(e => !secret.Contains(e)).Aggregate(AnIncident.NotYetOpen().State, (state, entry) => state.Apply(entry));
            var told = rich.Entries.Select(e => e.Content!).Where(c => ReportContent.SectionOf(c.Kind) is not null && ReportContent.MayTell(work.Label, c.Marking)).Take(ReportRules.MaximumEntries).ToList();
            var draft = new ReportDraft(rich.Time.AddDays(-1), rich.Time.AddDays(9), work.Label, "Ringkas.", "", [.. told.Select(c => c.Reference)]);
            Says(poor).ShouldBe(Says(rich.State));
            return true;

            string Says(IncidentState state) => ReportContent.Of(state, draft, told, AReport.Preparer, rich.Time.AddDays(9)).ToText();
        }, times: 100);
        // Else it would say less than it seems to.
        hidden.ShouldBeGreaterThan(500);
    }

    /// <summary>Such as leave everything as it is that a report under that label tells: of what none that stays is about.</summary>
    static HashSet<TimelineEntry> Secret(AnIncident at, Tlp label)
    {
        var told = at.State.Subjects.Where(s => ReportContent.MayTell(label, s.Marking)).Select(s => s.Reference).ToHashSet();
        while (at.Entries.Where(e => !IsSecret(e)).SelectMany(e => e.Content!.Events.OfType<SubjectEvent>()).Select(e => told.Add(e.Subject)).ToList().Contains(true))
        {
            // What an entry that stays is about stays as well.
        }
        return [.. at.Entries.Where(IsSecret)];

        // What is linked to a letter may be seen by fewer than the letter.
        bool IsSecret(TimelineEntry entry) => entry.Content!.Events.All(change => change switch
        {
            EntryWritten or EntryCorrected or EntriesContradicted or ContactLinked => !ReportContent.MayTell(label, entry.Content.Marking),
            SubjectEvent e => !told.Contains(e.Subject),
            _ => false,
        });
    }
}
