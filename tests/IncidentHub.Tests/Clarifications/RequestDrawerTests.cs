using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Clarifications;

public class RequestDrawerTests : RoomScreens
{
    static readonly Actor kominfo = AClarification.Requester;
    static readonly Actor kpu = AClarification.Addressed;
    static readonly Actor bin = People.LiaisonOf("BIN");

    [Fact]
    public async Task Each_side_is_offered_what_it_may_do_now_and_nobody_else_anything()
    {
        var request = await Ask();
        Offered(kominfo, request).ShouldBe(["Catat tersampaikan", "Kirim surat kedua", "Cabut"]);
        Offered(kpu, request).ShouldBe(["Akui", "Jawab"]);
        Offered(bin, request).ShouldBeEmpty();
        Offered(People.Auditor, request).ShouldBeEmpty();
        await Node.Accept(Incident, kpu, ACommand.AnswerAll(request));
        Offered(kominfo, request).ShouldBe(["Tutup", "Nilai belum memadai"]);
        Offered(kpu, request).ShouldBe(["Jawab"]);
        await Node.Accept(Incident, kominfo, ACommand.Close(request));
        Offered(kominfo, request).ShouldBeEmpty();
    }

    [Fact]
    public async Task Delivery_is_recorded_with_its_moment_and_its_proof_and_a_correction_keeps_both()
    {
        var request = await Ask();
        ((Clock)Node.Time).Pass(TimeSpan.FromHours(2));
        var drawer = Open(kominfo, request.Text);
        await drawer.Press("Catat tersampaikan");
        await drawer.InvokeAsync(() => drawer.Find(".drawer__foot .proof__text").InputAsync(new() { Value = "250 2.0.0 OK" }));
        await drawer.Submit(".drawer__foot form");
        (await State()).Clarifications[request].DeliveredAt.ShouldBe(Node.Time.GetUtcNow());
        drawer.WaitForAssertion(() => drawer.Find(".history").Text().ShouldContain("bukti: Kepala surel"));
        drawer.WaitForAssertion(() => drawer.Find("due-clock").TextContent.ShouldBe("Sisa 3 hari 0 jam"));

        await drawer.Press("Koreksi");
        await drawer.Submit(".drawer__foot form");
        drawer.WaitForAssertion(() => drawer.Find(".drawer__foot").Text().ShouldContain("sudah"));
    }

    [Fact]
    public async Task An_insufficient_answer_opens_the_questions_that_are_named_again()
    {
        var request = await Ask();
        await Node.Accept(Incident, kpu, ACommand.AnswerAll(request));
        var drawer = Open(kominfo, request.Text);
        await drawer.Press("Nilai belum memadai");
        await drawer.Type(".drawer__foot textarea", "Kurang lengkap.");
        await drawer.Submit(".drawer__foot form");
        drawer.WaitForAssertion(() => drawer.Find(".drawer__foot").Text().ShouldContain("pertanyaan"));
        (await State()).Clarifications[request].State.ShouldBe(ClarificationState.Answered);
        await drawer.Choose(".reopen input", true, 1);
        await drawer.Submit(".drawer__foot form");
        (await State()).Clarifications[request].Questions.Select(q => q.State).ShouldBe([QuestionState.Answered, QuestionState.Open]);
        drawer.WaitForAssertion(() => drawer.Find(".part").Text().ShouldContain("1 dari 2 dijawab"));
    }

    [Fact]
    public async Task A_contact_is_linked_and_answers_nothing()
    {
        var request = await Ask();
        var empty = Open(bin, request.Text);
        await empty.Press("Tautkan kontak");
        empty.WaitForAssertion(() => empty.Find(".drawer__foot").Text().ShouldContain("Belum ada"));

        await Node.Accept(Incident, kpu, ACommand.Write() with { Kind = EntryKind.Meeting, Text = "Rapat dengan Kominfo." });
        await Node.Accept(Incident, kpu, ACommand.Write() with { Kind = EntryKind.StatusUpdate, Text = "Bukan kontak." });
        var drawer = Open(bin, request.Text);
        await drawer.Press("Tautkan kontak");
        drawer.WaitForAssertion(() => drawer.FindAll(".drawer__foot select option").Select(o => o.TextContent).ShouldHaveSingleItem().ShouldContain("Rapat dengan Kominfo."));
        await drawer.Submit(".drawer__foot form");
        drawer.WaitForAssertion(() => drawer.Find(".contacts").Text().ShouldContain("bukan jawaban"));
        (await State()).Clarifications[request].State.ShouldBe(ClarificationState.Sent);
    }

    [Fact]
    public async Task A_draft_shows_its_intended_audience_and_is_sent_in_one_click()
    {
        var request = await Ask(d => d with { Send = false });
        var drawer = Open(kominfo, request.Text);
        drawer.Markup.ShouldContain("Draf ini hanya terlihat oleh");
        drawer.Find(".facts").Text().ShouldContain("Tim gabungan");
        await drawer.Press("Kirim");
        drawer.WaitForAssertion(() => drawer.Markup.ShouldNotContain("Draf ini"));
        (await State()).Clarifications[request].State.ShouldBe(ClarificationState.Sent);
        drawer.WaitForAssertion(() => drawer.FindAll(".history__one").Count.ShouldBe(2));
    }

    IEnumerable<string> Offered(Actor viewer, Reference request) =>
        Open(viewer, request.Text).FindAll(".drawer__foot button, .drawer__foot a").Select(b => b.Text());
}
