using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Notifications;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using static IncidentHub.Notifications.NotificationKind;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.Notifications;

/// <summary>What somebody is told over a real log, by the entries that come and the time that passes.</summary>
public sealed class NotificationFeedTests : IAsyncLifetime
{
    static readonly Actor kpu = AClarification.Addressed;
    readonly ManualClock clock = new();
    Database database = default!;
    Node node = default!;
    IncidentId incident;
    int pushes;

    public async ValueTask InitializeAsync()
    {
        database = await Database.OnSqlite();
        node = database.Start(clock);
        incident = await node.Open();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task What_comes_while_one_is_away_is_found_and_what_comes_then_is_pushed()
    {
        await Deliver();
        using var feed = await Join();
        (await Kinds(feed)).ShouldBe([LetterSent]);
        await node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.ProposeTask("KPU"));
        pushes.ShouldBeGreaterThan(0);
        (await Kinds(feed)).ShouldBe([LetterSent, NotificationKind.TaskProposed], ignoreOrder: true);
    }

    [Fact]
    public async Task A_reminder_is_pushed_at_its_moment_and_not_before()
    {
        await Deliver();
        using var feed = await Join();
        await Kinds(feed);
        pushes = 0;
        // The timer asks each minute, since the clock may be set; what it finds is the same until the moment.
        clock.Pass(TimeSpan.FromMinutes(1));
        pushes.ShouldBe(1);
        (await Kinds(feed)).ShouldBe([LetterSent]);
        clock.Pass(TimeSpan.FromHours(48) - TimeSpan.FromMinutes(1) - TimeSpan.FromSeconds(10));
        (await Kinds(feed)).ShouldBe([LetterSent]);
        pushes = 0;
        clock.Pass(TimeSpan.FromSeconds(9));
        pushes.ShouldBe(0);
        clock.Pass(TimeSpan.FromSeconds(1));
        pushes.ShouldBe(1);
        (await Kinds(feed)).ShouldBe([DueSoon, LetterSent]);
    }

    [Fact]
    public async Task More_than_a_view_holds_at_once_leaves_no_gap()
    {
        using var feed = await Join();
        await Kinds(feed);
        await Deliver();
        for (var i = 0; i < RoomView.Window + 5; i++)
            await node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write());
        (await Kinds(feed)).ShouldBe([LetterSent]);
    }

    [Fact]
    public async Task What_one_acknowledges_is_known_on_their_other_pages_and_to_nobody_else()
    {
        await Deliver();
        using var feed = await Join();
        using var other = await Join();
        using var colleague = await node.Get<NotificationFeed>().Join(People.Coordinator, () => { });
        await other.Read();
        pushes = 0;
        await node.Get<Acknowledgements>().Acknowledge(kpu.Person, [(await feed.Read()).Unread[0].Key]);
        pushes.ShouldBe(2);
        (await other.Read()).ShouldSatisfyAllConditions(l => l.Unread.ShouldBeEmpty(), l => l.Known.Length.ShouldBe(1));
        (await colleague.Read()).Unread.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_leaves_an_incident_is_told_nothing_of_it_any_more()
    {
        await Deliver();
        using var feed = await Join();
        (await Kinds(feed)).ShouldBe([LetterSent]);
        await node.Accept(incident, People.Coordinator, ACommand.Remove(kpu));
        (await Kinds(feed)).ShouldBeEmpty();
    }

    async Task<NotificationSubscription> Join() => await node.Get<NotificationFeed>().Join(kpu, () => Interlocked.Increment(ref pushes));

    static async Task<IReadOnlyList<NotificationKind>> Kinds(NotificationSubscription feed) => [.. (await feed.Read()).Unread.Select(n => n.Kind)];

    async Task Deliver()
    {
        await node.Accept(incident, AClarification.Requester, ACommand.Ask());
        var request = (await node.Rooms.Room(incident)).State.Clarifications.Keys.Single();
        await node.Accept(incident, AClarification.Requester, ACommand.Deliver(request));
    }
}
