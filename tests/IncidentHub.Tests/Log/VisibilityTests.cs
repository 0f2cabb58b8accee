using System.Collections.Immutable;
using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Log;

public sealed class VisibilityOnSqlite() : VisibilityTests(Database.OnSqlite);

public sealed class VisibilityOnPostgres(PostgresServer server) : VisibilityTests(() => Database.OnPostgres(server));

/// <summary>Where SQL repeats the visibility function, the two are held against each other.</summary>
public abstract class VisibilityTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    [Fact]
    public async Task The_database_gives_exactly_what_the_visibility_function_lets_be_seen()
    {
        var seed = Always.NewSeed();
        var incident = new IncidentId(Guid.NewGuid());
        // The system writes as no person, and codes of agencies may be parts of each other.
        var entries = Always.Sample(Some.Entry, 150, seed)
            .Select((e, i) => i % 10 == 0 ? e with { Author = People.System with { Person = default }, Marking = e.Marking with { Recipients = e.Marking.Recipients.Add(default) } } : e)
            .Select((e, i) => i % 7 == 0 ? e with { Marking = e.Marking with { Audience = e.Marking.Audience.Add(new("BI")).Add(new("KPUD")) } } : e);
        await Node.Log.Append(incident, 0, [AnEntry.Opening(), .. entries.Select(AnEntry.Of)]);
        await Database.Analyze();
        var all = await Node.Log.ReadAfter(incident, 0);

        foreach (var viewpoint in Viewpoints)
        {
            var expected = all.Where(e => Sharing.See(viewpoint, e.Content!.Marking, e.Content.Author.Person) is not Sight.Hidden).Select(e => e.Number).ToList();
            (await Node.Index.Before(incident, viewpoint, EntryFilter.All, long.MaxValue, 1_000)).Select(e => e.Number).ShouldBe(expected, $"seed {seed}, {viewpoint}");
            (await Node.Index.From(incident, viewpoint, EntryFilter.All, 0, 1_000)).Select(e => e.Number).ShouldBe(expected, $"seed {seed}, {viewpoint}");
            (await Node.Index.Count(incident, viewpoint, EntryFilter.All, long.MaxValue)).ShouldBe(expected.Count, $"seed {seed}, {viewpoint}");
        }
    }

    /// <summary>And those that colleagues share, which have no person.</summary>
    static ImmutableArray<Viewpoint> Viewpoints =>
    [
        .. Some.EveryViewpoint, .. Some.EveryViewpoint.Select(v => v with { Person = default }).Distinct(),
        .. Some.EveryViewpoint.Select(v => v with { Agency = new AgencyId("BI") }).Distinct(),
    ];
}
