using Bunit;
using IncidentHub.App;
using IncidentHub.Clarifications;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Clarifications;

public class LetterFormTests : RoomScreens
{
    static readonly Actor kominfo = AClarification.Requester;
    static readonly Actor kpu = AClarification.Addressed;

    [Fact]
    public async Task From_the_template_of_article_46_a_letter_is_sent_without_typing()
    {
        var form = Open(kominfo, ObjectLinks.NewRequest);
        await form.Choose("select", LetterTemplate.All[0].ToString());
        await form.Submit("form");
        var sent = (await State()).Clarifications.Values.ShouldHaveSingleItem();
        (sent.State, sent.Addressed.Code, sent.Letter.ResponseHours, sent.Questions.Length).ShouldBe((ClarificationState.Sent, "KPU", 72, 5));
        sent.Letter.LegalBasis.ShouldBe("UU 27/2022 Pasal 46");
        Done.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_missing_is_said_where_it_is_missing_and_nothing_is_sent()
    {
        var form = Open(kominfo, ObjectLinks.NewRequest);
        await form.Submit("form");
        form.Markup.ShouldContain("Judul wajib ditulis.");
        form.Find(".questions").Text().ShouldContain("Tulis setidaknya satu pertanyaan");
        (await State()).Clarifications.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_is_rewritten_and_a_colleagues_version_is_not_lost_unseen()
    {
        var draft = await Ask(d => d with { Send = false });
        var form = Open(kominfo, draft.Text, form: RequestForms.Edit);
        await form.InvokeAsync(() => form.FindAll("form input")[0].ChangeAsync(new() { Value = "Perihal saya" }));
        await Node.Accept(Incident, kominfo, ACommand.EditDraft(draft));
        await form.Submit("form");
        form.WaitForAssertion(() => form.Find(".theirs").Text().ShouldContain(ACommand.EditDraft(draft).Title));
        (await State()).Clarifications[draft].Title.ShouldNotBe("Perihal saya");
        await form.Submit("form");
        (await State()).Clarifications[draft].Title.ShouldBe("Perihal saya");
    }

    [Fact]
    public async Task A_second_letter_asks_what_is_not_answered_and_is_linked()
    {
        var first = await Ask();
        await Node.Accept(Incident, kpu, ACommand.Answer(first, (1, QuestionState.Answered), (2, QuestionState.PartlyAnswered)));
        var form = Open(kominfo, first.Text, form: RequestForms.Second);
        form.FindAll(".questions__text").ShouldHaveSingleItem();
        await form.Submit("form");
        var state = await State();
        state.Clarifications[first].State.ShouldBe(ClarificationState.Escalated);
        state.Clarifications.Values.Single(r => r.Escalates == first).State.ShouldBe(ClarificationState.Sent);
    }

    [Fact]
    public async Task A_form_that_is_not_ones_own_to_use_is_no_form()
    {
        var request = await Ask();
        Open(kpu, request.Text, form: RequestForms.Second).FindAll("form").ShouldBeEmpty();
        Open(kominfo, request.Text, form: RequestForms.Answer).FindAll("form").ShouldBeEmpty();
        Open(People.Auditor, ObjectLinks.NewRequest).FindAll("form").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_is_whole_once_it_says_so()
    {
        var request = await Ask();
        var form = Open(kpu, request.Text, form: RequestForms.Answer);
        await form.Type("textarea", "Langkah yang telah diambil: akun dinonaktifkan.");
        await form.Choose(".answer__text", "Tidak.");
        form.FindAll(".answer__one select")[0].GetAttribute("value").ShouldBe(nameof(QuestionState.Answered));
        form.Find("button[type=submit]").Text().ShouldBe("Kirim jawaban sebagian");
        await form.Choose(".answer__all input", true);
        await form.Submit("form");
        var answered = (await State()).Clarifications[request];
        (answered.State, answered.Answers.ShouldHaveSingleItem().Covers[0].Text).ShouldBe((ClarificationState.Answered, "Tidak."));
        Done.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_without_words_is_refused_and_keeps_what_was_chosen()
    {
        var request = await Ask();
        var form = Open(kpu, request.Text, form: RequestForms.Answer);
        await form.Choose(".answer__all input", true);
        await form.Submit("form");
        form.Find(".field__error").Text().ShouldBe("Isi wajib ditulis.");
        form.Find(".answer__all input").HasAttribute("checked").ShouldBeTrue();
        (await State()).Clarifications[request].Answers.ShouldBeEmpty();
    }
}
