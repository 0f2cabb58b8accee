using Bunit;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Briefings;

public class ProposeReleaseFormTests : RoomScreens
{
    static readonly Actor bssn = ABriefing.Source;
    static readonly Actor bin = ABriefing.Proposer;

    [Fact]
    public async Task An_entrys_words_stand_in_it_and_another_agencys_need_its_consent()
    {
        var entry = await Node.Accept(Incident, bssn, ACommand.Write() with { Text = "Akses ditutup. Log diamankan sejak pagi." });
        var form = Form(bin, entry);
        form.WaitForAssertion(() => form.Find("input.input").GetAttribute("value").ShouldBe("Akses ditutup."));
        form.Find("textarea").GetAttribute("value").ShouldBe("Log diamankan sejak pagi.");
        form.Find(".note").Text().ShouldContain("persetujuan Badan Siber dan Sandi Negara");
        form.Buttons("form").ShouldBe(["Usulkan"]);
        await form.Submit("form");
        var release = (await State()).Releases.Values.ShouldHaveSingleItem();
        (release.State, release.Of, release.Title, release.Text, release.Section, release.Label).ShouldBe((ReleaseState.Proposed, entry, "Akses ditutup.", "Log diamankan sejak pagi.", BriefingSection.Event, Tlp.Clear));
        Done.ShouldBe(1);
    }

    [Fact]
    public async Task Ones_own_agencys_words_are_agreed_to_by_proposing_them()
    {
        var form = Form(bssn, await Node.Accept(Incident, bssn, ACommand.Write()));
        form.WaitForAssertion(() => form.Buttons("form").ShouldBe(["Setujui dan usulkan"]));
        await form.Submit("form");
        (await State()).Releases.Values.ShouldHaveSingleItem().State.ShouldBe(ReleaseState.Agreed);
    }

    [Fact]
    public async Task An_object_brings_its_heading_and_stands_where_its_state_says()
    {
        var finding = await Raise(bssn);
        var form = Form(bin, finding);
        form.WaitForAssertion(() => form.Find("input.input").GetAttribute("value").ShouldBe("Data keluar dari peladen"));
        form.FindAll(".note").Count.ShouldBe(2);
        form.FindAll("select")[0].QuerySelectorAll("option").Select(o => o.Text()).ShouldBe(["Belum diketahui", "Dampak pada pemungutan suara"]);
        form.FindAll("select")[1].QuerySelectorAll("option").Length.ShouldBe(3);
        await form.Choose("select", nameof(BriefingSection.Voting));
        await form.Choose("select", nameof(Tlp.Green), 1);
        await form.Submit("form");
        var release = (await State()).Releases.Values.ShouldHaveSingleItem();
        (release.Kind, release.Section, release.Label).ShouldBe((ReleasedKind.Finding, BriefingSection.Voting, Tlp.Green));
    }

    [Fact]
    public async Task What_is_marked_too_strictly_has_no_form()
    {
        var strict = new Marking(Tlp.AmberStrict, [], []);
        foreach (var of in new[] { await Node.Accept(Incident, bssn, ACommand.Write(strict)), await Raise(bssn, f => f with { Marking = strict }) })
        {
            var form = Form(bssn, of);
            form.WaitForAssertion(() => form.Find(".empty").Text().ShouldContain("tidak dapat dirilis ke Komisi I"));
            form.FindAll("form").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task What_is_hidden_and_what_never_was_look_the_same()
    {
        var hidden = new Marking(Tlp.Amber, [new("KPU"), bssn.Agency], []);
        var entry = await Node.Accept(Incident, bssn, ACommand.Write(hidden));
        var task = await Propose(bssn, "KPU", t => t with { Marking = hidden });
        foreach (var (there, none) in new[] { (entry, new Reference("E-00000000")), (task, new Reference("T-00000")) })
        {
            var form = Form(bin, there);
            form.WaitForAssertion(() => form.Find(".empty").Text().ShouldContain("tidak tersedia bagi Anda"));
            form.Find("section").Text().ShouldBe(Form(bin, none).Find("section").Text());
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays_through_a_reload()
    {
        var entry = await Node.Accept(Incident, bssn, ACommand.Write());
        await Node.Accept(Incident, bin, ACommand.Propose(entry, BriefingSection.Event));
        var form = Form(bssn, entry);
        form.WaitForAssertion(() => form.Find("form"));
        await form.Choose("input.input", " ");
        await form.Submit("form");
        form.Find(".field__error").Text().ShouldContain("wajib");
        await form.Choose("input.input", "Kata saya");
        await form.Submit("form");
        form.Find("[role=alert]:not(:empty)").Text().ShouldNotBeEmpty();
        (await State()).Releases.Count.ShouldBe(1);
        var again = Form(bssn, entry);
        again.WaitForAssertion(() => again.Find("input.input").GetAttribute("value").ShouldBe("Kata saya"));
    }

    [Fact]
    public async Task Who_acts_for_no_agency_gets_none() =>
        Form(People.Auditor, await Node.Accept(Incident, bssn, ACommand.Write())).Markup.ShouldContain("tidak tersedia bagi Anda");

    IRenderedComponent<LiveRoom> Form(Actor viewer, Reference of) => Open(viewer, ObjectLinks.NewRelease, of.Text);
}
