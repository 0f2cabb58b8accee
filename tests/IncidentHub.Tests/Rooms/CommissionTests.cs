using System.Collections.Concurrent;
using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Rooms;

/// <summary>A page of the commission's, and everything that it was pushed.</summary>
sealed class CommissionWatcher : IDisposable
{
    readonly ConcurrentQueue<ImmutableArray<CommissionView>> pushed = new();
    CommissionSubscription? subscription;

    /// <summary>What was seen at each push.</summary>
    public IReadOnlyList<ImmutableArray<CommissionView>> Pushed => [.. pushed];
    public ImmutableArray<CommissionView> Incidents => subscription!.Incidents;
    public CommissionView? Of(Reference incident) => subscription!.Incident(incident);

    public static async Task<CommissionWatcher> At(Node node, Actor? viewer = null)
    {
        var watcher = new CommissionWatcher();
        // Joining itself pushes nothing.
        watcher.subscription = await node.Get<Commission>().Join(viewer ?? People.Observer, () => watcher.pushed.Enqueue(watcher.subscription?.Incidents ?? []));
        return watcher;
    }

    public void Dispose() => subscription?.Dispose();
}

/// <summary>What the commission is pushed, and that it is pushed nothing else.</summary>
public class CommissionTests : IAsyncLifetime
{
    static readonly Marking[] markings =
    [
        Marking.WholeTeam(Tlp.Clear), Marking.WholeTeam(Tlp.Amber), new(Tlp.AmberStrict, [new("BSSN"), new("KPU")], []), new(Tlp.Red, [], [People.LiaisonOf("KPU").Person, ABriefing.Source.Person]),
    ];

    readonly ManualClock clock = new();
    Database database = default!;
    Node node = default!;
    IncidentId incident;

    public async ValueTask InitializeAsync()
    {
        database = await Database.OnSqlite();
        node = database.Start(clock);
        incident = await node.Open();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return database.DisposeAsync();
    }

    [Fact]
    public async Task What_comes_out_and_what_is_taken_back_is_pushed_once()
    {
        await Briefed();
        using var page = await CommissionWatcher.At(node);
        page.Incidents.ShouldHaveSingleItem().Since.ShouldBeEmpty();
        var release = await node.Release(incident, "Log diamankan.");
        page.Pushed.ShouldHaveSingleItem().ShouldHaveSingleItem().Since.ShouldHaveSingleItem().Title.ShouldBe("Log diamankan.");

        await node.Accept(incident, ABriefing.Publisher, ACommand.TakeBack(release) with { Reason = "Keliru." });
        page.Pushed.Count.ShouldBe(2);
        page.Pushed[^1][0].Since.ShouldBeEmpty();
        page.Pushed[^1][0].Withdrawn.ShouldHaveSingleItem().Reason.ShouldBe("Keliru.");

        await node.Brief(incident);
        page.Pushed.Count.ShouldBe(3);
        page.Pushed[^1][0].Last.Name.ShouldBe("R-02");
    }

    [Fact]
    public async Task What_was_released_moves_on_with_its_heading()
    {
        var finding = await node.Made(incident, AFinding.Author, ACommand.Raise());
        await node.Publish(incident, await node.Agreed(incident, finding, section: BriefingSection.Unknown));
        await node.Brief(incident);
        using var page = await CommissionWatcher.At(node);
        await node.Accept(incident, AFinding.Author, ACommand.Move(finding, FindingState.UnderReview));
        page.Pushed.ShouldHaveSingleItem()[0].Since.ShouldHaveSingleItem().Heading!.Finding.ShouldBe(FindingState.UnderReview);

        // From then on it stands still: neither that it was marked nor that it moved is told but once.
        await node.Accept(incident, AFinding.Author, ACommand.ReMark(finding, Marking.WholeTeam(Tlp.AmberStrict)));
        var told = page.Pushed.Count;
        await node.Accept(incident, AFinding.Author, ACommand.Move(finding, FindingState.Indicated));
        page.Pushed.Count.ShouldBe(told);
    }

    [Fact]
    public async Task An_embargo_ends_by_the_clock()
    {
        await Briefed();
        using var page = await CommissionWatcher.At(node);
        await node.Release(incident, "Mulai besok.", clock.GetUtcNow().AddHours(5));
        clock.Pass(TimeSpan.FromHours(5) - TimeSpan.FromTicks(1));
        page.Pushed.ShouldBeEmpty();
        page.Incidents[0].Since.ShouldBeEmpty();
        clock.Pass(TimeSpan.FromTicks(1));
        clock.Pass(TimeSpan.FromSeconds(1));
        page.Pushed.ShouldHaveSingleItem()[0].Since.ShouldHaveSingleItem().Title.ShouldBe("Mulai besok.");
        clock.Pass(TimeSpan.FromDays(2));
        page.Pushed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deadline_passes_by_the_clock_and_its_entry_adds_nothing()
    {
        var request = await node.Made(incident, AClarification.Requester, ACommand.Ask());
        await node.Accept(incident, AClarification.Requester, ACommand.Deliver(request) with { At = clock.GetUtcNow() });
        await node.Publish(incident, await node.Agreed(incident, request, "Jawaban KPU", BriefingSection.Due));
        await node.Brief(incident);
        using var page = await CommissionWatcher.At(node);
        clock.Pass(TimeSpan.FromHours(72));
        page.Pushed.ShouldBeEmpty();
        clock.Pass(TimeSpan.FromSeconds(1));
        page.Pushed.ShouldHaveSingleItem()[0].Late.ShouldHaveSingleItem().Title.ShouldBe("Jawaban KPU");

        var late = (await node.StateOf(incident)).Deadlines.ShouldHaveSingleItem();
        await node.Accept(incident, People.System, MarkOverdue.Of(incident, late));
        page.Pushed.Count.ShouldBe(1);
        await node.Accept(incident, AClarification.Addressed, ACommand.AnswerAll(request));
        page.Pushed.Count.ShouldBe(2);
        page.Pushed[1][0].Late.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_else_that_happens_is_pushed()
    {
        await Briefed();
        var other = await node.Open();
        using var page = await CommissionWatcher.At(node);
        var before = Written.Out(page.Incidents, Ahead);
        foreach (var marking in markings)
        {
            var entry = await node.Accept(incident, ABriefing.Source, ACommand.Write(marking));
            await node.Accept(incident, ABriefing.Source, ACommand.Correct(entry));
            var task = await node.Made(incident, ABriefing.Source, ACommand.ProposeTask("BSSN", marking));
            await node.Accept(incident, ABriefing.Source, ACommand.Move(task, TaskState.InProgress));
            var finding = await node.Made(incident, ABriefing.Source, ACommand.Raise(marking));
            await node.Accept(incident, ABriefing.Source, ACommand.Move(finding, FindingState.UnderReview));
            if (!marking.MayBeReleased)
                continue;
            // As far as it goes without being let out.
            await node.Proposed(incident, ABriefing.Proposer, ACommand.Propose(task));
            var agreed = await node.Agreed(incident, finding, section: BriefingSection.Unknown);
            await node.Accept(incident, ABriefing.Source, ACommand.TakeBack(agreed));
            var declined = await node.Proposed(incident, ABriefing.Proposer, ACommand.Propose(entry));
            await node.Accept(incident, ABriefing.Source, ACommand.Decline(declined));
        }
        var request = await node.Made(incident, AClarification.Requester, ACommand.Ask());
        await node.Accept(incident, AClarification.Requester, ACommand.Deliver(request) with { At = clock.GetUtcNow() });
        var embargoed = await node.Release(incident, "Ditahan.", clock.GetUtcNow().AddDays(30));
        await node.Accept(incident, ABriefing.Publisher, ACommand.TakeBack(embargoed));
        await node.Release(incident, "Masih ditahan.", clock.GetUtcNow().AddDays(40));
        await node.Approve(incident, await node.Compose(incident));
        await node.Accept(incident, People.Coordinator, ACommand.ChangePhase(Phase.Triage));
        await node.Accept(incident, People.Coordinator, ACommand.ChangeSeverity(Severity.Critical));
        await node.Accept(incident, ABriefing.Source, ACommand.Claim(DataCategory.NationalId));
        await node.Accept(incident, People.Coordinator, ACommand.Add(People.LiaisonOf("KEMENDAGRI")));
        await node.Accept(incident, People.Coordinator, ACommand.Remove(People.LiaisonOf("BARESKRIM")));
        // And of an incident that the commission knows nothing of.
        await node.Release(other);
        await node.Approve(other, await node.Compose(other));
        clock.Pass(TimeSpan.FromDays(10));

        page.Pushed.ShouldBeEmpty();
        Written.Out(page.Incidents, Ahead).ShouldBe(before);
        await node.Release(incident);
        page.Pushed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Questions_and_their_released_answers_are_pushed()
    {
        await Briefed();
        using var page = await CommissionWatcher.At(node);
        var question = await node.Made(incident, People.Observer, ACommand.AskTeam());
        await node.Accept(incident, People.Coordinator, ACommand.Assign(question, "BIN"));
        page.Pushed.Count.ShouldBe(2);
        var answer = await node.Made(incident, People.LiaisonOf("BIN"), ACommand.Reply(question));
        page.Pushed.Count.ShouldBe(2);
        await node.Publish(incident, answer);
        page.Pushed.Select(p => (p[0].Questions.Single().Assigned?.Code, p[0].Questions.Single().Answer)).ShouldBe([(null, null), ("BIN", null), ("BIN", ACommand.Reply(question).Text)]);
    }

    public static TheoryData<string> EveryoneElse => [.. People.All.Where(a => a.Role is not Role.CommissionObserver).Select(a => a.Name)];

    [Theory, MemberData(nameof(EveryoneElse))]
    public async Task Nobody_else_gets_anything(string who)
    {
        await Briefed();
        using var page = await CommissionWatcher.At(node, People.All.Single(a => a.Name == who));
        page.Incidents.ShouldBeEmpty();
        page.Of((await node.StateOf(incident)).Reference).ShouldBeNull();
        await node.Release(incident);
        var other = await node.Open();
        await node.Release(other);
        await node.Brief(other);
        page.Pushed.ShouldBeEmpty();
        page.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_incident_is_there_from_its_first_edition_on()
    {
        using var page = await CommissionWatcher.At(node);
        var later = await node.Open();
        await node.Release(later);
        page.Incidents.ShouldBeEmpty();
        await node.Brief(later);
        await Eventually.Is(() => Task.FromResult(page.Pushed.Count > 0));
        page.Pushed.ShouldHaveSingleItem().ShouldHaveSingleItem().Id.ShouldBe(later);
        clock.Pass(TimeSpan.FromMinutes(1));
        await Briefed();
        page.Incidents.Select(v => v.Id).ShouldBe([incident, later]);
    }

    [Fact]
    public async Task Whoever_left_hears_nothing_more()
    {
        await Briefed();
        var left = await CommissionWatcher.At(node);
        await node.Release(incident, "Mulai besok.", clock.GetUtcNow().AddHours(5));
        left.Dispose();
        left.Dispose();
        await node.Release(incident);
        await node.Brief(incident);
        clock.Pass(TimeSpan.FromHours(6));
        left.Pushed.ShouldBeEmpty();
        left.Incidents.ShouldBeEmpty();
    }

    async Task Briefed()
    {
        await node.Release(incident);
        await node.Brief(incident);
        clock.Pass(TimeSpan.FromMinutes(1));
    }

    /// <summary>When something will be told; the server's alone.</summary>
    const string Ahead = "CommissionView.NextChange";
}

/// <summary>On two nodes over one PostgreSQL.</summary>
public class CommissionOnTwoNodesTests(PostgresServer server) : DatabaseTests(() => Database.OnPostgres(server))
{
    [Fact]
    public async Task What_one_node_lets_out_the_pages_of_the_other_are_pushed()
    {
        var other = Database.Start(Clock);
        await Node.StartBackground<WakeUps>();
        await other.StartBackground<WakeUps>();
        using var page = await CommissionWatcher.At(other);
        // Opened and briefed on, all of it, where the page isn't.
        var incident = await Node.Open();
        await Node.Release(incident);
        await Node.Brief(incident);
        await Eventually.Is(() => Task.FromResult(!page.Incidents.IsEmpty));
        await Node.Release(incident, "Log diamankan.");
        await Eventually.Is(() => Task.FromResult(page.Incidents[0].Since.Length == 1));
        page.Pushed[^1][0].Since[0].Title.ShouldBe("Log diamankan.");
        using var here = await CommissionWatcher.At(Node);
        Written.Out(page.Incidents).ShouldBe(Written.Out(here.Incidents));
    }
}
