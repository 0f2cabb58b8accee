using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tasks;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Tasks;

public class TasksPaneTests : RoomScreens
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    static readonly Actor bssn = People.LiaisonOf("BSSN");
    static readonly Actor bin = People.LiaisonOf("BIN");

    [Fact]
    public void An_empty_pane_says_what_belongs_there_and_offers_it()
    {
        var pane = Pane(kpu);
        pane.Find(".empty").Text().ShouldContain("mencari penyebab");
        pane.Button("Tugas baru").GetAttribute("href").ShouldBe("/baru");
    }

    [Fact]
    public void Who_writes_nothing_is_offered_nothing()
    {
        var pane = Pane(People.Auditor);
        pane.FindAll("a[href='/baru']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Accepting_is_one_click_and_everybody_sees_it()
    {
        var task = await Propose(bssn, "KPU");
        var (mine, theirs) = (Pane(kpu), Pane(bin));
        mine.Find(".group").Text().ShouldBe("Diusulkan kepada Komisi Pemilihan Umum 1");
        theirs.FindAll("button").ShouldBeEmpty();

        await mine.Press("Terima");

        (await State()).Tasks[task].State.ShouldBe(TaskState.Accepted);
        mine.WaitForAssertion(() => mine.FindAll("button").ShouldBeEmpty());
        theirs.WaitForAssertion(() => theirs.Find(".group").Text().ShouldBe("Diterima 1"));
    }

    [Fact]
    public async Task Declining_asks_why_and_sends_nothing_without_it()
    {
        var task = await Propose(bssn, "KPU");
        var pane = Pane(kpu);
        await pane.Press("Tolak");
        await pane.Submit("form");
        pane.Find("[role=alert]:not(:empty)").Text().ShouldBe("Alasan wajib ditulis.");
        (await State()).Tasks[task].State.ShouldBe(TaskState.Proposed);

        await pane.Type("textarea", "Bukan kewenangan kami.");
        await pane.Submit("form");
        (await State()).Tasks[task].State.ShouldBe(TaskState.Declined);
        pane.WaitForAssertion(() => pane.Find(".more__button").Text().ShouldBe("Ditolak 1"));
    }

    [Fact]
    public async Task What_needs_my_agency_comes_first_then_what_is_stuck()
    {
        var blocked = await Propose(bssn, "BSSN", t => t with { Title = "Terhambat" });
        await Node.Accept(Incident, bssn, ACommand.Move(blocked, TaskState.InProgress));
        await Node.Accept(Incident, bssn, ACommand.Move(blocked, TaskState.Blocked) with { WaitsFor = kpu.Agency });
        var review = await Propose(kpu, "BSSN", t => t with { Title = "Reviu" });
        await Node.Accept(Incident, bssn, ACommand.Move(review, TaskState.Accepted));
        await Node.Accept(Incident, bssn, ACommand.Move(review, TaskState.InProgress));
        await Node.Accept(Incident, bssn, ACommand.Move(review, TaskState.InReview));
        await Propose(bssn, "KPU", t => t with { Title = "Usulan" });
        var done = await Propose(kpu, "KPU", t => t with { Title = "Batal" });
        await Node.Accept(Incident, kpu, ACommand.Move(done, TaskState.Cancelled));

        var pane = Pane(kpu);

        pane.FindAll(".row__title").Select(r => r.Text()).ShouldBe(["Usulan", "Reviu", "Terhambat", "Batal"]);
        pane.Find(".ours").Text().ShouldStartWith("Menunggu Komisi Pemilihan Umum");
        pane.Find("details .row__title").Text().ShouldBe("Batal");
    }

    [Fact]
    public async Task Whom_a_task_is_hidden_from_sees_no_trace_of_it()
    {
        await Propose(bssn, "KPU", t => t with { Marking = new Marking(Tlp.AmberStrict, [kpu.Agency, bssn.Agency], []) });
        Pane(bin).Find(".empty").ShouldNotBeNull();
        Pane(kpu).FindAll(".row").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_due_date_that_has_passed_is_said()
    {
        await Propose(bssn, "KPU", t => t with { Due = Node.Time.GetUtcNow().AddHours(-1) });
        Pane(kpu).Find(".late").Text().ShouldStartWith("Lewat tenggat");
    }

    IRenderedComponent<LiveRoom> Pane(Actor viewer) => Show<TasksPane>(viewer, view => new Dictionary<string, object>
    {
        ["View"] = view,
        ["Viewer"] = viewer,
        ["Zone"] = LocalTime.Wib,
        ["HrefOf"] = (Func<Reference, string>)(r => "/" + r),
        ["NewHref"] = "/baru",
    });
}
