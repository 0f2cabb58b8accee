using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Briefings;

/// <summary>Whatever the team did before and after it was told: the commission reads what was released, and can't infer the rest.</summary>
public partial class NothingUnreleasedTests
{
    static readonly BriefingSession[] sessions = Enum.GetValues<BriefingSession>();

    /// <summary>Work, a briefing, more work and the next briefing; every command says words of its own.</summary>
    static readonly Gen<(List<ObjectStep> Before, List<ObjectStep> After, int Which)> Work =
        from before in Gen.ListOf(ObjectStep.Any, 120)
        from after in Gen.ListOf(ObjectStep.Any, 80)
        from which in Gen.Choose(0, 2)
        select (before.ToList(), after.ToList(), which);

    /// <summary>Else the properties would say less than they seem to.</summary>
    [Fact]
    public void The_worlds_have_something_to_tell_and_something_to_keep()
    {
        var worlds = Work.Sample(60).Select(World).ToList();
        worlds.Average(w => w.State.Releases.Values.Count(r => r.WasReleased)).ShouldBeGreaterThan(3);
        worlds.Average(w => w.State.Editions.Values.Count(e => e.IsFrozen)).ShouldBeGreaterThan(1.5);
        worlds.Average(w => w.Entries.Count(e => IsSecret(e, w.State))).ShouldBeGreaterThan(20);
        var released = worlds.SelectMany(w => w.State.Releases.Values.Where(r => r.WasReleased)).ToList();
        released.Select(r => r.Kind).Distinct().Count().ShouldBe(Enum.GetValues<ReleasedKind>().Length);
        released.Select(r => r.Label).Distinct().Count().ShouldBe(ReleaseRules.Labels.Count);
        released.ShouldContain(r => r.WasWithdrawnInPublic);
    }

    [Fact]
    public void Two_incidents_that_differ_only_in_what_was_not_released_are_told_alike() =>
        Always.Holds(Work, work =>
        {
            var rich = World(work);
            var poor = rich.Entries.Where(e => !IsSecret(e, rich.State)).Aggregate(AnIncident.NotYetOpen().State, (state, entry) => state.Apply(entry));
            foreach (var now in Moments(rich))
            {
                foreach (var draft in sessions.Select(s => ACommand.Compose(s).Draft))
                    BriefingContent.Of(poor, draft, now).ToText().ShouldBe(BriefingContent.Of(rich.State, draft, now).ToText());
                Written.Out(CommissionView.Of(poor, now)).ShouldBe(Written.Out(CommissionView.Of(rich.State, now)));
            }
            return true;
        }, times: 60);

    [Fact]
    public void No_word_and_no_reference_that_was_not_released_is_told() =>
        Always.Holds(Work, work =>
        {
            var world = World(work);
            var frozen = world.State.Editions.Values.Where(e => e.IsFrozen).ToList();
            foreach (var now in Moments(world))
            {
                foreach (var session in sessions)
                {
                    // What is gone since the edition before is said in that one's words.
                    var before = world.State.LastEdition is { } last ? EditionDocument.Parse(last.Document!).Points.Where(p => BriefingContent.IsFor(p.Label, session)).Select(p => p.Title) : [];
                    HasOnly(BriefingContent.Of(world.State, ACommand.Compose(session).Draft, now).ToText(), [.. before, .. WordsOf(world.State, r => r.IsOutAt(now) && BriefingContent.IsFor(r.Label, session))], world.State);
                }
                HasOnly(Written.Out(CommissionView.Of(world.State, now)), [.. frozen.Select(e => e.Document!), .. WordsOf(world.State, r => r.WasReleased && !(r.EmbargoUntil > now))], world.State);
            }
            foreach (var edition in frozen)
                HasOnly(edition.Document!, [edition.Draft.Summary, .. WordsOf(world.State, r => r.WasReleased && r.EmbargoUntil is null && BriefingContent.IsFor(r.Label, edition.Draft.Session))], world.State);
            return true;
        }, times: 60);

    [Fact]
    public void What_was_frozen_never_changes() =>
        Always.Holds(Work, work =>
        {
            var world = World(work);
            var frozen = world.State.Editions.Values.Where(e => e.IsFrozen).ToList();
            frozen.Select(e => e.Number!.Value).Order().ShouldBe(Enumerable.Range(1, frozen.Count));
            var after = Play(work.After, Play(work.Before, world));
            foreach (var edition in frozen)
            {
                after.State.Editions[edition.Reference].ShouldHold(edition);
                EditionDocument.HashOf(edition.Document!).ShouldBe(edition.Sha256);
                EditionDocument.Parse(edition.Document!).ToText().ShouldBe(edition.Document);
            }
            return true;
        }, times: 40);

    static AnIncident World((List<ObjectStep> Before, List<ObjectStep> After, int Which) work) =>
        Brief(Play(work.After, Brief(Play(work.Before, ObjectStep.Start), work.Which)), work.Which + 1);

    static AnIncident Play(List<ObjectStep> steps, AnIncident from)
    {
        var word = (int)from.State.Number * 1_000;
        return ObjectStep.Play(steps, from: from, say: command => Saying(command, Word(word++)));
    }

    /// <summary>Proposes a part of what there is, has it agreed to and released, and an edition of it frozen.</summary>
    static AnIncident Brief(AnIncident at, int which)
    {
        var word = (int)at.State.Number * 1_000 + 500;
        var sources = at.State.Subjects.Where(s => s is not (Release or Edition or CommissionQuestion or SituationReport)).Select(s => s.Reference)
            .Concat(at.Entries.Where(e => e.Content!.Kind is EntryKind.Meeting or EntryKind.Communication).Select(e => e.Content!.Reference))
            .OrderBy(r => r.Text, StringComparer.Ordinal).Where((_, i) => i % 2 == which % 2).Take(12).ToList();
        foreach (var (index, source) in sources.Index())
        {
            var section = Enum.GetValues<BriefingSection>().FirstOrDefault(s => Tries(at, ACommand.Propose(source, s)) is not null, BriefingSection.Answer);
            at = Tries(at, Saying(ACommand.Propose(source, section, (Tlp)(index % 3)), Word(word++))) ?? at;
        }
        foreach (var release in at.State.Releases.Values.Where(r => r.State is ReleaseState.Proposed).ToList())
            at = Tries(at, Saying(ACommand.Agree(release), Word(word++))) ?? at;
        foreach (var release in at.State.Releases.Values.Where(r => r.State is ReleaseState.Agreed).ToList())
            at = Tries(at, ACommand.Publish(release.Reference, release.Changes)) ?? at;
        at = Tries(at, ACommand.Compose((BriefingSession)(which % 2)))!;
        var edition = at.Last.Cites.Single();
        at = Tries(at, at.Consent(edition)) ?? at;
        return Tries(at, ACommand.Freeze(edition)) ?? at;
    }

    /// <summary>By the first of all who may.</summary>
    static AnIncident? Tries(AnIncident at, Command command) =>
        ObjectStep.Actors.FirstOrDefault(a => at.Try(a, command) is Decision.Accepted) is { } actor ? at.After(actor, command) : null;

    static IEnumerable<DateTimeOffset> Moments(AnIncident at) => [at.Time, at.Time.AddDays(1), at.Time.AddDays(10)];

    /// <summary>Such as leaves everything as it is that was let out, was said of the incident itself, or was asked by the commission.</summary>
    static bool IsSecret(TimelineEntry entry, IncidentState end) => entry.Content!.Events.All(change => change switch
    {
        EntryWritten or EntryCorrected or EntriesContradicted => true,
        ReleasePublished => false,
        ReleaseWithdrawn e => !end.Releases[e.Subject].WasReleased,
        ReleaseEvent => true,
        EditionEvent e => !end.Editions[e.Subject].IsFrozen,
        CommissionQuestionEvent => false,
        FindingVoiced or NoticeWritten or NoticeReviewed or ContactLinked or QuestionsReopened or DeadlinePassed => true,
        SubjectEvent e => !end.Releases.Values.Any(r => r.Of == e.Subject && r.WasReleased),
        _ => false,
    });

    /// <summary>Of the releases, and what the commission itself said.</summary>
    static IEnumerable<string> WordsOf(IncidentState state, Func<Release, bool> isTold) =>
        [.. state.Releases.Values.Where(isTold).SelectMany(r => new[] { r.Title, r.Text, r.Reason ?? "" }), .. state.Questions.Values.Select(q => q.Title)];

    static void HasOnly(string text, IEnumerable<string> told, IncidentState state)
    {
        var words = AnyWord().Matches(string.Join('\n', told)).Select(m => m.Value).ToHashSet();
        AnyWord().Matches(text).Select(m => m.Value).Where(word => !words.Contains(word)).ShouldBeEmpty();
        state.Subjects.Where(s => s is not (CommissionQuestion or Edition) && !state.Releases.Values.Any(r => r.WasReleased && (r.Of == s.Reference || r.Reference == s.Reference)))
            .Where(s => text.Contains(s.Reference.Text, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    static string Word(int number) => string.Create(CultureInfo.InvariantCulture, $"kata{number:0000000}");

    [GeneratedRegex("kata[0-9]{7}", RegexOptions.NonBacktracking)]
    private static partial Regex AnyWord();

    /// <summary>The command with that word in all that its author says.</summary>
    static Command Saying(Command command, string word) => command switch
    {
        PublishRelease or FreezeEdition or ApproveEdition or MarkOverdue => command,
        ProposeTask c => c with { Title = word, Text = word },
        EditTask c => c with { Title = word, Checklist = [new(word, IsDone: false)] },
        RaiseFinding c => c with { Title = word, Text = word, Source = word },
        DraftClarification c => c with { Title = word, Text = word, Letter = c.Letter with { Questions = [word, word] } },
        EditClarification c => c with { Title = word, Text = word, Letter = c.Letter with { Questions = [word, word] } },
        EscalateClarification c => c with { Title = word, Text = word },
        ProposeRelease c => c with { Title = word, Text = word },
        AgreeRelease c => c with { Title = word, Text = word },
        PrepareReport c => c with { Draft = c.Draft with { Summary = word, Planned = word } },
        ApproveReport => command,
        _ => command.WithText(word),
    };
}
