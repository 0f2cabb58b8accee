using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tests.Support.Rendering;
using IncidentHub.Timeline;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Timeline;

public class FilterBarTests : ComponentTest
{
    static readonly AgencyChoice[] agencies = [new(new AgencyId("BSSN"), "BSSN"), new(new AgencyId("KPU"), "KPU")];

    [Fact]
    public void It_shows_what_is_asked_and_offers_every_group_and_agency()
    {
        var bar = Render<FilterBar>(p => p.Add(b => b.Agencies, agencies).Add(b => b.Group, EntryGroup.Statements).Add(b => b.Agency, new AgencyId("KPU")).Add(b => b.Search, "log"));
        bar.FindAll("button").Select(Read).ShouldBe(["Semua", "Tugas", "Temuan", "Tenggat", "Pernyataan", "Paparan", "Status", "Pengamatan", "Komunikasi", "Tindakan", "Koreksi"]);
        bar.FindAll("button[aria-pressed=true]").Select(Read).ShouldBe(["Pernyataan"]);
        bar.FindAll("option").Select(o => o.TextContent).ShouldBe(["Semua instansi", "BSSN", "KPU"]);
        bar.Find("select").GetAttribute("value").ShouldBe("KPU");
        bar.Find("input").GetAttribute("value").ShouldBe("log");
    }

    [Fact]
    public void A_group_of_the_menu_is_named_while_it_is_asked_for()
    {
        Read(Render<FilterBar>(p => p.Add(b => b.Agencies, agencies)).Find("summary")).ShouldBe("Lainnya");
        var bar = Render<FilterBar>(p => p.Add(b => b.Agencies, agencies).Add(b => b.Group, EntryGroup.Actions));
        Read(bar.Find("summary")).ShouldBe("Tindakan");
        bar.FindAll("details button[aria-pressed=true]").Select(Read).ShouldBe(["Tindakan"]);
    }

    [Fact]
    public void It_says_what_was_chosen()
    {
        var said = new List<object?>();
        var bar = Render<FilterBar>(p => p.Add(b => b.Agencies, agencies).Add(b => b.GroupChanged, g => said.Add(g)).Add(b => b.AgencyChanged, a => said.Add(a)).Add(b => b.SearchChanged, s => said.Add(s)));
        bar.FindAll("button").Single(b => Read(b) == "Tindakan").Click();
        bar.FindAll("button").Single(b => Read(b) == "Semua").Click();
        bar.Find("select").Change("BSSN");
        bar.Find("select").Change("");
        bar.Find("select").Change("KOMINFO"); // isn't offered
        bar.Find("input").Change("akses");
        said.ShouldBe([EntryGroup.Actions, null, new AgencyId("BSSN"), null, "akses"]);
    }

    [Fact]
    public void It_speaks_English_too()
    {
        ReadIn("en-GB");
        var bar = Render<FilterBar>(p => p.Add(b => b.Agencies, agencies));
        bar.FindAll("button").Select(Read).ShouldBe(["All", "Tasks", "Findings", "Deadlines", "Statements", "Briefings", "Status", "Observations", "Communication", "Actions", "Remarks"]);
    }
}
