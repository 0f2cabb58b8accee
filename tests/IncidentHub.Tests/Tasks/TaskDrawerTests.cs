using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Tasks;

public class TaskDrawerTests : RoomScreens
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    static readonly Actor bssn = People.LiaisonOf("BSSN");
    static readonly Actor bin = People.LiaisonOf("BIN");

    [Fact]
    public async Task Everybody_is_offered_what_they_may_do_now_and_nothing_else()
    {
        var task = await Propose(bssn, "KPU");
        Open(kpu, task.Text).Buttons(".drawer__foot").ShouldBe(["Terima", "Tolak"]);
        Open(bssn, task.Text).Buttons(".drawer__foot").ShouldBe(["Batalkan"]);
        Open(bin, task.Text).FindAll(".drawer__foot").ShouldBeEmpty();
        Open(People.Auditor, task.Text).FindAll(".drawer__foot button, .part__head button").ShouldBeEmpty();
    }

    [Fact]
    public async Task Blocking_says_why_and_whom_it_waits_for()
    {
        var task = await InProgress();
        var drawer = Open(kpu, task.Text);
        await drawer.Press("Terhambat");
        await drawer.Type(".drawer__foot textarea", "Menunggu berkas pengembang.");
        await drawer.Choose(".drawer__foot select", "BSSN");
        await drawer.Submit(".drawer__foot form");

        var blocked = (await State()).Tasks[task];
        (blocked.State, blocked.WaitsFor, blocked.BlockedBy).ShouldBe((TaskState.Blocked, new AgencyId("BSSN"), "Menunggu berkas pengembang."));
        drawer.WaitForAssertion(() => drawer.Buttons(".drawer__foot").ShouldBe(["Lanjutkan"]));
        drawer.Find(".facts").Text().ShouldContain($"Hambatan Menunggu berkas pengembang. sejak {LocalTime.Wib.DateAndClock(blocked.BlockedSince!.Value)} Menunggu Badan Siber dan Sandi Negara");
    }

    [Fact]
    public async Task Ticking_an_item_is_an_edit_and_stands_beside_somebody_elses()
    {
        var task = await InProgress("Log aplikasi", "Log basis data");
        var drawer = Open(kpu, task.Text);
        await Node.Accept(Incident, bssn, ACommand.Edit((await State()).Tasks[task]) with { Title = "Amankan semua log" });
        await drawer.Choose(".ticks input", true, 1);

        var now = (await State()).Tasks[task];
        now.Title.ShouldBe("Amankan semua log");
        now.Checklist.Select(c => c.IsDone).ShouldBe([false, true]);
    }

    [Fact]
    public async Task The_history_holds_everything_and_grows_while_it_is_open()
    {
        var task = await Propose(bssn, "KPU");
        var drawer = Open(bin, task.Text);
        drawer.WaitForAssertion(() => drawer.FindAll(".history__one").Count.ShouldBe(1));
        await Node.Accept(Incident, kpu, ACommand.Move(task, TaskState.Accepted, ""));
        drawer.WaitForAssertion(() => drawer.FindAll(".history__one").Count.ShouldBe(2));
        await Node.Accept(Incident, bin, ACommand.Write() with { About = [task], Text = "Sudah kami dengar." });
        drawer.WaitForAssertion(() => drawer.FindAll(".history__one")[^1].Text().ShouldContain("Sudah kami dengar."));
    }

    [Fact]
    public async Task What_was_half_written_is_there_again_with_its_label_until_it_is_sent_or_cancelled()
    {
        var task = await Propose(bssn, "KPU");
        var drawer = Open(kpu, task.Text);
        await drawer.Press("Tambah catatan");
        await drawer.Type(".drawer__foot textarea", "Setengah kalimat");
        await drawer.Choose(".drawer__foot .marking select", nameof(Tlp.AmberStrict));
        await Eventually.Is(async () => await Kept() is { } kept && kept["Marking"]?["Tlp"]?.GetValue<int>() == (int)Tlp.AmberStrict);

        var again = Open(kpu, task.Text);
        await again.Press("Tambah catatan");
        again.WaitForAssertion(() => again.Find(".drawer__foot textarea").GetAttribute("value").ShouldBe("Setengah kalimat"));
        await again.Submit(".drawer__foot form");
        again.WaitForAssertion(() => again.FindAll(".history__one")[^1].Text().ShouldContain("Setengah kalimat"));
        (await Node.Log.ReadAfter(Incident, 0))[^1].Content!.Marking.Tlp.ShouldBe(Tlp.AmberStrict);
        (await Kept()).ShouldBeNull();

        await again.Press("Tambah catatan");
        await again.Type(".drawer__foot textarea", "Lebih baik tidak.");
        await Eventually.Is(async () => await Kept() is not null);
        await again.Press("Batal");
        await Eventually.Is(async () => await Kept() is null);

        Task<System.Text.Json.Nodes.JsonObject?> Kept() => Node.Get<IncidentHub.Access.Drafts>().Load<System.Text.Json.Nodes.JsonObject>(kpu.Person, Incident, $"note {task}");
    }

    [Fact]
    public async Task A_note_is_marked_as_the_task_is()
    {
        var marking = new Marking(Tlp.AmberStrict, [kpu.Agency, bssn.Agency], []);
        var task = await Propose(bssn, "KPU", t => t with { Marking = marking });
        var drawer = Open(kpu, task.Text);
        await drawer.Press("Tambah catatan");
        await drawer.Type(".drawer__foot textarea", "Berkas sudah diterima.");
        await drawer.Submit(".drawer__foot form");

        var history = await Node.Reader.HistoryOf(Room, kpu, task);
        history[^1].Text.ShouldBe("Berkas sudah diterima.");
        history[^1].Marking.ShouldBe(marking);
    }

    [Fact]
    public async Task Only_the_source_changes_the_marking()
    {
        var task = await Propose(bssn, "KPU");
        Open(kpu, task.Text).FindAll("button").ShouldNotContain(b => b.Text() == "Ubah penandaan");
        var drawer = Open(bssn, task.Text);
        await drawer.Press("Ubah penandaan");
        await drawer.Choose(".drawer__foot select", "Green");
        await drawer.Type(".drawer__foot textarea", "Sudah diumumkan.");
        await drawer.Submit(".drawer__foot form");
        (await State()).Tasks[task].Marking.Tlp.ShouldBe(Tlp.Green);
        drawer.WaitForAssertion(() => drawer.Find(".drawer__title").Text().ShouldContain("TLP:GREEN"));
    }

    async Task<Reference> InProgress(params string[] items)
    {
        var task = await Propose(bssn, "KPU", t => t with { Checklist = [.. items] });
        await Node.Accept(Incident, kpu, ACommand.Move(task, TaskState.Accepted));
        await Node.Accept(Incident, kpu, ACommand.Move(task, TaskState.InProgress));
        return task;
    }
}
