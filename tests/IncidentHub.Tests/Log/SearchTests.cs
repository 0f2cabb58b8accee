using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Log;

public sealed class SearchOnSqlite() : SearchTests(Database.OnSqlite);

public sealed class SearchOnPostgres(PostgresServer server) : SearchTests(() => Database.OnPostgres(server));

public abstract class SearchTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly Viewpoint auditor = new(Role.Auditor, People.Auditor.Agency, default);

    [Fact]
    public async Task The_database_finds_what_the_tokenizer_says()
    {
        var seed = Always.NewSeed();
        var incident = new IncidentId(Guid.NewGuid());
        var entries = Always.Sample(Some.Entry, 250, seed);
        await Node.Log.Append(incident, 0, [AnEntry.Opening(), .. entries.Select(AnEntry.Of)]);
        await Node.Log.Append(new IncidentId(Guid.NewGuid()), 0, [AnEntry.Opening(), .. entries.Select(AnEntry.Of)]);
        await Database.Analyze();

        var texts = (await Node.Log.ReadAfter(incident, 0)).Select(e => (e.Number, Text: IncidentLog.SearchText(e.Content!))).ToList();
        foreach (var text in texts)
        {
            var query = Always.Sample(Some.QueryFor(text.Text), 1, seed + (ulong)text.Number)[0];
            var words = Tokenizer.Words(query);
            var found = await Node.Index.Before(incident, auditor, new EntryFilter([], null, words), long.MaxValue, int.MaxValue - 1);
            var expected = texts.Where(t => Tokenizer.Matches(t.Text, words)).Select(t => t.Number);
            found.Select(e => e.Number).ShouldBe(expected, $"seed {seed}, query: {query}");
            (await Node.Index.Count(incident, auditor, new EntryFilter([], null, words), long.MaxValue)).ShouldBe(found.Count);
        }
    }

    [Fact]
    public async Task Kind_agency_and_words_narrow_together()
    {
        var incident = new IncidentId(Guid.NewGuid());
        var bssn = AnEntry.Saying("log akses").Content;
        var kpu = bssn with { Author = People.LiaisonOf("KPU") };
        await Node.Log.Append(incident, 0,
            [AnEntry.Opening(), AnEntry.Of(bssn), AnEntry.Of(kpu), AnEntry.Of(bssn with { Kind = EntryKind.Decision }), AnEntry.Of(bssn with { Text = "lain", Source = "log akses" }), AnEntry.Of(bssn with { Text = "lain" })]);
        (await Find(incident, [EntryKind.StatusUpdate], "BSSN", "akses")).ShouldBe([2, 5]);
        (await Find(incident, [EntryKind.StatusUpdate, EntryKind.Decision], null, "akses")).ShouldBe([2, 3, 4, 5]);
        (await Find(incident, [], "BSSN", "")).ShouldBe([2, 4, 5, 6]);
        (await Find(incident, [], "KPU", "lain")).ShouldBeEmpty();
    }

    async Task<IEnumerable<long>> Find(IncidentId incident, EntryKind[] kinds, string? agency, string search)
    {
        var filter = new EntryFilter(kinds, agency is null ? null : new AgencyId(agency), Tokenizer.Words(search));
        return (await Node.Index.Before(incident, auditor, filter, long.MaxValue, 100)).Select(e => e.Number);
    }
}
