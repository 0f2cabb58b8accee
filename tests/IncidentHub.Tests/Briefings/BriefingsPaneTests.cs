using Bunit;
using IncidentHub.Briefings;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Briefings;

public class BriefingsPaneTests : RoomScreens
{
    static readonly Actor bssn = ABriefing.Source;
    static readonly Actor bin = ABriefing.Proposer;

    [Fact]
    public void An_empty_pane_says_what_belongs_there() => Pane(bin).Find(".empty").Text().ShouldContain("Usulkan dari sebuah entri");

    [Fact]
    public async Task Releases_stand_under_whom_they_wait_for_live()
    {
        var proposed = await Node.Proposed(Incident, bin, ACommand.Propose(await Node.Accept(Incident, bssn, ACommand.Write())));
        var own = await Node.Accept(Incident, People.Coordinator, ACommand.Write());
        await Node.Proposed(Incident, People.Coordinator, ACommand.Propose(own));
        var (source, proposer, coordinator) = (Pane(bssn), Pane(bin), Pane(People.Coordinator));
        Groups(source).ShouldBe(["Menunggu Anda 1", "Menunggu koordinator 1"]);
        Groups(proposer).ShouldBe(["Menunggu persetujuan sumber 1", "Menunggu koordinator 1"]);
        // Who agreed to it doesn't let it out.
        Groups(coordinator).ShouldBe(["Menunggu persetujuan sumber 1", "Menunggu koordinator 1"]);

        await Node.Accept(Incident, bssn, ACommand.Agree((await State()).Releases[proposed]));
        coordinator.WaitForAssertion(() => Groups(coordinator).ShouldBe(["Menunggu Anda 1", "Menunggu koordinator 1"]));
        source.WaitForAssertion(() => Groups(source).ShouldBe(["Menunggu koordinator 2"]));

        await Node.Publish(Incident, proposed);
        proposer.WaitForAssertion(() => proposer.Find("summary").Text().ShouldContain("1 dirilis"));
        Groups(proposer).ShouldBe(["Menunggu koordinator 1"]);
        await Node.Accept(Incident, People.Coordinator, ACommand.TakeBack(proposed));
        proposer.WaitForAssertion(() => proposer.Find("summary").Text().ShouldContain("1 ditolak atau ditarik"));
    }

    [Fact]
    public async Task The_commissions_questions_stand_there_until_an_answer_is_out()
    {
        await Node.Release(Incident);
        await Node.Brief(Incident);
        var pane = Pane(People.Coordinator);
        pane.Find(".pane__count").Text().ShouldContain("R-01");
        var question = await Node.Made(Incident, People.Observer, ACommand.AskTeam());
        pane.WaitForAssertion(() => Groups(pane).ShouldBe(["Pertanyaan Komisi I 1"]));
        pane.Find($"a[href='/{question}']").Text().ShouldBe(ACommand.AskTeam().Question);
        await Node.Accept(Incident, People.Coordinator, ACommand.Assign(question, "BIN"));
        pane.WaitForAssertion(() => pane.Find(".row__meta").Text().ShouldContain("untuk Badan Intelijen Negara"));
        var answer = await Node.Made(Incident, bin, ACommand.Reply(question));
        pane.WaitForAssertion(() => Groups(pane).ShouldBe(["Menunggu Anda 1", "Pertanyaan Komisi I 1"]));
        await Node.Publish(Incident, answer);
        pane.WaitForAssertion(() => Groups(pane).ShouldBeEmpty());
    }

    [Fact]
    public async Task What_waits_for_one_is_counted()
    {
        await Node.Release(Incident);
        await Node.Brief(Incident);
        await Node.Made(Incident, People.Observer, ACommand.AskTeam());
        await Node.Proposed(Incident, bin, ACommand.Propose(await Node.Accept(Incident, bssn, ACommand.Write())));
        await Node.Compose(Incident);
        var objects = RoomObjectsOf(await State());
        // The draft waits for any agency but BIN's; the question for a coordinator; the proposal for BSSN.
        new[] { bin, bssn, People.Coordinator, People.LiaisonOf("KOMINFO"), People.Auditor }.Select(a => BriefingQueue.NeedsUs(objects(a), a)).ShouldBe([0, 2, 2, 1, 0]);
    }

    static Func<Actor, IncidentHub.Rooms.RoomObjects> RoomObjectsOf(IncidentState state) => viewer => IncidentHub.Rooms.RoomObjects.Of(state, state.ViewpointOf(viewer)!);

    static IReadOnlyList<string> Groups(IRenderedComponent<LiveRoom> pane) => [.. pane.FindAll("h3.group").Select(g => g.Text())];

    IRenderedComponent<LiveRoom> Pane(Actor viewer) => Show<BriefingsPane>(viewer, view => new Dictionary<string, object>
    {
        ["View"] = view,
        ["Viewer"] = viewer,
        ["HrefOf"] = (Func<Reference, string>)(r => "/" + r),
    });
}
