using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

public sealed class TimelineReaderOnSqlite() : TimelineReaderTests(Database.OnSqlite);

public sealed class TimelineReaderOnPostgres(PostgresServer server) : TimelineReaderTests(() => Database.OnPostgres(server));

public abstract class TimelineReaderTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    IncidentId incident;
    Reference reference;
    IReadOnlyList<TimelineEntry> entries = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        incident = await Node.Open();
        foreach (var step in Always.Sample(Some.Step, 80, Always.NewSeed()))
        {
            var (actor, command) = step.On(await Node.Picture(incident));
            await Node.Desk.Submit(incident, command, actor);
        }
        entries = await Node.Log.ReadAfter(incident, 0);
        reference = (await Node.Rooms.Room(incident)).State.Reference;
        await Database.Analyze();
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(3)]
    public async Task A_period_has_the_newest_entries_that_were_recorded_in_it(int take)
    {
        // The clock stands still while they are written: the period is that moment, or one that misses it.
        var (from, to) = (entries[0].RecordedAt, entries[^1].RecordedAt.AddTicks(10));
        foreach (var actor in Members)
        {
            var visible = Visible(actor);
            var page = (await Node.Reader.Within(reference, actor, EntryFilter.All, from, to, take)).ShouldNotBeNull();
            page.Entries.Select(e => e.Reference).ShouldBe(visible.TakeLast(take));
            page.HasOlder.ShouldBe(visible.Count > take);
            (await Node.Reader.Within(reference, actor, EntryFilter.All, to, to.AddDays(1), take)).ShouldNotBeNull().Entries.ShouldBeEmpty();
            (await Node.Reader.Within(reference, actor, EntryFilter.All, from.AddDays(-1), from, take)).ShouldNotBeNull().Entries.ShouldBeEmpty();
        }
        // Random steps may make a member of any liaison, and never of an observer.
        (await Node.Reader.Within(reference, People.Observer, EntryFilter.All, from, to, take)).ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Small_pages_backwards_and_forwards_visit_each_visible_entry_once(int take)
    {
        foreach (var actor in Members)
        {
            var visible = Visible(actor);
            var backwards = new List<EntryView>();
            for (var page = await Before(actor, null, take); ; page = await Before(actor, backwards[0], take))
            {
                backwards.InsertRange(0, page.Entries);
                page.HasOlder.ShouldBe(backwards.Count < visible.Count);
                if (!page.HasOlder)
                    break;
            }
            backwards.Select(e => e.Reference).ShouldBe(visible, actor.Name);

            var forwards = new List<EntryView> { backwards[0] };
            for (var more = true; more;)
            {
                var page = (await Node.Reader.After(reference, actor, EntryFilter.All, forwards[^1], take))!;
                forwards.AddRange(page.Entries);
                more = page.HasNewer;
            }
            forwards.Select(e => e.Reference).ShouldBe(visible, actor.Name);
        }
    }

    [Fact]
    public async Task An_entry_stands_among_its_visible_neighbours_and_a_hidden_one_is_not_there()
    {
        foreach (var actor in Members)
        {
            var visible = Visible(actor);
            foreach (var (at, entry) in visible.Index())
            {
                var page = (await Node.Reader.Around(reference, actor, entry, 3))!;
                page.Entries.Select(e => e.Reference).ShouldBe(visible.Skip(Math.Max(0, at - 3)).Take(Math.Min(3, at) + 3), actor.Name);
                page.HasOlder.ShouldBe(at > 3);
                page.HasNewer.ShouldBe(at + 3 < visible.Count);
            }
            foreach (var hidden in entries.Select(e => e.Content!.Reference).Except(visible).Append(new Reference("E-00000000")))
                (await Node.Reader.Around(reference, actor, hidden, 3)).ShouldBeNull(actor.Name);
        }
    }

    [Fact]
    public async Task Found_are_those_that_the_actor_sees()
    {
        foreach (var actor in Members)
        {
            var found = await Node.Reader.Find(reference, actor, [.. entries.Select(e => e.Content!.Reference), new Reference("E-00000000")]);
            found.Select(e => e.Reference).ShouldBe(Visible(actor), actor.Name);
        }
    }

    [Fact]
    public async Task What_is_unseen_behind_a_number_is_others_visible_entries_and_nothing_else()
    {
        foreach (var actor in Members)
        {
            var all = (await Before(actor, null, 200)).Entries;
            var (behind, before) = (all[all.Length / 4].Number, all[^2]);
            var expected = all.Where(e => e.Number > behind && e.Number < before.Number && e.Author.Person != actor.Person).ToList();
            var unseen = await Node.Reader.UnseenBefore(reference, actor, behind, before);
            (unseen?.Count ?? 0).ShouldBe(expected.Count, actor.Name);
            unseen?.First.ShouldBe(expected[0].Reference);
        }
    }

    [Fact]
    public async Task An_outsider_and_everybody_where_nothing_is_read_nothing()
    {
        var any = (await Before(People.Auditor, null, 1)).Entries[0];
        foreach (var (incidentRef, actor) in new[] { (reference, People.Observer), (reference, People.Administrator), (reference, People.LiaisonOf("NOBODY")), (new Reference("INS-00000000"), People.Auditor) })
        {
            (await Node.Reader.Before(incidentRef, actor, EntryFilter.All, null, 10)).ShouldBeNull();
            (await Node.Reader.After(incidentRef, actor, EntryFilter.All, any, 10)).ShouldBeNull();
            (await Node.Reader.Around(incidentRef, actor, any.Reference, 10)).ShouldBeNull();
            (await Node.Reader.Find(incidentRef, actor, [any.Reference])).ShouldBeEmpty();
            (await Node.Reader.UnseenBefore(incidentRef, actor, 0, any)).ShouldBeNull();
        }
    }

    IEnumerable<Actor> Members => People.All.Where(a => State.ViewpointOf(a) is not null);

    IncidentState State => entries.Aggregate(IncidentState.Before(incident), (state, entry) => state.Apply(entry));

    List<Reference> Visible(Actor actor) =>
        [.. entries.Where(e => Sharing.See(State.ViewpointOf(actor)!, e.Content!.Marking, e.Content.Author.Person) is not Sight.Hidden).Select(e => e.Content!.Reference)];

    async Task<TimelinePage> Before(Actor actor, EntryView? before, int take) => (await Node.Reader.Before(reference, actor, EntryFilter.All, before, take))!;
}
