using FsCheck;
using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Deadlines;

/// <summary>Each deadline that passes is logged exactly once and never early, whatever the server's clock does and whoever looks.</summary>
public class MarkOverdueTests
{
    static readonly AnIncident incident = AnIncident.Open().WithDelivered(out request).WithObligation(out duty, ObligationState.Running);
    static readonly Reference request, duty;
    static readonly DateTimeOffset due = AnIncident.Now.AddHours(72);

    [Fact]
    public void It_is_logged_as_of_the_deadline_under_the_marking_of_what_is_late()
    {
        var marking = new Marking(Tlp.AmberStrict, [new("KPU"), new("KOMINFO")], []);
        var at = AnIncident.Open().WithDelivered(out var letter, marking).At(due.AddMinutes(30)).AfterOverdue(letter);
        (at.Last.Kind, at.Last.OccurredAt, at.Last.Author.Role).ShouldBe((EntryKind.Overdue, due, Role.System));
        at.Last.Marking.ShouldBe(marking);
        at.Last.Events.ShouldBe([new DeadlinePassed(letter, at.Clarification(letter).Title, due)]);
        at.State.Deadlines.ShouldHaveSingleItem().IsLogged.ShouldBeTrue();
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Never_early(long ticks, bool logged)
    {
        var at = incident.At(due.AddTicks(ticks));
        foreach (var subject in new[] { request, duty })
        {
            if (logged)
                at.Accept(People.System, ACommand.MarkOverdue(subject, due));
            else
                at.Refuse(People.System, ACommand.MarkOverdue(subject, due)).ShouldBe(new(RejectionCode.DeadlineAhead));
        }
        at.Clarification(request).IsOverdue(at.Time).ShouldBe(logged);
    }

    [Fact]
    public void Only_what_is_owed_is_overdue()
    {
        var late = incident.At(due.AddHours(1));
        late.AfterOverdue(request).Refuse(People.System, ACommand.MarkOverdue(request, due)).ShouldBe(new(RejectionCode.DeadlineLogged));
        late.Refuse(People.System, ACommand.MarkOverdue(request, due.AddHours(-1))).ShouldBe(new(RejectionCode.NoSuchDeadline));
        late.Refuse(People.System, ACommand.MarkOverdue(new("K-00000"), due)).ShouldBe(new(RejectionCode.NoSuchDeadline));
        late.WithTask(out var task).Refuse(People.System, ACommand.MarkOverdue(task, due)).ShouldBe(new(RejectionCode.NoSuchDeadline));
        foreach (var done in new[]
        {
            late.After(AClarification.Addressed, ACommand.AnswerAll(request)), late.After(AClarification.Requester, ACommand.Withdraw(request)),
        })
            done.Refuse(People.System, ACommand.MarkOverdue(request, due)).ShouldBe(new(RejectionCode.NoSuchDeadline));
        late.After(AClarification.Addressed, ACommand.Answer(request, (1, QuestionState.Answered))).Accept(People.System, ACommand.MarkOverdue(request, due));
        foreach (var actor in People.Team.Append(People.Auditor))
            late.Refuse(actor, ACommand.MarkOverdue(request, due)).ShouldBe(new(RejectionCode.RoleMayNot));
    }

    [Fact]
    public void A_moment_that_is_corrected_there_and_back_is_not_logged_again()
    {
        var logged = incident.At(due.AddHours(10)).AfterOverdue(request);
        var moved = logged.After(AClarification.Requester, ACommand.Deliver(request) with { At = AnIncident.Now.AddHours(1), Reason = "Koreksi." });
        moved.State.Deadlines.Single(d => d.Subject == request).IsLogged.ShouldBeFalse();
        var back = moved.AfterOverdue(request).After(AClarification.Requester, ACommand.Deliver(request) with { At = AnIncident.Now, Reason = "Koreksi lagi." });
        back.State.Deadlines.Single(d => d.Subject == request).ShouldBe(new(request, back.Clarification(request).Title, new("KPU"), new AgencyId("KOMINFO"), due, IsLogged: true));
    }

    [Fact]
    public void The_id_is_of_what_it_says()
    {
        var deadline = incident.State.Deadlines.First();
        MarkOverdue.Of(incident.State.Id, deadline).ShouldBe(MarkOverdue.Of(incident.State.Id, deadline with { Due = deadline.Due.ToOffset(TimeSpan.FromHours(7)), IsLogged = true, Title = "Lain" }));
        new[] { deadline with { Due = due.AddTicks(1) }, deadline with { Subject = new("K-00000") } }.Select(d => MarkOverdue.Of(incident.State.Id, d).CommandId)
            .Append(MarkOverdue.Of(new IncidentId(Guid.NewGuid()), deadline).CommandId).Append(MarkOverdue.Of(incident.State.Id, deadline).CommandId).ShouldBeUnique();
    }

    /// <param name="Hours">How far the true time goes on before it.</param>
    /// <param name="Skew">How wrong the server's clock is then, in minutes.</param>
    sealed record Turn(int What, int Hours, int Skew, int To);

    static readonly Gen<Turn> turn =
        from what in Gen.Choose(0, 7)
        from hours in Gen.Choose(0, 30)
        from skew in Gen.Elements(-60, 0, 0, 60)
        from to in Gen.Choose(0, 99)
        select new Turn(what, hours, skew, to);

    [Fact]
    public void Once_for_each_deadline_over_any_schedule() =>
        Always.Holds(Gen.ListOf(turn, 40).Select(turns => turns.ToList()), turns =>
        {
            var (at, now) = (incident, AnIncident.Now);
            foreach (var step in turns)
            {
                now = now.AddHours(step.Hours);
                at = at.At(now.AddMinutes(step.Skew));
                var (actor, command) = CommandOf(step, at);
                if (at.Try(actor, command) is Decision.Accepted)
                    at = at.After(actor, command);
                // Two nodes look; the second has not heard of the first.
                foreach (var deadline in at.State.Deadlines.Concat(at.State.Deadlines).ToList())
                {
                    var mark = MarkOverdue.Of(at.State.Id, deadline);
                    if (at.Try(People.System, mark) is not Decision.Accepted)
                        continue;
                    deadline.Due.ShouldBeLessThanOrEqualTo(at.Time);
                    at = at.After(People.System, mark);
                }
                at.State.Deadlines.Where(d => d.Due <= at.Time).ShouldAllBe(d => d.IsLogged);
            }
            at.Entries.SelectMany(e => e.Content!.Events).OfType<DeadlinePassed>().Select(e => (e.Subject, e.Due)).ShouldBeUnique();
            return true;
        }, times: 300);

    static (Actor, Command) CommandOf(Turn turn, AnIncident at) => turn.What switch
    {
        0 => (AClarification.Requester, ACommand.Deliver(request) with { At = at.Time.AddHours(-turn.To), Reason = "Koreksi." }),
        1 => (AnObligation.Obliged, ACommand.CorrectStart(duty, at.Time.AddHours(-turn.To))),
        2 => (AClarification.Addressed, ACommand.AnswerAll(request)),
        3 => (AClarification.Requester, ACommand.JudgeInsufficient(request, 1)),
        4 => (AnObligation.Obliged, ACommand.SetNotApplicable(duty)),
        5 => (AnObligation.Obliged, ACommand.Start(duty, at.Time.AddHours(-turn.To))),
        6 => (AClarification.Requester, ACommand.Escalate(request)),
        _ => (AClarification.Addressed, ACommand.Acknowledge(request)),
    };
}
