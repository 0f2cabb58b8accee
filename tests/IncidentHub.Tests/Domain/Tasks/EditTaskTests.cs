using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class EditTaskTests
{
    static readonly AnIncident incident = AnIncident.Open().WithMembers(People.CoordinatorOf("BSSN"), People.LiaisonOf("BARESKRIM", 2))
        .WithTask(ATask.Proposer, ACommand.ProposeTask() with { Checklist = ["salin"] }, out task);
    static readonly Reference task;

    static EditTask Edit(AnIncident at) => ACommand.Edit(at.Task(task)) with { Title = "Segel peladen" };

    [Fact]
    public void Both_agencies_edit_it_and_nobody_else()
    {
        foreach (var actor in new[] { ATask.Proposer, ATask.Assigned, People.CoordinatorOf("BSSN"), People.LiaisonOf("BARESKRIM", 2) })
            incident.After(actor, Edit(incident)).Task(task).Title.ShouldBe("Segel peladen");
        foreach (var actor in new[] { People.LiaisonOf("BIN"), People.Coordinator })
            incident.Refuse(actor, Edit(incident)).ShouldBe(new(RejectionCode.OnlyAssigned, new AgencyId("BARESKRIM")));
        incident.Refuse(People.Auditor, Edit(incident)).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall })
            incident.Refuse(actor, Edit(incident)).ShouldBe(new(RejectionCode.NotFound));
    }

    [Fact]
    public void It_changes_title_due_date_and_checklist()
    {
        var edited = incident.After(ATask.Assigned, Edit(incident) with { Title = " Segel ", Due = AnIncident.Now, Checklist = [new(" salin ", IsDone: true), new("segel", IsDone: false)] });
        edited.Task(task).ShouldHold(incident.Task(task) with
        {
            Title = "Segel", Due = AnIncident.Now, Checklist = [new("salin", IsDone: true), new("segel", IsDone: false)], Changes = 1, ChangedAt = edited.Entries[^1].RecordedAt,
        });
        edited.Last.Text.ShouldBe("");
    }

    [Fact]
    public void An_edit_of_an_earlier_version_is_a_conflict_whoever_changed_it_and_how()
    {
        var stale = Edit(incident);
        AnIncident[] changed =
        [
            incident.After(ATask.Assigned, ACommand.Move(task, TaskState.Accepted)),
            incident.After(ATask.Proposer, Edit(incident) with { Title = "Lain" }),
            incident.After(ATask.Proposer, stale),
            incident.After(ATask.Proposer, ACommand.ReMark(task, Marking.WholeTeam(Tlp.Green))),
        ];
        foreach (var at in changed)
        {
            at.Refuse(ATask.Assigned, stale).ShouldBe(new(RejectionCode.ChangedMeanwhile));
            at.Accept(ATask.Assigned, stale with { BasedOn = at.Task(task).Changes, Title = "Baru" });
        }
        incident.Refuse(ATask.Assigned, stale with { BasedOn = 1 }).ShouldBe(new(RejectionCode.ChangedMeanwhile));
    }

    [Fact]
    public void Another_tasks_change_is_no_conflict() =>
        incident.WithTask(out _).WithEntry(People.Coordinator, Marking.WholeTeam(Tlp.Green), out _).Accept(ATask.Assigned, Edit(incident));

    [Fact]
    public void What_is_so_already_is_not_recorded_again()
    {
        var same = ACommand.Edit(incident.Task(task));
        incident.Refuse(ATask.Assigned, same).ShouldBe(new(RejectionCode.AlreadySo, same.Title));
        incident.Refuse(ATask.Assigned, same with { Title = $" {same.Title} ", Checklist = [new(" salin ", IsDone: false)] }).ShouldBe(new(RejectionCode.AlreadySo, same.Title));
        incident.Accept(ATask.Assigned, same with { Checklist = [new("salin", IsDone: true)] });
        incident.Accept(ATask.Assigned, same with { Due = AnIncident.Now });
        incident.Accept(ATask.Assigned, same with { Checklist = [] });
    }

    [Fact]
    public void The_entry_is_marked_as_the_task()
    {
        var marking = new Marking(Tlp.Red, [], [ATask.Assigned.Person]);
        var red = AnIncident.Open().WithTask(out var hidden, marking: marking);
        red.Accept(ATask.Assigned, ACommand.Edit(red.Task(hidden)) with { Title = "Lain" }).Marking.ShouldBe(red.Task(hidden).Marking);
    }

    [Fact]
    public void Its_faults()
    {
        var edit = Edit(incident);
        edit.Faults().ShouldBeEmpty();
        (edit with { Title = "" }).Faults().ShouldBe([ValidationCode.TitleRequired]);
        (edit with { Title = new string('x', 201) }).Faults().ShouldBe([ValidationCode.TitleTooLong]);
        (edit with { Checklist = default }).Faults().ShouldBe([ValidationCode.ChecklistTooLong]);
        (edit with { Checklist = [new(" ", IsDone: false)] }).Faults().ShouldBe([ValidationCode.ChecklistItem]);
        (edit with { Due = DateTimeOffset.MinValue }).Faults().ShouldBe([ValidationCode.OccurredTooEarly]);
    }
}
