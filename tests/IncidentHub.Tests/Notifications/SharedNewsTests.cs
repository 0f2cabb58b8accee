using IncidentHub.Domain;
using IncidentHub.Notifications;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Notifications;

public sealed class SharedNewsOnSqlite() : SharedNewsTests(Database.OnSqlite);

public sealed class SharedNewsOnPostgres(PostgresServer server) : SharedNewsTests(() => Database.OnPostgres(server));

/// <summary>What is worked out once must be what each of those who share it may know, however they came to share it.</summary>
public abstract class SharedNewsTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    static readonly Actor named = AClarification.Addressed;
    static readonly Actor colleague = People.Coordinator;
    static readonly Marking red = new(Tlp.Red, [], [AClarification.Requester.Person, named.Person]);

    SharedNews News => Node.Get<SharedNews>();

    [Fact]
    public async Task Colleagues_share_it_and_other_agencies_do_not()
    {
        var incident = await Node.Open();
        await Node.Accept(incident, AClarification.Requester, ACommand.Ask());
        using var one = await Watcher.At(Node, incident, named);
        using var two = await Watcher.At(Node, incident, colleague);
        using var other = await Watcher.At(Node, incident, People.LiaisonOf("BSSN"));
        var told = await News.Of(one!.Latest!, null);
        told.News.ShouldHaveSingleItem().Kind.ShouldBe(NotificationKind.LetterSent);
        (await News.Of(two!.Latest!, null)).ShouldBeSameAs(told);
        (await News.Of(other!.Latest!, told)).News.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whom_RED_names_parts_from_their_colleagues_and_tells_them_nothing()
    {
        var incident = await Node.Open();
        using var one = await Watcher.At(Node, incident, named);
        using var two = await Watcher.At(Node, incident, colleague);
        var common = one!.Latest!;
        two!.Latest.ShouldBeSameAs(common);

        await Node.Accept(incident, AClarification.Requester, ACommand.Ask(red));
        var own = one.Latest!;
        own.From.ShouldNotBe(common.From);
        // Asked for the first time by whoever knows more, of the view that they had in common and of the colleague's present one.
        var before = await News.Of(own, null);
        before.News.ShouldHaveSingleItem();
        foreach (var shared in new[] { common, two.Latest! })
        {
            (await News.Of(shared, before)).ShouldSatisfyAllConditions(t => t.News.ShouldBeEmpty(), t => t.Entries.ShouldBeEmpty());
            (await News.Of(shared, null)).News.ShouldBeEmpty();
        }

        // And further on, each from what they had.
        await Node.Accept(incident, AClarification.Requester, ACommand.Ask());
        (await News.Of(one.Latest!, before)).News.Length.ShouldBe(2);
        (await News.Of(two.Latest!, before)).News.ShouldHaveSingleItem().Subject.Marking.Tlp.ShouldNotBe(Tlp.Red);
    }

    [Fact]
    public async Task It_is_the_same_by_pushes_as_read_anew()
    {
        var seed = Always.NewSeed();
        var incident = await Node.Open();
        foreach (var viewer in new[] { named, colleague, People.LiaisonOf("BIN") })
        {
            using var watcher = await Watcher.At(Node, incident, viewer);
            var told = await News.Of(watcher!.Latest!, null);
            foreach (var step in Always.Sample(ObjectSteps(), 30, seed))
            {
                await Node.Desk.Submit(incident, step.Command, step.Actor);
                told = await News.Of(watcher.Latest!, told);
            }
            // A copy is a view that nobody has asked for.
            var anew = await News.Of(watcher.Latest! with { }, null);
            told.Entries.Select(e => e.Reference).ShouldBe(anew.Entries.Select(e => e.Reference), $"seed {seed}");
            told.News.Select(n => n.Key).ShouldBe(anew.News.Select(n => n.Key), $"seed {seed}");
        }
    }

    static FsCheck.Gen<(Actor Actor, Command Command)> ObjectSteps() => FsCheck.Fluent.Gen.Select(FsCheck.Fluent.Gen.Choose(0, 999), i => (i % 4) switch
    {
        0 => (AClarification.Requester, (Command)ACommand.Ask(i % 3 == 0 ? red : null)),
        1 => (People.LiaisonOf("BSSN"), ACommand.ProposeTask(i % 3 == 0 ? "BIN" : "KPU")),
        2 => (People.LiaisonOf("BSSN"), ACommand.Write()),
        _ => (named, ACommand.ProposeTask("KPU", new Marking(Tlp.Red, [], [colleague.Person]))),
    });
}
