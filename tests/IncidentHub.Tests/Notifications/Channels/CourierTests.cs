using System.Text;
using IncidentHub.Domain;
using IncidentHub.Notifications.Channels;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Notifications.Channels;

public sealed class CourierOnSqlite() : CourierTests(Database.OnSqlite);

public sealed class CourierOnPostgres(PostgresServer server) : CourierTests(() => Database.OnPostgres(server));

/// <summary>From the log to an agency's own system and its mailboxes, over real connections.</summary>
public abstract class CourierTests(Func<Task<Database>> create) : IAsyncLifetime
{
    static readonly Actor kpu = AClarification.Addressed;
    static readonly Actor bssn = People.LiaisonOf("BSSN");
    readonly ManualClock clock = new();
    readonly MailReceiver mail = new();
    Receiver receiver = default!;
    Database database = default!;
    Node node = default!;
    IncidentId incident;

    public async ValueTask InitializeAsync()
    {
        (receiver, database) = (await Receiver.Start(), await create());
        node = Start();
        incident = await node.Open();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await database.DisposeAsync();
        await receiver.DisposeAsync();
        await mail.DisposeAsync();
    }

    [Fact]
    public async Task What_an_agency_is_told_arrives_once_signed_with_what_may_be_said()
    {
        var secret = await AddWebhook();
        var task = await Propose("Amankan salinan log");
        await Walk(4);
        var got = receiver.Received.ShouldHaveSingleItem();
        got.Type.ShouldBe("notification.task_proposed");
        got.Signature.ShouldBe(Signature.Of(secret, got.Id, long.Parse(got.Timestamp, System.Globalization.CultureInfo.InvariantCulture), got.Body));
        got.Text.ShouldBe("Badan Siber dan Sandi Negara mengusulkan tugas kepada instansi Anda: Amankan salinan log");
        got.Data.GetProperty("text_en").GetString().ShouldBe("Badan Siber dan Sandi Negara proposed a task to your agency: Amankan salinan log");
        var room = (await node.Rooms.Room(incident)).State;
        got.Data.GetProperty("subject").GetString().ShouldBe(task.Text);
        got.Data.GetProperty("by").GetString().ShouldBe("BSSN");
        got.Data.GetProperty("tlp").GetString().ShouldBe("TLP:AMBER");
        got.Data.GetProperty("incident").GetProperty("reference").GetString().ShouldBe(room.Reference.Text);
        got.Data.GetProperty("incident").GetProperty("title").GetString().ShouldBe("Dugaan kebocoran DPT");
        got.Data.GetProperty("url").GetString().ShouldBe($"https://hub.example/insiden/{room.Reference}?objek={task}");
        (await Line()).ShouldSatisfyAllConditions(l => l.LastSent.ShouldBe(clock.GetUtcNow()), l => l.Waiting.ShouldBe(0), l => l.Fault.ShouldBeNull());
    }

    [Fact]
    public async Task Of_a_stricter_label_there_is_the_kind_and_the_reference_and_of_RED_nothing()
    {
        await AddWebhook();
        var strict = await Propose("Rahasia instansi", Marking.WholeTeam(Tlp.AmberStrict));
        await Propose("Rahasia bernama", new Marking(Tlp.Red, [], [bssn.Person, kpu.Person]));
        await Walk();
        var got = receiver.Received.ShouldHaveSingleItem();
        got.Text.ShouldBe($"Usulan tugas: {strict}. Selengkapnya hanya di IncidentHub.");
        got.Title.ShouldBeNull();
        got.Body.ShouldNotContain("Rahasia");
        got.Body.ShouldNotContain("BSSN");
        got.Body.ShouldNotContain("Siber");
    }

    [Fact]
    public async Task What_came_before_the_channel_or_while_it_was_paused_is_not_sent()
    {
        await Propose("Sebelumnya");
        clock.Pass(TimeSpan.FromMinutes(1));
        await AddWebhook();
        await Walk();
        clock.Pass(TimeSpan.FromMinutes(1));
        await Accept(new PauseChannel((await Line()).Id, IsPaused: true));
        await Propose("Selama jeda");
        await Walk();
        clock.Pass(TimeSpan.FromMinutes(1));
        await Accept(new PauseChannel((await Line()).Id, IsPaused: false));
        await Walk();
        receiver.Received.ShouldBeEmpty();
        await Propose("Sesudahnya");
        await Walk();
        receiver.Received.ShouldHaveSingleItem().Title.ShouldBe("Sesudahnya");
    }

    [Fact]
    public async Task What_the_receiver_refuses_is_tried_again_in_its_time_under_the_same_id_and_keeps_nothing_else_back()
    {
        await AddWebhook();
        await Propose("Satu");
        var refuse = true;
        receiver.Answer = async http =>
        {
            await Task.CompletedTask;
            if (refuse && receiver.Received[^1].Title == "Satu")
                http.Response.StatusCode = 500;
        };
        (await Walk()).ShouldNotBeNull().ShouldBeInRange(clock.GetUtcNow().AddSeconds(4.5), clock.GetUtcNow().AddSeconds(5.5));
        await Propose("Dua");
        await Walk();
        receiver.Received.Select(r => r.Title).ShouldBe(["Satu", "Dua"]);
        (await Line()).ShouldSatisfyAllConditions(l => l.Waiting.ShouldBe(1), l => l.Fault.ShouldBe(DeliveryFault.Status), l => l.Status.ShouldBe(500));
        clock.Pass(TimeSpan.FromSeconds(6));
        await Walk();
        receiver.Received.Count.ShouldBe(3);
        clock.Pass(TimeSpan.FromSeconds(6));
        await Walk();
        receiver.Received.Count.ShouldBe(3);
        refuse = false;
        clock.Pass(TimeSpan.FromSeconds(30));
        await Walk(3);
        receiver.Received.Select(r => r.Title).ShouldBe(["Satu", "Dua", "Satu", "Satu"]);
        receiver.Received.Where(r => r.Title == "Satu").Select(r => r.Id).Distinct().ShouldHaveSingleItem();
        (await Line()).ShouldSatisfyAllConditions(l => l.Waiting.ShouldBe(0), l => l.Fault.ShouldBeNull());
    }

    [Fact]
    public async Task A_receiver_that_is_away_is_asked_with_one_message_and_gets_all_when_it_is_back()
    {
        await AddWebhook();
        for (var i = 0; i < 3; i++)
        {
            await Propose($"Tugas {i}");
            clock.Pass(TimeSpan.FromSeconds(1));
        }
        await receiver.Stop();
        await Walk();
        await Walk();
        (await Line()).ShouldSatisfyAllConditions(l => l.Waiting.ShouldBe(1), l => l.Fault.ShouldBe(DeliveryFault.NoConnection));
        await receiver.Listen();
        await Walk();
        receiver.Received.ShouldBeEmpty();
        clock.Pass(TimeSpan.FromSeconds(6));
        await Walk();
        receiver.Received.Select(r => r.Title).ShouldBe(["Tugas 0", "Tugas 1", "Tugas 2"]);
    }

    [Fact]
    public async Task After_a_day_it_is_given_up_until_somebody_asks_for_it()
    {
        await AddWebhook();
        await Propose("Satu");
        receiver.Answer = http => Task.FromResult(http.Response.StatusCode = 500);
        for (var i = 0; i < 12; i++)
        {
            await Walk();
            clock.Pass(TimeSpan.FromHours(14));
        }
        receiver.Received.Count.ShouldBe(9);
        (await Line()).ShouldSatisfyAllConditions(l => l.Failed.ShouldBe(1), l => l.Waiting.ShouldBe(0), l => l.Fault.ShouldBe(DeliveryFault.Status));
        receiver.Answer = _ => Task.CompletedTask;
        await Walk();
        receiver.Received.Count.ShouldBe(9);
        await Accept(new ResendFailed((await Line()).Id));
        await Walk(2);
        receiver.Received.Count.ShouldBe(10);
        (await Line()).ShouldSatisfyAllConditions(l => l.Failed.ShouldBe(0), l => l.Fault.ShouldBeNull());
    }

    [Fact]
    public async Task Without_the_operators_leave_nothing_goes_inside()
    {
        node = Start(new ReachableNetworks([]));
        await AddWebhook();
        await Propose("Satu");
        await Walk();
        receiver.Received.ShouldBeEmpty();
        (await Line()).Fault.ShouldBe(DeliveryFault.NotPublic);
    }

    [Fact]
    public async Task What_is_re_marked_while_it_waits_is_not_sent_and_is_waited_for_no_more()
    {
        await AddWebhook();
        var task = await Propose("Satu");
        receiver.Answer = http => Task.FromResult(http.Response.StatusCode = 500);
        await Walk();
        await node.Accept(incident, bssn, ACommand.ReMark(task, new Marking(Tlp.Red, [], [bssn.Person, kpu.Person])));
        clock.Pass(TimeSpan.FromMinutes(1));
        await Walk();
        receiver.Received.Count.ShouldBe(1);
        (await Line()).ShouldSatisfyAllConditions(l => l.Waiting.ShouldBe(0), l => l.Failed.ShouldBe(0), l => l.Fault.ShouldBeNull());
        receiver.Answer = _ => Task.CompletedTask;
        await node.Accept(incident, bssn, ACommand.ReMark(task, Marking.WholeTeam(Tlp.Amber)));
        await Walk(2);
        receiver.Received.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Several_nodes_that_walk_at_once_send_each_once_and_one_that_starts_anew_repeats_none()
    {
        await AddWebhook();
        for (var i = 0; i < 5; i++)
            await Propose($"Tugas {i}");
        var nodes = Enumerable.Range(0, 4).Select(_ => Start()).ToList();
        await Task.WhenAll(nodes.Select(n => Task.Run(() => n.Get<Courier>().WalkOnce())));
        receiver.Received.Select(r => r.Title).Order().ShouldBe(Enumerable.Range(0, 5).Select(i => $"Tugas {i}"));
        await Start().Get<Courier>().WalkOnce();
        receiver.Received.Count.ShouldBe(5);
    }

    [Fact]
    public async Task What_a_node_had_claimed_when_it_died_is_sent_by_another_when_the_lease_has_ended()
    {
        await AddWebhook();
        await Propose("Satu");
        using (var died = new CancellationTokenSource())
        {
            receiver.Answer = async http =>
            {
                await died.CancelAsync();
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            };
            await Should.ThrowAsync<OperationCanceledException>(node.Get<Courier>().WalkOnce(died.Token));
        }
        receiver.Answer = _ => Task.CompletedTask;
        var other = Start();
        await other.Get<Courier>().WalkOnce();
        receiver.Received.Count.ShouldBe(1);
        clock.Pass(TimeSpan.FromMinutes(3));
        await other.Get<Courier>().WalkOnce();
        receiver.Received.Count.ShouldBe(2);
        receiver.Received.Select(r => r.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_hosted_courier_sends_by_itself_what_comes_and_what_comes_due()
    {
        await node.StartBackground<Courier>();
        await AddWebhook();
        await Propose("Datang");
        await Eventually.Is(() => Task.FromResult(receiver.Received.Count == 1));
        await node.Accept(incident, AClarification.Requester, ACommand.Ask());
        var request = (await node.Rooms.Room(incident)).State.Clarifications.Keys.Single();
        await node.Accept(incident, AClarification.Requester, ACommand.Deliver(request));
        await Eventually.Is(() => Task.FromResult(receiver.Received.Count == 2));
        clock.Pass(TimeSpan.FromHours(49));
        await clock.GoesOnUntil(() => receiver.Received.Count == 3);
        receiver.Received[2].Type.ShouldBe("notification.due_soon");
        receiver.Received[2].Data.GetProperty("due").GetString().ShouldBe("2023-12-01T03:15:00Z");
        var second = await Named("Lain");
        await Propose("Datang lagi");
        await clock.GoesOnUntil(() => receiver.Received.Count == 5);
        receiver.Received.Skip(3).Select(r => r.Id).Distinct().Count().ShouldBe(2);
        second.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Other_agencies_channels_say_nothing_of_it()
    {
        await AddWebhook(AClarification.Requester);
        await Propose("Untuk KPU");
        await Walk();
        receiver.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_database_holds_neither_what_was_said_nor_where_the_path_leads_nor_the_secret()
    {
        var secret = await AddWebhook();
        await Propose("Judul yang tidak boleh tersimpan");
        await Walk();
        await using var context = await node.Get<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        var stored = string.Join('\n', (await context.Channels.ToListAsync()).Select(c => Written.Out(c)).Concat((await context.Deliveries.ToListAsync()).Select(d => Written.Out(d))).Concat((await context.ChannelActions.ToListAsync()).Select(a => Written.Out(a))));
        stored.ShouldContain("localhost");
        foreach (var hidden in new[] { "rahasia-jalur", "rahasia-kueri", secret, "Judul" })
            stored.ShouldNotContain(hidden);
    }

    [Fact]
    public async Task Mail_says_the_same_in_both_languages_once_under_an_id_of_its_own()
    {
        await Accept(new AddMail("Piket", "piket@kpu.example, csirt@kpu.example", "https://hub.example/"));
        var task = await Propose("Amankan salinan log");
        await Walk(2);
        var sent = mail.Mails.ShouldHaveSingleItem();
        sent.ShouldContain("From: hub@kpu.example");
        sent.ShouldContain("piket@kpu.example");
        sent.ShouldContain("csirt@kpu.example");
        sent.ShouldContain("Auto-Submitted: auto-generated");
        sent.ShouldMatch("(?i)message-id: <msg_[0-9a-f]{32}@kpu.example>");
        var read = Readable(sent);
        read.ShouldContain($"Usulan tugas ({task})");
        read.ShouldContain("Badan Siber dan Sandi Negara mengusulkan tugas kepada instansi Anda: Amankan salinan log");
        read.ShouldContain("proposed a task to your agency: Amankan salinan log");
        read.ShouldContain($"https://hub.example/insiden/{(await node.Rooms.Room(incident)).State.Reference}?objek={task}");
    }

    [Fact]
    public async Task One_wrong_address_is_said_and_the_others_get_it_once()
    {
        mail.Unknown.Add("salah@kpu.example");
        await Accept(new AddMail("Piket", "piket@kpu.example salah@kpu.example", "https://hub.example/"));
        await Propose("Satu");
        await Walk();
        clock.Pass(TimeSpan.FromMinutes(1));
        await Walk();
        mail.Mails.Count.ShouldBe(1);
        (await Line()).ShouldSatisfyAllConditions(l => l.Fault.ShouldBe(DeliveryFault.RecipientRefused), l => l.LastSent.ShouldNotBeNull(), l => l.Waiting.ShouldBe(0));
    }

    Node Start(ReachableNetworks? networks = null) =>
        database.Start(clock, services => services.AddSingleton(receiver.Sender(networks)).AddSingleton(new MailSender(mail.Settings)));

    Task<string> AddWebhook(Actor? actor = null) => Named("Sistem CSIRT", actor);

    async Task<string> Named(string name, Actor? actor = null) => (await Accept(new AddWebhook(name, receiver.Address, "https://hub.example/"), actor)).Secret!;

    async Task<ChannelOutcome.Done> Accept(ChannelCommand command, Actor? actor = null) => (await node.Get<ChannelDesk>().Submit(command, actor ?? kpu)).ShouldBeOfType<ChannelOutcome.Done>();

    async Task<Reference> Propose(string title, Marking? marking = null)
    {
        await node.Accept(incident, bssn, ACommand.ProposeTask("KPU", marking) with { Title = title });
        return (await node.Rooms.Room(incident)).State.Tasks.Values.Single(t => t.Title == title).Reference;
    }

    async Task<DateTimeOffset?> Walk(int times = 1)
    {
        DateTimeOffset? next = null;
        for (var i = 0; i < times; i++)
            next = await node.Get<Courier>().WalkOnce();
        return next;
    }

    async Task<ChannelLine> Line() => (await node.Get<ChannelDirectory>().Of(kpu.Agency)).ShouldHaveSingleItem();

    /// <summary>Header and body without what mail wraps them in.</summary>
    static string Readable(string mail)
    {
        var (head, body) = (mail[..mail.IndexOf("\n\n", StringComparison.Ordinal)], mail[(mail.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
        var subject = string.Concat(System.Text.RegularExpressions.Regex.Matches(head, @"=\?utf-8\?B\?(?<text>[^?]+)\?=", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups["text"].Value))));
        return head + "\n" + subject + "\n" + (head.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body)) : body.Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal));
    }
}
