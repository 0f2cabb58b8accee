using Bunit;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.App;

public class PastPageTests : RoomScreens
{
    static readonly Actor kpu = AClarification.Addressed;
    static readonly Actor kominfo = AClarification.Requester;
    Reference letter;

    Clock Clock => (Clock)Node.Time;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        letter = await Ask(c => c with { Title = "Surat pertama", SentAt = AnIncident.Now });
        Clock.Pass(TimeSpan.FromHours(1));
        await Node.Accept(Incident, kominfo, ACommand.Deliver(letter) with { At = AnIncident.Now });
        Clock.MoveTo(AnIncident.Now.AddHours(72));
        await Node.Accept(Incident, People.System, MarkOverdue.Of(Incident, (await State()).Deadlines.Single()));
        Clock.Pass(TimeSpan.FromHours(5));
        await Propose(People.LiaisonOf("BSSN"), "KPU", t => t with { Title = "Periksa log" });
    }

    [Fact]
    public void Without_a_moment_it_is_now_and_nothing_can_be_done()
    {
        var (page, _) = Page(kpu);
        page.Find("h1").Text().ShouldBe("Keadaan per 01/12/2023 15.15 WIB");
        page.Find(".past__banner").Text().ShouldStartWith("Keadaan lampau, hanya baca.");
        page.FindAll(".past__panes button, .past__panes a.button, .past__log button").ShouldBeEmpty();
        page.FindAll("due-clock").ShouldBeEmpty();
        page.Find(".due__clock .due-clock").Text().ShouldBe("Lewat 5 jam 0 menit");
        page.FindAll(".row__title").Select(r => r.Text()).ShouldBe(["Periksa log"]);
        page.Find("[type=range]").GetAttribute("value").ShouldBe("3");
    }

    [Fact]
    public async Task The_address_says_which_moment_and_lateness_is_as_of_it()
    {
        var (page, _) = Page(kpu, "2023-12-01T10:14");
        page.Find("h1").Text().ShouldBe("Keadaan per 01/12/2023 10.14 WIB");
        page.Find(".due__clock .due-clock").Text().ShouldBe("Sisa 1 menit 0 detik");
        page.Find(".due-clock").HasAttribute("data-overdue").ShouldBeFalse();
        page.FindAll(".row__title").ShouldBeEmpty();
        page.Find(".past__head").Text().ShouldContain("3 entri");

        await page.Press("Entri berikutnya");
        page.Find("h1").Text().ShouldBe("Keadaan per 01/12/2023 10.15 WIB");
        page.Find(".due-clock").HasAttribute("data-overdue").ShouldBeTrue();
        page.Find("#h-requests + .pane__count").Text().ShouldBe("1 lewat tenggat");
    }

    [Fact]
    public async Task Buttons_and_slider_go_entry_by_entry_and_day_by_day_and_the_address_follows()
    {
        var (page, navigation) = Page(kpu);
        page.Button("Entri berikutnya").HasAttribute("disabled").ShouldBeTrue();
        await page.Press("Entri sebelumnya");
        page.Find("[type=range]").GetAttribute("value").ShouldBe("2");
        navigation.Uri.ShouldEndWith("saat?pada=2023-12-01T10%3A15");

        await page.InvokeAsync(() => page.Instance.MoveTo(1));
        page.Find("h1").Text().ShouldBe("Keadaan per 28/11/2023 11.15 WIB");
        page.Find("[type=range]").GetAttribute("aria-valuetext").ShouldBe("28/11/2023 11.15 WIB, 3 entri");
        navigation.Uri.ShouldEndWith("saat?pada=2023-12-01T10%3A15");
        await page.InvokeAsync(page.Instance.Rest);
        navigation.Uri.ShouldEndWith("saat?pada=2023-11-28T11%3A15");

        await page.InvokeAsync(() => page.Instance.MoveDay(1));
        page.Find("[type=range]").GetAttribute("value").ShouldBe("2");
        await page.InvokeAsync(() => page.Instance.MoveDay(-1));
        page.Find("[type=range]").GetAttribute("value").ShouldBe("0");
        page.Button("Entri sebelumnya").HasAttribute("disabled").ShouldBeTrue();
        await page.InvokeAsync(() => page.Instance.MoveTo(99));
        page.Find("[type=range]").GetAttribute("value").ShouldBe("3");
    }

    [Fact]
    public void What_is_of_note_is_one_click_away()
    {
        var (page, _) = Page(kpu);
        var link = page.Find(".past__notes a");
        link.Text().ShouldBe($"{letter} lewat tenggat 01/12 10.15");
        link.GetAttribute("href").ShouldBe($"/insiden/{Room}/saat?pada=2023-12-01T10%3A15");
    }

    [Fact]
    public async Task What_is_written_meanwhile_lengthens_the_slider_and_moves_only_who_reads_the_present()
    {
        var (now, _) = Page(kpu);
        var (then, _) = Page(kpu, "2023-11-28T11:15");
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Node.Accept(Incident, kominfo, ACommand.Write());
        now.WaitForAssertion(() => now.Find("[type=range]").GetAttribute("value").ShouldBe("4"));
        then.WaitForAssertion(() => then.Find("[type=range]").GetAttribute("max").ShouldBe("4"));
        then.Find("h1").Text().ShouldBe("Keadaan per 28/11/2023 11.15 WIB");
    }

    [Fact]
    public async Task What_was_re_marked_since_is_nowhere()
    {
        await Node.Accept(Incident, kominfo, ACommand.ReMark(letter, new Marking(Tlp.Amber, [kpu.Agency, kominfo.Agency], [])));
        var (page, _) = Page(People.LiaisonOf("BIN"), "2023-12-01T11:00");
        page.FindAll(".due").ShouldBeEmpty();
        page.FindAll(".past__notes").ShouldBeEmpty();
        Page(kpu, "2023-12-01T11:00").Page.FindAll(".due").Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_briefing_of_then_is_what_was_released_by_then()
    {
        var entry = await Node.Accept(Incident, People.LiaisonOf("BSSN"), ACommand.Write());
        await Node.Accept(Incident, People.LiaisonOf("BSSN"), ACommand.Propose(entry));
        var release = (await State()).Releases.Values.Single();
        Clock.Pass(TimeSpan.FromHours(1));
        await Node.Accept(Incident, People.Coordinator, ACommand.Publish(release.Reference, release.Changes));
        var released = Clock.GetUtcNow();
        Clock.Pass(TimeSpan.FromHours(1));
        await Node.Accept(Incident, People.Coordinator, ACommand.TakeBack(release.Reference));

        var (page, _) = Page(kpu, PastMoment.Text(released));
        page.FindAll(".briefing").ShouldBeEmpty();
        await page.Press("Tampilkan yang sudah dirilis");
        page.Find(".briefing").Text().ShouldContain(release.Title);
        page.Find(".past__withdrawn").Text().ShouldContain("ditarik 01/12/2023 17.15 WIB");
        await page.InvokeAsync(() => page.Instance.MoveTo(0));
        page.Find(".briefing").Text().ShouldNotContain(release.Title);
    }

    [Fact]
    public async Task The_teams_own_reports_are_those_of_then()
    {
        await Node.Accept(Incident, kpu, ACommand.Prepare());
        Clock.Pass(TimeSpan.FromHours(1));
        await Node.Accept(Incident, People.LiaisonOf("BSSN"), ACommand.ApproveReport((await State()).Reports.Keys.Single()));
        var (page, _) = Page(kpu);
        page.Find("#h-reports + .pane__count").Text().ShouldBe("S-01");
        await page.Press("Entri sebelumnya");
        page.FindAll("#h-reports + .pane__count").ShouldBeEmpty();
        page.Find(".pane:has(#h-reports) .row").Text().ShouldContain("Draf");
        await page.Press("Entri sebelumnya");
        page.Find(".pane:has(#h-reports)").Text().ShouldNotContain("Draf");
    }

    [Fact]
    public async Task Each_moment_is_a_sight_of_an_auditors()
    {
        var (page, _) = Page(People.Auditor, "2023-12-01T10:14");
        await page.InvokeAsync(() => page.Instance.MoveTo(0));
        await using var context = await Node.Get<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        (await context.Sights.OrderBy(s => s.Id).Select(s => s.What).ToListAsync()).ShouldBe([$"insiden/{Room}/saat?pada=2023-12-01T10%3A14", $"insiden/{Room}/saat?pada=2023-11-28T10%3A15"], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_is_no_member_finds_nothing_and_who_is_removed_loses_it()
    {
        var member = People.LiaisonOf("BIN");
        var (page, _) = Page(member);
        await Node.Accept(Incident, People.Coordinator, ACommand.Remove(member));
        page.WaitForAssertion(() => page.FindAll(".past").ShouldBeEmpty());
        var (none, _) = Page(member);
        none.Markup.Trim().ShouldBeEmpty();
        Page(People.Observer).Page.Markup.Trim().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2023-12-01T20:01", "2023-12-01T13:01:00Z")]
    [InlineData("2023-12-01T20:01:07", "2023-12-01T13:01:07Z")]
    [InlineData("2023-12-01T20:01:07.000042", "2023-12-01T13:01:07.000042Z")]
    [InlineData("0001-01-01T00:00", null)]
    [InlineData("9999-12-31T23:59", null)]
    [InlineData("kemarin", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_moment_in_an_address_is_wib(string? text, string? at)
    {
        var moment = PastMoment.Parse(text);
        moment.ShouldBe(at is null ? null : DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        if (moment is { } parsed)
            PastMoment.Text(parsed).ShouldBe(text);
    }

    [Fact]
    public void Days_have_a_name_where_there_is_room_and_each_is_a_step()
    {
        var stops = Enumerable.Range(0, 400).Select(i => new PastStop(AnIncident.Now.AddHours(i * 6), i + 1)).ToArray();
        var days = PastDays.Of([.. stops], LocalTime.Wib);
        days.Length.ShouldBe(101);
        PastDays.Named(days, stops.Length).Count().ShouldBeInRange(5, 8);
        PastDays.Move(days, 0, 400, 1).ShouldBe(days[1].Stop);
        PastDays.Move(days, days[5].Stop + 1, 400, -1).ShouldBe(days[5].Stop);
        PastDays.Move(days, days[5].Stop, 400, -1).ShouldBe(days[4].Stop);
        PastDays.Move(days, 399, 400, 1).ShouldBe(399);
        PastDays.Share(0, 1).ShouldBe(0);
    }

    (IRenderedComponent<PastPage> Page, NavigationManager Navigation) Page(Actor viewer, string? at = null)
    {
        var screen = Screen();
        var navigation = screen.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo($"/insiden/{Room}/saat{(at is null ? "" : "?pada=" + Uri.EscapeDataString(at))}");
        return (screen.Render<PastPage>(p => p.Add(c => c.IncidentRef, Room.Text).AddCascadingValue(viewer)), navigation);
    }
}
