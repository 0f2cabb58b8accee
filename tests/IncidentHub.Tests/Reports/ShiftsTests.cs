using System.Globalization;
using IncidentHub.Reports;
using IncidentHub.Storage;
using Microsoft.Extensions.Configuration;

namespace IncidentHub.Tests.Reports;

public class ShiftsTests
{
    [Theory]
    [InlineData("2023-12-04T07:00+07:00", "2023-12-04T07:00+07:00", "2023-12-04T15:00+07:00")]
    [InlineData("2023-12-04T14:59:59+07:00", "2023-12-04T07:00+07:00", "2023-12-04T15:00+07:00")]
    [InlineData("2023-12-04T15:00+07:00", "2023-12-04T15:00+07:00", "2023-12-04T23:00+07:00")]
    [InlineData("2023-12-04T02:00+07:00", "2023-12-03T23:00+07:00", "2023-12-04T07:00+07:00")]
    // It is the day before in UTC.
    [InlineData("2023-12-03T17:30Z", "2023-12-03T23:00+07:00", "2023-12-04T07:00+07:00")]
    public void A_moment_lies_in_one_shift(string moment, string from, string to)
    {
        var shift = Shifts.Usual.At(At(moment));
        (shift.From, shift.To).ShouldBe((At(from), At(to)));
        Shifts.Usual.After(Shifts.Usual.Before(shift)).ShouldBe(shift);
        Shifts.Usual.Before(shift).To.ShouldBe(shift.From);
    }

    [Fact]
    public void One_start_makes_a_day_of_it()
    {
        var shift = Read("8").At(At("2023-12-04T07:59+07:00"));
        (shift.From, shift.To).ShouldBe((At("2023-12-03T08:00+07:00"), At("2023-12-04T08:00+07:00")));
    }

    [Fact]
    public void They_are_read_from_the_settings_in_any_order()
    {
        Read("19", "7").Starts.ShouldBe([7, 19]);
        Read().ShouldBe(Shifts.Usual);
    }

    [Theory]
    [InlineData("24")]
    [InlineData("-1")]
    [InlineData("pagi")]
    public void What_is_no_hour_is_refused_at_the_start(string hour) => Should.Throw<StartupRefusedException>(() => Read(hour));

    static Shifts Read(params string[] hours) => Shifts.From(new ConfigurationBuilder().AddInMemoryCollection(hours.Select((hour, i) => KeyValuePair.Create($"Shifts:StartHours:{i}", (string?)hour))).Build());

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
