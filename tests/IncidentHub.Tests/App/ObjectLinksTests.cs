using IncidentHub.App;
using IncidentHub.Domain;

namespace IncidentHub.Tests.App;

public class ObjectLinksTests
{
    static readonly ObjectLinks links = new("INS-1", null, "jenis=temuan", null);

    [Fact]
    public void The_form_of_a_release_opens_where_one_is_and_keeps_the_filter()
    {
        links.Release(new("E-1")).ShouldBe("/insiden/INS-1?jenis=temuan&objek=rilis-baru&dari=E-1");
        (links with { Entry = "E-2", Query = "" }).Release(new("F-1")).ShouldBe("/insiden/INS-1/entri/E-2?objek=rilis-baru&dari=F-1");
    }

    [Theory]
    [InlineData("B-1", "?objek=B-1")]
    [InlineData("P-1", "?objek=P-1")]
    [InlineData(ObjectLinks.NewRelease, "")]
    [InlineData(null, "")]
    public void A_permalink_keeps_the_drawer_that_is_open_and_no_form(string? open, string kept) =>
        (links with { Open = open }).Of(new Reference("E-1")).ShouldBe("/insiden/INS-1/entri/E-1" + kept);

    [Fact]
    public void What_of_the_commissions_business_has_a_drawer_has_an_address()
    {
        foreach (var reference in new Reference[] { new("B-1"), new("R-1"), new("P-1") })
            links.Of(reference).ShouldBe($"/insiden/INS-1?jenis=temuan&objek={reference}");
    }
}
