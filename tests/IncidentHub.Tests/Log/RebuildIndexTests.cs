using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Log;

public sealed class RebuildIndexOnSqlite() : RebuildIndexTests(Database.OnSqlite);

public sealed class RebuildIndexOnPostgres(PostgresServer server) : RebuildIndexTests(() => Database.OnPostgres(server));

public abstract class RebuildIndexTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    [Fact]
    public async Task It_gives_the_rows_that_appending_gave()
    {
        var seed = Always.NewSeed();
        var incidents = new[] { new IncidentId(Guid.NewGuid()), new IncidentId(Guid.NewGuid()) };
        foreach (var incident in incidents)
        {
            var entries = Always.Sample(Some.Entry, 30, seed).Select(AnEntry.Of).ToList();
            var (first, second) = (entries[0].Content.Reference, entries[1].Content.Reference);
            entries.Add(AnEntry.Of(AnEntry.Saying("Kontradiksi.").Content with { Cites = [first, second], Events = [new EntriesContradicted([first, second])] }));
            entries.Add(AnEntry.Of(AnEntry.Saying("Masuk.").Content with { Events = [new MemberAdded(MemberOf(People.LiaisonOf("KEMENDAGRI")))] }));
            entries.Add(AnEntry.Of(AnEntry.Saying("Keluar.").Content with { Events = [new MemberRemoved(MemberOf(People.LiaisonOf("BIN")))] }));
            await Node.Log.Append(incident, 0, [AnEntry.Opening(), .. entries]);
        }
        var before = await Index();
        before.ShouldContain(row => row.StartsWith("citation"));

        (await Node.Log.RebuildIndex()).ShouldBe(2 * 34);
        (await Index()).ShouldBe(before, $"seed {seed}");

        await using (var connection = await Database.OpenAsOwner())
        {
            foreach (var table in LogSql.IndexTables)
                await connection.Execute($"DELETE FROM {table}");
        }
        await Node.Log.RebuildIndex();
        (await Index()).ShouldBe(before, $"seed {seed}");
    }

    [Fact]
    public async Task The_deadlines_that_run_as_well_and_none_that_was_logged_or_met()
    {
        var incident = await Node.Open();
        var room = await Node.Rooms.Room(incident);
        var requests = new List<Reference>();
        for (var i = 0; i < 4; i++)
        {
            await Node.Accept(incident, AClarification.Requester, ACommand.Ask());
            requests.Add(room.State.Clarifications.Keys.Except(requests).Single());
        }
        // The last one was sent and never arrived.
        foreach (var request in requests.SkipLast(1))
            await Node.Accept(incident, AClarification.Requester, ACommand.Deliver(request));
        await Node.Accept(incident, AClarification.Addressed, ACommand.AnswerAll(requests[0]));
        await Node.Accept(incident, AnObligation.Obliged, ACommand.Record() with { Rule = "uu-27-2022-46", Basis = "Diketahui dari pemberitaan.", TriggeredAt = AnIncident.Now.AddHours(-71) });
        Clock.Pass(TimeSpan.FromHours(2));
        await Node.Accept(incident, Actor.Product, MarkOverdue.Of(incident, room.State.Deadlines.First()));

        var before = await Index();
        before.Count(row => row.StartsWith("deadline:", StringComparison.Ordinal)).ShouldBe(2);
        await Node.Log.RebuildIndex();
        (await Index()).ShouldBe(before);
    }

    static Member MemberOf(Actor actor) => new(actor.Person, actor.Name, actor.Agency, actor.AgencyName, actor.Role);

    async Task<IReadOnlyList<string>> Index()
    {
        await using var connection = await Database.OpenAsOwner();
        var rows = new List<string>();
        foreach (var table in LogSql.IndexTables)
            rows.AddRange((await connection.Rows($"SELECT * FROM {table}")).Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"));
        return rows;
    }
}
