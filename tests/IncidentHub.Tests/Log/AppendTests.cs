using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Log;

public sealed class AppendOnSqlite() : AppendTests(Database.OnSqlite);

public sealed class AppendOnPostgres(PostgresServer server) : AppendTests(() => Database.OnPostgres(server));

public abstract class AppendTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly string[] tables = ["incident", "entry", "entry_body", "command", "timeline", "citation", "member", "timeline_text"];

    readonly IncidentId incident = new(Guid.NewGuid());

    [Fact]
    public async Task Numbers_run_from_1_without_gaps()
    {
        await Opened();
        Clock.Pass(TimeSpan.FromMinutes(1));
        var appended = await Node.Log.Append(incident, 1, [AnEntry.Saying("dua"), AnEntry.Saying("tiga")]);
        appended!.Select(e => (e.Number, e.Content!.Text)).ShouldBe([(2, "dua"), (3, "tiga")]);
        appended![0].RecordedAt.ShouldBe(Clock.GetUtcNow());

        var read = await Node.Log.ReadAfter(incident, 0);
        read.Select(e => e.Number).ShouldBe([1, 2, 3]);
        read[1].ShouldHold(appended[0]);
        (await Node.Log.Head(incident))!.Number.ShouldBe(3);
        (await Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_begins_behind_a_number_and_takes_so_many()
    {
        await Opened();
        await Node.Log.Append(incident, 1, [AnEntry.Saying("dua"), AnEntry.Saying("tiga"), AnEntry.Saying("empat")]);
        (await Node.Log.ReadAfter(incident, 1, take: 2)).Select(e => e.Number).ShouldBe([2, 3]);
        (await Node.Log.ReadAfter(incident, 4)).ShouldBeEmpty();
        (await Node.Log.ReadAfter(new IncidentId(Guid.NewGuid()), 0)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Whoever_is_not_up_to_date_appends_nothing(long after)
    {
        await Opened();
        await Node.Log.Append(incident, 1, [AnEntry.Saying("dua")]);
        var before = await Everything();
        (await Node.Log.Append(incident, after, [after == 0 ? AnEntry.Opening() : AnEntry.Saying("terlambat")])).ShouldBeNull();
        (await Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task An_incident_that_was_never_opened_takes_no_entry()
    {
        (await Node.Log.Append(incident, 1, [AnEntry.Saying("tidak ada")])).ShouldBeNull();
        (await Everything()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_with_a_command_that_was_carried_out_before_leaves_nothing()
    {
        await Opened();
        var before = await Everything();
        var twin = AnEntry.Saying("kembar");
        (await Node.Log.Append(incident, 1, [AnEntry.Saying("dua"), twin, twin])).ShouldBeNull();
        (await Everything()).ShouldBe(before);
        (await Node.Log.Append(incident, 1, [twin])).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_process_that_dies_before_the_commit_leaves_nothing()
    {
        await Opened();
        var before = await Everything();
        await using (var write = await Node.LogDatabase.Begin())
        {
            await write.Execute(LogSql.InsertEntry, ("incident", incident.Value), ("number", 2L), ("recorded", 0L), ("version", 1),
                ("commitment", new byte[32]), ("previous", new byte[32]), ("hash", new byte[32]));
            await write.Execute(LogSql.InsertBody, ("incident", incident.Value), ("number", 2L), ("salt", new byte[32]), ("body", new byte[1]));
            await write.Execute(LogSql.MoveHead, ("incident", incident.Value), ("number", 2L), ("hash", new byte[32]));
        }
        (await Everything()).ShouldBe(before);
        (await Node.Log.Append(incident, 1, [AnEntry.Saying("dua")])).ShouldNotBeNull();
        (await Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Writers_at_once_lose_and_duplicate_nothing_in_one_incident()
    {
        await Opened();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(writer => WriteInto(incident, [$"{writer} a", $"{writer} b", $"{writer} c"])));
        await ShouldHave(incident, [.. Enumerable.Range(0, 32).SelectMany(w => new[] { $"{w} a", $"{w} b", $"{w} c" })]);
        (await Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nor_in_several()
    {
        IncidentId[] incidents = [.. Enumerable.Range(0, 8).Select(_ => new IncidentId(Guid.NewGuid()))];
        await Task.WhenAll(incidents.Select(id => Node.Log.Append(id, 0, [AnEntry.Opening()])));
        await Task.WhenAll(Enumerable.Range(0, 32).Select(writer => WriteInto(incidents[writer % 8], [$"{writer} a", $"{writer} b", $"{writer} c"])));
        for (var i = 0; i < incidents.Length; i++)
            await ShouldHave(incidents[i], [.. Enumerable.Range(0, 32).Where(w => w % 8 == i).SelectMany(w => new[] { $"{w} a", $"{w} b", $"{w} c" })]);
        (await Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Opening_at_once_opens_once()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Node.Log.Append(incident, 0, [AnEntry.Opening()]))));
        opened.Count(o => o is not null).ShouldBe(1);
        (await Node.Log.ReadAfter(incident, 0)).Count.ShouldBe(1);
        (await Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_is_found_by_who_sent_it_and_its_id()
    {
        await Opened();
        var entry = AnEntry.Saying("dua");
        await Node.Log.Append(incident, 1, [entry]);
        var found = await Node.Log.Find(incident, entry.Actor, entry.CommandId);
        found!.Number.ShouldBe(2);
        found.ContentHash.ShouldBe(entry.ContentHash);
        (await Node.Log.Find(incident, People.Coordinator.Person, entry.CommandId)).ShouldBeNull();
        (await Node.Log.Find(new IncidentId(Guid.NewGuid()), entry.Actor, entry.CommandId)).ShouldBeNull();
    }

    [Fact]
    public async Task An_incident_is_found_by_its_reference()
    {
        var opening = AnEntry.Opening();
        await Node.Log.Append(incident, 0, [opening]);
        (await Node.Log.Find(opening.Content.Events.OfType<IncidentOpened>().Single().Reference)).ShouldBe(incident);
        (await Node.Log.Find(new Reference("INS-00000000"))).ShouldBeNull();
    }

    async Task Opened() => (await Node.Log.Append(incident, 0, [AnEntry.Opening()])).ShouldNotBeNull();

    /// <summary>As a room of another process would: on a lost race it looks again.</summary>
    async Task WriteInto(IncidentId id, string[] texts)
    {
        foreach (var text in texts)
        {
            while (await Node.Log.Append(id, (await Node.Log.Head(id))!.Number, [AnEntry.Saying(text)]) is null)
                await Task.Yield();
        }
    }

    async Task ShouldHave(IncidentId id, string[] texts)
    {
        var entries = await Node.Log.ReadAfter(id, 1);
        entries.Select(e => e.Number).ShouldBe(Enumerable.Range(2, texts.Length).Select(n => (long)n));
        entries.Select(e => e.Content!.Text).ShouldBe(texts, ignoreOrder: true);
    }

    async Task<IReadOnlyList<LogFault>> Faults() => (await Node.Verifier.Verify()).Faults;

    async Task<IReadOnlyList<string>> Everything()
    {
        await using var connection = await Database.OpenAsOwner();
        var everything = new List<string>();
        foreach (var table in tables)
            everything.AddRange((await connection.Rows($"SELECT * FROM {table}")).Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"));
        return everything;
    }
}
