using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

/// <summary>Two worlds with the same ids, times and keys, of which one lacks all that was not released: the commission is pushed the same in both.</summary>
public class CommissionTwoWorldsTests() : DatabaseTests(Database.OnSqlite)
{
    /// <summary>When something will be told is the server's alone.</summary>
    const string Ahead = "CommissionView.NextChange";

    static readonly Marking[] markings =
    [
        Marking.WholeTeam(Tlp.Amber), new(Tlp.AmberStrict, [new("BSSN"), new("KPU")], []), new(Tlp.Red, [], [People.LiaisonOf("KPU").Person, ABriefing.Source.Person]), new(Tlp.Amber, [new("BSSN"), new("BIN"), new("KPU")], []),
    ];

    [Fact]
    public async Task The_commission_can_not_tell_them_apart()
    {
        var seed = Always.NewSeed();
        var words = Always.Sample(Some.Text, 200, seed);
        var incident = await Node.Open();
        // The key that references are minted with is drawn at the opening: the worlds part only then.
        await using var copy = await Database.Copy();
        var (richClock, poorClock) = (new ManualClock(), new ManualClock());
        var (rich, poor) = (new World(Database.Start(richClock), richClock, incident, words), new World(copy.Start(poorClock), poorClock, incident, words));
        using var watcherOfRich = await CommissionWatcher.At(rich.Node);
        using var watcherOfPoor = await CommissionWatcher.At(poor.Node);
        await rich.Play(withSecrets: true);
        await poor.Play(withSecrets: false);

        (await rich.Node.Log.ReadAfter(incident, 0)).Count.ShouldBeGreaterThan((await poor.Node.Log.ReadAfter(incident, 0)).Count + 60);
        watcherOfPoor.Pushed.Count.ShouldBeGreaterThan(6);
        Written.Out(watcherOfPoor.Pushed, Ahead).ShouldBe(Written.Out(watcherOfRich.Pushed, Ahead), $"seed {seed}");
        Written.Out(watcherOfPoor.Incidents, Ahead).ShouldBe(Written.Out(watcherOfRich.Incidents, Ahead), $"seed {seed}");
        // Nor by what it is answered.
        foreach (var command in new[] { ACommand.AskTeam(), ACommand.AskTeam() with { Question = " " } })
            Written.Out(await poor.Node.Desk.Submit(incident, command, People.Observer)).ShouldBe(Written.Out(await rich.Node.Desk.Submit(incident, command, People.Observer)), $"seed {seed}");
    }

    sealed class World(Node node, ManualClock clock, IncidentId incident, IReadOnlyList<string> words)
    {
        int told, kept;

        public Node Node => node;

        public async Task Play(bool withSecrets)
        {
            await Secretly(withSecrets);
            var step = await Entry("Akses ditutup.");
            var first = await Release(step, BriefingSection.Step);
            var finding = await Made(AFinding.Author, ACommand.Raise());
            await Release(finding, BriefingSection.Unknown);
            await Secretly(withSecrets);
            await Brief();
            await Secretly(withSecrets);
            await Accept(AFinding.Author, ACommand.Move(finding, FindingState.UnderReview));
            var request = await Made(AClarification.Requester, ACommand.Ask());
            await Accept(AClarification.Requester, ACommand.Deliver(request) with { At = clock.GetUtcNow() });
            await Release(request, BriefingSection.Due);
            await Release(await Entry("Mulai lusa."), BriefingSection.Event, clock.GetUtcNow().AddDays(2));
            await Secretly(withSecrets);
            // The embargo ends, and the deadline passes.
            clock.Pass(TimeSpan.FromDays(5));
            await Accept(ABriefing.Publisher, ACommand.TakeBack(first));
            var question = await Made(People.Observer, ACommand.AskTeam());
            await Accept(People.Coordinator, ACommand.Assign(question, "BIN"));
            await Secretly(withSecrets);
            await Publish(await Made(People.LiaisonOf("BIN"), ACommand.Reply(question)));
            await Brief();
            await Secretly(withSecrets);
            await Accept(AClarification.Addressed, ACommand.AnswerAll(request));
            await Secretly(withSecrets);
            clock.Pass(TimeSpan.FromDays(40));
        }

        /// <summary>Whatever a team does of which the commission is told nothing; the clock goes on in both worlds.</summary>
        async Task Secretly(bool isDone)
        {
            clock.Pass(TimeSpan.FromHours(1));
            if (!isDone)
                return;
            foreach (var marking in markings)
            {
                var entry = await Secret(ABriefing.Source, ACommand.Write(marking) with { Text = Word() });
                var task = await SecretlyMade(ABriefing.Source, ACommand.ProposeTask("KPU", marking) with { Title = Word() });
                await Secret(People.LiaisonOf("KPU"), ACommand.Move(task, TaskState.Accepted));
                var finding = await SecretlyMade(ABriefing.Source, ACommand.Raise(marking) with { Title = Word() });
                await Secret(ABriefing.Source, ACommand.Move(finding, FindingState.UnderReview));
                if (!marking.MayBeReleased)
                    continue;
                await SecretlyMade(ABriefing.Proposer, ACommand.Propose(task) with { Title = Word() });
                var agreed = await SecretlyMade(ABriefing.Source, ACommand.Propose(finding, BriefingSection.Unknown) with { Title = Word() });
                await Secret(ABriefing.Source, ACommand.TakeBack(agreed));
                var embargoed = await SecretlyMade(ABriefing.Source, ACommand.Propose(entry) with { Title = Word() });
                await Secret(ABriefing.Publisher, ACommand.Publish(embargoed) with { EmbargoUntil = clock.GetUtcNow().AddDays(30) });
                await Secret(ABriefing.Publisher, ACommand.TakeBack(embargoed));
            }
            var letter = await SecretlyMade(AClarification.Requester, ACommand.Ask() with { Title = Word() });
            await Secret(AClarification.Requester, ACommand.Deliver(letter) with { At = clock.GetUtcNow() });
            await Secret(People.Coordinator, ACommand.ChangeSeverity((await node.StateOf(incident)).Severity is Severity.Low ? Severity.Critical : Severity.Low));
            var draft = await SecretlyMade(ABriefing.Composer, ACommand.Compose() with { Draft = new EditionDraft(BriefingSession.Closed, "Rahasia " + Word(), [], []) });
            await Secret(ABriefing.Composer, ACommand.Discard(draft));
        }

        string Word() => "Rahasia " + string.Concat(words[kept++ % words.Count].EnumerateRunes().Where(r => !System.Text.Rune.IsControl(r)).Take(80));

        Task<Reference> Entry(string text) => Accept(ABriefing.Source, ACommand.Write() with { Text = text });

        async Task<Reference> Release(Reference of, BriefingSection section, DateTimeOffset? embargo = null)
        {
            var release = await Made(ABriefing.Proposer, ACommand.Propose(of, section));
            var proposed = (await node.StateOf(incident)).Releases[release];
            await Accept(People.LiaisonOf(proposed.SourceAgency.Code), ACommand.Agree(proposed));
            return await Publish(release, embargo);
        }

        async Task<Reference> Publish(Reference release, DateTimeOffset? embargo = null)
        {
            await Accept(ABriefing.Publisher, ACommand.Publish(release, (await node.StateOf(incident)).Releases[release].Changes) with { EmbargoUntil = embargo });
            return release;
        }

        async Task Brief()
        {
            var edition = await Made(ABriefing.Composer, ACommand.Compose());
            var state = await node.StateOf(incident);
            var preview = (await node.Get<BriefingReader>().Preview(state.Reference, ABriefing.Approver, state.Editions[edition].Draft))!;
            await Accept(ABriefing.Approver, ACommand.Approve(edition, state.Editions[edition].Changes, preview.Fingerprint));
            await Accept(ABriefing.Publisher, ACommand.Freeze(edition));
        }

        // The told and the kept count for themselves: the same commands have the same ids in both worlds.
        Task<Reference> Accept(Actor actor, Command command) => node.Accept(incident, actor, command with { CommandId = new Guid(1, 0, 0, BitConverter.GetBytes((long)++told)) });
        Task<Reference> Made(Actor actor, Command command) => node.Made(incident, actor, command with { CommandId = new Guid(1, 0, 0, BitConverter.GetBytes((long)++told)) });
        Task<Reference> Secret(Actor actor, Command command) => node.Accept(incident, actor, command);
        Task<Reference> SecretlyMade(Actor actor, Command command) => node.Made(incident, actor, command);
    }
}
