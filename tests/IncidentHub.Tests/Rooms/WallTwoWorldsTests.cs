using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

/// <summary>Two worlds with the same ids, times and keys, of which one lacks all that a wall may not show: it is pushed the same in both, at the same moments.</summary>
public class WallTwoWorldsTests() : DatabaseTests(Database.OnSqlite)
{
    const int Steps = 200;

    sealed record Played(DateTimeOffset At, Actor Actor, Command Command, bool IsShown);

    [Fact]
    public async Task A_wall_can_not_tell_them_apart()
    {
        var seed = Always.NewSeed();
        var incident = await Node.Open();
        await Node.Accept(incident, People.Coordinator, ACommand.Pair());
        // The key that references are minted with is drawn at the opening: the worlds part only then.
        await using var copy = await Database.Copy();
        var (richClock, poorClock) = (new ManualClock(), new ManualClock());
        var (rich, poor) = (Database.Start(richClock), copy.Start(poorClock));
        using var wallOfRich = await WallWatcher.At(rich, incident);
        using var wallOfPoor = await WallWatcher.At(poor, incident);
        var played = new List<Played>();
        foreach (var step in Always.Sample(Some.Step, Steps, seed))
        {
            var at = await rich.Picture(incident);
            var (actor, command) = step.On(at);
            richClock.Pass(TimeSpan.FromMinutes(20));
            // What comes to light, or vanishes, is shown in one world and was never in the other; so is what leads to a thing that isn't there.
            if (at.Try(actor, command) is not Decision.Accepted { Entry: var entry } || PartsTheWorlds(at.State, entry, command))
                continue;
            if (await rich.Desk.Submit(incident, command, actor) is IncidentHub.Rooms.Outcome.Done)
                played.Add(new Played(richClock.GetUtcNow(), actor, command, Sees(entry)));
        }
        richClock.Pass(TimeSpan.FromDays(30));
        foreach (var step in played.Where(p => p.IsShown))
        {
            poorClock.Pass(step.At - poorClock.GetUtcNow());
            (await poor.Desk.Submit(incident, step.Command, step.Actor)).ShouldBeOfType<IncidentHub.Rooms.Outcome.Done>($"seed {seed}, {step.Command}");
        }
        poorClock.Pass(richClock.GetUtcNow() - poorClock.GetUtcNow());

        played.Count(p => !p.IsShown).ShouldBeGreaterThan(5, $"seed {seed}");
        wallOfPoor.Pushed.Count.ShouldBeGreaterThan(5, $"seed {seed}");
        Written.Out(wallOfPoor.Pushed).ShouldBe(Written.Out(wallOfRich.Pushed), $"seed {seed}");
        Written.Out(wallOfPoor.Incidents).ShouldBe(Written.Out(wallOfRich.Incidents), $"seed {seed}");
    }

    static readonly Viewpoint wall = new(Role.Wall, default, default);

    static bool Sees(EntryContent entry) => Sharing.See(wall, entry.Marking, entry.Author.Person) is not Sight.Hidden;

    static bool PartsTheWorlds(IncidentState before, EntryContent decided, Command command)
    {
        var after = before.Apply(new TimelineEntry(before.Number + 1, decided.OccurredAt, decided));
        return before.Subjects.Any(s => Shows(s) != Shows(after.Subject(s.Reference))) || Sees(decided) && command.Cites.Any(c => before.Subject(c) is { } cited && !Shows(cited))
            || after.Subjects.Any(s => before.Subject(s.Reference) is null && Shows(s) != Sees(decided));
    }

    static bool Shows(ISubject? subject) => subject is not null && Sharing.See(wall, subject.Marking, subject.Author) is not Sight.Hidden;
}
