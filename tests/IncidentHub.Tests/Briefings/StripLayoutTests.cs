using IncidentHub.Briefings;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Briefings;

public class StripLayoutTests
{
    [Fact]
    public void Each_time_stands_in_its_day_and_what_passed_lasts_to_the_edition()
    {
        var strip = StripLayout.Of(AnEdition.OfTheDemo(), LocalTime.Wib)!;
        strip.DaysPerBand.ShouldBe(1);
        var late = strip.Marks.Single(m => m.Point.Point.Number == 36);
        (late.Point.Kind, late.Row).ShouldBe((StripKind.Overdue, 0));
        strip.Days[3].X.ShouldBeLessThan(late.X);
        strip.Days[4].X.ShouldBeGreaterThan(late.X);
        strip.Bars.ShouldAllBe(b => b.X + b.Width == strip.Cut);
        strip.Before!.Value.ShouldBeLessThan(strip.Cut);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(40)]
    public void No_circle_covers_another_and_none_leaves_the_drawing(int points)
    {
        var strip = StripLayout.Of(AnEdition.With(points, 40), LocalTime.Wib)!;
        foreach (var row in strip.Marks.GroupBy(m => m.Row))
            row.Select(m => m.X).Order().Zip(row.Select(m => m.X).Order().Skip(1)).ShouldAllBe(pair => pair.Second - pair.First >= 28);
        strip.Marks.ShouldAllBe(m => m.X >= StripLayout.Left && m.X <= StripLayout.Right);
        strip.Bars.Count.ShouldBeLessThanOrEqualTo(StripLayout.MaximumBars);
    }

    [Fact]
    public void A_plan_far_ahead_stands_in_the_list_only()
    {
        var edition = AnEdition.OfTheDemo();
        StripLayout.PointsOf(edition).ShouldContain(p => p.Point.Number == 31);
        StripLayout.Of(edition, LocalTime.Wib)!.Marks.ShouldNotContain(m => m.Point.Point.Number == 31);
        StripLayout.Of(AnEdition.Empty(), LocalTime.Wib).ShouldBeNull();
    }
}
