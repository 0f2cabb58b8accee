using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Notifications.Channels;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Notifications.Channels;

public sealed class ChannelDeskOnSqlite() : ChannelDeskTests(Database.OnSqlite);

public sealed class ChannelDeskOnPostgres(PostgresServer server) : ChannelDeskTests(() => Database.OnPostgres(server));

/// <summary>Who may point an agency's notifications where.</summary>
public abstract class ChannelDeskTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    static readonly AddWebhook webhook = new("Sistem CSIRT", "https://hooks.example/masuk/abc?token=1", "https://hub.example/");

    [Fact]
    public async Task Each_change_leaves_who_and_when_and_what_for_the_agencys_people()
    {
        var secret = (await Accept(webhook)).Secret.ShouldNotBeNull();
        var channel = (await Lines()).ShouldHaveSingleItem();
        channel.Target.ShouldBe("hooks.example");
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Accept(new PauseChannel(channel.Id, IsPaused: true), People.Coordinator);
        Clock.Pass(TimeSpan.FromMinutes(1));
        (await Accept(new RenewSecret(channel.Id))).Secret.ShouldNotBeNull().ShouldNotBe(secret);
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Accept(new RemoveChannel(channel.Id));
        (await Lines()).ShouldBeEmpty();
        (await Node.Get<ChannelDirectory>().Trace(kpu.Agency)).Select(a => (a.Deed, a.Name, a.Channel, a.Target, Microseconds.ToTime(a.At) - AnIncident.Now)).ShouldBe(
        [
            (ChannelDeed.Removed, kpu.Name, "Sistem CSIRT", "hooks.example", TimeSpan.FromMinutes(3)),
            (ChannelDeed.SecretRenewed, kpu.Name, "Sistem CSIRT", "hooks.example", TimeSpan.FromMinutes(2)),
            (ChannelDeed.Paused, People.Coordinator.Name, "Sistem CSIRT", "hooks.example", TimeSpan.FromMinutes(1)),
            (ChannelDeed.Added, kpu.Name, "Sistem CSIRT", "hooks.example", TimeSpan.Zero),
        ]);
        (await Node.Get<ChannelDirectory>().Trace(new AgencyId("BSSN"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_acts_for_no_agency_points_nothing_anywhere_as_the_account_is_now()
    {
        foreach (var other in new[] { People.Administrator, People.Auditor, People.Observer, People.Wall, kpu with { Agency = new AgencyId("BSSN") } })
            (await Refuse(webhook, other)).ShouldBe(ChannelRefusal.NotForRole);
        await Node.Disable(kpu);
        (await Refuse(webhook)).ShouldBe(ChannelRefusal.NotForRole);
    }

    [Fact]
    public async Task Another_agencys_channel_is_none()
    {
        await Accept(webhook);
        var id = (await Lines()).Single().Id;
        var bssn = People.LiaisonOf("BSSN");
        foreach (var command in new ChannelCommand[] { new PauseChannel(id, true), new RenewSecret(id), new ResendFailed(id), new RemoveChannel(id), new PauseChannel(Guid.NewGuid(), true) })
            (await Refuse(command, bssn)).ShouldBe(ChannelRefusal.NoSuchChannel);
        (await Node.Get<ChannelSender>().Test(id, bssn)).ShouldBeNull();
        (await Node.Get<ChannelSender>().Test(id, People.Administrator)).ShouldBeNull();
        (await Node.Get<ChannelDirectory>().Of(bssn.Agency)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_is_one_channels_and_there_are_at_most_twenty()
    {
        await Accept(webhook);
        (await Refuse(webhook)).ShouldBe(ChannelRefusal.NameTaken);
        await Accept(webhook, People.LiaisonOf("BSSN"));
        for (var i = 2; i <= 20; i++)
            await Accept(webhook with { Name = $"Sistem {i}" });
        (await Refuse(webhook with { Name = "Sistem 21" })).ShouldBe(ChannelRefusal.TooMany);
    }

    [Fact]
    public async Task Without_a_mail_server_there_is_no_mail_channel() => (await Refuse(new AddMail("Piket", "piket@kpu.example", "https://hub.example/"))).ShouldBe(ChannelRefusal.NoMailServer);

    [Fact]
    public async Task What_changes_nothing_is_refused()
    {
        await Accept(webhook);
        var id = (await Lines()).Single().Id;
        (await Refuse(new PauseChannel(id, IsPaused: false))).ShouldBe(ChannelRefusal.AlreadySo);
        (await Refuse(new ResendFailed(id))).ShouldBe(ChannelRefusal.AlreadySo);
    }

    [Theory]
    [InlineData("", "https://hooks.example", ChannelCode.ChannelNameRequired)]
    [InlineData("Satu\u202edua", "https://hooks.example", ChannelCode.ChannelNameUnreadable)]
    [InlineData("Satu", "", ChannelCode.UrlShape)]
    [InlineData("Satu", "hooks.example/masuk", ChannelCode.UrlShape)]
    [InlineData("Satu", "https://", ChannelCode.UrlShape)]
    [InlineData("Satu", "http://hooks.example", ChannelCode.UrlNotHttps)]
    [InlineData("Satu", "file://hooks.example/etc", ChannelCode.UrlNotHttps)]
    [InlineData("Satu", "https://nama:sandi@hooks.example", ChannelCode.UrlWithUser)]
    public async Task A_webhooks_shape_is_checked(string name, string url, string code) => (await Invalid(new AddWebhook(name, url, "https://hub.example/"))).ShouldBe([code]);

    [Theory]
    [InlineData("", ChannelCode.AddressRequired)]
    [InlineData(" , ", ChannelCode.AddressRequired)]
    [InlineData("bukan-alamat", ChannelCode.AddressShape)]
    [InlineData("a@b", ChannelCode.AddressShape)]
    [InlineData("Nama<a@kpu.example>", ChannelCode.AddressShape)]
    [InlineData("a@kpu.example, b@", ChannelCode.AddressShape)]
    [InlineData("é@kpu.example", ChannelCode.AddressShape)]
    [InlineData("1@k.id 2@k.id 3@k.id 4@k.id 5@k.id 6@k.id 7@k.id 8@k.id 9@k.id 10@k.id 11@k.id", ChannelCode.TooManyAddresses)]
    public async Task So_is_that_of_mail(string addresses, string code) => (await Invalid(new AddMail("Piket", addresses, "https://hub.example/"))).ShouldBe([code]);

    async Task<IReadOnlyList<string>> Invalid(ChannelCommand command) => (await Node.Get<ChannelDesk>().Submit(command, kpu)).ShouldBeOfType<ChannelOutcome.Invalid>().Codes;

    async Task<ChannelOutcome.Done> Accept(ChannelCommand command, Actor? actor = null) => (await Node.Get<ChannelDesk>().Submit(command, actor ?? kpu)).ShouldBeOfType<ChannelOutcome.Done>();

    async Task<ChannelRefusal> Refuse(ChannelCommand command, Actor? actor = null) => (await Node.Get<ChannelDesk>().Submit(command, actor ?? kpu)).ShouldBeOfType<ChannelOutcome.Refused>().Why;

    Task<IReadOnlyList<ChannelLine>> Lines() => Node.Get<ChannelDirectory>().Of(kpu.Agency);
}
