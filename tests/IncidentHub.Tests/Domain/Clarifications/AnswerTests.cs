using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Clarifications;

public class AnswerTests
{
    static readonly AnIncident delivered = AnIncident.Open().WithDelivered(out request);
    static readonly Reference request;
    static readonly DateTimeOffset due = AnIncident.Now.AddHours(72);

    [Fact]
    public void It_is_complete_once_every_question_is_answered_in_this_version_or_an_earlier_one()
    {
        var first = delivered.After(AClarification.Addressed, ACommand.Answer(request, (1, QuestionState.Answered)));
        var item = first.Clarification(request);
        (item.State, item.AnsweredAt, item.IsRunning).ShouldBe((ClarificationState.PartlyAnswered, null, true));
        item.Questions.Select(q => q.State).ShouldBe([QuestionState.Answered, QuestionState.Open]);

        var second = first.Later(TimeSpan.FromHours(5)).After(AClarification.Addressed, ACommand.Answer(request, (2, QuestionState.Answered)) with { LetterNumber = " 12/KPU " });
        item = second.Clarification(request);
        (item.State, item.AnsweredAt, item.IsRunning).ShouldBe((ClarificationState.Answered, AnIncident.Now.AddHours(5), false));
        item.Answers.Select(a => (a.Version, a.LetterNumber, a.Entry)).ShouldBe([(1, "", first.Last.Reference), (2, "12/KPU", second.Last.Reference)]);
        second.Last.Kind.ShouldBe(EntryKind.ClarificationAnswer);
    }

    [Fact]
    public void A_new_version_never_resets_the_clock()
    {
        var answered = delivered.At(due.AddHours(-1)).After(AClarification.Addressed, ACommand.AnswerAll(request));
        var again = answered.At(due.AddHours(50)).After(AClarification.Addressed, ACommand.AnswerAll(request)).Clarification(request);
        (again.Due, again.AnsweredAt, again.LateBy(due.AddHours(60)), again.Answers.Length).ShouldBe((due, due.AddHours(-1), null, 2));
    }

    [Fact]
    public void A_late_answer_stays_late_whatever_follows()
    {
        var late = delivered.At(due.AddHours(7)).After(AClarification.Addressed, ACommand.AnswerAll(request));
        foreach (var at in new[] { late, late.After(AClarification.Requester, ACommand.Close(request)), late.Later(TimeSpan.FromDays(3)).After(AClarification.Addressed, ACommand.AnswerAll(request)) })
            at.Clarification(request).LateBy(due.AddDays(30)).ShouldBe(TimeSpan.FromHours(7));
    }

    [Fact]
    public void It_counts_from_when_it_was_given_not_from_when_it_was_recorded()
    {
        var recorded = delivered.At(due.AddHours(7)).After(AClarification.Addressed, ACommand.AnswerAll(request) with { AnsweredAt = due });
        recorded.Last.OccurredAt.ShouldBe(due);
        recorded.Clarification(request).LateBy(due.AddDays(1)).ShouldBeNull();
        delivered.Refuse(AClarification.Addressed, ACommand.AnswerAll(request) with { AnsweredAt = AnIncident.Now.AddHours(1) }).ShouldBe(new(RejectionCode.OccurredInFuture));
        delivered.Refuse(AClarification.Addressed, ACommand.AnswerAll(request) with { AnsweredAt = AnIncident.Now.AddHours(-1) }).ShouldBe(new(RejectionCode.BeforeSent));
    }

    [Fact]
    public void Insufficient_reopens_the_same_clock()
    {
        var judged = delivered.After(AClarification.Addressed, ACommand.AnswerAll(request)).Later(TimeSpan.FromHours(80)).After(AClarification.Requester, ACommand.JudgeInsufficient(request, 2));
        var item = judged.Clarification(request);
        (item.State, item.Due, item.AnsweredAt, item.IsOverdue(judged.Time), item.LateBy(judged.Time)).ShouldBe((ClarificationState.Insufficient, due, null, true, TimeSpan.FromHours(8)));
        item.Questions.Select(q => q.State).ShouldBe([QuestionState.Answered, QuestionState.Open]);
        judged.Last.Events.ShouldBe([judged.Last.Events[0], new ClarificationMoved(request, item.Title, ClarificationState.Answered, ClarificationState.Insufficient, null)]);

        judged.After(AClarification.Addressed, ACommand.Answer(request, (2, QuestionState.Answered))).Clarification(request).LateBy(judged.Time.AddDays(9)).ShouldBe(TimeSpan.FromHours(8));
    }

    [Fact]
    public void Only_questions_that_were_asked_are_answered_and_reopened()
    {
        delivered.Refuse(AClarification.Addressed, ACommand.Answer(request, (1, QuestionState.Answered), (3, QuestionState.Answered))).ShouldBe(new(RejectionCode.NoSuchQuestion, 3));
        delivered.After(AClarification.Addressed, ACommand.AnswerAll(request)).Refuse(AClarification.Requester, ACommand.JudgeInsufficient(request, 0)).ShouldBe(new(RejectionCode.NoSuchQuestion, 0));
        ACommand.Answer(request).Faults().ShouldBe([ValidationCode.AnswersRequired]);
        ACommand.Answer(request, (1, QuestionState.Answered), (1, QuestionState.Open)).Faults().ShouldBe([ValidationCode.AnswersRequired]);
        ACommand.Answer(request, (1, (QuestionState)9)).Faults().ShouldBe([ValidationCode.UnknownValue]);
        ACommand.JudgeInsufficient(request).Faults().ShouldBe([ValidationCode.ReopenedRequired]);
    }

    [Fact]
    public void An_answer_to_what_nobody_said_was_delivered_shows_that_it_was()
    {
        var item = AnIncident.Open().WithClarification(out var sent).Later(TimeSpan.FromHours(3)).After(AClarification.Addressed, ACommand.AnswerAll(sent)).Clarification(sent);
        (item.DeliveredAt, item.AnsweredAt).ShouldBe((AnIncident.Now.AddHours(3), AnIncident.Now.AddHours(3)));
    }
}
