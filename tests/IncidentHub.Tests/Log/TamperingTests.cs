using System.Data.Common;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Tests.Log;

public sealed class TamperingOnSqlite() : TamperingTests(Database.OnSqlite)
{
    [Fact]
    public async Task An_id_that_is_none_is_found_and_does_not_stop_the_verification()
    {
        await Change("UPDATE entry SET incident_id = 'siapa' WHERE number = 2");
        (await Faults()).ShouldContain(f => f.Incident == Incident && f.Number == 3);
        await Change("UPDATE entry_body SET incident_id = 'siapa' WHERE number = 3");
        (await Faults()).ShouldContain(f => f.Incident == Incident && f.Number == 3 && f.What.Contains("no body"));
    }
}

public sealed class TamperingOnPostgres(PostgresServer server) : TamperingTests(() => Database.OnPostgres(server));

/// <summary>What somebody does with the owner's rights, the verifier finds, and names the entry.</summary>
public abstract class TamperingTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    protected IncidentId Incident { get; } = new(Guid.NewGuid());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Node.Log.Append(new IncidentId(Guid.NewGuid()), 0, [AnEntry.Opening()]);
        await Node.Log.Append(Incident, 0, [AnEntry.Opening(), AnEntry.Saying("dua"), AnEntry.Saying("tiga")]);
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Node.Log.Append(Incident, 3, [AnEntry.Saying("empat")]);
    }

    [Fact]
    public async Task An_untouched_log_holds()
    {
        var report = await Node.Verifier.Verify();
        report.Faults.ShouldBeEmpty();
        report.Incidents.ShouldBe(2);
        report.Entries.ShouldBe(5);
    }

    public static TheoryData<string, string, int> EveryColumnAndSomeBytes =>
        new(from row in new[] { typeof(EntryRow), typeof(BodyRow) }
            from column in Columns(row)
            from which in new[] { 0, 1, 2 }
            select (Model.FindEntityType(row)!.GetTableName()!, column, which));

    [Fact]
    public void Every_column_is_tried() => EveryColumnAndSomeBytes.Count.ShouldBe(3 * (7 + 4));

    /// <param name="which">0 for the first byte, 1 for one in the middle, 2 for the last.</param>
    [Theory, MemberData(nameof(EveryColumnAndSomeBytes))]
    public async Task A_flipped_byte_in_any_column_is_found(string table, string column, int which)
    {
        await using (var connection = await Database.OpenAsOwner())
            await Flip(connection, table, column, which);

        var faults = await Faults();
        // Where the row went elsewhere, it is the gap that tells.
        if (table is "entry" && column is "incident_id" or "number")
            faults.ShouldContain(f => f.Incident == Incident && f.Number == 3 && f.What.Contains("follows entry 1"));
        else
            faults.ShouldContain(f => f.Incident == Incident && f.Number == 2);
    }

    [Fact]
    public async Task An_entry_that_was_removed_from_the_middle_is_found()
    {
        await Change("DELETE FROM entry WHERE number = 3", "DELETE FROM entry_body WHERE number = 3");
        (await Faults()).ShouldContain(f => f.Incident == Incident && f.Number == 4 && f.What.Contains("follows entry 2"));
    }

    [Fact]
    public async Task An_entry_that_was_removed_from_the_middle_with_later_ones_renumbered_is_found()
    {
        await Change("DELETE FROM entry WHERE number = 3", "DELETE FROM entry_body WHERE number = 3",
            "UPDATE entry SET number = 3 WHERE number = 4", "UPDATE entry_body SET number = 3 WHERE number = 4", $"UPDATE incident SET number = 3 WHERE number = 4");
        (await Faults()).ShouldContain(f => f.Incident == Incident && f.Number == 3 && f.What.Contains("does not continue"));
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_found_as_long_as_the_head_row_is_honest()
    {
        await Change("DELETE FROM entry WHERE number = 4", "DELETE FROM entry_body WHERE number = 4");
        (await Faults()).ShouldHaveSingleItem().ShouldBe(new LogFault(Incident, 4, "is the newest according to the head row, but the log ends with entry 3"));
    }

    [Fact]
    public async Task A_body_that_was_removed_is_found()
    {
        await Change("DELETE FROM entry_body WHERE number = 2");
        (await Faults()).ShouldHaveSingleItem().ShouldBe(new LogFault(Incident, 2, "has no body, and no erasure is recorded"));
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_found()
    {
        foreach (var table in new[] { "entry", "entry_body" })
            await Change($"UPDATE {table} SET number = 99 WHERE number = 2", $"UPDATE {table} SET number = 2 WHERE number = 3", $"UPDATE {table} SET number = 3 WHERE number = 99");
        var faults = await Faults();
        faults.ShouldContain(f => f.Incident == Incident && f.Number == 2);
        faults.ShouldContain(f => f.Incident == Incident && f.Number == 3);
    }

    [Fact]
    public async Task Two_bodies_that_changed_places_are_found()
    {
        await Change("UPDATE entry_body SET number = 99 WHERE number = 2", "UPDATE entry_body SET number = 2 WHERE number = 3", "UPDATE entry_body SET number = 3 WHERE number = 99");
        (await Faults()).ShouldBe([new(Incident, 2, "has a body that was changed"), new(Incident, 3, "has a body that was changed")]);
    }

    [Fact]
    public async Task A_last_entry_that_was_written_anew_with_its_hashes_is_found_by_the_head()
    {
        byte[] previous;
        await using (var context = Node.LogDatabase.Read())
            previous = (await context.Entries.SingleAsync(e => e.IncidentId == Incident.Value && e.Number == 4)).PreviousHash;
        var (salt, body) = (new byte[32], EntryCodec.Encode(AnEntry.Saying("lain").Content));
        var commitment = HashChain.Commit(salt, body);
        var hash = HashChain.Link(Incident, 4, 0, commitment, previous);
        await Change("DELETE FROM entry WHERE number = 4", "DELETE FROM entry_body WHERE number = 4");
        await using (var write = await Node.LogDatabase.Begin())
        {
            await write.Execute(LogSql.InsertEntry, ("incident", Incident.Value), ("number", 4L), ("recorded", 0L), ("version", 1),
                ("commitment", commitment), ("previous", previous), ("hash", hash));
            await write.Execute(LogSql.InsertBody, ("incident", Incident.Value), ("number", 4L), ("salt", salt), ("body", body));
            await write.Commit();
        }
        (await Faults()).ShouldBe([new(Incident, 4, "differs from the hash in the head row")]);
    }

    [Fact]
    public async Task An_incident_that_lost_its_head_row_is_found()
    {
        await Change($"DELETE FROM incident WHERE number = 4");
        (await Faults()).Select(f => (f.Incident, f.Number)).ShouldBe([(Incident, 1), (Incident, 2), (Incident, 3), (Incident, 4)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_body_without_an_entry_is_found()
    {
        await Change("DELETE FROM entry WHERE number = 4");
        (await Faults()).ShouldContain(new LogFault(Incident, 4, "is a body without an entry"));
    }

    protected async Task<IReadOnlyList<LogFault>> Faults() => (await Node.Verifier.Verify()).Faults;

    protected async Task Change(params string[] statements)
    {
        await using var connection = await Database.OpenAsOwner();
        foreach (var statement in statements)
            (await connection.Execute(statement)).ShouldBeGreaterThan(0, statement);
    }

    async Task Flip(DbConnection connection, string table, string column, int which)
    {
        await using var write = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = write;
        command.CommandText = $"SELECT {column} FROM {table} WHERE incident_id = @incident AND number = 2";
        Add(command, "incident", Database.IsSqlite ? Incident.ToString().ToUpperInvariant() : Incident.Value);
        var value = await command.ExecuteScalarAsync();
        command.CommandText = $"UPDATE {table} SET {column} = @value WHERE incident_id = @incident AND number = 2";
        Add(command, "value", Flipped(value!, which));
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
        await write.CommitAsync();
    }

    static object Flipped(object value, int which) => value switch
    {
        byte[] bytes => FlippedBytes(bytes, which),
        Guid id => new Guid(FlippedBytes(id.ToByteArray(), which)),
        // Upper-case hexadecimal, whose letters stay such.
        string id => Flipped(Guid.Parse(id), which).ToString()!.ToUpperInvariant(),
        long number => number ^ 1L << (8 * (which + 1)),
        int number => number ^ 1 << (8 * (which + 1)),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    static byte[] FlippedBytes(byte[] bytes, int which)
    {
        bytes[which * (bytes.Length - 1) / 2] ^= 0x10;
        return bytes;
    }

    static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    static Microsoft.EntityFrameworkCore.Metadata.IModel Model
    {
        get
        {
            using var context = new SqliteLogContext(new DbContextOptionsBuilder<SqliteLogContext>().UseSqlite().Options);
            return context.Model;
        }
    }

    static IEnumerable<string> Columns(Type row) => Model.FindEntityType(row)!.GetProperties().Select(p => p.GetColumnName());
}
