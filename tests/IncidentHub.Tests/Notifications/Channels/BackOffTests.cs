using IncidentHub.Notifications.Channels;

namespace IncidentHub.Tests.Notifications.Channels;

public class BackOffTests
{
    [Fact]
    public void It_waits_longer_each_time_and_gives_up_after_about_a_day()
    {
        var waits = Enumerable.Range(1, 8).Select(attempts => BackOff.After(attempts, 0.5)!.Value).ToList();
        waits.ShouldBe([
            TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
        ]);
        BackOff.After(9, 0.5).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 54)]
    [InlineData(1, 66)]
    public void Chance_moves_it_by_a_tenth(double chance, int minutes) => BackOff.After(5, chance).ShouldBe(TimeSpan.FromMinutes(minutes));
}
