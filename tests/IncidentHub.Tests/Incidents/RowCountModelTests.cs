using IncidentHub.Incidents;

namespace IncidentHub.Tests.Incidents;

public class RowCountModelTests
{
    [Theory]
    [InlineData("252327304", 252_327_304)]
    [InlineData("252.327.304", 252_327_304)]
    [InlineData(" 252,327,304 ", 252_327_304)]
    [InlineData("252 327 304", 252_327_304)]
    [InlineData("500", 500)]
    [InlineData("0", 0)]
    // Of what could be read as another number nothing is guessed.
    [InlineData("1,5", -1)]
    [InlineData("204.807,203", -1)]
    [InlineData("1.23.456", -1)]
    [InlineData("500 ribu", -1)]
    [InlineData("-5", -1)]
    [InlineData("٣٤", -1)]
    [InlineData("99999999999999999999", -1)]
    [InlineData("", -1)]
    public void Numbers_are_read_as_people_write_them(string written, long rows) =>
        new RowCountModel { Rows = written }.ToCommand().Rows.ShouldBe(rows);
}
