using Bunit;
using IncidentHub.Clarifications;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Clarifications;

public class ClarificationsPaneTests : RoomScreens
{
    static readonly Actor kominfo = AClarification.Requester;
    static readonly Actor kpu = AClarification.Addressed;
    static readonly Actor bin = People.LiaisonOf("BIN");

    [Fact]
    public void Where_there_is_none_it_says_what_belongs_there_and_offers_it()
    {
        var pane = Pane(kpu);
        pane.Markup.ShouldContain("3x24 jam");
        pane.Button("Klarifikasi baru").GetAttribute("href").ShouldBe("/baru");
        Pane(People.Auditor).FindAll("a[href='/baru']").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_clock_runs_from_delivery_and_says_when_it_has_passed()
    {
        var request = await Ask();
        Pane(kpu).FindAll("due-clock").ShouldBeEmpty();
        await Node.Accept(Incident, kominfo, ACommand.Deliver(request) with { At = Node.Time.GetUtcNow() });
        var pane = Pane(kpu);
        pane.Find("due-clock").TextContent.ShouldBe("Sisa 3 hari 0 jam");
        pane.Find(".pane__count").TextContent.ShouldBe("1 terbuka");

        ((Clock)Node.Time).Pass(TimeSpan.FromHours(73));
        var later = Pane(kpu);
        later.Find("due-clock").TextContent.ShouldBe("Lewat 1 jam 0 menit");
        later.Find("due-clock").HasAttribute("data-overdue").ShouldBeTrue();
        later.Find(".pane__count").TextContent.ShouldBe("1 lewat tenggat");
        later.Markup.ShouldContain("(hitungan sistem)");
    }

    [Fact]
    public async Task Who_is_asked_acknowledges_in_one_click_and_is_led_to_the_answer()
    {
        var request = await Ask();
        var pane = Pane(kpu);
        pane.Find("h3.group").Text().ShouldBe("Menunggu jawaban kami 1");
        pane.FindAll(".due__acts a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"/jawab/{request}");
        await pane.PressFirst(".due__acts button");
        (await State()).Clarifications[request].State.ShouldBe(ClarificationState.Acknowledged);
        pane.WaitForAssertion(() => pane.FindAll(".due__acts button").ShouldBeEmpty());

        Pane(kominfo).Find("h3.group").Text().ShouldBe("Kami tanyakan 1");
        Pane(kominfo).FindAll(".due__acts").ShouldBeEmpty();
        Pane(bin).Find("h3.group").Text().ShouldBe("Terbuka 1");
    }

    [Fact]
    public async Task An_answer_waits_for_the_requesters_judgement_and_a_closed_one_is_folded_away()
    {
        var request = await Ask();
        await Node.Accept(Incident, kpu, ACommand.AnswerAll(request));
        var pane = Pane(kominfo);
        pane.Find("h3.group").Text().ShouldBe("Menunggu penilaian kami 1");
        await Node.Accept(Incident, kominfo, ACommand.Close(request));
        pane.WaitForAssertion(() => pane.Find("details summary").Text().ShouldBe("Ditutup atau dicabut 1"));
        pane.Find(".pane__count").TextContent.ShouldBe("0 terbuka");
    }

    [Fact]
    public async Task A_draft_is_its_own_agencys_alone()
    {
        await Ask(d => d with { Send = false });
        Pane(kominfo).Find("h3.group").Text().ShouldBe("Draf kami 1");
        Pane(kpu).FindAll(".due").ShouldBeEmpty();
        Pane(kpu).FindAll(".pane__count").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_late_by_then_keeps_saying_so()
    {
        var request = await Ask();
        await Node.Accept(Incident, kominfo, ACommand.Deliver(request) with { At = Node.Time.GetUtcNow() });
        ((Clock)Node.Time).Pass(TimeSpan.FromHours(75));
        await Node.Accept(Incident, kpu, ACommand.AnswerAll(request));
        ((Clock)Node.Time).Pass(TimeSpan.FromHours(100));
        Pane(bin).Find(".due__settled").Text().ShouldBe("Dijawab terlambat 3 jam 0 menit");
    }

    IRenderedComponent<LiveRoom> Pane(Actor viewer) => Show<ClarificationsPane>(viewer, view => new Dictionary<string, object>
    {
        ["View"] = view,
        ["Viewer"] = viewer,
        ["Zone"] = LocalTime.Wib,
        ["HrefOf"] = (Reference r) => $"/{r}",
        ["AnswerHref"] = (Reference r) => $"/jawab/{r}",
        ["NewHref"] = "/baru",
    });
}
