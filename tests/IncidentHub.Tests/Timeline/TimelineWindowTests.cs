using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support.Rendering;
using IncidentHub.Timeline;

namespace IncidentHub.Tests.Timeline;

public class TimelineWindowTests
{
    static readonly TimelineQuery OfKpu = TimelineQuery.Everything with { Agency = new AgencyId("KPU") };

    [Fact]
    public void What_arrives_is_added_behind_the_rest()
    {
        var seen = AView.Room(1, 2);
        Numbers(TimelineWindow.Latest(seen).With(AView.Room(1, 2, 3, 4), seen)).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void Numbers_that_the_viewer_does_not_see_leave_no_gap_to_notice()
    {
        var seen = AView.Room(1, 5);
        Numbers(TimelineWindow.Latest(seen).With(AView.Room(1, 5, 9), seen)).ShouldBe([1, 5, 9]);
    }

    [Fact]
    public void The_first_entry_of_all_is_taken_in()
    {
        var empty = AView.Room();
        Numbers(TimelineWindow.Latest(empty).With(AView.Room(1), empty)).ShouldBe([1]);
    }

    [Fact]
    public void An_empty_result_of_a_filter_takes_in_what_matches_and_nothing_else()
    {
        var seen = AView.Room(1);
        var window = new TimelineWindow(OfKpu, [], HasOlder: false, HasNewer: false);
        Numbers(window.With(AView.Room(1, 2), seen)).ShouldBeEmpty();
        var ofKpu = AView.Entry(2) with { Author = Support.People.LiaisonOf("KPU") };
        Numbers(window.With(AView.Room([AView.Entry(1), ofKpu]), seen)).ShouldBe([2]);
    }

    [Fact]
    public void When_more_arrived_than_the_view_holds_the_stretch_must_be_read_anew()
    {
        var seen = AView.Room(1);
        TimelineWindow.Latest(seen).With(AView.Room(Enumerable.Range(1, 60).Select(n => AView.Entry(n))), seen).ShouldBeNull();
        Numbers(TimelineWindow.Latest(seen).With(AView.Room(Enumerable.Range(1, 51).Select(n => AView.Entry(n))), seen)).Length.ShouldBe(51);
    }

    [Fact]
    public void A_remark_stands_on_the_entry_that_it_is_about()
    {
        var seen = AView.Room(1, 2);
        var corrected = AView.Entry(1);
        var remark = AView.Remark(3, corrected, "Yang benar lima ratus ribu.");
        var pushed = AView.Room([corrected with { QuotedBy = [AView.Quote(remark)] }, AView.Entry(2), remark]);
        var window = TimelineWindow.Latest(seen).With(pushed, seen)!;
        window.Entries[0].QuotedBy.ShouldHaveSingleItem().Text.ShouldBe("Yang benar lima ratus ribu.");
        window.Entries[1].QuotedBy.ShouldBeEmpty();
    }

    [Fact]
    public void A_remark_on_an_entry_older_than_the_view_stands_there_too_and_once()
    {
        var old = AView.Entry(1);
        var newest = Enumerable.Range(2, 50).Select(n => AView.Entry(n)).ToList();
        var seen = AView.Room(newest, count: 51);
        var window = TimelineWindow.Latest(seen).WithOlder(new TimelinePage([old], HasOlder: false, HasNewer: true));
        var remark = AView.Remark(52, old, "Ralat.");
        var next = AView.Room([.. newest, remark], count: 52);
        var once = window.With(next, seen)!;
        once.Entries[0].QuotedBy.ShouldHaveSingleItem().Text.ShouldBe("Ralat.");
        once.With(next, next)!.Entries[0].QuotedBy.ShouldHaveSingleItem();
        once.HasOlder.ShouldBeFalse();
    }

    [Fact]
    public void In_the_past_a_push_adds_remarks_but_no_entries()
    {
        var seen = AView.Room(Enumerable.Range(1, 60).Select(n => AView.Entry(n)));
        var past = TimelineWindow.Of(TimelineQuery.Everything, new TimelinePage([AView.Entry(1), AView.Entry(2)], HasOlder: false, HasNewer: true), hasNewer: true);
        var pushed = AView.Room([.. seen.Latest, AView.Remark(61, AView.Entry(2), "Ralat.")], count: 61);
        var window = past.With(pushed, seen)!;
        Numbers(window).ShouldBe([1, 2]);
        window.Entries[1].QuotedBy.ShouldHaveSingleItem();
        Numbers(window.CaughtUp(pushed)).ShouldBe([1, 2]);
    }

    [Fact]
    public void What_came_in_while_a_page_was_read_is_caught_up_once()
    {
        var page = new TimelinePage([AView.Entry(1), AView.Entry(2)], HasOlder: false, HasNewer: false);
        var window = TimelineWindow.Of(TimelineQuery.Everything, page, hasNewer: false).CaughtUp(AView.Room(1, 2, 3));
        Numbers(window).ShouldBe([1, 2, 3]);
        Numbers(window.CaughtUp(AView.Room(1, 2, 3))).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_long_window_lets_its_oldest_go_and_says_that_there_are_older_ones()
    {
        var long_ = new TimelineWindow(TimelineQuery.Everything, [.. Enumerable.Range(1, TimelineWindow.Limit + 1).Select(n => AView.Entry(n))], HasOlder: false, HasNewer: false);
        var trimmed = long_.Trimmed();
        trimmed.Entries.Length.ShouldBe(150);
        trimmed.Entries[^1].Number.ShouldBe(TimelineWindow.Limit + 1);
        trimmed.HasOlder.ShouldBeTrue();
        var atLimit = long_ with { Entries = long_.Entries[1..] };
        atLimit.Trimmed().ShouldBeSameAs(atLimit);
    }

    [Fact]
    public void Cards_that_a_push_did_not_touch_stay_the_very_same()
    {
        var seen = AView.Room(1, 2);
        var window = TimelineWindow.Latest(seen);
        var moved = window.With(seen with { Latest = [.. seen.Latest, AView.Entry(3)], Count = 3 }, seen)!;
        moved.Entries[0].ShouldBeSameAs(window.Entries[0]);
        moved.Entries[1].ShouldBeSameAs(window.Entries[1]);
    }

    static long[] Numbers(TimelineWindow? window) => [.. window!.Entries.Select(e => e.Number)];
}
