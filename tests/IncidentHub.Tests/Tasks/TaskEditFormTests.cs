using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tasks;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Tasks;

public class TaskEditFormTests : RoomScreens
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    static readonly Actor bssn = People.LiaisonOf("BSSN");

    [Fact]
    public async Task Alone_an_edit_is_saved_and_closes()
    {
        var (task, drawer) = await Editing();
        await drawer.Choose("input.input", "Amankan log akses");
        await drawer.Submit(".edit form");
        (await State()).Tasks[task].Title.ShouldBe("Amankan log akses");
        drawer.WaitForAssertion(() => drawer.FindAll(".edit").ShouldBeEmpty());
    }

    [Fact]
    public async Task A_half_written_edit_survives_a_reload_and_still_knows_which_version_it_started_from()
    {
        var (task, drawer) = await Editing();
        await drawer.Choose("input.input", "Milik saya");
        await Eventually.Is(async () => await Node.Get<IncidentHub.Access.Drafts>().Load<EditTaskModel>(bssn.Person, Incident, $"edit {task}") is { Title: "Milik saya" });
        await Node.Accept(Incident, kpu, ACommand.Edit((await State()).Tasks[task]) with { Title = "Milik mereka" });

        var again = Open(bssn, task.Text);
        await again.Press("Ubah tugas");
        again.WaitForAssertion(() => again.Find("input.input").GetAttribute("value").ShouldBe("Milik saya"));
        await again.Submit(".edit form");
        again.WaitForAssertion(() => again.FindAll(".conflict__version").Select(v => v.Text()).ShouldContain("Punya Anda Milik saya"));
        await again.Press("Pakai yang terbaru");
        await Eventually.Is(async () => await Node.Get<IncidentHub.Access.Drafts>().Load<EditTaskModel>(bssn.Person, Incident, $"edit {task}") is null);
    }

    [Fact]
    public async Task Two_versions_stand_side_by_side_and_nothing_typed_is_lost()
    {
        var (task, drawer) = await Conflict();
        drawer.Find(".conflict [role=alert]").Text().ShouldContain("Tulisan Anda masih ada");
        drawer.FindAll(".conflict__version").Select(v => v.Text()).ShouldContain("Terbaru Milik mereka");
        drawer.FindAll(".conflict__version").Select(v => v.Text()).ShouldContain("Punya Anda Milik saya");
        drawer.Find(".conflict__same").Text().ShouldContain("Tanpa tenggat");
        (await State()).Tasks[task].Title.ShouldBe("Milik mereka");
    }

    [Fact]
    public async Task Mine_replaces_theirs()
    {
        var (task, drawer) = await Conflict();
        await drawer.Press("Pakai punya saya");
        var now = (await State()).Tasks[task];
        (now.Title, now.Checklist.Single().Text).ShouldBe(("Milik saya", "Butir lama"));
    }

    [Fact]
    public async Task Theirs_stays()
    {
        var (task, drawer) = await Conflict();
        await drawer.Press("Pakai yang terbaru");
        var now = (await State()).Tasks[task];
        (now.Title, now.Checklist.Single().Text).ShouldBe(("Milik mereka", "Butir mereka"));
        drawer.FindAll(".conflict").ShouldBeEmpty();
    }

    [Fact]
    public async Task Part_by_part_what_I_left_alone_is_theirs()
    {
        var (task, drawer) = await Conflict();
        await drawer.Press("Simpan pilihan");
        var now = (await State()).Tasks[task];
        (now.Title, now.Checklist.Single().Text).ShouldBe(("Milik saya", "Butir mereka"));
    }

    [Fact]
    public async Task A_third_edit_meanwhile_is_shown_too()
    {
        var (task, drawer) = await Conflict();
        await Node.Accept(Incident, kpu, ACommand.Edit((await State()).Tasks[task]) with { Title = "Yang ketiga" });
        drawer.WaitForAssertion(() => drawer.Find(".conflict__version").Text().ShouldBe("Terbaru Yang ketiga"));
        await drawer.Press("Pakai punya saya");
        (await State()).Tasks[task].Title.ShouldBe("Milik saya");
    }

    [Theory]
    [InlineData("lama", "lama", "lama", false)]
    [InlineData("lama", "baru", "lama", false)]
    [InlineData("lama", "lama", "saya", true)]
    [InlineData("lama", "baru", "saya", true)]
    [InlineData("lama", "baru", "baru", false)]
    public void What_is_suggested_is_whatever_was_changed(string began, string theirs, string mine, bool isMine) =>
        VersionChoice.Suggested(new(began, null, []), new(theirs, null, []), new(mine, null, [])).MyTitle.ShouldBe(isMine);

    async Task<(Reference, IRenderedComponent<LiveRoom>)> Editing()
    {
        var task = await Propose(bssn, "KPU", t => t with { Title = "Judul lama", Checklist = ["Butir lama"] });
        var drawer = Open(bssn, task.Text);
        await drawer.Press("Ubah tugas");
        return (task, drawer);
    }

    async Task<(Reference, IRenderedComponent<LiveRoom>)> Conflict()
    {
        var (task, drawer) = await Editing();
        await Node.Accept(Incident, kpu, ACommand.Edit((await State()).Tasks[task]) with { Title = "Milik mereka", Checklist = [new("Butir mereka", false)] });
        drawer.WaitForAssertion(() => drawer.Find(".claim").Text().ShouldBe("Milik mereka"));
        await drawer.Choose("input.input", "Milik saya");
        await drawer.Submit(".edit form");
        drawer.WaitForAssertion(() => drawer.Find(".conflict").ShouldNotBeNull());
        return (task, drawer);
    }
}
