using System.Collections.Immutable;
using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

/// <summary>The pure part: what of a state of the past is before somebody's eyes.</summary>
public class AsOfTests
{
    static readonly Marking forTwo = new(Tlp.AmberStrict, [new("BSSN"), new("BARESKRIM")], []);

    [Fact]
    public void At_the_end_it_is_what_they_see_live_and_at_any_moment_nothing_that_they_do_not_see_now() =>
        Always.Holds(ObjectStep.Sequence, steps =>
        {
            var end = ObjectStep.Play(steps);
            foreach (var viewpoint in ObjectStep.Actors.Select(end.State.ViewpointOf).OfType<Viewpoint>())
            {
                AsOf.Objects(end.State, end.State, viewpoint).ShouldBe(RoomObjects.Of(end.State, viewpoint));
                foreach (var then in Folds(end).Where((_, n) => n % 7 == 0))
                {
                    var past = AsOf.Objects(then, end.State, viewpoint);
                    References(past).Where(r => end.State.Subject(r, viewpoint) is null || then.Subject(r, viewpoint) is null).ShouldBeEmpty();
                    References(past).Count().ShouldBe(then.Subjects.Count(s => end.State.Subject(s.Reference, viewpoint) is not null && then.Subject(s.Reference, viewpoint) is not null));
                    Links(past).Where(r => end.State.Subject(r, viewpoint) is null).ShouldBeEmpty();
                }
            }
            return true;
        }, times: 40);

    /// <summary>Two worlds: in one of them there never was what somebody doesn't see now. At no moment do they differ to them.</summary>
    [Fact]
    public void A_past_without_what_is_hidden_now_looks_the_same() =>
        Always.Holds(
            from steps in ObjectStep.Sequence
            from who in Gen.Choose(0, ObjectStep.Actors.Count - 1)
            select (steps, who),
            c =>
            {
                var end = ObjectStep.Play(c.steps);
                if (end.State.ViewpointOf(ObjectStep.Actors[c.who]) is not { } viewpoint)
                    return true;
                var hidden = end.State.Subjects.Select(s => s.Reference).Where(r => end.State.Subject(r, viewpoint) is null).ToHashSet();
                foreach (var then in Folds(end).Where((_, n) => n % 5 == 0))
                    Written.Out(AsOf.Objects(Without(then, hidden), Without(end.State, hidden), viewpoint)).ShouldBe(Written.Out(AsOf.Objects(then, end.State, viewpoint)));
                return true;
            },
            times: 40);

    [Fact]
    public void What_was_re_marked_since_is_hidden_from_who_does_not_see_it_now_at_every_moment()
    {
        var before = AnIncident.Open().WithTask(out var task).WithFinding(out var finding);
        var after = before.After(ATask.Proposer, ACommand.ReMark(task, forTwo));
        Seen(before, after, People.Coordinator).ShouldBe([finding]);
        Seen(before, after, ATask.Assigned).ShouldBe([task, finding], ignoreOrder: true);

        // And what was widened since wasn't theirs to see then.
        var widened = after.After(ATask.Proposer, ACommand.ReMark(task, Marking.WholeTeam(Tlp.Green)));
        Seen(before, widened, People.Coordinator).ShouldBe([task, finding], ignoreOrder: true);
        Seen(after, widened, People.Coordinator).ShouldBe([finding]);
        Seen(widened, widened, People.Coordinator).ShouldBe([task, finding], ignoreOrder: true);
    }

    [Fact]
    public void No_link_leads_to_what_is_hidden_now()
    {
        var linked = AnIncident.Open().WithFinding(out var source).WithTask(ATask.Proposer, ACommand.ProposeTask() with { From = source }, out var followUp);
        var narrowed = linked.After(AFinding.Author, ACommand.ReMark(source, forTwo));
        AsOf.Objects(linked.State, linked.State, Of(People.Coordinator, linked)).Task(followUp)!.From.ShouldBe(source);
        AsOf.Objects(linked.State, narrowed.State, Of(People.Coordinator, narrowed)).Task(followUp)!.From.ShouldBeNull();
    }

    [Fact]
    public void RED_names_who_sees_it_as_now()
    {
        var before = AnIncident.Open().WithMembers(People.LiaisonOf("BSSN", 2)).WithTask(out var task, marking: Marking.WholeTeam(Tlp.Amber));
        var after = before.After(ATask.Proposer, ACommand.ReMark(task, new Marking(Tlp.Red, [], [ATask.Assigned.Person])));
        Seen(before, after, ATask.Assigned).ShouldBe([task]);
        Seen(before, after, People.LiaisonOf("BSSN", 2)).ShouldBeEmpty();
        Seen(before, after, People.Auditor).ShouldBe([task]);
    }

    [Fact]
    public void A_heading_that_its_source_took_back_does_not_come_back_with_the_past()
    {
        var before = AnIncident.Open().WithFinding(out var source).WithReleaseOf(source, out var release, section: BriefingSection.Unknown);
        var moment = before.Time.AddDays(1);
        var viewpoint = Of(People.LiaisonOf("BIN"), before);
        AsOf.Briefing(before.State, before.State, viewpoint, moment).Points.Single(p => p.Release == release).Heading.ShouldNotBeNull();

        var strict = before with { State = before.State with { Findings = before.State.Findings.SetItem(source, before.State.Findings[source] with { Marking = Marking.WholeTeam(Tlp.AmberStrict) }) } };
        var point = AsOf.Briefing(before.State, strict.State, viewpoint, moment).Points.Single(p => p.Release == release);
        point.Heading.ShouldBeNull();
        point.Text.ShouldBe(before.State.Releases[release].Text);
    }

    [Fact]
    public void What_was_withdrawn_later_was_out_then_and_says_so()
    {
        var before = AnIncident.Open().WithRelease(out var release);
        var after = before.After(People.Coordinator, ACommand.TakeBack(release));
        var (viewpoint, moment) = (Of(People.LiaisonOf("BIN"), after), before.Time.AddDays(1));
        AsOf.Briefing(before.State, after.State, viewpoint, moment).Points.Select(p => p.Release).ShouldBe([release]);
        AsOf.WithdrawnSince(before.State, after.State, viewpoint, moment).Select(r => r.Reference).ShouldBe([release]);
        AsOf.WithdrawnSince(before.State, before.State, viewpoint, moment).ShouldBeEmpty();
        AsOf.Briefing(after.State, after.State, viewpoint, moment).Points.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(9, 4)]
    public void Moments_are_counted_with_their_own(int minute, int count) =>
        AsOf.CountUpTo([1, 2, 2, 7], m => AnIncident.Now.AddMinutes(m), AnIncident.Now.AddMinutes(minute)).ShouldBe(count);

    static IReadOnlyList<Reference> Seen(AnIncident then, AnIncident now, Actor actor) => [.. References(AsOf.Objects(then.State, now.State, Of(actor, now)))];

    static Viewpoint Of(Actor actor, AnIncident incident) => incident.State.ViewpointOf(actor)!;

    static IEnumerable<Reference> References(RoomObjects o) =>
        [.. o.Tasks.Select(s => s.Reference), .. o.Findings.Select(s => s.Reference), .. o.Clarifications.Select(s => s.Reference), .. o.Obligations.Select(s => s.Reference),
            .. o.Releases.Select(s => s.Reference), .. o.Editions.Select(s => s.Reference), .. o.Questions.Select(s => s.Reference), .. o.Reports.Select(s => s.Reference)];

    static IEnumerable<Reference> Links(RoomObjects o) =>
        new[] { o.Tasks.Select(t => t.From), o.Findings.Select(f => f.SupersededBy), o.Clarifications.SelectMany(c => new[] { c.Escalates, c.EscalatedBy }), o.Questions.Select(q => q.Task) }.SelectMany(l => l).OfType<Reference>();

    static IEnumerable<IncidentState> Folds(AnIncident incident)
    {
        var state = IncidentState.Before(incident.State.Id);
        foreach (var entry in incident.Entries)
            yield return state = state.Apply(entry);
    }

    static IncidentState Without(IncidentState state, IReadOnlySet<Reference> hidden) => state with
    {
        Tasks = state.Tasks.RemoveRange(hidden), Findings = state.Findings.RemoveRange(hidden), Clarifications = state.Clarifications.RemoveRange(hidden),
        Obligations = state.Obligations.RemoveRange(hidden), Releases = state.Releases.RemoveRange(hidden), Editions = state.Editions.RemoveRange(hidden), Questions = state.Questions.RemoveRange(hidden),
    };
}
