using Bunit;
using IncidentHub.Domain;
using IncidentHub.Notifications.Channels;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Notifications.Channels;

public sealed class ChannelsPageTests : RoomScreens
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    readonly MailReceiver mail = new();
    Receiver receiver = default!;
    bool hasMailServer = true;

    public override async ValueTask InitializeAsync()
    {
        receiver = await Receiver.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await receiver.DisposeAsync();
        await mail.DisposeAsync();
    }

    protected override void Replace(IServiceCollection services) => services.AddSingleton(receiver.Sender()).AddSingleton(_ => new MailSender(hasMailServer ? mail.Settings : null));

    [Fact]
    public async Task A_webhook_is_added_its_secret_shown_once_and_nothing_but_its_host_afterwards()
    {
        var page = Page(kpu);
        page.Find(".empty").Text().ShouldContain("Belum ada saluran.");
        await Add(page);
        var secret = page.Find("code").Text();
        secret.ShouldStartWith("whsec_");
        page.Find(".channel__target").Text().ShouldBe("Webhook ke localhost");
        page.Find(".channels__trail").Text().ShouldContain($"{kpu.Name} menambahkan saluran Sistem CSIRT ke localhost");
        await page.Press("Sudah disalin");
        page.FindAll("code").ShouldBeEmpty();
        foreach (var shown in new[] { page.Markup, Page(People.Coordinator).Markup })
        {
            shown.ShouldContain("Sistem CSIRT");
            foreach (var hidden in new[] { secret, "rahasia-jalur", "rahasia-kueri" })
                shown.ShouldNotContain(hidden);
        }
        Page(People.LiaisonOf("BSSN")).Markup.ShouldNotContain("Sistem CSIRT");
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays_also_when_the_kind_changes()
    {
        var page = Page(kpu);
        await page.Press("Saluran baru");
        await page.Choose("form input[type=text]", "Piket");
        await page.Choose("form input[type=text]", "http://hooks.example/", which: 1);
        await page.Submit("form");
        page.Find("form").Text().ShouldContain("Alamat harus dimulai dengan https://.");
        page.FindAll("form input[type=text]")[1].GetAttribute("value").ShouldBe("http://hooks.example/");
        await page.Choose("form select", "Mail");
        page.Find("form input[type=text]").GetAttribute("value").ShouldBe("Piket");
        await page.Type("form textarea", "bukan alamat");
        await page.Submit("form");
        page.Find("form").Text().ShouldContain("Periksa alamat surel");
        await page.Type("form textarea", "piket@kpu.example\ncsirt@kpu.example");
        await page.Submit("form");
        page.WaitForAssertion(() => page.FindAll("form").Select(f => f.Text()).ShouldBeEmpty());
        page.WaitForAssertion(() => page.Find(".channel__target").Text().ShouldBe("Surel ke piket@kpu.example, csirt@kpu.example"));
        await page.Press("Kirim uji ke Piket");
        page.WaitForAssertion(() => page.Find(".channel__said").Text().ShouldBe("Pesan uji diterima oleh penerima."));
        mail.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_mail_server_that_is_said_and_mail_is_not_offered()
    {
        hasMailServer = false;
        var page = Page(kpu);
        page.Find(".channels").Text().ShouldContain("belum mengatur peladen surel");
        await page.Press("Saluran baru");
        page.FindAll("form option").Select(o => o.TextContent).ShouldBe(["Webhook"]);
    }

    [Fact]
    public async Task A_test_says_in_words_what_became_of_it()
    {
        var page = Page(kpu);
        await Add(page);
        await page.Press("Kirim uji ke Sistem CSIRT");
        page.WaitForAssertion(() => page.Find(".channel__said").Text().ShouldBe("Pesan uji diterima oleh penerima."));
        receiver.Received.ShouldHaveSingleItem().Text.ShouldBe("Pesan uji dari IncidentHub: saluran ini berfungsi.");
        receiver.Answer = http => Task.FromResult(http.Response.StatusCode = 403);
        await page.Press("Kirim uji ke Sistem CSIRT");
        page.WaitForAssertion(() => page.Find(".channel__said").Text().ShouldBe("Pesan uji tidak sampai. Penerima menolak dengan status HTTP 403."));
        await receiver.Stop();
        await page.Press("Kirim uji ke Sistem CSIRT");
        page.WaitForAssertion(() => page.Find(".channel__said").Text().ShouldBe("Pesan uji tidak sampai. Penerima tidak dapat dihubungi."));
    }

    [Fact]
    public async Task What_the_courier_does_is_seen_at_once_and_what_was_given_up_can_be_sent_again()
    {
        var page = Page(kpu);
        await Add(page);
        receiver.Answer = http => Task.FromResult(http.Response.StatusCode = 500);
        await Propose(People.LiaisonOf("BSSN"), "KPU");
        var clock = (Clock)Node.Time;
        await Node.Get<Courier>().WalkOnce();
        page.WaitForAssertion(() => page.Find(".channel").Text().ShouldContain("Menunggu dikirim 1"));
        page.Find(".channel").Text().ShouldContain("Penerima menolak dengan status HTTP 500.");
        page.Find(".channel__state").Text().ShouldBe("Bermasalah");
        for (var i = 0; i < 8; i++)
        {
            clock.Pass(TimeSpan.FromHours(14));
            await Node.Get<Courier>().WalkOnce();
        }
        page.WaitForAssertion(() => page.Find(".channel").Text().ShouldContain("Gagal 1"));
        receiver.Answer = _ => Task.CompletedTask;
        await page.Press("Kirim ulang: Sistem CSIRT");
        await Node.Get<Courier>().WalkOnce();
        page.WaitForAssertion(() => page.Find(".channel__state").Text().ShouldBe("Aktif"));
        page.Find(".channels__trail").Text().ShouldContain("mengirim ulang pesan yang gagal di saluran Sistem CSIRT");
    }

    [Fact]
    public async Task To_remove_one_is_asked_once_more()
    {
        var page = Page(kpu);
        await Add(page);
        await page.Press("Hapus: Sistem CSIRT");
        page.Find(".channel__ask").Text().ShouldBe("Hapus saluran Sistem CSIRT?");
        await page.Press("Ya, hapus");
        page.WaitForAssertion(() => page.FindAll(".channel").ShouldBeEmpty());
    }

    [Fact]
    public void To_everybody_else_there_is_no_such_page()
    {
        foreach (var viewer in new[] { People.Administrator, People.Auditor, People.Observer })
        {
            var screen = Screen();
            var isNotFound = false;
            screen.Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => isNotFound = true;
            var page = screen.Render<ChannelsPage>(p => p.AddCascadingValue(viewer));
            isNotFound.ShouldBeTrue();
            page.Markup.Trim().ShouldBeEmpty();
            IncidentHub.App.AppAction.All.Single(a => a.Target == "/saluran").IsFor(viewer).ShouldBeFalse();
        }
    }

    async Task Add(IRenderedComponent<ChannelsPage> page)
    {
        await page.Press("Saluran baru");
        await page.Choose("form input[type=text]", "Sistem CSIRT");
        await page.Choose("form input[type=text]", receiver.Address, which: 1);
        await page.Submit("form");
        page.WaitForElement(".channel");
    }

    IRenderedComponent<ChannelsPage> Page(Actor viewer)
    {
        var page = Screen().Render<ChannelsPage>(p => p.AddCascadingValue(viewer));
        page.WaitForElement(".channels");
        return page;
    }
}
