using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Tests.Support.Rendering;
using IncidentHub.Timeline;

namespace IncidentHub.Tests.Timeline;

public class UnreadTests
{
    static readonly PersonId Me = Support.People.LiaisonOf("KPU").Person;
    static readonly DateTimeOffset Yesterday = AnIncident.Now.AddDays(-1);

    [Fact]
    public void On_the_first_visit_nothing_is_called_new()
    {
        var unread = Unread.OnEntering(Me, null, AView.Room(1, 2, 3), Unread.Unknown.None);
        (unread.Count, unread.First, unread.SeenUpTo).ShouldBe((0, null, 3));
        unread.Arrived(AView.Room(1, 2, 3, 4)).Count.ShouldBe(1);
    }

    [Fact]
    public void What_others_wrote_since_the_last_visit_is_new_until_it_was_seen()
    {
        var mine = AView.Entry(4) with { Author = Support.People.LiaisonOf("KPU") };
        var view = AView.Room([AView.Entry(1), AView.Entry(2), AView.Entry(3), mine, AView.Entry(5)]);
        var unread = Entering(2, view);
        (unread.Count, unread.First, unread.Since, unread.SeenUpTo).ShouldBe((2, AView.Reference(3), Yesterday, 2));
        view.Latest.Where(unread.IsNew).Select(e => e.Number).ShouldBe([3, 5]);

        var later = unread.Saw([view.Latest[4]], view.Latest);
        (later.Count, later.SeenUpTo).ShouldBe((1, 2));
        var all = later.Saw([view.Latest[2]], view.Latest);
        (all.Count, all.First, all.SeenUpTo).ShouldBe((0, null, 5));
    }

    [Fact]
    public void What_arrives_is_counted_once_and_ones_own_never()
    {
        var unread = Entering(3, AView.Room(1, 2, 3));
        var mine = AView.Entry(5) with { Author = Support.People.LiaisonOf("KPU") };
        var pushed = AView.Room([AView.Entry(1), AView.Entry(2), AView.Entry(3), AView.Entry(4), mine]);
        unread.Arrived(pushed).Arrived(pushed).Count.ShouldBe(1);
        unread.Arrived(pushed).SawAll().SeenUpTo.ShouldBe(5);
    }

    [Fact]
    public void More_than_a_view_holds_is_counted_and_becomes_known_as_one_scrolls_back()
    {
        var all = Enumerable.Range(1, 200).Select(n => AView.Entry(n)).ToImmutableArray();
        var view = AView.Room(all, 200);
        var visit = new Visit(120, Yesterday);
        Unread.MayReachBehind(visit, view).ShouldBeTrue();
        var unread = Unread.OnEntering(Me, visit, view, new Unread.Unknown(30, AView.Reference(121)));
        (unread.Count, unread.First, unread.SeenUpTo).ShouldBe((80, AView.Reference(121), 120));
        // All that the view holds was seen: the visit still stands where the unknown begin.
        var seen = unread.Saw(view.Latest, view.Latest);
        (seen.Count, seen.SeenUpTo).ShouldBe((30, 120));

        var reached = seen.Reached([.. all.Where(e => e.Number is >= 101 and <= 150)]);
        (reached.Count, reached.First).ShouldBe((30, AView.Reference(121)));
        all.Where(reached.IsNew).Select(e => e.Number).ShouldBe(Enumerable.Range(121, 30).Select(n => (long)n));
        reached.Saw([.. all.Where(e => e.Number is >= 121 and <= 150)], all).SeenUpTo.ShouldBe(200);
    }

    [Fact]
    public void Whoever_jumps_to_the_first_of_many_and_reads_on_has_seen_those()
    {
        var all = Enumerable.Range(1, 200).Select(n => AView.Entry(n)).ToImmutableArray();
        var unread = Unread.OnEntering(Me, new Visit(120, Yesterday), AView.Room(all, 200), new Unread.Unknown(30, AView.Reference(121)));
        var around = all.Where(e => e.Number is >= 96 and <= 145).ToImmutableArray();
        var read = unread.Saw([.. around.Where(e => e.Number is >= 121 and <= 130)], around);
        (read.Count, read.First, read.SeenUpTo).ShouldBe((70, AView.Reference(131), 130));
        read.Saw([.. around.Where(e => e.Number is >= 121 and <= 130)], around).Count.ShouldBe(70, "a second look at the same is none");
        around.Where(read.IsNew).Select(e => e.Number).ShouldBe(Enumerable.Range(131, 15).Select(n => (long)n));
    }

    [Fact]
    public void The_tasks_and_findings_that_it_is_about_are_named()
    {
        var finding = new Reference("F-12345");
        var entry = AView.Entry(2) with { Changes = [new FindingMoved(finding, "Judul", FindingState.Raw, FindingState.UnderReview)] };
        var view = AView.Room([AView.Entry(1), entry]);
        Entering(1, view).Subjects.ShouldBe([finding]);
        Entering(1, view).Saw([entry], view.Latest).Subjects.ShouldBeEmpty();
    }

    static Unread Entering(long seenUpTo, RoomView view) => Unread.OnEntering(Me, new Visit(seenUpTo, Yesterday), view, Unread.Unknown.None);
}
