using System.Collections.Concurrent;
using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

/// <summary>A wall, and everything that it was pushed.</summary>
sealed class WallWatcher : IDisposable
{
    readonly ConcurrentQueue<ImmutableArray<WallView>> pushed = new();
    WallSubscription? subscription;

    /// <summary>What was shown after each push.</summary>
    public IReadOnlyList<ImmutableArray<WallView>> Pushed => [.. pushed];
    public ImmutableArray<WallView> Incidents => subscription!.Incidents;

    public static async Task<WallWatcher> At(Node node, params IReadOnlyList<IncidentId> incidents)
    {
        var watcher = new WallWatcher();
        watcher.subscription = await node.Get<WallBoards>().Join(Support.People.Wall, incidents, () => watcher.pushed.Enqueue(watcher.Incidents));
        return watcher;
    }

    public void Dispose() => subscription?.Dispose();
}

/// <summary>What a wall is pushed, and that it is pushed nothing else.</summary>
public class WallBoardsTests : IAsyncLifetime
{
    static readonly Marking[] hidden =
    [
        Marking.WholeTeam(Tlp.AmberStrict), new(Tlp.Green, [new("BSSN"), new("KPU")], []), new(Tlp.Red, [], [People.LiaisonOf("KPU").Person, ATask.Proposer.Person, ATask.Assigned.Person]), new(Tlp.Amber, [new("BSSN"), new("BARESKRIM"), new("KPU")], []),
    ];

    readonly ManualClock clock = new();
    Database database = default!;
    Node node = default!;
    IncidentId incident;

    public async ValueTask InitializeAsync()
    {
        database = await Database.OnSqlite();
        node = database.Start(clock);
        incident = await node.Open();
        await node.Accept(incident, People.Coordinator, ACommand.Pair());
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return database.DisposeAsync();
    }

    [Fact]
    public async Task What_a_wall_may_show_is_pushed_once()
    {
        using var wall = await WallWatcher.At(node, incident);
        wall.Incidents.ShouldHaveSingleItem().Id.ShouldBe(incident);
        await node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write(Marking.WholeTeam(Tlp.Green)) with { Text = "Log diamankan." });
        wall.Pushed.ShouldHaveSingleItem().ShouldHaveSingleItem().Entries[0].Text.ShouldBe("Log diamankan.");
        var task = await node.Made(incident, ATask.Proposer, ACommand.ProposeTask(marking: Marking.WholeTeam(Tlp.Amber)));
        await node.Accept(incident, ATask.Assigned, ACommand.Move(task, TaskState.Accepted));
        wall.Pushed.Count.ShouldBe(3);
        wall.Pushed[^1][0].Agencies.Single(a => a.Agency.Code == "BARESKRIM").Open.ShouldBe(1);
        await node.Accept(incident, People.Coordinator, ACommand.ChangePhase(Phase.Triage));
        wall.Pushed[^1][0].Phase.ShouldBe(Phase.Triage);
        wall.Pushed.Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_is_hidden_wakes_no_wall()
    {
        using var wall = await WallWatcher.At(node, incident);
        foreach (var marking in hidden)
        {
            await node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write(marking));
            var task = await node.Made(incident, ATask.Proposer, ACommand.ProposeTask("KPU", marking));
            await node.Accept(incident, People.LiaisonOf("KPU"), ACommand.Move(task, TaskState.Accepted));
            var finding = await node.Made(incident, People.LiaisonOf("BSSN"), ACommand.Raise(marking));
            await node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Move(finding, FindingState.UnderReview));
        }
        var letter = await node.Made(incident, AClarification.Requester, ACommand.Ask(new(Tlp.Green, [new("KPU"), new("KOMINFO")], [])));
        await node.Accept(incident, AClarification.Requester, ACommand.Deliver(letter) with { At = clock.GetUtcNow() });
        clock.Pass(TimeSpan.FromDays(4));
        wall.Pushed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deadline_passes_by_the_clock()
    {
        var request = await node.Made(incident, AClarification.Requester, ACommand.Ask(Marking.WholeTeam(Tlp.Amber)));
        await node.Accept(incident, AClarification.Requester, ACommand.Deliver(request) with { At = clock.GetUtcNow() });
        using var wall = await WallWatcher.At(node, incident);
        clock.Pass(TimeSpan.FromHours(72) - TimeSpan.FromTicks(1));
        wall.Pushed.ShouldBeEmpty();
        wall.Incidents[0].IsNextLate.ShouldBeFalse();
        clock.Pass(TimeSpan.FromTicks(1) + TimeSpan.FromSeconds(1));
        wall.Pushed.ShouldHaveSingleItem()[0].Late.ShouldHaveSingleItem().Subject.ShouldBe(request);
        clock.Pass(TimeSpan.FromDays(9));
        wall.Pushed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_released_wall_is_emptied_and_hears_nothing_more()
    {
        using var wall = await WallWatcher.At(node, incident);
        await node.Accept(incident, People.Coordinator, ACommand.Release());
        wall.Pushed.ShouldHaveSingleItem().ShouldBeEmpty();
        await node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write(Marking.WholeTeam(Tlp.Clear)));
        wall.Pushed.Count.ShouldBe(1);
        await node.Accept(incident, People.Coordinator, ACommand.Pair());
        wall.Pushed[^1].ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_wall_that_is_not_paired_with_it_shows_nothing_of_it()
    {
        var other = await node.Open(ACommand.OpenWithTeam());
        using var wall = await WallWatcher.At(node, other, incident);
        wall.Incidents.ShouldHaveSingleItem().Id.ShouldBe(incident);
        await node.Accept(other, People.LiaisonOf("BSSN"), ACommand.Write(Marking.WholeTeam(Tlp.Clear)));
        wall.Pushed.ShouldBeEmpty();
        await node.Accept(other, People.Coordinator, ACommand.Pair());
        // In the order in which they were chosen.
        wall.Pushed.ShouldHaveSingleItem().Select(v => v.Id).ShouldBe([other, incident]);
    }

    [Fact]
    public async Task Who_is_there_is_shown_by_agency_and_a_wall_is_nobody()
    {
        using var wall = await WallWatcher.At(node, incident);
        var presence = node.Get<Presence>();
        presence.In(incident).ShouldBeEmpty();
        using (presence.Enter(incident, People.LiaisonOf("BIN"), () => { }))
        using (presence.Enter(incident, People.LiaisonOf("BIN", 2), () => { }))
        {
            clock.Pass(TimeSpan.FromSeconds(2));
            wall.Pushed.ShouldHaveSingleItem()[0].Agencies.Where(a => a.IsPresent).Select(a => a.Agency.Code).ShouldBe(["BIN"]);
        }
        clock.Pass(TimeSpan.FromSeconds(2));
        wall.Pushed.Count.ShouldBe(2);
        wall.Incidents[0].Agencies.ShouldAllBe(a => !a.IsPresent);
        presence.In(incident).ShouldHaveSingleItem().Agency.Code.ShouldBe("BIN");
    }

    [Fact]
    public async Task Walls_of_one_incident_share_what_they_show_and_one_that_left_hears_nothing()
    {
        using var one = await WallWatcher.At(node, incident);
        var two = await WallWatcher.At(node, incident);
        one.Incidents[0].ShouldBeSameAs(two.Incidents[0]);
        two.Dispose();
        await node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write(Marking.WholeTeam(Tlp.Clear)));
        (one.Pushed.Count, two.Pushed.Count).ShouldBe((1, 0));
    }
}
