using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Timeline;

namespace IncidentHub.Tests.Rooms;

public sealed class JoinOnSqlite() : JoinTests(Database.OnSqlite);

public sealed class JoinOnPostgres(PostgresServer server) : JoinTests(() => Database.OnPostgres(server));

public abstract class JoinTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    const int Entries = 500;
    const int Writers = 8;

    static readonly Marking[] markings =
    [
        Marking.WholeTeam(Tlp.Green), new(Tlp.AmberStrict, [new("BSSN"), new("KPU")], []), Marking.WholeTeam(Tlp.Amber),
        new(Tlp.Red, [], [People.LiaisonOf("KPU").Person]), new(Tlp.Amber, [new("BIN")], []), new(Tlp.Red, [], [People.LiaisonOf("BIN").Person, People.Coordinator.Person]),
    ];

    [Fact]
    public async Task Between_the_first_view_and_the_pushes_nothing_falls_and_nothing_comes_twice()
    {
        var incident = await Node.Open();
        Actor[] actors = [People.LiaisonOf("KPU"), People.Coordinator, People.LiaisonOf("BIN"), People.LiaisonOf("BSSN"), People.Auditor];
        var written = 0;
        var progress = Enumerable.Range(0, 20).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();

        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = writer; i < Entries; i += Writers)
            {
                await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write(markings[i % markings.Length]) with { Text = $"Entri {i}" });
                if (Interlocked.Increment(ref written) is var count && count % (Entries / progress.Length) == 0)
                    progress[count / (Entries / progress.Length) - 1].SetResult();
            }
        }));
        var joining = Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            if (i > 0)
                await progress[i - 1].Task;
            var actor = actors[i % actors.Length];
            return (Actor: actor, Watcher: (await Watcher.At(Node, incident, actor))!);
        })).ToList();
        await Task.WhenAll(writing);

        foreach (var (actor, watcher) in await Task.WhenAll(joining))
        {
            using (watcher)
                await ShouldHaveEverything(incident, actor, watcher);
        }
    }

    [Fact]
    public async Task A_push_ends_in_the_newest_entry()
    {
        var incident = await Node.Open();
        using var watcher = await Watcher.At(Node, incident, People.LiaisonOf("KPU"));
        for (var i = 0; i < 60; i++)
        {
            var entry = await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write());
            watcher!.Latest!.Latest[^1].Reference.ShouldBe(entry);
            watcher.Latest.Latest.Length.ShouldBe(Math.Min(RoomView.Window, i + 2));
            watcher.Latest.Count.ShouldBe(i + 2);
        }
        watcher!.Pushed.Count.ShouldBe(60);
    }

    [Fact]
    public async Task What_a_viewer_may_not_see_is_not_pushed_to_them()
    {
        var incident = await Node.Open();
        using var bin = await Watcher.At(Node, incident, People.LiaisonOf("BIN"));
        using var kpu = await Watcher.At(Node, incident, People.LiaisonOf("KPU"));
        await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write(new(Tlp.AmberStrict, [new("BSSN"), new("KPU")], [])));
        await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write(new(Tlp.Red, [], [People.LiaisonOf("KPU").Person])));
        await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.ProposeTask("KPU", new(Tlp.AmberStrict, [new("BSSN"), new("KPU")], [])));
        kpu!.Pushed.Count.ShouldBe(3);
        bin!.Pushed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_no_member_joins_nothing()
    {
        var incident = await Node.Open();
        foreach (var outsider in new[] { People.LiaisonOf("KEMENDAGRI"), People.LiaisonOf("KPU", 2), People.Observer, People.Administrator, People.Wall })
            (await Watcher.At(Node, incident, outsider)).ShouldBeNull(outsider.Name);
        (await Watcher.At(Node, new IncidentId(Guid.NewGuid()), People.Auditor)).ShouldBeNull();
        (await Node.Rooms.Join(new Reference("INS-00000000"), People.Auditor, _ => { })).ShouldBeNull();
    }

    [Fact]
    public async Task A_removed_member_is_told_so_and_hears_nothing_more()
    {
        var incident = await Node.Open();
        var bin = People.LiaisonOf("BIN");
        using var gone = await Watcher.At(Node, incident, bin);
        using var list = await Node.Lists.Join(bin, () => { });
        list.Incidents.Length.ShouldBe(1);

        await Node.Accept(incident, People.Coordinator, ACommand.Remove(bin));
        gone!.Pushed.ShouldBe([null]);
        gone.Latest.ShouldBeNull();
        list.Incidents.ShouldBeEmpty();

        await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write());
        await Node.Accept(incident, People.Coordinator, ACommand.Add(bin));
        await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write());
        gone.Pushed.ShouldBe([null]);
        (await Watcher.At(Node, incident, bin)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_released_wall_is_told_so_and_hears_nothing_more()
    {
        var incident = await Node.Open();
        await Node.Accept(incident, People.Coordinator, ACommand.Pair() with { Until = Node.Time.GetUtcNow().AddDays(1) });
        using var wall = await Watcher.At(Node, incident, People.Wall);
        await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write(Marking.WholeTeam(Tlp.Green)));
        await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write(new(Tlp.Green, [new("KPU")], [])));
        wall!.Pushed.ShouldHaveSingleItem()!.Incident.Walls.ShouldHaveSingleItem().Name.ShouldBe("Ruang krisis KPU");

        await Node.Accept(incident, People.Coordinator, ACommand.Release());
        wall.Pushed.Count.ShouldBe(2);
        wall.Latest.ShouldBeNull();
        await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write(Marking.WholeTeam(Tlp.Green)));
        wall.Pushed.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_left_hears_nothing_more()
    {
        var incident = await Node.Open();
        var left = await Watcher.At(Node, incident, People.LiaisonOf("KPU"));
        left!.Dispose();
        await Node.Accept(incident, People.LiaisonOf("BSSN"), ACommand.Write());
        left.Pushed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_gains_the_incidents_that_its_viewer_becomes_a_member_of()
    {
        var newcomer = People.LiaisonOf("KEMENDAGRI");
        var gained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var list = await Node.Lists.Join(newcomer, () => gained.TrySetResult());
        list.Incidents.ShouldBeEmpty();
        var incident = await Node.Open();
        await Node.Accept(incident, People.Coordinator, ACommand.Add(newcomer));
        await gained.Task.WaitAsync(TimeSpan.FromSeconds(30));
        list.Incidents.ShouldHaveSingleItem().Incident.Id.ShouldBe(incident);
    }

    [Fact]
    public async Task The_pages_of_one_person_share_a_list_that_ends_with_the_last_of_them()
    {
        var incident = await Node.Open();
        var bin = People.LiaisonOf("BIN");
        var pushes = new int[3];
        var first = await Node.Lists.Join(bin, () => Interlocked.Increment(ref pushes[0]));
        var second = await Node.Lists.Join(bin, () => Interlocked.Increment(ref pushes[1]));
        first.Incidents.ShouldHaveSingleItem().ShouldBeSameAs(second.Incidents.ShouldHaveSingleItem());
        await Node.Accept(incident, bin, ACommand.Write());
        first.Dispose();
        first.Dispose();
        await Node.Accept(incident, bin, ACommand.Write());
        pushes.ShouldBe([1, 2, 0]);
        second.Incidents.ShouldHaveSingleItem().Count.ShouldBe(3);

        second.Dispose();
        await Node.Accept(incident, bin, ACommand.Write());
        using var third = await Node.Lists.Join(bin, () => Interlocked.Increment(ref pushes[2]));
        first.Dispose();
        await Node.Accept(incident, bin, ACommand.Write());
        pushes.ShouldBe([1, 2, 1]);
        third.Incidents.ShouldHaveSingleItem().Count.ShouldBe(5);
    }

    [Fact]
    public async Task Whoever_acts_for_another_agency_now_shares_nothing_with_who_they_were()
    {
        await Node.Open();
        var bin = People.LiaisonOf("BIN");
        using var list = await Node.Lists.Join(bin, () => { });
        list.Incidents.ShouldHaveSingleItem();
        foreach (var other in new[] { bin with { Agency = new AgencyId("BSSN") }, bin with { Role = Role.Administrator } })
        {
            using var moved = await Node.Lists.Join(other, () => { });
            moved.Incidents.ShouldBeEmpty();
        }
    }

    /// <summary>Taken in as a page does it.</summary>
    async Task ShouldHaveEverything(IncidentId incident, Actor actor, Watcher watcher)
    {
        var state = (await Node.Rooms.Room(incident)).State;
        var all = (await Node.Reader.Before(state.Reference, actor, IncidentHub.Log.EntryFilter.All, null, 1_000))!.Entries.Select(e => e.Number).ToList();
        var seen = watcher.First;
        var window = TimelineWindow.Latest(seen);
        foreach (var view in watcher.Pushed)
        {
            window = window.With(view!, seen).ShouldNotBeNull();
            seen = view!;
        }
        window.Entries.Select(e => e.Number).ShouldBe(all.SkipWhile(n => n < window.Entries[0].Number), actor.Name);
        watcher.Latest!.Count.ShouldBe(all.Count, actor.Name);
        window.Entries.Length.ShouldBeGreaterThanOrEqualTo(Math.Min(all.Count, watcher.First.Latest.Length), actor.Name);
    }
}
