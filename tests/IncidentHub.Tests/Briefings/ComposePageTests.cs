using Bunit;
using Bunit.TestDoubles;
using IncidentHub.Briefings;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Briefings;

public class ComposePageTests : RoomScreens
{
    static readonly Actor composer = ABriefing.Composer;
    static readonly Actor approver = ABriefing.Approver;

    [Fact]
    public async Task The_preview_says_what_the_form_does()
    {
        var kept = await Told("Akses ditutup.");
        await Told("Log diamankan.");
        await Told("Data dicadangkan.");
        var page = New();
        await page.Type("textarea", "Data **diduga** bocor.");
        page.WaitForAssertion(() => page.Find(".briefing .summary").Text().ShouldContain("Data diduga bocor."));
        Steps(page).ShouldBe(["Akses ditutup.", "Log diamankan.", "Data dicadangkan."]);

        await Keep(page, "Akses ditutup.", isIn: false);
        page.WaitForAssertion(() => Steps(page).ShouldBe(["Log diamankan.", "Data dicadangkan."]));
        Listed(page).Count.ShouldBe(3);
        await Keep(page, "Akses ditutup.", isIn: true);
        page.WaitForAssertion(() => Steps(page).Count.ShouldBe(3));

        // What is taken back while one composes goes at once.
        await Node.Accept(Incident, ABriefing.Publisher, ACommand.TakeBack(kept));
        page.WaitForAssertion(() => Steps(page).ShouldBe(["Log diamankan.", "Data dicadangkan."]));
    }

    [Fact]
    public async Task A_point_moves_up_and_down_among_its_section_and_stays_there()
    {
        foreach (var title in new[] { "Satu.", "Dua.", "Tiga." })
            await Told(title);
        var page = New();
        page.Button("Naikkan: Satu.").HasAttribute("disabled").ShouldBeTrue();
        page.Button("Turunkan: Tiga.").HasAttribute("disabled").ShouldBeTrue();
        await page.Press("Naikkan: Tiga.");
        page.WaitForAssertion(() => Listed(page).ShouldBe(["Satu.", "Tiga.", "Dua."]));
        await page.Press("Turunkan: Satu.");
        page.WaitForAssertion(() => Listed(page).ShouldBe(["Tiga.", "Satu.", "Dua."]));
        await page.Type("textarea", "Ringkasan.");
        await page.Submit("form");
        var edition = (await State()).Editions.Values.ShouldHaveSingleItem();
        BriefingContent.Of(await State(), edition.Draft, Node.Time.GetUtcNow()).Points.Select(p => p.Title).ShouldBe(["Tiga.", "Satu.", "Dua."]);
    }

    [Fact]
    public async Task What_is_saved_goes_on_at_its_own_address()
    {
        await Node.Release(Incident);
        await Node.Compose(Incident);
        var page = New();
        await page.Submit("form");
        page.Find(".field__error").Text().ShouldBe("Isi wajib ditulis.");
        await page.Type("textarea", "Ringkasan saya.");
        await page.Submit("form");
        var made = (await State()).Editions.Values.Single(e => e.Draft.Summary == "Ringkasan saya.");
        page.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith($"/paparan/draf/{made.Reference}");
        page.Find(".compose__what").Text().ShouldContain("menunggu persetujuan");
        page.Find(".compose__state").Text().ShouldContain(composer.Name);
        // As the router gives it the address that it went to.
        page.Render(p => p.Add(c => c.EditionRef, made.Reference.Text));
        page.WaitForAssertion(() => page.Find("h1").Text().ShouldContain(made.Reference.Text));
        page.FindAll("form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Half_written_it_is_there_again_after_a_reload()
    {
        await Node.Release(Incident);
        var page = New();
        await page.Type("textarea", "Setengah jadi.");
        await page.InvokeAsync(() => ((IDisposable)page.Instance).Dispose());
        await Eventually.Is(() => Task.FromResult(New().Find("textarea").GetAttribute("value") == "Setengah jadi."));
    }

    [Fact]
    public async Task Another_agency_approves_exactly_what_is_shown_and_a_coordinator_freezes_it()
    {
        await Node.Release(Incident);
        var edition = await Node.Compose(Incident);
        Draft(composer, edition).Buttons(".compose__steps").ShouldBe(["Ubah", "Buang draf"]);
        var page = Draft(approver, edition);
        page.Buttons(".compose__steps").ShouldBe(["Setujui", "Ubah"]);
        await page.Press("Setujui");
        var approved = (await State()).Editions[edition];
        approved.State.ShouldBe(EditionState.Approved);
        EditionDocument.Parse(approved.Document!).Points.Select(p => p.Title).ShouldBe(Steps(page));

        // Approved, it shows that and nothing that came since.
        await Node.Release(Incident, "Baru saja dirilis.");
        var coordinator = Draft(People.Coordinator, edition);
        coordinator.Find(".briefing").Text().ShouldNotContain("Baru saja dirilis.");
        await coordinator.Press("Bekukan dan terbitkan");
        (await State()).Editions[edition].Name.ShouldBe("R-01");
        coordinator.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/paparan/R-01");
    }

    [Fact]
    public async Task What_changed_before_the_approval_came_is_said_shown_and_not_approved()
    {
        await Node.Release(Incident);
        var edition = await Node.Compose(Incident);
        // The page is behind: whoever reads it reads what was before.
        var page = Draft(approver, edition);
        await page.PressBehind("Setujui", () => Node.Release(Incident, "Sementara itu."));
        (await State()).Editions[edition].State.ShouldBe(EditionState.Draft);
        page.WaitForAssertion(() => page.Find("[role=alert]:not(:empty)").Text().ShouldContain("diubah orang lain"));
        Steps(page).ShouldContain("Sementara itu.");
        await page.Press("Setujui");
        (await State()).Editions[edition].State.ShouldBe(EditionState.Approved);
    }

    [Fact]
    public async Task A_colleagues_version_is_not_overwritten_unseen()
    {
        await Node.Release(Incident);
        var edition = await Node.Compose(Incident);
        var page = Draft(composer, edition);
        await page.Press("Ubah");
        await page.Type("textarea", "Ringkasan saya.");
        await Node.Accept(Incident, approver, ACommand.Compose() with { Edition = edition, Draft = new EditionDraft(BriefingSession.Open, "Ringkasan mereka.", [], []) });
        await page.Submit("form");
        page.WaitForAssertion(() => page.Find("[role=alert]:not(:empty)").Text().ShouldContain("diubah orang lain"));
        page.Find("textarea").GetAttribute("value").ShouldBe("Ringkasan saya.");
        page.Button("Pakai versi rekan");
        (await State()).Editions[edition].Draft.Summary.ShouldBe("Ringkasan mereka.");
        page.Find(".theirs").Text().ShouldContain("Ringkasan mereka.");
        await page.Submit("form");
        (await State()).Editions[edition].Draft.Summary.ShouldBe("Ringkasan saya.");
    }

    [Fact]
    public async Task Whoever_comes_back_to_what_they_wrote_is_told_what_a_colleague_saved_meanwhile()
    {
        await Node.Release(Incident);
        var edition = await Node.Compose(Incident);
        var left = Draft(composer, edition);
        await left.Press("Ubah");
        await left.Type("textarea", "Ringkasan saya.");
        await left.InvokeAsync(() => ((IDisposable)left.Instance).Dispose());
        await Node.Accept(Incident, approver, ACommand.Compose() with { Edition = edition, Draft = new EditionDraft(BriefingSession.Open, "Ringkasan mereka.", [], []) });
        await Eventually.Is(() => Task.FromResult(Draft(composer, edition).FindAll("textarea").Any(t => t.GetAttribute("value") == "Ringkasan saya.")));

        // As often as the page is opened anew.
        foreach (var page in new[] { Draft(composer, edition), Draft(composer, edition) })
            page.Find(".theirs").Text().ShouldContain("Ringkasan mereka.");
        var back = Draft(composer, edition);
        await back.Press("Pakai versi rekan");
        back.FindAll("textarea").ShouldBeEmpty();
        (await State()).Editions[edition].Draft.Summary.ShouldBe("Ringkasan mereka.");
        await back.Press("Ubah");
        back.Find("textarea").GetAttribute("value").ShouldBe("Ringkasan mereka.");
        back.FindAll(".theirs").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_being_written_stays_before_its_writers_eyes_when_a_colleague_gives_the_draft_up()
    {
        await Node.Release(Incident);
        var edition = await Node.Compose(Incident);
        var page = Draft(composer, edition);
        await page.Press("Ubah");
        await page.Type("textarea", "Ringkasan panjang saya.");
        await Node.Accept(Incident, People.Coordinator, ACommand.Discard(edition));
        page.WaitForAssertion(() => page.Find(".theirs").Text().ShouldContain("sudah dibuang oleh rekan Anda"));
        page.Find("textarea").GetAttribute("value").ShouldBe("Ringkasan panjang saya.");
        await page.Submit("form");
        page.Find("textarea").GetAttribute("value").ShouldBe("Ringkasan panjang saya.");
        await page.Press("Batal");
        page.FindAll("textarea").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_approved_it_stands_beside_who_wrote_it()
    {
        await Node.Release(Incident);
        var edition = await Node.Compose(Incident);
        await Node.Approve(Incident, edition);
        Draft(People.Coordinator, edition).Find(".compose__state").Text().ShouldBe(
            $"Disetujui disusun {composer.Name} ({composer.AgencyName}) disetujui {approver.Name} ({approver.AgencyName}), 28/11/2023 10.15 WIB");
    }

    [Fact]
    public async Task A_point_that_was_withdrawn_stops_the_publication()
    {
        var release = await Node.Release(Incident);
        await Node.Release(Incident, "Tetap.");
        var edition = await Node.Compose(Incident);
        await Node.Approve(Incident, edition);
        await Node.Accept(Incident, ABriefing.Publisher, ACommand.TakeBack(release));
        var page = Draft(People.Coordinator, edition);
        await page.Press("Bekukan dan terbitkan");
        page.Find("[role=alert]:not(:empty)").Text().ShouldContain("ditarik sejak paparan ini disetujui");
        (await State()).Editions[edition].State.ShouldBe(EditionState.Approved);
    }

    [Fact]
    public async Task Giving_it_up_needs_a_reason()
    {
        await Node.Release(Incident);
        var edition = await Node.Compose(Incident);
        var page = Draft(composer, edition);
        await page.Press("Buang draf");
        await page.Submit("form");
        page.Find(".field__error").Text().ShouldContain("wajib");
        (await State()).Editions[edition].State.ShouldBe(EditionState.Draft);
        await page.Type("textarea", "Disusun ulang.");
        await page.Submit("form");
        (await State()).Editions[edition].State.ShouldBe(EditionState.Discarded);
    }

    [Fact]
    public async Task To_whoever_may_not_compose_and_for_what_is_not_there_it_is_not_found()
    {
        await Node.Release(Incident);
        var edition = await Node.Compose(Incident);
        foreach (var (viewer, of) in new (Actor, string?)[] { (People.Auditor, null), (People.Observer, null), (People.Observer, edition.Text), (People.LiaisonOf("KEMENDAGRI"), edition.Text), (composer, "R-00000") })
            Page(viewer, of).Markup.Trim().ShouldBeEmpty(viewer.Name);
        Draft(People.Auditor, edition).FindAll(".compose__steps button").ShouldBeEmpty();
    }

    /// <summary>One after the other: what happened first stands first.</summary>
    async Task<Reference> Told(string title)
    {
        ((Clock)Node.Time).Pass(TimeSpan.FromMinutes(1));
        return await Node.Release(Incident, title);
    }

    IRenderedComponent<ComposePage> New() => Page(composer, null);

    IRenderedComponent<ComposePage> Draft(Actor viewer, Reference edition) => Page(viewer, edition.Text);

    IRenderedComponent<ComposePage> Page(Actor viewer, string? edition) => Screen().Render<ComposePage>(p => p.AddCascadingValue(viewer).Add(c => c.IncidentRef, Room.Text).Add(c => c.EditionRef, edition));

    static IReadOnlyList<string> Listed(IRenderedComponent<ComposePage> page) => [.. page.FindAll(".point label span").Select(p => p.Text())];

    /// <summary>What was done, as the preview says it.</summary>
    static IReadOnlyList<string> Steps(IRenderedComponent<ComposePage> page) => [.. page.FindAll(".briefing .steps .step").Select(s => s.QuerySelectorAll("span")[1].Text().Split(" Sejak")[0])];

    static Task Keep(IRenderedComponent<ComposePage> page, string title, bool isIn) => page.InvokeAsync(() =>
        page.FindAll(".point").Single(p => p.QuerySelector("label")!.Text() == title).QuerySelector("input")!.ChangeAsync(new() { Value = isIn }));
}
