using Bunit;
using IncidentHub.Access;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.App;

public class NotificationsPageTests : RoomScreens
{
    static readonly Actor kpu = AClarification.Addressed;

    [Fact]
    public async Task The_bell_counts_live_and_what_is_acknowledged_is_counted_no_more()
    {
        var bell = Bell(kpu);
        var page = Page(kpu);
        page.Find(".empty").Text().ShouldContain("Belum ada notifikasi.");
        bell.FindAll(".notification-count").ShouldBeEmpty();

        var request = await Ask(c => c with { Title = "Surat pertama" });
        bell.WaitForAssertion(() => bell.Find(".notification-count").Text().ShouldBe("1 notifikasi belum diketahui"));
        page.WaitForAssertion(() => Sentences(page, "notes-unread").ShouldBe(["Kementerian Komunikasi dan Informatika mengirim permintaan klarifikasi kepada instansi Anda: Surat pertama"]));
        page.Find(".note__text").GetAttribute("href").ShouldBe($"/insiden/{Room}?objek={request}");
        page.Find(".note__meta").Text().ShouldContain("Dugaan kebocoran DPT");

        await page.Press("Tandai diketahui");
        bell.WaitForAssertion(() => bell.FindAll(".notification-count").ShouldBeEmpty());
        page.WaitForAssertion(() => Sentences(page, "notes-known").Count.ShouldBe(1));
        Sentences(page, "notes-unread").ShouldBeEmpty();
        Bell(kpu).FindAll(".notification-count").ShouldBeEmpty();
        Bell(People.Coordinator).FindAll(".notification-count").Count.ShouldBe(1);
    }

    [Fact]
    public async Task All_at_once()
    {
        await Ask();
        await Propose(People.LiaisonOf("BSSN"), "KPU");
        var page = Page(kpu);
        await page.Press("Tandai semua diketahui");
        page.WaitForAssertion(() => Sentences(page, "notes-known").Count.ShouldBe(2));
        page.Find("section[aria-labelledby=notes-unread]").Text().ShouldContain("Semua notifikasi telah Anda ketahui.");
        page.Buttons(".notifications__top").ShouldNotContain("Tandai semua diketahui");
    }

    [Fact]
    public async Task Every_kind_has_a_sentence_and_what_passed_is_no_judgement()
    {
        await Ask(c => c with { Title = "Surat", SentAt = AnIncident.Now.AddHours(-100) });
        var request = (await State()).Clarifications.Keys.Single();
        await Node.Accept(Incident, AClarification.Requester, ACommand.Deliver(request) with { At = AnIncident.Now.AddHours(-98) });
        await Node.Accept(Incident, Actor.Product, MarkOverdue.Of(Incident, (await State()).Deadlines.Single()));
        var page = Page(kpu);
        page.WaitForAssertion(() => Sentences(page, "notes-unread").ShouldContain("Lewat tenggat (hitungan sistem) bagi instansi Anda: Surat. Tenggat 27/11/2023 08.15 WIB"));
        Sentences(page, "notes-unread").ShouldContain("Telah lewat tenggat 24 jam (hitungan sistem) dan masih berjalan: Surat. Tenggat 27/11/2023 08.15 WIB");
        page.Markup.ShouldNotContain("melanggar");
        page.FindAll(".note__icon--late").Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_stood_on_the_page_is_written_down_as_seen()
    {
        await Ask();
        Page(kpu);
        await Eventually.Is(async () =>
        {
            await using var context = await Node.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<IncidentHub.Storage.AppDataContext>>().CreateDbContextAsync();
            return context.Acknowledgements.AsEnumerable().Any(r => r.AccountId == kpu.Person.Value && r.Deed is IncidentHub.Storage.AcknowledgementDeed.Seen);
        });
        (await Node.Get<Acknowledgements>().Of(kpu.Person)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_says_who_of_the_own_agency_has_seen_it_once_asked()
    {
        await Ask(c => c with { Title = "Surat pertama" });
        var colleague = Page(People.Coordinator);
        await colleague.Press("Tandai diketahui");
        await Node.Get<Acknowledgements>().NoteSeen(AClarification.Requester.Person, [(await Told(kpu)).Single().Key]);

        var page = Page(kpu);
        page.Markup.ShouldNotContain(People.Coordinator.Name);
        await page.Press("Siapa sudah melihat: Surat pertama");
        page.WaitForAssertion(() => page.FindAll(".witnesses__one").Select(w => w.Text()).ShouldContain(
            $"{People.Coordinator.Name} melihat 28/11/2023 10.15 WIB menandai diketahui 28/11/2023 10.15 WIB"));
        page.Find(".witnesses").Text().ShouldNotContain("KOMINFO");
        page.Find("[aria-expanded]").GetAttribute("aria-expanded").ShouldBe("true");
        await page.Press("Tandai diketahui");
        page.WaitForAssertion(() => Sentences(page, "notes-known").Count.ShouldBe(1));
        page.FindAll(".witnesses").ShouldBeEmpty();
        await page.Press("Siapa sudah melihat: Surat pertama");
        page.WaitForAssertion(() => page.FindAll(".witnesses__one").Count(w => w.Text().Contains("menandai")).ShouldBe(2));
    }

    [Fact]
    public async Task Who_acts_for_no_agency_reads_why_there_is_nothing()
    {
        await Ask();
        foreach (var viewer in new[] { People.Auditor, People.Administrator, People.Observer })
            Page(viewer).Find(".empty").Text().ShouldContain("Peran Anda tidak menerimanya.");
        AppAction.All.Single(a => a.Target == "/pemberitahuan").IsFor(People.Auditor).ShouldBeFalse();
    }

    async Task<IReadOnlyList<IncidentHub.Notifications.Notification>> Told(Actor viewer)
    {
        using var feed = await Node.Get<IncidentHub.Notifications.NotificationFeed>().Join(viewer, () => { });
        return (await feed.Read()).Unread;
    }

    static IReadOnlyList<string> Sentences(IRenderedComponent<NotificationsPage> page, string group) =>
        [.. page.FindAll($"section[aria-labelledby={group}] .note__text").Select(a => a.Text())];

    IRenderedComponent<NotificationsPage> Page(Actor viewer) => Screen().Render<NotificationsPage>(p => p.AddCascadingValue(viewer));

    IRenderedComponent<NotificationCount> Bell(Actor viewer) => Screen().Render<NotificationCount>(p => p.Add(c => c.Viewer, viewer));
}
