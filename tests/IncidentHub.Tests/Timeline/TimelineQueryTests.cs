using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Tests.Support.Rendering;
using IncidentHub.Timeline;

namespace IncidentHub.Tests.Timeline;

public class TimelineQueryTests
{
    [Fact]
    public void What_goes_into_the_address_comes_out_of_it()
    {
        foreach (var group in Enum.GetValues<EntryGroup>().Cast<EntryGroup?>().Append(null))
        {
            foreach (var agency in new AgencyId?[] { null, new AgencyId("BSSN") })
            {
                foreach (var search in new[] { null, "log akses", "100% & \"kutip\"" })
                {
                    var query = new TimelineQuery(group, agency, search);
                    var address = query.ToParameters();
                    TimelineQuery.From((string?)address["jenis"], (string?)address["instansi"], (string?)address["q"]).ShouldBe(query);
                }
            }
        }
    }

    [Theory]
    [InlineData("Gibberish", null, null)]
    [InlineData("99", null, null)]
    [InlineData("", " ", "   ")]
    public void What_cannot_be_read_counts_as_not_asked(string? group, string? agency, string? search) =>
        TimelineQuery.From(group, agency, search).IsEverything.ShouldBeTrue();

    [Fact]
    public void Case_and_spaces_do_not_matter() =>
        TimelineQuery.From("statements", " kpu ", " sidalih ").ShouldBe(new TimelineQuery(EntryGroup.Statements, new AgencyId("KPU"), "sidalih"));

    [Fact]
    public void Every_kind_is_in_exactly_one_group_and_every_group_has_one()
    {
        var filtered = Enum.GetValues<EntryGroup>().SelectMany(g => new TimelineQuery(g, null, null).Filter.Kinds).ToList();
        filtered.Order().ShouldBe(Enum.GetValues<EntryKind>().Order());
        Enum.GetValues<EntryGroup>().ShouldAllBe(g => new TimelineQuery(g, null, null).Filter.Kinds.Count > 0);
    }

    [Fact]
    public void An_entry_matches_by_kind_agency_and_words()
    {
        var entry = AView.Entry(text: "Akun Sidalih dinonaktifkan.", kind: EntryKind.ActionTaken);
        TimelineQuery.Everything.Matches(entry).ShouldBeTrue();
        new TimelineQuery(EntryGroup.Actions, new AgencyId("BSSN"), "SIDALIH akun").Matches(entry).ShouldBeTrue();
        new TimelineQuery(EntryGroup.Statements, null, null).Matches(entry).ShouldBeFalse();
        new TimelineQuery(null, new AgencyId("KPU"), null).Matches(entry).ShouldBeFalse();
        new TimelineQuery(null, null, "sirekap").Matches(entry).ShouldBeFalse();
        new TimelineQuery(null, null, "sirekap").Matches(entry with { Source = "tim Sirekap" }).ShouldBeTrue();
    }
}
