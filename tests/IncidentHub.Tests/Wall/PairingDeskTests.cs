using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;

namespace IncidentHub.Tests.Wall;

public sealed class PairingDeskOnSqlite() : PairingDeskTests(Database.OnSqlite);

public sealed class PairingDeskOnPostgres(PostgresServer server) : PairingDeskTests(() => Database.OnPostgres(server));

public abstract class PairingDeskTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly Actor kpu = People.Coordinator, bssn = People.CoordinatorOf("BSSN");

    PairingDesk Desk => Node.Get<PairingDesk>();

    [Fact]
    public async Task A_paired_wall_shows_what_was_chosen_and_each_incidents_log_says_so()
    {
        var (one, other) = (await Node.Open(), await Node.Open());
        var wall = await (await AWall.At(Node)).Paired(kpu, one, other);
        wall.State.Standing.ShouldBe(WallStanding.Paired);
        wall.State.Incidents.ShouldBe([one, other]);
        wall.State.Actor.ShouldBe(new Actor(wall.Person, "Ruang krisis KPU", Role.Wall, kpu.Agency, kpu.AgencyName));
        foreach (var incident in new[] { one, other })
        {
            var state = await State(incident);
            state.Walls.Values.ShouldBe([new PairedWall(wall.Person, "Ruang krisis KPU", "Lantai 2", Clock.GetUtcNow().AddDays(7))]);
            state.ViewpointOf(wall.State.Actor).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Wrong_expired_and_used_codes_get_one_answer()
    {
        var incident = await Node.Open();
        var (used, expired) = (await AWall.At(Node), await AWall.At(Node));
        await used.Paired(kpu, incident);
        Clock.Pass(PairingCode.Life);
        foreach (var code in new[] { "000000", used.Code, expired.Code })
            (await Desk.Pair(AWall.Request(code, incident), bssn)).ShouldBe(new PairingOutcome.NoSuchCode());
        (await State(incident)).Walls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Guessing_ends_after_five_codes_for_that_coordinator_and_the_right_one_does_not_help_then()
    {
        var incident = await Node.Open();
        var wall = await AWall.At(Node);
        for (var i = 0; i < PairingAttempts.Most; i++)
            (await Desk.Pair(AWall.Request($"00000{i}", incident), kpu)).ShouldBeOfType<PairingOutcome.NoSuchCode>();
        (await wall.Pair(kpu, incident)).ShouldBe(new PairingOutcome.TooOften(Clock.GetUtcNow().AddMinutes(10)));
        (await wall.Now()).State.Standing.ShouldBe(WallStanding.Pairing);
        (await Desk.Pair(AWall.Request("000000", incident), bssn)).ShouldBeOfType<PairingOutcome.NoSuchCode>();

        Clock.Pass(TimeSpan.FromMinutes(10));
        var fresh = await AWall.At(Node);
        (await fresh.Pair(kpu, incident)).ShouldBeOfType<PairingOutcome.Done>();
    }

    [Fact]
    public async Task A_refusal_of_one_leaves_the_wall_unpaired_and_nothing_of_it_in_the_others()
    {
        var mine = await Node.Open();
        var theirs = await OpenedBy(bssn);
        var wall = await AWall.At(Node);
        (await wall.Pair(kpu, mine, theirs)).ShouldBe(new PairingOutcome.Refused(theirs, new Outcome.Rejected(new Rejection(RejectionCode.NotFound))));
        (await State(mine)).Walls.ShouldBeEmpty();
        (await State(theirs)).Walls.ShouldBeEmpty();
        (await wall.Now()).State.ShouldBe(wall.State);
        (await wall.Pair(kpu, mine)).ShouldBeOfType<PairingOutcome.Done>();
    }

    [Fact]
    public async Task Two_who_type_one_code_at_once_pair_it_once()
    {
        var (mine, theirs) = (await Node.Open(), await OpenedBy(bssn));
        var wall = await AWall.At(Node);
        var outcomes = await Task.WhenAll(Task.Run(() => wall.Pair(kpu, mine)), Task.Run(() => wall.Pair(bssn, theirs)));
        outcomes.Count(o => o is PairingOutcome.Done).ShouldBe(1);
        outcomes.Count(o => o is PairingOutcome.NoSuchCode).ShouldBe(1);
        var shown = (await wall.Now()).State.Incidents.ShouldHaveSingleItem();
        (await State(shown)).Walls.ShouldContainKey(wall.Person);
        (await State(shown == mine ? theirs : mine)).Walls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_no_coordinator_learns_nothing_of_a_code()
    {
        var incident = await Node.Open();
        var wall = await AWall.At(Node);
        foreach (var person in new[] { People.LiaisonOf("KPU"), People.Auditor, People.Administrator, People.Observer })
            (await wall.Pair(person, incident)).ShouldBe(new PairingOutcome.NoSuchCode());
        (await wall.Now()).State.ShouldBe(wall.State);
    }

    [Fact]
    public async Task A_released_wall_is_released_in_every_log_and_keeps_nothing()
    {
        var (one, other) = (await Node.Open(), await Node.Open());
        var wall = await (await AWall.At(Node)).Paired(kpu, one, other);
        (await Desk.Release(wall.Person, [one, other], kpu)).ShouldBeNull();
        (await wall.Now()).State.Standing.ShouldBe(WallStanding.Released);
        (await State(one)).Walls.ShouldBeEmpty();
        (await State(other)).Walls.ShouldBeEmpty();
        (await Desk.Release(wall.Person, [one], kpu)).ShouldBe(new Outcome.Rejected(new Rejection(RejectionCode.NotFound)));
    }

    [Fact]
    public async Task A_coordinator_takes_their_own_incidents_off_a_wall_and_no_others()
    {
        var shared = await Node.Open();
        await Node.Accept(shared, kpu, ACommand.Add(bssn));
        var only = await Node.Open();
        var wall = await (await AWall.At(Node)).Paired(kpu, shared, only);

        await Desk.Release(wall.Person, [only], bssn);
        (await wall.Now()).State.Incidents.ShouldBe([shared, only]);
        (await Desk.Release(wall.Person, [shared], bssn)).ShouldBeNull();
        (await wall.Now()).State.Incidents.ShouldBe([only]);
        (await wall.Now()).State.Standing.ShouldBe(WallStanding.Paired);

        foreach (var person in new[] { People.LiaisonOf("KPU"), People.Auditor })
            (await Desk.Release(wall.Person, [only], person)).ShouldBeOfType<Outcome.Rejected>();
        (await wall.Now()).State.Incidents.ShouldBe([only]);
    }

    [Fact]
    public async Task The_list_has_the_walls_of_ones_own_incidents_and_says_nothing_of_the_others_that_they_show()
    {
        var shared = await Node.Open();
        await Node.Accept(shared, kpu, ACommand.Add(bssn));
        var only = await Node.Open();
        var wall = await (await AWall.At(Node)).Paired(kpu, shared, only);
        await Node.Get<Walls>().Seen(wall.State.Id, "0123abcd");

        var mine = (await Listed(kpu)).ShouldHaveSingleItem();
        mine.Incidents.Select(i => i.Id).ShouldBe([shared, only], ignoreOrder: true);
        (mine.SeenAt, mine.Build, mine.PairedBy).ShouldBe((Clock.GetUtcNow(), "0123abcd", kpu.Name));
        (await Listed(bssn)).ShouldHaveSingleItem().Incidents.Select(i => i.Id).ShouldBe([shared]);
        (await Listed(People.CoordinatorOf("BARESKRIM"))).ShouldBeEmpty();

        Clock.Pass(TimeSpan.FromDays(7));
        (await Listed(kpu)).ShouldBeEmpty();
    }

    async Task<IReadOnlyList<WallLine>> Listed(Actor coordinator)
    {
        using var incidents = await Node.Lists.Join(coordinator, () => { });
        return await Node.Get<WallDirectory>().Of(WallDirectory.CoordinatedBy(coordinator, incidents.Incidents));
    }

    async Task<IncidentId> OpenedBy(Actor coordinator)
    {
        var open = ACommand.Open() with { Members = [coordinator.Person] };
        (await Node.Desk.Open(open, coordinator)).ShouldBeOfType<Outcome.Done>();
        return OpenIncident.IdFor(coordinator.Person, open.CommandId);
    }

    async Task<IncidentState> State(IncidentId incident) => (await Node.Rooms.Room(incident)).State;
}
