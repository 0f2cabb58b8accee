using Bunit;
using IncidentHub.Access;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.App;

public class DeadlinesPageTests : RoomScreens
{
    static readonly Actor kpu = AClarification.Addressed;
    static readonly Actor kominfo = AClarification.Requester;

    [Fact]
    public async Task What_we_owe_and_what_we_wait_for_by_deadline_live()
    {
        await Deliver("Surat kedua", hoursAgo: 1);
        var first = await Deliver("Surat pertama", hoursAgo: 80);
        await Node.Accept(Incident, kpu, ACommand.Record() with { Rule = "uu-27-2022-46", Basis = "Diketahui.", TriggeredAt = AnIncident.Now.AddHours(-2) });
        var page = Page(kpu);
        page.WaitForAssertion(() => Titles(page, "due-owed").ShouldBe(["Surat pertama", "Pemberitahuan kegagalan pelindungan data pribadi", "Surat kedua"]));
        Titles(page, "due-awaited").ShouldBeEmpty();
        var link = page.Find("section[aria-labelledby=due-owed] a");
        link.GetAttribute("href").ShouldBe($"/insiden/{Room}?objek={first}");
        page.Find("section[aria-labelledby=due-owed] due-clock").HasAttribute("data-overdue").ShouldBeTrue();

        var waiting = Page(kominfo);
        waiting.WaitForAssertion(() => Titles(waiting, "due-awaited").ShouldBe(["Surat pertama", "Surat kedua"]));
        Titles(waiting, "due-owed").ShouldBeEmpty();

        await Node.Accept(Incident, kpu, ACommand.AnswerAll(first));
        page.WaitForAssertion(() => Titles(page, "due-owed").Count.ShouldBe(2));
        waiting.WaitForAssertion(() => Titles(waiting, "due-awaited").ShouldBe(["Surat kedua"]));
    }

    [Fact]
    public async Task The_rail_counts_what_we_owe_beyond_its_deadline()
    {
        await Deliver("Lewat", hoursAgo: 80);
        await Deliver("Belum", hoursAgo: 1);
        var count = Screen().Render<DueCount>(p => p.Add(c => c.Viewer, kpu));
        count.WaitForAssertion(() => count.Find(".due-count").Text().ShouldBe("1 lewat tenggat (hitungan sistem)"));
        Screen().Render<DueCount>(p => p.Add(c => c.Viewer, kominfo)).FindAll(".due-count").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_one_does_not_see_is_not_listed()
    {
        await Deliver("Rahasia", hoursAgo: 80, new Marking(Tlp.Red, [], [kominfo.Person, kpu.Person]));
        using var colleague = await Node.Lists.Join(People.Coordinator, () => { });
        DueList.Of(colleague.Incidents, People.Coordinator).Total.ShouldBe(0);
        using var named = await Node.Lists.Join(kpu, () => { });
        DueList.Of(named.Incidents, kpu).Owed.Length.ShouldBe(1);
        using var auditor = await Node.Lists.Join(People.Auditor, () => { });
        DueList.Of(auditor.Incidents, People.Auditor).Total.ShouldBe(0);
    }

    [Fact]
    public async Task The_calendars_address_is_said_once_and_taken_back_by_one_press()
    {
        var page = Page(kpu);
        page.WaitForAssertion(() => page.Find(".empty").Text().ShouldContain("Tenggat instansi Anda dari semua insiden"));
        await page.Press("Buat tautan kalender");
        var token = new Uri(page.Find(".calendar__address").GetAttribute("value")!).Segments[^1].Replace(".ics", "", StringComparison.Ordinal);
        var links = Node.Get<CalendarLinks>();
        (await links.ReaderOf(token)).ShouldBe(kpu);

        var again = Page(kpu);
        again.WaitForAssertion(() => again.Buttons(".calendar").ShouldBe(["Cabut"]));
        again.Markup.ShouldNotContain(token);
        await again.Press("Cabut");
        (await links.ReaderOf(token)).ShouldBeNull();
        again.WaitForAssertion(() => again.Buttons(".calendar").ShouldBe(["Buat tautan kalender"]));
    }

    async Task<Reference> Deliver(string title, int hoursAgo, Marking? marking = null)
    {
        var before = (await State()).Clarifications;
        var at = AnIncident.Now.AddHours(-hoursAgo);
        await Node.Accept(Incident, kominfo, ACommand.Ask(marking) with { Title = title, SentAt = at });
        var request = (await State()).Clarifications.Keys.Single(k => !before.ContainsKey(k));
        await Node.Accept(Incident, kominfo, ACommand.Deliver(request) with { At = at });
        return request;
    }

    static IReadOnlyList<string> Titles(IRenderedComponent<DeadlinesPage> page, string group) => [.. page.FindAll($"section[aria-labelledby={group}] .due__title").Select(a => a.Text()[(a.Text().IndexOf(' ') + 1)..])];

    IRenderedComponent<DeadlinesPage> Page(Actor viewer) => Screen().Render<DeadlinesPage>(p => p.AddCascadingValue(viewer));
}
