using System.Globalization;
using Bunit;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Tasks;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Tasks;

public class ProposeTaskFormTests : RoomScreens
{
    static readonly Actor bssn = People.LiaisonOf("BSSN");

    [Fact]
    public async Task A_template_fills_the_form_and_the_task_is_proposed()
    {
        var form = Open(bssn, ObjectLinks.NewTask);
        await form.Choose("select", TaskTemplates.All[0].ToString());
        await form.Choose("select", "KPU", 1);
        await form.Submit("form");

        var task = (await State()).Tasks.Values.ShouldHaveSingleItem();
        (task.Title, task.Assigned, task.State, task.Checklist.Length).ShouldBe(("Amankan log akses", new AgencyId("KPU"), TaskState.Proposed, 4));
        task.Due.ShouldBe(Node.Time.GetUtcNow().AddHours(4));
        Done.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_stays_through_a_reload()
    {
        var form = Open(bssn, ObjectLinks.NewTask);
        await form.Type("textarea", "Salin sebelum terhapus.");
        await form.Submit("form");
        form.Find(".field__error").Text().ShouldBe("Judul wajib ditulis.");
        (await State()).Tasks.ShouldBeEmpty();

        await Eventually.Is(async () => await Node.Get<IncidentHub.Access.Drafts>().Load<ProposeTaskModel>(bssn.Person, Incident, "task") is { Text: not null });
        Open(bssn, ObjectLinks.NewTask).Find("textarea").GetAttribute("value").ShouldBe("Salin sebelum terhapus.");
    }

    [Fact]
    public async Task A_follow_up_is_marked_as_the_finding_and_says_from_which()
    {
        var marking = new Marking(Tlp.AmberStrict, [bssn.Agency, new AgencyId("KPU")], []);
        var finding = await Raise(bssn, f => f with { Marking = marking, Title = "Akun administrator disalahgunakan" });
        var form = Open(bssn, ObjectLinks.NewTask, finding.Text);
        form.Find("h2").Text().ShouldBe($"Tindak lanjut atas {finding}");
        await form.Choose("input.input", "Cabut sesinya");
        await form.Submit("form");

        var task = (await State()).Tasks.Values.ShouldHaveSingleItem();
        (task.From, task.Marking).ShouldBe((finding, marking));
    }

    [Theory, InlineData("id-ID"), InlineData("en-GB")]
    public void Every_template_has_its_words_and_makes_a_valid_task(string culture)
    {
        var words = Screen().Services.GetRequiredService<Words>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        foreach (var template in TaskTemplates.All)
        {
            var model = new ProposeTaskModel { Assigned = bssn.Agency };
            model.Take(template, Node.Time.GetUtcNow(), words);
            model.ToCommand(null).Faults().ShouldBeEmpty();
            model.Checklist.Count.ShouldBeGreaterThan(2);
        }
    }
}
