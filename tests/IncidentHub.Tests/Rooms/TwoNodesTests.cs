using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

/// <summary>Two running products on one PostgreSQL.</summary>
public class TwoNodesTests(PostgresServer server) : DatabaseTests(() => Database.OnPostgres(server))
{
    static readonly Actor bssn = People.LiaisonOf("BSSN");

    Node other = default!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        other = Database.Start(Clock);
    }

    [Fact]
    public async Task Both_write_at_once_and_end_in_the_same_view()
    {
        const int each = 60;
        var incident = await Node.Open();
        using var here = await Watcher.At(Node, incident, People.LiaisonOf("KPU"));
        using var there = await Watcher.At(other, incident, People.LiaisonOf("KPU"));

        await Task.WhenAll(new[] { Node, other }.SelectMany(node => Enumerable.Range(0, each).Select(i => Task.Run(() => node.Accept(incident, bssn, ACommand.Write(Marking.WholeTeam(Tlp.Green)))))));
        await Node.Rooms.CatchUp(default);
        await other.Rooms.CatchUp(default);

        var entries = await Node.Log.ReadAfter(incident, 0);
        entries.Select(e => e.Number).ShouldBe(Enumerable.Range(1, 2 * each + 1).Select(n => (long)n));
        entries.Select(e => e.Content!.Reference).ShouldBeUnique();
        (await Node.Verifier.Verify()).Faults.ShouldBeEmpty();

        Written.Out(there!.Latest).ShouldBe(Written.Out(here!.Latest));
        there.Latest!.Count.ShouldBe(2 * each + 1);
        foreach (var watcher in new[] { here, there })
            watcher.Pushed.Select(v => v!.Count).ShouldBeInOrder();
    }

    [Fact]
    public async Task The_same_command_at_both_gives_one_entry()
    {
        var incident = await Node.Open();
        await other.Rooms.Room(incident);
        for (var i = 0; i < 10; i++)
        {
            var command = ACommand.Write();
            var outcomes = await Task.WhenAll(new[] { Node, other }.Select(node => Task.Run(() => node.Desk.Submit(incident, command, bssn))));
            outcomes[1].ShouldBe(outcomes[0].ShouldBeOfType<Outcome.Done>());
        }
        (await Node.Log.ReadAfter(incident, 1)).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Opening_at_both_opens_once_and_both_mint_with_the_key_that_was_kept()
    {
        for (var i = 0; i < 5; i++)
        {
            var open = ACommand.OpenWithTeam();
            var outcomes = await Task.WhenAll(new[] { Node, other }.Select(node => Task.Run(() => node.Desk.Open(open, People.Coordinator))));
            outcomes[1].ShouldBe(outcomes[0].ShouldBeOfType<Outcome.Done>());

            var incident = OpenIncident.IdFor(People.Coordinator.Person, open.CommandId);
            var key = (await Node.Log.Head(incident))!.ReferenceKey;
            foreach (var node in new[] { Node, other })
            {
                var command = ACommand.Write();
                (await node.Accept(incident, bssn, command)).ShouldBe(Reference.Mint("E", 8, key, command.CommandId, 0));
            }
        }
    }

    [Fact]
    public async Task Repeating_at_the_other_one_what_it_has_not_heard_of_gives_the_whole_answer()
    {
        var open = ACommand.OpenWithTeam();
        var incident = OpenIncident.IdFor(People.Coordinator.Person, open.CommandId);
        // A page of the other node asked for it before it was there.
        await other.Rooms.Room(incident);
        var opened = await Node.Desk.Open(open, People.Coordinator);
        (await other.Desk.Open(open, People.Coordinator)).ShouldBe(opened.ShouldBeOfType<Outcome.Done>());

        var write = ACommand.Write();
        var written = await Node.Desk.Submit(incident, write, bssn);
        (await other.Desk.Submit(incident, write, bssn)).ShouldBe(written.ShouldBeOfType<Outcome.Done>());
    }

    [Fact]
    public async Task A_command_is_decided_on_what_the_other_node_wrote()
    {
        var incident = await Node.Open();
        var room = await other.Rooms.Room(incident);
        await Node.Accept(incident, bssn, ACommand.ChangePhase(Phase.Triage));
        room.State.Phase.ShouldBe(Phase.Reported);
        await other.Accept(incident, bssn, ACommand.ChangePhase(Phase.Active));
        room.State.Phase.ShouldBe(Phase.Active);
    }

    [Fact]
    public async Task A_refusal_is_not_told_before_the_other_nodes_entries_are_known()
    {
        var incident = await Node.Open();
        await other.Rooms.Room(incident);
        await Node.Accept(incident, People.Coordinator, ACommand.Add(People.LiaisonOf("KEMENDAGRI")));
        await other.Accept(incident, People.LiaisonOf("KEMENDAGRI"), ACommand.Write());
    }

    [Fact]
    public async Task Awake_each_hears_of_the_others_entries_by_itself()
    {
        await Node.StartBackground<WakeUps>();
        await other.StartBackground<WakeUps>();
        var incident = await Node.Open();
        using var there = await Watcher.At(other, incident, People.LiaisonOf("KPU"));
        using var here = await Watcher.At(Node, incident, People.LiaisonOf("KPU"));
        for (var i = 0; i < 5; i++)
        {
            var fromHere = await Node.Accept(incident, bssn, ACommand.Write());
            await there!.Until(v => v!.Latest.Any(e => e.Reference == fromHere));
            var fromThere = await other.Accept(incident, bssn, ACommand.Write());
            await here!.Until(v => v!.Latest.Any(e => e.Reference == fromThere));
        }
        await there!.Until(v => v!.Count == 11);
        Written.Out(there.Latest).ShouldBe(Written.Out(here!.Latest));
    }

    [Fact]
    public async Task Awake_a_member_removed_at_one_loses_the_room_at_the_other_and_a_new_one_gains_it_in_their_list()
    {
        await Node.StartBackground<WakeUps>();
        await other.StartBackground<WakeUps>();
        var incident = await Node.Open();
        var gained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var list = await other.Lists.Join(People.LiaisonOf("KEMENDAGRI"), () => gained.TrySetResult());
        using var there = await Watcher.At(other, incident, People.LiaisonOf("BIN"));
        await Node.Accept(incident, People.Coordinator, ACommand.Remove(People.LiaisonOf("BIN")));
        await there!.Until(v => v is null);
        await Node.Accept(incident, People.Coordinator, ACommand.Add(People.LiaisonOf("KEMENDAGRI")));
        await gained.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
