using Bunit;
using Bunit.TestDoubles;
using IncidentHub.Clarifications;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Clarifications;

public class LetterPageTests : RoomScreens
{
    static readonly Actor kominfo = AClarification.Requester;
    static readonly Actor kpu = AClarification.Addressed;

    [Fact]
    public async Task The_letter_says_who_asks_whom_what_until_when_and_carries_its_label()
    {
        var request = await Ask();
        await Node.Accept(Incident, kominfo, ACommand.Deliver(request) with { At = Node.Time.GetUtcNow() });
        var letter = Page(kpu, request).Find(".paper").Text();
        letter.ShouldContain("TLP:AMBER");
        letter.ShouldContain("Permintaan klarifikasi:");
        letter.ShouldContain("3 x 24 jam (72 jam kalender)");
        letter.ShouldContain("tenggatnya 01/12/2023");
        letter.ShouldNotContain("RANCANGAN");
    }

    [Fact]
    public async Task Each_version_of_the_answer_prints_by_itself()
    {
        var request = await Ask();
        await Node.Accept(Incident, kpu, ACommand.Answer(request, (1, QuestionState.Answered)) with { Text = "Versi pertama." });
        await Node.Accept(Incident, kpu, ACommand.AnswerAll(request) with { Text = "Versi kedua." });
        Page(kominfo, request, 1).Find(".paper").Text().ShouldContain("Versi pertama.");
        var second = Page(kominfo, request, 2).Find(".paper").Text();
        second.ShouldContain("Versi kedua.");
        second.ShouldContain("memutakhirkan jawaban sebelumnya");
    }

    [Fact]
    public async Task What_one_may_not_see_and_what_there_is_not_are_the_same()
    {
        var draft = await Ask(d => d with { Send = false });
        Page(kominfo, draft).Find(".paper").Text().ShouldContain("RANCANGAN");
        foreach (var (viewer, request, version) in new[] { (kpu, draft, (int?)null), (kominfo, new Reference("K-00000"), null), (kominfo, draft, 1), (People.Observer, draft, null) })
        {
            var page = Page(viewer, request, version);
            page.FindAll(".paper").ShouldBeEmpty();
            page.Markup.Trim().ShouldBeEmpty();
        }
    }

    IRenderedComponent<LetterPage> Page(Actor viewer, Reference request, int? version = null)
    {
        var screen = Screen();
        screen.Services.AddSingleton(Node.Get<IncidentHub.Access.Sights>());
        return screen.Render<LetterPage>(p => p.AddCascadingValue(viewer).Add(l => l.IncidentRef, Room.Text).Add(l => l.RequestRef, request.Text).Add(l => l.Version, version));
    }
}
