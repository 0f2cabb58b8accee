using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

public sealed class PastReaderOnSqlite() : PastReaderTests(Database.OnSqlite);

public sealed class PastReaderOnPostgres(PostgresServer server) : PastReaderTests(() => Database.OnPostgres(server));

/// <summary>The past over the real log.</summary>
public abstract class PastReaderTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    const string LogNumber = "EntryView.Number";
    static readonly Marking forTwo = new(Tlp.AmberStrict, [new("BSSN"), new("BARESKRIM")], []);

    IncidentId incident;
    Reference reference;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        incident = await Node.Open();
        reference = (await Node.Rooms.Room(incident)).State.Reference;
    }

    [Fact]
    public async Task At_each_stop_it_is_the_fold_of_the_first_entries_and_at_the_end_the_live_view()
    {
        var seed = Always.NewSeed();
        foreach (var (index, step) in Always.Sample(ObjectStep.Any, 140, seed).Index())
        {
            var at = await Node.Picture(incident);
            // Now and then two are recorded in one instant.
            Clock.Pass(TimeSpan.FromSeconds(step.To % 3 * 30));
            await Node.Desk.Submit(incident, step.On(at, 9_000 + index), step.ActorAt(at));
        }
        await Database.Analyze();
        var entries = await Node.Log.ReadAfter(incident, 0);
        var now = (await Node.Rooms.Room(incident)).State;
        foreach (var actor in ObjectStep.Actors)
        {
            using var reading = await Open(actor);
            if (now.ViewpointOf(actor) is not { } viewpoint)
            {
                reading.ShouldBeNull();
                continue;
            }
            var visible = entries.Where(e => Sharing.See(viewpoint, e.Content!.Marking, e.Content.Author.Person) is not Sight.Hidden).ToList();
            reading!.Stops.Select(s => s.At).ShouldBe(visible.Select(e => e.RecordedAt).Distinct(), $"seed {seed}, {actor.Name}");
            foreach (var (place, stop) in reading.Stops.Index().Where(s => s.Index % 6 == 0 || s.Index == reading.Stops.Length - 1))
            {
                var past = (await reading.At(stop.At))!;
                var first = entries.Take((int)visible.Last(e => e.RecordedAt <= stop.At).Number).ToList();
                var folded = first.Aggregate(IncidentState.Before(incident), (state, entry) => state.Apply(entry));
                (past.Stop, past.Moment, past.Room.Count).ShouldBe((place, stop.At, visible.Count(e => e.RecordedAt <= stop.At)));
                Written.Out(past.Room.Objects).ShouldBe(Written.Out(AsOf.Objects(folded, now, viewpoint)), $"seed {seed}, {actor.Name}");
                Written.Out(past.Room.Incident).ShouldBe(Written.Out(IncidentHead.Of(folded)));
                past.Room.Latest.Select(e => e.Reference).ShouldBe(visible.Where(e => e.RecordedAt <= stop.At).TakeLast(20).Select(e => e.Content!.Reference));
                past.Room.Latest.SelectMany(e => e.QuotedBy).Select(q => q.Reference).Except(first.Select(e => e.Content!.Reference)).ShouldBeEmpty();
            }
            using var live = await Watcher.At(Node, incident, actor);
            var (present, end) = (live!.Latest!, (await reading.At(Clock.GetUtcNow()))!);
            Written.Out(end.Room.Objects).ShouldBe(Written.Out(present.Objects));
            Written.Out(end.Room.Incident).ShouldBe(Written.Out(present.Incident));
            Written.Out(end.Room.Latest, LogNumber).ShouldBe(Written.Out(present.Latest.TakeLast(20), LogNumber));
            end.Room.Count.ShouldBe(present.Count);
        }
    }

    [Fact]
    public async Task Between_two_stops_nothing_tells_that_something_else_was_written()
    {
        var outsider = People.LiaisonOf("BIN");
        await Write("Awal.");
        using var reading = (await Open(outsider))!;
        var before = (await reading.At(Clock.GetUtcNow()))!;
        for (var i = 0; i < 5; i++)
        {
            Clock.Pass(TimeSpan.FromMinutes(1));
            await Node.Accept(incident, ATask.Proposer, i % 2 == 0 ? ACommand.ProposeTask(marking: forTwo) : ACommand.Write(forTwo));
            await reading.Continue();
            var past = (await reading.At(Clock.GetUtcNow()))!;
            Written.Out(past.Room).ShouldBe(Written.Out(before.Room));
            reading.Stops.Length.ShouldBe(before.Stop + 1);
        }
        Clock.Pass(TimeSpan.FromMinutes(1));
        await Write("Akhir.");
        await reading.Continue();
        reading.Stops.Length.ShouldBe(before.Stop + 2);
        reading.Stops[^1].Count.ShouldBe(before.Room.Count + 1);
    }

    [Fact]
    public async Task A_new_member_reads_the_past_as_the_live_log_shows_it_and_who_left_reads_none()
    {
        var early = Clock.GetUtcNow();
        await Write("Untuk semua.");
        await Node.Accept(incident, ATask.Proposer, ACommand.Write(forTwo));
        var newcomer = People.LiaisonOf("BSSN", 2);
        (await Open(newcomer)).ShouldBeNull();
        Clock.Pass(TimeSpan.FromHours(1));
        await Node.Accept(incident, People.Coordinator, ACommand.Add(newcomer));
        using var reading = (await Open(newcomer))!;
        var past = (await reading.At(early))!;
        past.Room.Count.ShouldBe(3);
        past.Room.Incident.Members.Select(m => m.Person).ShouldNotContain(newcomer.Person);

        await Node.Accept(incident, People.Coordinator, ACommand.Remove(newcomer));
        (await reading.At(early)).ShouldBeNull();
        (await reading.Briefing(early)).ShouldBeNull();
        (await Open(newcomer)).ShouldBeNull();
    }

    [Fact]
    public async Task A_deadline_that_passed_is_of_note_while_one_sees_what_had_it()
    {
        var kominfo = AClarification.Requester;
        await Node.Accept(incident, kominfo, ACommand.Ask() with { SentAt = AnIncident.Now });
        var request = (await Node.Rooms.Room(incident)).State.Clarifications.Keys.Single();
        await Node.Accept(incident, kominfo, ACommand.Deliver(request) with { At = AnIncident.Now });
        Clock.Pass(TimeSpan.FromHours(73));
        await Node.Accept(incident, People.System, MarkOverdue.Of(incident, (await Node.Rooms.Room(incident)).State.Deadlines.Single()));
        using var reading = (await Open(People.LiaisonOf("BIN")))!;
        var note = (await reading.At(Clock.GetUtcNow()))!.Notes.ShouldHaveSingleItem();
        (note.Subject, note.Edition, note.At).ShouldBe((request, null, Clock.GetUtcNow()));
        (await reading.At(Clock.GetUtcNow().AddHours(-2)))!.Room.Objects.Clarifications.Single().IsOverdue(Clock.GetUtcNow().AddHours(-2)).ShouldBeFalse();
        (await reading.At(note.At))!.Room.Objects.Clarifications.Single().IsOverdue(note.At).ShouldBeTrue();

        await Node.Accept(incident, kominfo, ACommand.ReMark(request, new Marking(Tlp.Amber, [new("KPU"), new("KOMINFO")], [])));
        var after = (await reading.At(note.At))!;
        after.Notes.ShouldBeEmpty();
        after.Room.Objects.Clarifications.ShouldBeEmpty();
    }

    [Fact]
    public async Task States_between_those_that_are_kept_are_folded_from_there()
    {
        for (var i = 0; i < 2 * PastStates.Spacing + 20; i++)
        {
            Clock.Pass(TimeSpan.FromSeconds(1));
            await Node.Accept(incident, ATask.Proposer, i % 40 == 0 ? ACommand.ProposeTask() : ACommand.Write());
        }
        var entries = await Node.Log.ReadAfter(incident, 0);
        using var states = new PastStates(incident, Node.Log);
        foreach (var number in new long[] { 300, 1, PastStates.Spacing - 1, PastStates.Spacing, PastStates.Spacing + 1, 2 * PastStates.Spacing, entries.Count, 0 })
        {
            var folded = entries.Take((int)number).Aggregate(IncidentState.Before(incident), (state, entry) => state.Apply(entry));
            Written.Out(await states.At(number)).ShouldBe(Written.Out(folded));
            if (number > 0)
                (await states.At(entries[(int)number - 1].RecordedAt, entries.Count)).Number.ShouldBe(number);
        }
    }

    Task<PastReading?> Open(Actor actor) => Node.Get<PastReader>().Open(reference, actor, () => { });

    Task<Reference> Write(string text) => Node.Accept(incident, People.LiaisonOf("KPU"), ACommand.Write() with { Text = text });
}
