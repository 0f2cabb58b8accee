using Bunit;
using IncidentHub.Domain;
using IncidentHub.Reports;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Reports;

public class PrepareReportPageTests : RoomScreens
{
    static readonly Actor preparer = AReport.Preparer;
    static readonly Actor second = AReport.Second;

    [Fact]
    public async Task It_is_drafted_from_the_log_prepared_by_one_and_approved_by_another()
    {
        await Write("Rapat mitigasi.", EntryKind.Meeting);
        await Write("Sekadar catatan.", EntryKind.Observation);
        await Write("Hanya untuk BIN dan BSSN.", EntryKind.Meeting, new Marking(Tlp.Amber, [new("BIN"), new("BSSN")], []));
        await Write("Lebih ketat.", EntryKind.Meeting, Marking.WholeTeam(Tlp.AmberStrict));
        Later();

        var page = Page(preparer, null);
        Offered(page).ShouldBe(["Akun anonim mengeklaim menjual data pemilih.", "Rapat mitigasi.", "Sekadar catatan."], ignoreOrder: true);
        Told(page).ShouldBe(["Akun anonim mengeklaim menjual data pemilih.", "Rapat mitigasi."], ignoreOrder: true);
        await Tick(page, "Sekadar catatan.", isIn: true);
        await Tick(page, "Akun anonim mengeklaim menjual data pemilih.", isIn: false);
        page.WaitForAssertion(() => Told(page).ShouldBe(["Rapat mitigasi.", "Sekadar catatan."], ignoreOrder: true));

        await page.Submit("form");
        page.Find(".field__error").Text().ShouldBe("Isi wajib ditulis.");
        await page.Type("textarea", "Kebenaran masih dugaan.");
        await page.Submit("form");
        var draft = (await State()).Reports.Values.ShouldHaveSingleItem();
        page.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith($"/laporan/draf/{draft.Reference}");

        Buttons(Page(preparer, draft.Reference)).ShouldBe(["Ubah", "Buang draf"]);
        var reader = Page(second, draft.Reference);
        Told(reader).ShouldBe(["Rapat mitigasi.", "Sekadar catatan."], ignoreOrder: true);
        reader.Find(".sitrep").Text().ShouldContain("belum disetujui");
        await reader.Press("Setujui");
        var approved = (await State()).Reports[draft.Reference];
        approved.Name.ShouldBe("S-01");
        reader.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/laporan/S-01");

        var paper = Screen().Render<ReportPage>(p => p.AddCascadingValue(People.LiaisonOf("KOMINFO")).Add(c => c.IncidentRef, Room.Text).Add(c => c.Name, "S-01"));
        paper.Find(".sitrep").Text().ShouldContain("Kebenaran masih dugaan.");
        paper.Find(".paper__foot").Text().ShouldContain(approved.Sha256!);
        paper.FindAll(".paper__stamp").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stricter_label_lets_in_what_it_may_tell()
    {
        await Write("Lebih ketat.", EntryKind.Meeting, Marking.WholeTeam(Tlp.AmberStrict));
        Later();
        var page = Page(preparer, null);
        Told(page).ShouldNotContain("Lebih ketat.");
        await page.Choose("select", "AmberStrict");
        page.WaitForAssertion(() => Told(page).ShouldContain("Lebih ketat."));
        page.Find(".prepare__tlp").Text().ShouldBe("TLP:AMBER+STRICT");
    }

    [Fact]
    public async Task What_a_colleague_saved_meanwhile_is_shown_and_not_overwritten()
    {
        Later();
        var report = await Node.Made(Incident, preparer, ACommand.Prepare());
        var page = Page(second, report);
        await page.Press("Ubah");
        await page.Type("textarea", "Versi BSSN.");
        await Node.Accept(Incident, preparer, ACommand.Prepare() with { Report = report, Draft = ACommand.Prepare().Draft with { Summary = "Versi BIN." } });
        await page.Submit("form");
        page.WaitForAssertion(() => page.Find(".theirs blockquote").Text().ShouldBe("Versi BIN."));
        (await State()).Reports[report].Draft.Summary.ShouldBe("Versi BIN.");
        await page.Submit("form");
        (await State()).Reports[report].Draft.Summary.ShouldBe("Versi BSSN.");
        (await State()).Reports[report].PreparedBy.Person.ShouldBe(second.Person);
    }

    [Fact]
    public async Task Half_written_it_is_there_again_after_a_reload()
    {
        var page = Page(preparer, null);
        await page.Type("textarea", "Setengah jadi.");
        await page.InvokeAsync(() => ((IDisposable)page.Instance).Dispose());
        await Eventually.Is(() => Task.FromResult(Page(preparer, null).Find("textarea").GetAttribute("value") == "Setengah jadi."));
    }

    [Fact]
    public async Task Who_only_reads_is_offered_nothing_and_who_is_no_member_finds_nothing()
    {
        var report = await Node.Made(Incident, preparer, ACommand.Prepare());
        Buttons(Page(People.Auditor, report)).ShouldBeEmpty();
        Page(People.Auditor, report).Find(".sitrep").Text().ShouldContain("masih dugaan");
        foreach (var stranger in new[] { People.LiaisonOf("KEMENDAGRI"), People.Observer, People.Administrator })
        {
            Page(stranger, report).Markup.ShouldBeEmpty();
            Page(stranger, null).Markup.ShouldBeEmpty();
        }
        Page(preparer, new Reference("S-00000")).Markup.ShouldBeEmpty();
    }

    Task<Reference> Write(string text, EntryKind kind, Marking? marking = null) => Node.Accept(Incident, preparer, ACommand.Write(marking) with { Text = text, Kind = kind });

    // An entry of this very moment is of the next period.
    void Later() => ((Clock)Node.Time).Pass(TimeSpan.FromMinutes(1));

    IRenderedComponent<PrepareReportPage> Page(Actor viewer, Reference? report) =>
        Screen().Render<PrepareReportPage>(p => p.AddCascadingValue(viewer).Add(c => c.IncidentRef, Room.Text).Add(c => c.ReportRef, report?.Text));

    static IReadOnlyList<string> Buttons(IRenderedComponent<PrepareReportPage> page) => page.Buttons(".prepare__steps");

    /// <summary>Of an entry without a kind of its own its words.</summary>
    static IReadOnlyList<string> Offered(IRenderedComponent<PrepareReportPage> page) => [.. page.FindAll(".tick span").Select(t => t.LastChild!.TextContent.Trim())];

    static IReadOnlyList<string> Told(IRenderedComponent<PrepareReportPage> page) => [.. page.FindAll(".sitrep .line__text").Select(t => t.Text())];

    static Task Tick(IRenderedComponent<PrepareReportPage> page, string text, bool isIn) => page.InvokeAsync(() =>
        page.FindAll(".tick").Single(t => t.TextContent.Contains(text, StringComparison.Ordinal)).QuerySelector("input")!.ChangeAsync(new() { Value = isIn }));
}
