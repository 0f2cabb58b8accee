using Bunit;
using IncidentHub.Briefings;
using IncidentHub.Clarifications;
using IncidentHub.Domain;
using IncidentHub.Obligations;
using IncidentHub.Storage;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Live;

/// <summary>What pages beside a room have in common, each on one of them.</summary>
public class RoomPageTests : RoomScreens
{
    static readonly Actor kpu = AClarification.Addressed;
    static readonly Actor bin = People.LiaisonOf("BIN");

    [Fact]
    public async Task Another_address_of_the_same_page_is_noted_and_shown()
    {
        var request = await Ask();
        await Node.Accept(Incident, kpu, ACommand.Answer(request, (1, QuestionState.Answered)) with { Text = "Versi pertama." });
        await Node.Accept(Incident, kpu, ACommand.AnswerAll(request) with { Text = "Versi kedua." });
        var screen = Screen();
        var navigation = screen.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo($"insiden/{Room}/surat/{request}/jawaban/1");
        var page = screen.Render<LetterPage>(p => p.AddCascadingValue(People.Auditor).Add(l => l.IncidentRef, Room.Text).Add(l => l.RequestRef, request.Text).Add(l => l.Version, 1));
        page.WaitForAssertion(() => page.Find(".paper").Text().ShouldContain("Versi pertama."));
        navigation.NavigateTo($"insiden/{Room}/surat/{request}/jawaban/2");
        page.Render(p => p.Add(l => l.Version, 2));
        page.WaitForAssertion(() => page.Find(".paper").Text().ShouldContain("Versi kedua."));
        await using var context = await Node.Get<IDbContextFactory<AppDataContext>>().CreateDbContextAsync();
        (await context.Sights.Select(s => s.What).ToListAsync()).ShouldBe([$"insiden/{Room}/surat/{request}/jawaban/1", $"insiden/{Room}/surat/{request}/jawaban/2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_lost_the_incident_is_led_to_where_it_was()
    {
        var page = Screen().Render<BriefingsPage>(p => p.AddCascadingValue(bin).Add(b => b.IncidentRef, Room.Text));
        page.WaitForElement("h1");
        await Node.Accept(Incident, People.Coordinator, ACommand.Remove(bin));
        page.WaitForAssertion(() => page.Markup.Trim().ShouldBeEmpty());
        page.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith($"/insiden/{Room}");
    }

    [Fact]
    public async Task A_notice_moves_on_by_push_until_it_may_be_seen_no_more()
    {
        var notice = await Record(kpu);
        await Node.Accept(Incident, kpu, ACommand.WriteNotice(notice));
        var page = Screen().Render<NoticePage>(p => p.AddCascadingValue(bin).Add(n => n.IncidentRef, Room.Text).Add(n => n.ObligationRef, notice.Text));
        page.WaitForAssertion(() => page.Find(".paper__stamp").Text().ShouldContain("RANCANGAN"));
        await Node.Accept(Incident, People.Coordinator, ACommand.ReviewNotice(notice));
        page.WaitForAssertion(() => page.FindAll(".paper__stamp").ShouldBeEmpty());
        await Node.Accept(Incident, kpu, ACommand.ReMark(notice, new Marking(Tlp.AmberStrict, [kpu.Agency], [])));
        page.WaitForAssertion(() => page.Markup.Trim().ShouldBeEmpty());
    }
}
