using AngleSharp.Dom;
using Bunit;
using IncidentHub.Access;
using IncidentHub.Briefings;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Clock = IncidentHub.Tests.Support.Clock;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.Briefings;

/// <summary>What a member reads beside the frozen edition, and asks below it.</summary>
public class CommissionPageTests : RoomScreens
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Node.Release(Incident);
        await Node.Brief(Incident);
        ((Clock)Node.Time).Pass(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task What_comes_while_the_page_is_open_is_marked_and_what_was_there_is_not()
    {
        await Node.Release(Incident, "Sudah ada.");
        var page = Page(Room.Text);
        page.Find(".since__note").Text().ShouldBe("1 rilis baru, belum masuk edisi ini.");
        page.FindAll(".since__new").ShouldBeEmpty();
        await Node.Release(Incident, "Baru datang.");
        page.WaitForAssertion(() => page.FindAll(".since__points li").Count.ShouldBe(2));
        page.FindAll(".since__points li").Single(l => l.QuerySelector(".since__new") is not null).Text().ShouldContain("Baru datang.");
    }

    [Fact]
    public async Task On_another_incident_one_is_new_to_what_stands_there()
    {
        var other = await Node.Open(ACommand.OpenWithTeam() with { Title = "Insiden kedua" });
        await Node.Release(other);
        await Node.Brief(other);
        await Node.Release(other, "Sudah ada.");
        var page = Page(Room.Text);
        var second = (await Node.StateOf(other)).Reference;
        page.Render(p => p.Add(c => c.IncidentRef, null));
        page.FindAll(".incidents li").Count.ShouldBe(2);
        page.Render(p => p.Add(c => c.IncidentRef, second.Text));
        page.Find(".since__points li").Text().ShouldContain("Sudah ada.");
        page.FindAll(".since__new").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_late_and_what_was_taken_back_stand_apart()
    {
        var request = await Node.Made(Incident, AClarification.Requester, ACommand.Ask() with { SentAt = AnIncident.Now.AddHours(-80) });
        await Node.Accept(Incident, AClarification.Requester, ACommand.Deliver(request) with { At = AnIncident.Now.AddHours(-80) });
        await Node.Publish(Incident, await Node.Agreed(Incident, request, "Jawaban KPU", BriefingSection.Due));
        var withdrawn = await Node.Release(Incident, "Jumlahnya 500.");
        await Node.Accept(Incident, ABriefing.Publisher, ACommand.TakeBack(withdrawn) with { Reason = "Jumlahnya keliru." });
        var page = Page(Room.Text);
        page.Find(".since__late li").Text().ShouldBe("Jawaban KPU: Lewat 8 jam 1 menit (hitungan sistem)");
        page.Find(".since__withdrawn s").Text().ShouldBe("Jumlahnya 500.");
        page.Find(".since__withdrawn li").Text().ShouldContain("Jumlahnya keliru.");
        page.Find(".since__points").Text().ShouldNotContain("Jumlahnya 500.");
        page.Find(".since__points li").Text().ShouldContain("Kementerian Komunikasi dan Informatika: Jawaban KPU");
    }

    [Fact]
    public async Task An_older_edition_says_so_and_has_no_news_beside_it()
    {
        await Node.Release(Incident, "Lebih baru.");
        await Node.Brief(Incident);
        var page = Page(Room.Text, "R-01");
        page.Find(".older").Text().ShouldContain("Ini edisi R-01; edisi terakhir ialah R-02.");
        page.FindAll(".since").ShouldBeEmpty();
        page.Find(".briefing").Text().ShouldNotContain("Lebih baru.");
        page.Render(p => p.Add(c => c.Name, null));
        page.Find(".briefing").Text().ShouldContain("Lebih baru.");
    }

    [Fact]
    public async Task A_question_is_asked_and_its_answer_comes_below_it()
    {
        var page = Page(Room.Text);
        page.Find(".ask__none").Text().ShouldBe("Belum ada pertanyaan.");
        await page.Type(".ask textarea", "Apakah data dapat diubah?");
        await page.Choose(".ask input.input", "Anggota Fraksi A");
        await page.Submit(".ask form");
        page.WaitForAssertion(() => page.Find(".ask__list li").Text().ShouldContain("Apakah data dapat diubah? Anggota Fraksi A"));
        page.Find(".ask__sent").Text().ShouldBe("Pertanyaan terkirim.");
        page.Find(".ask textarea").GetAttribute("value").ShouldBeNullOrEmpty();
        page.Find(".ask__list li").Text().ShouldContain("Diterima; sedang diteruskan");
        // Who asked stays for the next one.
        page.Find(".ask input.input").GetAttribute("value").ShouldBe("Anggota Fraksi A");

        var question = (await State()).Questions.Keys.Single();
        await Node.Accept(Incident, People.Coordinator, ACommand.Assign(question, "BIN"));
        page.WaitForAssertion(() => page.Find(".ask__list li").Text().ShouldContain("Menunggu jawaban Badan Intelijen Negara"));
        var answer = await Node.Made(Incident, People.LiaisonOf("BIN"), ACommand.Reply(question));
        await Node.Publish(Incident, answer);
        page.WaitForAssertion(() => page.Find(".ask__answer").Text().ShouldBe(ACommand.Reply(question).Text));
    }

    [Fact]
    public async Task A_question_that_is_refused_keeps_its_words()
    {
        var page = Page(Room.Text);
        await page.Submit(".ask form");
        page.Find(".ask .field__error").Text().ShouldBe("Isi wajib ditulis.");
        var long_ = new string('a', CommissionQuestion.MaximumLength + 1);
        await page.Type(".ask textarea", long_);
        await page.Submit(".ask form");
        page.Find(".ask .field__error").Text().ShouldNotBeEmpty();
        page.Find(".ask textarea").GetAttribute("value").ShouldBe(long_);
        page.FindAll(".ask__sent").ShouldBeEmpty();
        (await State()).Questions.ShouldBeEmpty();
        // And through a reload.
        await page.InvokeAsync(() => page.FindComponent<QuestionsToTeam>().Instance.Dispose());
        await Eventually.Is(() => Task.FromResult(Page(Room.Text).Find(".ask textarea").GetAttribute("value") == long_));
    }

    [Fact]
    public async Task To_everybody_else_and_for_what_is_not_the_commissions_it_is_not_found()
    {
        var unbriefed = (await Node.StateOf(await Node.Open())).Reference;
        foreach (var (viewer, incident, name) in new (Actor, string?, string?)[]
        {
            (People.LiaisonOf("KPU"), null, null), (People.LiaisonOf("KPU"), Room.Text, null), (People.Auditor, Room.Text, "R-01"), (People.Administrator, null, null),
            (People.Observer, "INS-00000000", null), (People.Observer, unbriefed.Text, null), (People.Observer, Room.Text, "R-99"),
        })
            Page(incident, name, viewer).Markup.Trim().ShouldBeEmpty($"{viewer.Name} {incident} {name}");
    }

    IRenderedComponent<CommissionPage> Page(string? incident, string? name = null, Actor? viewer = null) =>
        Screen().Render<CommissionPage>(p => p.AddCascadingValue(viewer ?? People.Observer).Add(c => c.IncidentRef, incident).Add(c => c.Name, name));
}
