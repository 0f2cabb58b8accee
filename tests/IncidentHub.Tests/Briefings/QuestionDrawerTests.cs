using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Briefings;

public class QuestionDrawerTests : RoomScreens
{
    static readonly Actor bin = People.LiaisonOf("BIN");
    Reference question;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Node.Release(Incident);
        await Node.Brief(Incident);
        question = await Node.Made(Incident, People.Observer, ACommand.AskTeam());
    }

    [Fact]
    public async Task A_coordinator_gives_it_to_an_agency_which_answers_it()
    {
        var (coordinator, answerer) = (Open(People.Coordinator, question.Text), Open(bin, question.Text));
        coordinator.Find(".claim").Text().ShouldBe(ACommand.AskTeam().Question);
        coordinator.Find(".facts").Text().ShouldContain("Penanya Anggota Komisi I");
        answerer.FindAll(".drawer__foot").ShouldBeEmpty();
        await coordinator.Press("Tugaskan");
        await coordinator.Choose(".drawer__foot select", "BIN");
        await coordinator.Submit(".drawer__foot form");
        (await State()).Questions[question].Assigned!.Value.Code.ShouldBe("BIN");
        coordinator.WaitForAssertion(() => coordinator.Buttons(".drawer__foot").ShouldBe(["Tugaskan ke instansi lain"]));

        answerer.WaitForAssertion(() => answerer.Buttons(".drawer__foot").ShouldBe(["Jawab pertanyaan"]));
        await answerer.Press("Jawab pertanyaan");
        await answerer.Submit(".drawer__foot form");
        answerer.Find(".drawer__foot .field__error").Text().ShouldBe("Isi wajib ditulis.");
        await answerer.Type(".drawer__foot textarea", "Tidak dapat diubah.");
        await answerer.Submit(".drawer__foot form");
        var answer = (await State()).Releases.Values.Single(r => r.Answers == question);
        (answer.State, answer.Text, answer.SourceAgency).ShouldBe((ReleaseState.Agreed, "Tidak dapat diubah.", bin.Agency));
        answerer.WaitForAssertion(() => answerer.Find(".said").Text().ShouldContain("Tidak dapat diubah."));
        answerer.FindAll(".drawer__foot button").ShouldBeEmpty();
        await Node.Publish(Incident, answer.Reference);
        coordinator.WaitForAssertion(() => coordinator.Find(".drawer__title").Text().ShouldContain("Dijawab"));
        coordinator.FindAll(".drawer__foot button").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_reworded_where_answers_stand_and_nowhere_else()
    {
        await Node.Accept(Incident, People.Coordinator, ACommand.Assign(question, "BIN"));
        var answer = await Node.Made(Incident, bin, ACommand.Reply(question));
        var drawer = Open(bin, answer.Text);
        await drawer.Press("Ubah kata-kata");
        drawer.Find(".drawer__foot select").QuerySelectorAll("option").Select(o => o.Text()).ShouldBe(["Tanya jawab"]);
        await drawer.Type(".drawer__foot textarea", "Kata lain.");
        await drawer.Submit(".drawer__foot form");
        (await State()).Releases[answer].Text.ShouldBe("Kata lain.");
    }
}
