using IncidentHub.Domain;
using IncidentHub.Tests.Support.Rendering;
using IncidentHub.Wall;

namespace IncidentHub.Tests.Wall;

public class WallTextTests : ComponentTest
{
    [Theory]
    [InlineData("Log diamankan.", 20, "Log diamankan.")]
    [InlineData("Log\n  diamankan.\t", 20, "Log diamankan.")]
    [InlineData("Pemeriksaan log masih berjalan di tiga server.", 24, "Pemeriksaan log masih…")]
    [InlineData("Pertanggungjawabanpenyelenggaraan", 10, "Pertanggu…")]
    [InlineData("data, lalu diperiksa", 8, "data…")]
    public void What_is_too_long_ends_with_a_whole_word(string text, int most, string cut)
    {
        WallText.Cut(text, most).ShouldBe(cut);
        cut.Length.ShouldBeLessThanOrEqualTo(most);
    }

    [Fact]
    public void No_character_is_cut_in_half() =>
        WallText.Cut(string.Concat(Enumerable.Repeat("😀", 20)), 10).ShouldBe(string.Concat(Enumerable.Repeat("😀", 4)) + "…");

    [Theory]
    [InlineData("Bareskrim", "Bareskrim")]
    [InlineData("Komisi Pemilihan Umum", "KPU")]
    public void An_agencys_short_name(string name, string shown) => WallText.Short(new AgencyId("KPU"), name).ShouldBe(shown);
}
