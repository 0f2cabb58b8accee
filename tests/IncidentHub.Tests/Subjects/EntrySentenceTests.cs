using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Tests.Log;
using IncidentHub.Tests.Support.Rendering;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Subjects;

/// <summary>Whatever stands in the log can be read in both languages.</summary>
public class EntrySentenceTests : ComponentTest
{
    /// <summary>Their entries are their authors' own words.</summary>
    static readonly Type[] worded = [typeof(EntryWritten), typeof(EntryCorrected), typeof(EntriesContradicted)];

    public static TheoryData<string> EveryEvent => [.. EntryCodecTests.OneOfEach.Select(e => e.GetType()).Except(worded).Select(t => t.Name)];

    [Theory, MemberData(nameof(EveryEvent))]
    public void Every_event_says_what_changed(string name)
    {
        var change = EntryCodecTests.OneOfEach.Single(e => e.GetType().Name == name);
        foreach (var culture in new[] { "id-ID", "en-GB" })
        {
            ReadIn(culture);
            var read = Read(Render(EntryChanges.Of([change], new ChangeReading(r => $"/{r}", a => a.Code, Zone), Words)));
            read.ShouldNotBeNullOrWhiteSpace(culture);
            read.ShouldNotContain("melanggar", Case.Insensitive);
            // An edition, and a report, bears the incident's title, which everybody who reads of it sees anyway.
            if (change is SubjectEvent about && change is not (FindingVoiced or FindingSuperseded or EditionEvent or ReportEvent))
                EntrySentence.Of(Written(change), Words).ShouldNotBeNull().ShouldContain(about.Title);
        }
    }

    [Fact]
    public void A_deadline_that_passed_is_a_count_and_no_judgement() =>
        EntrySentence.Of(Written(EntryCodecTests.OneOfEach.OfType<DeadlinePassed>().Single()), Words).ShouldBe("“Klarifikasi” belum dijawab atau dipenuhi pada tenggatnya.");

    /// <summary>A wall shows the title of an AMBER entry and none of its words.</summary>
    [Theory, MemberData(nameof(EveryEvent))]
    public void A_heading_keeps_the_title_and_no_other_words(string name)
    {
        if (EntryCodecTests.OneOfEach.Single(e => e.GetType().Name == name) is not SubjectEvent about || about is not (ClarificationEvent or ObligationEvent or ReleaseEvent or EditionEvent or ReportEvent))
            return;
        var heading = about.ToHeading();
        heading.Title.ShouldBe(about.Title);
        if (about is not ObligationRecorded)
            heading.Texts.Where(t => t.Length > 0).ShouldBe([heading.Title]);
        heading.GetType().GetProperty("Proof")?.GetValue(heading).ShouldBeNull();
        heading.GetType().GetProperty("Document")?.GetValue(heading).ShouldBe("");
    }

    static EntryView Written(IncidentEvent change) => AView.Entry(text: "") with { Changes = [change] };
}
