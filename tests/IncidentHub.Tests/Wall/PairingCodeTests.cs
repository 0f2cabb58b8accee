using IncidentHub.Wall;

namespace IncidentHub.Tests.Wall;

public class PairingCodeTests
{
    [Theory]
    [InlineData("7KF 4QP", "7KF4QP")]
    [InlineData(" 7kf4qp ", "7KF4QP")]
    [InlineData("7kf-4qp", "7KF4QP")]
    [InlineData("oil 4qp", "0114QP")]
    [InlineData("7KF 4Q", null)]
    [InlineData("7KF 4QPX", null)]
    [InlineData("7KF 4QU", null)]
    [InlineData("７KF4QP", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_people_type_is_read_as_it_was_meant(string? typed, string? code) => PairingCode.Read(typed).ShouldBe(code);

    [Fact]
    public void It_follows_from_the_screens_secret_and_its_time_and_from_nothing_else()
    {
        PairingCode.Of("satu", 1).ShouldBe(PairingCode.Of("satu", 1));
        Enumerable.Range(0, 1000).Select(i => PairingCode.Of("satu", i)).Distinct().Count().ShouldBeGreaterThan(995);
        Enumerable.Range(0, 1000).Select(i => PairingCode.Of($"satu{i}", 1)).Distinct().Count().ShouldBeGreaterThan(995);
    }

    [Fact]
    public void Each_can_be_typed_as_it_is_shown() =>
        Enumerable.Range(0, 1000).Select(i => PairingCode.Of("satu", i)).ShouldAllBe(code => PairingCode.Read(PairingCode.Spaced(code)) == code && PairingCode.Spaced(code).Length == 7);
}
