using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

public sealed class IdempotencyOnSqlite() : IdempotencyTests(Database.OnSqlite);

public sealed class IdempotencyOnPostgres(PostgresServer server) : IdempotencyTests(() => Database.OnPostgres(server));

/// <summary>Whoever doesn't know whether it got through sends it again.</summary>
public abstract class IdempotencyTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly Actor bssn = People.LiaisonOf("BSSN");

    [Fact]
    public async Task The_same_command_twice_gives_one_entry()
    {
        var incident = await Node.Open();
        var command = ACommand.Write();
        var first = await Node.Desk.Submit(incident, command, bssn);
        (await Node.Desk.Submit(incident, command, bssn)).ShouldBe(first.ShouldBeOfType<Outcome.Done>());
        (await Node.Log.ReadAfter(incident, 1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ten_times_at_once_gives_one_entry()
    {
        var incident = await Node.Open();
        var command = ACommand.Write();
        var others = Enumerable.Range(0, 10).Select(_ => Node.Desk.Submit(incident, ACommand.Write(), bssn));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Node.Desk.Submit(incident, command, bssn))));
        outcomes.Distinct().ShouldHaveSingleItem().ShouldBeOfType<Outcome.Done>();
        (await Task.WhenAll(others)).Distinct().Count().ShouldBe(10);
        (await Node.Log.ReadAfter(incident, 1)).Count.ShouldBe(11);
        (await Node.Verifier.Verify()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fresh_process_remembers_too()
    {
        var incident = await Node.Open();
        var command = ACommand.ChangePhase(Phase.Triage);
        var first = await Node.Desk.Submit(incident, command, bssn);
        // By the state alone it would be refused now: it is so already.
        (await Database.Start(Clock).Desk.Submit(incident, command, bssn)).ShouldBe(first.ShouldBeOfType<Outcome.Done>());
    }

    [Fact]
    public async Task A_deadline_that_passed_is_logged_once_by_however_many_look_and_after_a_restart()
    {
        var incident = await Node.Open();
        await Node.Accept(incident, AClarification.Requester, ACommand.Ask());
        var request = (await Node.Rooms.Room(incident)).State.Clarifications.Keys.Single();
        await Node.Accept(incident, AClarification.Requester, ACommand.Deliver(request) with { At = Clock.GetUtcNow() });
        var mark = MarkOverdue.Of(incident, (await Node.Rooms.Room(incident)).State.Deadlines.Single());
        (await Node.Refuse(incident, Actor.Product, mark)).ShouldBe(new(RejectionCode.DeadlineAhead));

        Clock.Pass(TimeSpan.FromHours(90));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Node.Desk.Submit(incident, mark, Actor.Product))));
        var restarted = Database.Start(Clock);
        outcomes.Append(await restarted.Desk.Submit(incident, mark, Actor.Product)).Distinct().ShouldHaveSingleItem().ShouldBeOfType<Outcome.Done>();
        (await Node.Log.ReadAfter(incident, 0)).Count(e => e.Content!.Kind is EntryKind.Overdue).ShouldBe(1);
        (await restarted.Rooms.Room(incident)).State.Deadlines.Single().IsLogged.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused()
    {
        var incident = await Node.Open();
        var command = ACommand.Write();
        await Node.Accept(incident, bssn, command);
        (await Node.Refuse(incident, bssn, command with { Text = "Lain." })).ShouldBe(new(RejectionCode.CommandIdReused));
        (await Node.Refuse(incident, bssn, command with { Marking = Marking.WholeTeam(Tlp.Green) })).ShouldBe(new(RejectionCode.CommandIdReused));
        (await Node.Refuse(incident, bssn, ACommand.ChangePhase(Phase.Triage) with { CommandId = command.CommandId })).ShouldBe(new(RejectionCode.CommandIdReused));
        (await Node.Log.ReadAfter(incident, 1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task At_once_with_other_content_one_of_them_stands()
    {
        var incident = await Node.Open();
        var command = ACommand.Write();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Node.Desk.Submit(incident, command with { Text = $"Isi {i}." }, bssn))));
        outcomes.OfType<Outcome.Done>().Count().ShouldBe(1);
        outcomes.OfType<Outcome.Rejected>().Select(r => r.Reason.Code).ShouldBe(Enumerable.Repeat(RejectionCode.CommandIdReused, 9));
    }

    [Fact]
    public async Task An_id_is_its_senders_own()
    {
        var incident = await Node.Open();
        var command = ACommand.Write();
        await Node.Accept(incident, bssn, command);
        await Node.Accept(incident, People.LiaisonOf("KPU"), command);
        (await Node.Log.ReadAfter(incident, 1)).Select(e => e.Content!.Author.Agency.Code).ShouldBe(["BSSN", "KPU"]);
    }

    [Fact]
    public async Task A_refused_command_may_be_sent_again()
    {
        var incident = await Node.Open();
        var command = ACommand.ChangeLegalTrack(LegalTrack.Inquiry);
        (await Node.Refuse(incident, bssn, command)).Code.ShouldBe(RejectionCode.OnlyPolice);
        (await Node.Refuse(incident, bssn, command)).Code.ShouldBe(RejectionCode.OnlyPolice);
        await Node.Accept(incident, People.LiaisonOf("BARESKRIM"), command);
    }

    [Fact]
    public async Task Opening_ten_times_at_once_opens_one_incident()
    {
        var command = ACommand.OpenWithTeam();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Node.Desk.Open(command, People.Coordinator))));
        outcomes.Distinct().ShouldHaveSingleItem().ShouldBeOfType<Outcome.Done>().Incident.Text.ShouldStartWith("INS-");
        (await Node.Log.Heads()).Count.ShouldBe(1);
    }
}
