using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Briefings;

public class ReleaseDrawerTests : RoomScreens
{
    const string Original = "Nama peladen: srv-07.";
    static readonly Actor bssn = ABriefing.Source;
    static readonly Actor bin = ABriefing.Proposer;

    [Fact]
    public async Task Each_sees_the_steps_that_are_theirs()
    {
        var release = await Proposed();
        await Offers(release, (bssn, ["Setujui", "Tolak", "Tarik"]), (bin, ["Tarik"]), (People.Coordinator, ["Tarik"]), (People.LiaisonOf("KOMINFO"), []), (People.Auditor, []));
        await Node.Accept(Incident, bssn, ACommand.Agree((await State()).Releases[release]));
        await Offers(release, (bssn, ["Ubah kata-kata", "Tarik"]), (bin, ["Tarik"]), (People.Coordinator, ["Rilis", "Tarik"]), (People.LiaisonOf("KOMINFO"), []));
        await Node.Publish(Incident, release);
        await Offers(release, (bssn, []), (bin, []), (People.Coordinator, ["Tarik"]));
        await Node.Accept(Incident, People.Coordinator, ACommand.TakeBack(release));
        await Offers(release, (bssn, []), (People.Coordinator, []));
    }

    [Fact]
    public async Task Its_source_agrees_to_other_words_and_a_coordinator_lets_them_out_at_a_set_time()
    {
        var release = await Proposed();
        var (source, coordinator) = (Open(bssn, release.Text), Open(People.Coordinator, release.Text));
        await source.Press("Setujui");
        await source.Choose(".drawer__foot input.input", "Satu peladen diputus.");
        await source.Submit(".drawer__foot form");
        (await State()).Releases[release].State.ShouldBe(ReleaseState.Agreed);
        coordinator.WaitForAssertion(() => coordinator.Find(".wording__title").Text().ShouldBe("Satu peladen diputus."));

        await coordinator.Press("Rilis");
        var field = coordinator.FindComponent<IncidentHub.Ui.DateTimeField>();
        await coordinator.InvokeAsync(() => field.Instance.ValueChanged.InvokeAsync(AnIncident.Now.AddHours(-1)));
        await coordinator.Submit(".drawer__foot form");
        coordinator.Find(".drawer__foot [role=alert]:not(:empty)").Text().ShouldNotBeEmpty();
        await coordinator.InvokeAsync(() => field.Instance.ValueChanged.InvokeAsync(AnIncident.Now.AddHours(2)));
        await coordinator.Submit(".drawer__foot form");
        (await State()).Releases[release].EmbargoUntil.ShouldBe(AnIncident.Now.AddHours(2));
        coordinator.WaitForAssertion(() => coordinator.Find(".facts").Text().ShouldContain("Embargo sampai 28/11/2023 12.15 WIB"));
    }

    [Fact]
    public async Task Words_that_changed_meanwhile_are_not_let_out()
    {
        var release = await Proposed();
        await Node.Accept(Incident, bssn, ACommand.Agree((await State()).Releases[release]));
        var coordinator = Open(People.Coordinator, release.Text);
        await coordinator.Press("Rilis");
        await Node.Accept(Incident, bssn, ACommand.Agree((await State()).Releases[release]) with { Title = "Kata lain." });
        await coordinator.Submit(".drawer__foot form");
        coordinator.Find(".drawer__foot [role=alert]:not(:empty)").Text().ShouldContain("diubah orang lain");
        (await State()).Releases[release].State.ShouldBe(ReleaseState.Agreed);
        coordinator.WaitForAssertion(() => coordinator.Find(".wording__title").Text().ShouldBe("Kata lain."));

        // Told of them, and sent once more: those are the words.
        await coordinator.Submit(".drawer__foot form");
        (await State()).Releases[release].ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReleaseState.Released), r => r.Title.ShouldBe("Kata lain."));
    }

    [Fact]
    public async Task Taking_it_back_needs_a_reason_that_stands_there()
    {
        var release = await Node.Release(Incident);
        var coordinator = Open(People.Coordinator, release.Text);
        await coordinator.Press("Tarik");
        coordinator.Find(".drawer__foot").Text().ShouldContain("Komisi I membaca alasan ini.");
        await coordinator.Submit(".drawer__foot form");
        coordinator.Find(".drawer__foot .field__error").Text().ShouldBe("Isi wajib ditulis.");
        await coordinator.Type(".drawer__foot textarea", "Jumlahnya keliru.");
        await coordinator.Submit(".drawer__foot form");
        coordinator.WaitForAssertion(() => coordinator.Find(".facts").Text().ShouldContain("Alasan Jumlahnya keliru."));
        coordinator.Find(".drawer__title").Text().ShouldContain("Ditarik");
    }

    [Fact]
    public async Task The_original_is_shown_to_those_who_see_it()
    {
        var marking = new Marking(Tlp.Amber, [bssn.Agency, bin.Agency, new("KPU")], []);
        var release = await Node.Publish(Incident, await Node.Agreed(Incident, await Node.Accept(Incident, bssn, ACommand.Write(marking) with { Text = Original }), "Satu peladen diputus."));
        foreach (var insider in new[] { bssn, bin, People.Coordinator })
        {
            var drawer = Open(insider, release.Text);
            drawer.WaitForAssertion(() => drawer.Find(".original").Text().ShouldContain(Original));
        }
        var outsider = Open(People.LiaisonOf("KOMINFO"), release.Text);
        outsider.Find(".wording__title").Text().ShouldBe("Satu peladen diputus.");
        outsider.FindAll(".original").ShouldBeEmpty();
        outsider.Markup.ShouldNotContain("srv-07");
        outsider.Find(".facts").Text().ShouldNotContain("Diusulkan oleh");
    }

    [Fact]
    public async Task To_who_does_not_see_its_source_a_proposal_is_as_none()
    {
        var hidden = new Marking(Tlp.Amber, [bssn.Agency, bin.Agency], []);
        var release = await Node.Proposed(Incident, bin, ACommand.Propose(await Node.Accept(Incident, bssn, ACommand.Write(hidden))));
        var kominfo = People.LiaisonOf("KOMINFO");
        Open(kominfo, release.Text).Find("section").Text().ShouldBe(Open(kominfo, "B-00000").Find("section").Text());
    }

    async Task<Reference> Proposed() => await Node.Proposed(Incident, bin, ACommand.Propose(await Node.Accept(Incident, bssn, ACommand.Write() with { Text = Original })));

    Task Offers(Reference release, params (Actor Viewer, string[] Steps)[] offers)
    {
        foreach (var (viewer, steps) in offers)
            Open(viewer, release.Text).Buttons(".drawer__foot").ShouldBe(steps, viewer.Name);
        return Task.CompletedTask;
    }
}
