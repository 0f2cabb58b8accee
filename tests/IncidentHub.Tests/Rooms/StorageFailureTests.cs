using System.Data.Common;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

public sealed class StorageFailureOnSqlite() : StorageFailureTests(Database.OnSqlite)
{
    [Fact]
    public async Task A_full_disk()
    {
        // The writer's own connection may use no page more than it has.
        await OnTheWriter("PRAGMA max_page_count = 1");
        await Fails(StorageFault.Full, () => Task.CompletedTask);
    }

    [Fact]
    public async Task A_file_that_became_read_only()
    {
        await OnTheWriter("PRAGMA query_only = ON");
        await Fails(StorageFault.ReadOnly, () => Task.CompletedTask);
    }

    [Fact]
    public async Task A_lock_that_somebody_else_holds_for_longer_than_a_person_waits()
    {
        await using var other = await Database.OpenAsProduct();
        await other.Execute("BEGIN IMMEDIATE");
        await Fails(StorageFault.Locked, () => other.Execute("ROLLBACK"));
    }

    async Task OnTheWriter(string pragma)
    {
        await using var write = await Node.LogDatabase.Begin();
        await write.Execute(pragma);
        await write.Commit();
    }
}

public sealed class StorageFailureOnPostgres(PostgresServer server) : StorageFailureTests(() => Database.OnPostgres(server))
{
    [Fact]
    public async Task A_right_that_was_withdrawn()
    {
        await AsOwner($"REVOKE INSERT ON entry_body FROM {PostgresServer.AppRole}");
        await Fails(StorageFault.ReadOnly, () => AsOwner($"GRANT INSERT ON entry_body TO {PostgresServer.AppRole}"));
    }

    [Fact]
    public async Task A_lock_that_somebody_else_holds_for_longer_than_a_person_waits()
    {
        await using var other = await Database.OpenAsOwner();
        await using var hold = await other.BeginTransactionAsync();
        await other.Execute("SELECT 1 FROM incident FOR UPDATE");
        await Fails(StorageFault.Locked, () => hold.RollbackAsync());
    }

    async Task AsOwner(string sql)
    {
        await using var connection = await Database.OpenAsOwner();
        await connection.Execute(sql);
    }
}

/// <summary>What the storage refuses, nobody has seen, and the very same command gets through afterwards.</summary>
public abstract class StorageFailureTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly Actor bssn = People.LiaisonOf("BSSN");

    IncidentId incident;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        incident = await Node.Open();
        await Node.Accept(incident, People.Coordinator, ACommand.ChangePhase(Phase.Triage));
    }

    protected async Task Fails(StorageFault fault, Func<Task> mend)
    {
        var before = await Counts();
        var room = await Node.Rooms.Room(incident);
        using var watcher = await Watcher.At(room, bssn);
        // Long enough to need new pages. The second is decided on the state that the first would leave.
        Command[] commands = [ACommand.ChangePhase(Phase.Active) with { Reason = new string('x', 9_000) }, ACommand.ChangePhase(Phase.Contained) with { Reason = new string('x', 9_000) }];
        var outcomes = await Task.WhenAll(commands.Select(c => Node.Desk.Submit(incident, c, bssn)));
        outcomes[0].ShouldBe(new Outcome.Unavailable(fault));
        outcomes[1].ShouldNotBeOfType<Outcome.Done>();
        room.State.Phase.ShouldBe(Phase.Triage);
        watcher!.Pushed.ShouldBeEmpty();

        await mend();
        (await Counts()).ShouldBe(before);
        var entry = await Node.Accept(incident, bssn, commands[0]);
        room.State.Phase.ShouldBe(Phase.Active);
        watcher.Pushed.ShouldHaveSingleItem()!.Latest[^1].Reference.ShouldBe(entry);
        await Node.Accept(incident, bssn, commands[1]);
        (await Node.Verifier.Verify()).Faults.ShouldBeEmpty();
        (await Node.Log.ReadAfter(incident, 0)).Select(e => e.Number).ShouldBe([1, 2, 3, 4]);
    }

    async Task<IReadOnlyList<string>> Counts()
    {
        await using DbConnection connection = await Database.OpenAsProduct();
        var counts = new List<string>();
        foreach (var table in new[] { "entry", "entry_body", "command", "timeline", "timeline_text", "citation", "member", "incident" })
            counts.Add($"{table} {(await connection.Rows($"SELECT count(*) FROM {table}"))[0]}");
        return counts;
    }
}
