using System.Text;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Briefings;

/// <summary>What the commission asks in writing, and how it is answered.</summary>
public class QuestionTests
{
    static readonly AnIncident briefed = AnIncident.Open().WithMembers(People.CoordinatorOf("BSSN"), People.LiaisonOf("BSSN", 2)).WithRelease(out _).WithEdition(out _);
    static readonly Marking asked = Marking.WholeTeam(Tlp.Green);

    [Fact]
    public void Only_an_observer_asks_and_only_where_the_commission_was_briefed()
    {
        foreach (var other in People.All.Where(a => a != People.Observer).Append(People.System))
            briefed.Refuse(other, ACommand.AskTeam()).ShouldBe(new(RejectionCode.NotFound), other.Name);
        foreach (var at in new[] { AnIncident.NotYetOpen(), AnIncident.Open(), AnIncident.Open().WithRelease(out _), AnIncident.Open().WithRelease(out _).WithEdition(out _, EditionState.Approved) })
            at.Refuse(People.Observer, ACommand.AskTeam()).ShouldBe(new(RejectionCode.NotFound));

        var after = briefed.After(People.Observer, ACommand.AskTeam() with { Question = " Apakah aman? ", AskedBy = " Ketua " });
        after.Last.Marking.ShouldBe(asked);
        var question = after.State.Questions.Values.ShouldHaveSingleItem();
        (question.Title, question.AskedBy, question.Assigned, question.Author).ShouldBe(("Apakah aman?", "Ketua", null, People.Observer.Person));
    }

    [Fact]
    public void An_assignment_is_a_task()
    {
        var at = briefed.WithQuestion(out var question);
        var due = at.Time.AddDays(1);
        var given = at.After(People.Coordinator, ACommand.Assign(question, "BSSN") with { Due = due, Remark = "Mohon segera." });
        var task = given.Task(given.State.Questions[question].Task!.Value);
        (task.Assigned, task.ProposedBy, task.State, task.Due, task.Title, task.Marking).ShouldBe((new AgencyId("BSSN"), People.Coordinator.Agency, TaskState.Proposed, due, given.State.Questions[question].Title, asked));
        given.State.Questions[question].Assigned.ShouldBe(new AgencyId("BSSN"));
        var own = at.After(People.Coordinator, ACommand.Assign(question));
        own.Task(own.State.Questions[question].Task!.Value).State.ShouldBe(TaskState.Accepted);

        at.Refuse(People.Coordinator, ACommand.Assign(question, "KEMENDAGRI")).ShouldBe(new(RejectionCode.AgencyNotMember, new AgencyId("KEMENDAGRI")));
        given.Refuse(People.Coordinator, ACommand.Assign(question, "BSSN")).ShouldBe(new(RejectionCode.AlreadySo, new AgencyId("BSSN")));
        var anew = given.After(People.Coordinator, ACommand.Assign(question));
        (anew.State.Questions[question].Assigned, anew.State.Tasks.Count).ShouldBe((AgencyId.Controller, 2));
    }

    [Fact]
    public void An_answer_is_a_proposal_that_its_agency_agreed_to()
    {
        var at = briefed.WithQuestion(out var question, "BSSN").WithAnswer(question, out var answer);
        var proposed = at.Release(answer);
        (proposed.State, proposed.SourceAgency, proposed.AgreedBy, proposed.Section, proposed.Answers, proposed.Of)
            .ShouldBe((ReleaseState.Agreed, new AgencyId("BSSN"), People.LiaisonOf("BSSN").Person, BriefingSection.Answer, question, at.Last.Reference));
        at.Last.Marking.ShouldBe(asked);
        at.Refuse(People.LiaisonOf("BSSN"), ACommand.Reply(question)).ShouldBe(new(RejectionCode.AlreadyProposed));
        at.Refuse(People.LiaisonOf("BSSN"), ACommand.Agree(proposed) with { Section = BriefingSection.Event }).ShouldBe(new(RejectionCode.SectionDoesNotFit, BriefingSection.Event));
        at.After(People.LiaisonOf("BSSN", 2), ACommand.Agree(proposed) with { Text = "Kata lain." }).Release(answer).Text.ShouldBe("Kata lain.");
        briefed.WithQuestion(out question).Refuse(People.LiaisonOf("BSSN"), ACommand.Reply(question)).ShouldBe(new(RejectionCode.QuestionNotAssigned));
    }

    [Fact]
    public void Its_task_is_handed_in_with_the_answer_by_moves_that_the_table_has()
    {
        var open = briefed.WithQuestion(out var question, "BSSN");
        var task = open.State.Questions[question].Task!.Value;
        var bssn = People.LiaisonOf("BSSN");
        var accepted = open.After(bssn, ACommand.Move(task, TaskState.Accepted));
        var working = accepted.After(bssn, ACommand.Move(task, TaskState.InProgress));
        var blocked = working.After(bssn, ACommand.Move(task, TaskState.Blocked));
        foreach (var at in new[] { open, accepted, working, blocked })
        {
            var answered = at.WithAnswer(question, out _);
            answered.Task(task).State.ShouldBe(TaskState.InReview);
            foreach (var move in answered.Last.Events.OfType<TaskMoved>())
                TaskRules.Moves(move.From).ShouldContain(m => m.To == move.To);
        }
        // What is done, or given up, or marked otherwise than the answer stays as it is.
        var done = working.After(bssn, ACommand.Move(task, TaskState.InReview)).After(People.Coordinator, ACommand.Move(task, TaskState.Done));
        done.WithAnswer(question, out _).Task(task).State.ShouldBe(TaskState.Done);
        open.After(People.Coordinator, ACommand.Move(task, TaskState.Cancelled)).WithAnswer(question, out _).Task(task).State.ShouldBe(TaskState.Cancelled);
        open.WithAnswer(question, out _, Tlp.Amber).Task(task).State.ShouldBe(TaskState.Proposed);
    }

    [Fact]
    public void Who_wrote_the_answer_does_not_release_it()
    {
        var at = briefed.WithQuestion(out var question, "BSSN").After(People.CoordinatorOf("BSSN"), ACommand.Reply(question));
        var answer = at.State.Releases.Values.Single(r => r.Answers == question).Reference;
        at.Refuse(People.CoordinatorOf("BSSN"), ACommand.Publish(answer)).ShouldBe(new(RejectionCode.NeedsSecondPerson));
        at.Accept(People.Coordinator, ACommand.Publish(answer));
    }

    /// <summary>A wall shows what is GREEN to whoever passes by.</summary>
    [Fact]
    public void An_answer_is_marked_no_more_widely_than_it_is_labelled()
    {
        var at = briefed.WithQuestion(out var question, "BSSN").WithAnswer(question, out var answer, Tlp.Amber);
        (at.Last.Marking, at.Release(answer).Marking).ShouldBe((Marking.WholeTeam(Tlp.Amber), Marking.WholeTeam(Tlp.Amber)));
    }

    [Fact]
    public void Only_the_released_answer_is_read()
    {
        var at = briefed.WithQuestion(out var question, "BSSN");
        Read(at).ShouldBe((null, null));
        at = at.WithAnswer(question, out var answer);
        Read(at).ShouldBe((null, null));
        var text = ACommand.Reply(question).Text;
        Read(at.Publish(answer)).ShouldBe((text, text));
        Read(at.Publish(answer, at.Time.AddHours(1))).ShouldBe((null, null));
        at = at.Publish(answer).After(People.Coordinator, ACommand.TakeBack(answer));
        Read(at).ShouldBe((null, null));
        // Another may be written then.
        Read(at.WithAnswer(question, out var second).Publish(second)).ShouldBe((text, text));

        static (string?, string?) Read(AnIncident at) => (at.Briefing().Questions.ShouldHaveSingleItem().Answer, at.Commission()!.Questions.ShouldHaveSingleItem().Answer);
    }

    [Fact]
    public void A_question_has_a_shape()
    {
        (ACommand.AskTeam() with { Question = "\u200B" }).Faults().ShouldBe([ValidationCode.TextRequired]);
        (ACommand.AskTeam() with { Question = new string('x', 501) }).Faults().ShouldBe([ValidationCode.CommissionQuestionTooLong]);
        (ACommand.AskTeam() with { Question = "x\0" }).Faults().ShouldBe([ValidationCode.TextUnreadable]);
        (ACommand.AskTeam() with { AskedBy = new string('x', 121) }).Faults().ShouldBe([ValidationCode.AskedByTooLong]);
        (ACommand.Reply(default) with { Text = " " }).Faults().ShouldBe([ValidationCode.TextRequired]);
        (ACommand.Reply(default) with { Label = Tlp.Red }).Faults().ShouldBe([ValidationCode.UnknownValue]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(500)]
    public void A_long_question_is_a_title_as_far_as_it_fits(int length)
    {
        foreach (var text in new[] { new string('x', length), new string('x', 198) + "😀" + new string('x', length - 200), new string('x', 199 - (length == 200 ? 1 : 0)) + "😀" + new string('x', Math.Max(0, length - 201)) })
        {
            var at = briefed.After(People.Observer, ACommand.AskTeam() with { Question = text });
            var question = at.State.Questions.Values.Single();
            question.ShortTitle.Length.ShouldBeLessThanOrEqualTo(200);
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(question.ShortTitle)).ShouldBe(question.ShortTitle);
            (text.Length <= 200 ? question.ShortTitle == text : question.ShortTitle.EndsWith('…')).ShouldBeTrue();
        }
    }
}
