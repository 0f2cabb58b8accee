using Bunit;
using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Incidents;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Timeline;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Rooms;

public sealed class TwoWorldsOnSqlite() : TwoWorldsTests(Database.OnSqlite);

public sealed class TwoWorldsOnPostgres(PostgresServer server) : TwoWorldsTests(() => Database.OnPostgres(server));

/// <summary>
/// Two worlds with the same commands, ids, times and keys; in one of them those are missing whose entries a viewer may not see. Whatever
/// the viewer gets is the same in both: nothing tells that something is hidden.
/// </summary>
public abstract class TwoWorldsTests(Func<Task<Database>> create) : DatabaseTests(create)
{
    const int Steps = 160;

    /// <summary>Orders and pages on the server, and never leaves it.</summary>
    const string LogNumber = "EntryView.Number";

    static readonly Reference nothing = new("E-00000000");

    sealed record Played(DateTimeOffset At, Actor Actor, Command Command, Outcome Outcome, bool IsHidden)
    {
        public Reference Reference => Outcome is Outcome.Done done ? done.Entry : default;
    }

    [Theory]
    [InlineData("BIN")]
    [InlineData("KPU")]
    [InlineData("coordinator")]
    public async Task A_viewer_can_not_tell_them_apart(string who)
    {
        var viewer = who is "coordinator" ? People.Coordinator : People.LiaisonOf(who);
        var seed = Always.NewSeed();
        var incident = await Node.Open();
        // The key that references are minted with is drawn at the opening: the worlds part only then.
        await using var poorDatabase = await Database.Copy();
        var clocks = (Rich: new Clock(), Poor: new Clock());
        var (rich, poor) = (Database.Start(clocks.Rich), poorDatabase.Start(clocks.Poor));

        using var watcherOfRich = await Watcher.At(rich, incident, viewer);
        using var watcherOfPoor = await Watcher.At(poor, incident, viewer);
        var played = await Play(rich, clocks.Rich, incident, viewer, [.. CertainlyHidden(), .. Always.Sample(Some.Step, Steps, seed)]);
        var hidden = played.Where(p => p.IsHidden).Select(p => p.Reference).ToList();
        hidden.Count.ShouldBeGreaterThan(5, $"seed {seed}");
        await OpenWithout(viewer, rich);
        // What others are refused because of what only they see, nobody else ever sees.
        foreach (var step in played.Where(p => !p.IsHidden && (p.Outcome is Outcome.Done || p.Actor == viewer)))
        {
            clocks.Poor.MoveTo(step.At);
            var again = await poor.Desk.Submit(incident, step.Command, step.Actor);
            Written.Out(again).ShouldBe(Written.Out(step.Outcome), $"seed {seed}, {step.Command}");
        }

        Written.Out(watcherOfPoor!.Pushed, LogNumber).ShouldBe(Written.Out(watcherOfRich!.Pushed, LogNumber), $"seed {seed}");
        var texts = (await rich.Log.ReadAfter(incident, 0)).SelectMany(e => Tokenizer.Words(IncidentLog.SearchText(e.Content!))).Distinct().Order(StringComparer.Ordinal).Where((_, i) => i % 5 == 0).Take(40).Prepend("rahasia").ToList();
        await Database.Analyze();
        await poorDatabase.Analyze();
        (await Reads(poor, incident, viewer, texts, hidden)).ShouldBe(await Reads(rich, incident, viewer, texts, hidden), $"seed {seed}");
        (await Rejections(poor, incident, viewer, hidden)).ShouldBe(await Rejections(rich, incident, viewer, hidden), $"seed {seed}");
        (await Shown(poor, watcherOfPoor, viewer, hidden[0])).ShouldBe(await Shown(rich, watcherOfRich, viewer, hidden[0]), $"seed {seed}");
    }

    static IEnumerable<Step> CertainlyHidden() => Enumerable.Range(0, 6).Select(i => new Step(
        Guid.NewGuid(), People.LiaisonOf("BSSN"), Kind: 0, i, i, i % 2 == 0 ? new(Tlp.Amber, [new("KOMINFO")], []) : new(Tlp.Red, [], [People.LiaisonOf("KOMINFO").Person]), People.Observer, $"Rahasia data {i}"));

    static async Task<List<Played>> Play(Node node, Clock clock, IncidentId incident, Actor viewer, IReadOnlyList<Step> steps)
    {
        var played = new List<Played>();
        var viewpoint = new Viewpoint(viewer.Role, viewer.Agency, viewer.Person);
        foreach (var step in steps)
        {
            var at = await node.Picture(incident);
            var (actor, command) = step.On(at);
            if (command is RemoveMember remove && remove.Person == viewer.Person || at.Try(actor, command) is Decision.Accepted { Entry: var decided } && PartsTheWorlds(at.State, decided, command, viewpoint))
                continue;
            clock.Pass(TimeSpan.FromMinutes(1));
            var outcome = await node.Desk.Submit(incident, command, actor);
            var isHidden = outcome is Outcome.Done { Entry: var entry } && !Sees(viewpoint, (await node.Index.Find(incident, [entry])).Single().Content!);
            played.Add(new Played(clock.GetUtcNow(), actor, command, outcome, isHidden));
        }
        return played;
    }

    /// <summary>
    /// What was hidden comes to light, or the other way: a letter that was a draft, a thing that is marked anew. From then on the viewer knows more of one world than there is in
    /// the other. So does whoever is told of a thing that they don't see.
    /// </summary>
    static bool PartsTheWorlds(IncidentState before, EntryContent decided, Command command, Viewpoint viewpoint)
    {
        var after = before.Apply(new TimelineEntry(before.Number + 1, decided.OccurredAt, decided));
        return Subjects(before).Any(s => before.Subject(s, viewpoint) is null != after.Subject(s, viewpoint) is null)
            || Sees(viewpoint, decided) && command.Cites.Any(c => Subjects(before).Contains(c) && before.Subject(c, viewpoint) is null);
    }

    static IEnumerable<Reference> Subjects(IncidentState state) => [.. state.Tasks.Keys, .. state.Findings.Keys, .. state.Clarifications.Keys, .. state.Obligations.Keys];

    static bool Sees(Viewpoint viewpoint, EntryContent entry) => Sharing.See(viewpoint, entry.Marking, entry.Author.Person) is not Sight.Hidden;

    /// <summary>And a whole incident that the viewer is no member of.</summary>
    static async Task OpenWithout(Actor viewer, Node node)
    {
        var opener = People.CoordinatorOf("BSSN");
        opener.ShouldNotBe(viewer);
        var open = ACommand.Open() with { Members = [opener.Person, People.LiaisonOf("BSSN").Person] };
        await node.Accept(OpenIncident.IdFor(opener.Person, open.CommandId), opener, open);
    }

    static async Task<IReadOnlyList<string>> Reads(Node node, IncidentId incident, Actor viewer, IReadOnlyList<string> words, IReadOnlyList<Reference> hidden)
    {
        var state = (await node.Rooms.Room(incident)).State;
        var (reference, viewpoint) = (state.Reference, state.ViewpointOf(viewer)!);
        var reads = new List<string>();
        using (var list = await node.Lists.Join(viewer, () => { }))
            reads.Add(Written.Out(list.Incidents, LogNumber));

        EntryView? first = null;
        for (var more = true; more;)
        {
            var page = (await node.Reader.Before(reference, viewer, EntryFilter.All, first, 7))!;
            reads.Add(Written.Out(page, LogNumber));
            (first, more) = (page.Entries[0], page.HasOlder);
        }
        foreach (var word in words)
        {
            var filter = new EntryFilter([], null, [word]);
            reads.Add(word + Written.Out(await node.Reader.Before(reference, viewer, filter, null, 5), LogNumber));
            reads.Add(word + await node.Index.Count(incident, viewpoint, filter, long.MaxValue));
        }
        foreach (var kind in Enum.GetValues<EntryKind>())
            reads.Add(kind.ToString() + await node.Index.Count(incident, viewpoint, new EntryFilter([kind], null, []), long.MaxValue));
        foreach (var entry in hidden.Append(nothing))
            reads.Add(Written.Out(await node.Reader.Around(reference, viewer, entry, 3), LogNumber));
        return reads;
    }

    static async Task<IReadOnlyList<string>> Rejections(Node node, IncidentId incident, Actor viewer, IReadOnlyList<Reference> hidden)
    {
        var opening = (await node.Log.ReadAfter(incident, 0, take: 1))[0].Content!.Reference;
        var answers = new List<string>();
        foreach (var cited in hidden.Take(8).Append(nothing))
        {
            answers.Add(Written.Out(await node.Desk.Submit(incident, ACommand.Correct(cited), viewer)));
            answers.Add(Written.Out(await node.Desk.Submit(incident, ACommand.Correct(cited) with { Marking = Marking.WholeTeam(Tlp.Clear) }, viewer)));
            answers.Add(Written.Out(await node.Desk.Submit(incident, ACommand.Contradict(opening, cited) with { Marking = new(Tlp.Red, [], []) }, viewer)));
        }
        answers.Distinct().ShouldHaveSingleItem();
        return answers;
    }

    static async Task<IReadOnlyList<string>> Shown(Node node, Watcher watcher, Actor viewer, Reference target)
    {
        await using var markup = new Markup(node);
        var view = watcher.Latest!;
        var shown = new List<string>
        {
            markup.Of<IncidentRow>(p => p.Add(c => c.Incident, view.Incident).Add(c => c.Count, view.Count).Add(c => c.LastEntryAt, view.LastRecordedAt).Add(c => c.Zone, LocalTime.Wib).Add(c => c.Href, "/")),
        };
        foreach (var entry in view.Latest)
            shown.Add(markup.Of<EntryCard>(p => p.Add(c => c.Entry, entry).Add(c => c.Zone, LocalTime.Wib).Add(c => c.People, view.Incident.Known).Add(c => c.PermalinkTo, r => $"/entri/{r}")));
        foreach (var query in new[] { TimelineQuery.Everything, new(null, null, "data"), new(EntryGroup.Remarks, null, null), new(null, new AgencyId("BSSN"), null) })
        {
            var missing = 0;
            shown.Add(markup.Of<TimelinePane>(p => p
                .Add(c => c.View, view).Add(c => c.Viewer, viewer).Add(c => c.Query, query).Add(c => c.PermalinkTo, r => $"/entri/{r}").Add(c => c.Zone, LocalTime.Wib)
                .Add(c => c.ClearHref, "/").Add(c => c.Target, target).Add(c => c.OnTargetMissing, () => missing++)
                .Add(c => c.OnCorrect, _ => { }).Add(c => c.OnContradict, _ => { }).Add(c => c.MayCorrect, e => e.Author.Agency == viewer.Agency),
                settled: text => missing == 1 && text.Contains("timeline__list")));
        }
        return shown;
    }
}
