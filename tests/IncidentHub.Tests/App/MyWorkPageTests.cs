using Bunit;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.App;

public class MyWorkPageTests : RoomScreens
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    static readonly Actor bssn = People.LiaisonOf("BSSN");

    [Fact]
    public async Task Three_groups_by_whose_move_it_is_live()
    {
        await Propose(kpu, "KPU", t => t with { Title = "Milik kami" });
        await Propose(kpu, "BSSN", t => t with { Title = "Menunggu mereka" });
        await Propose(bssn, "BIN", t => t with { Title = "Bukan urusan kami" });
        var page = Page(kpu);
        page.WaitForAssertion(() => Group(page, "work-mine").ShouldBe(["Milik kami"]));
        Group(page, "work-others").ShouldBe(["Menunggu mereka"]);
        Group(page, "work-us").ShouldBeEmpty();

        var asked = await Propose(bssn, "KPU", t => t with { Title = "Diminta" });
        page.WaitForAssertion(() => Group(page, "work-us").ShouldBe(["Diminta"]));
        page.Find("section[aria-labelledby=work-us] a").GetAttribute("href").ShouldBe($"/insiden/{Room}?objek={asked}");

        await Node.Accept(Incident, kpu, ACommand.Move(asked, TaskState.Accepted));
        page.WaitForAssertion(() => Group(page, "work-mine").ShouldContain("Diminta"));
    }

    [Fact]
    public async Task What_is_blocked_waits_on_whom_it_names()
    {
        var task = await Propose(bssn, "BSSN");
        await Node.Accept(Incident, bssn, ACommand.Move(task, TaskState.InProgress));
        await Node.Accept(Incident, bssn, ACommand.Move(task, TaskState.Blocked) with { WaitsFor = kpu.Agency });
        var view = await Views(kpu);
        WorkList.Of(view, kpu).WaitingOnUs.ShouldHaveSingleItem();
        WorkList.NeedsUs(view, kpu).ShouldBe(1);
        WorkList.Of(view, bssn).WaitingOnOthers.ShouldHaveSingleItem();
        WorkList.NeedsUs(view, bssn).ShouldBe(0);
        WorkList.Of(view, People.Auditor).Total.ShouldBe(0);
    }

    [Fact]
    public void Nothing_to_do_is_said()
    {
        var page = Page(kpu);
        page.WaitForAssertion(() => page.Find(".empty").Text().ShouldContain("Tugas instansi Anda dari semua insiden"));
    }

    async Task<IReadOnlyList<IncidentHub.Rooms.RoomView>> Views(Actor viewer)
    {
        using var list = await Node.Lists.Join(viewer, () => { });
        return list.Incidents;
    }

    IRenderedComponent<MyWorkPage> Page(Actor viewer) => Screen().Render<MyWorkPage>(p => p.AddCascadingValue(viewer));

    static IReadOnlyList<string> Group(IRenderedComponent<MyWorkPage> page, string id) =>
        [.. page.FindAll($"section[aria-labelledby={id}] .row__title").Select(r => r.Text())];
}
