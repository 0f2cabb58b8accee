using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Notifications;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using Microsoft.Extensions.Configuration;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.Notifications;

/// <summary>Reminders hold by the present moment alone; a clock that is set neither loses nor repeats one.</summary>
public class RemindersTests
{
    static readonly Actor kpu = AClarification.Addressed;
    static readonly AnIncident incident = AnIncident.Open().WithDelivered(out request);
    static readonly Reference request;
    static readonly DateTimeOffset due = AnIncident.Now.AddHours(72);

    [Theory]
    [InlineData(-25, null)]
    [InlineData(-24, "DueSoon 24")]
    [InlineData(-7, "DueSoon 24")]
    [InlineData(-6, "DueSoon 6")]
    [InlineData(-1, "DueSoon 1")]
    [InlineData(0, null)]
    [InlineData(23, null)]
    [InlineData(24, "StillOverdue 24")]
    [InlineData(50, "StillOverdue 48")]
    public void One_holds_at_a_time(int hoursFromDue, string? expected) =>
        At(hoursFromDue).Select(n => $"{n.Kind} {n.Hours}").SingleOrDefault().ShouldBe(expected);

    [Fact]
    public void Only_whoever_owes_is_reminded_and_only_while_they_do()
    {
        At(-1, AClarification.Requester).ShouldBeEmpty();
        At(-1, People.Auditor with { Agency = kpu.Agency }).ShouldBeEmpty();
        Of(incident.After(kpu, ACommand.AnswerAll(request)), kpu, -1).ShouldBeEmpty();
        Of(incident.After(kpu, ACommand.Answer(request, (1, QuestionState.Answered))), kpu, -1).ShouldNotBeEmpty();
        Of(AnIncident.Open().WithObligation(out _, ObligationState.Running), kpu, -1).ShouldHaveSingleItem();
        Of(AnIncident.Open().WithObligation(out _), kpu, -1).ShouldBeEmpty();
    }

    [Fact]
    public void Whom_RED_does_not_name_is_reminded_of_nothing()
    {
        var red = AnIncident.Open().WithDelivered(out _, new Marking(Tlp.Red, [], [AClarification.Requester.Person, kpu.Person]));
        Of(red, People.Coordinator, -1).ShouldBeEmpty();
        Of(red, kpu, -1).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(-6.5)]
    [InlineData(-6)]
    [InlineData(-1)]
    [InlineData(24)]
    [InlineData(48.5)]
    public void What_was_acknowledged_stays_so_when_the_clock_is_set_back_an_hour(double hours)
    {
        var acknowledged = At(hours).Select(n => n.Key).ToHashSet();
        acknowledged.ShouldNotBeEmpty();
        At(hours - 1).Where(n => !n.IsKnown(acknowledged)).ShouldBeEmpty();
        At(hours).Where(n => !n.IsKnown(acknowledged)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-24.5, "DueSoon 24")]
    [InlineData(-6.5, "DueSoon 6")]
    [InlineData(-1.5, "DueSoon 1")]
    [InlineData(23.5, "StillOverdue 24")]
    public void What_the_clock_skips_by_an_hour_is_told_all_the_same(double hours, string expected)
    {
        var acknowledged = At(hours).Select(n => n.Key).ToHashSet();
        At(hours + 1).Where(n => !n.IsKnown(acknowledged)).Select(n => $"{n.Kind} {n.Hours}").ShouldBe([expected]);
    }

    [Fact]
    public void What_stands_in_the_log_as_passed_is_not_ahead_again() =>
        Of(incident.At(due.AddMinutes(1)).AfterOverdue(request), kpu, -1).ShouldBeEmpty();

    [Fact]
    public void A_deadline_that_is_corrected_is_another_one()
    {
        var corrected = incident.Later(TimeSpan.FromHours(2)).After(AClarification.Requester, ACommand.Deliver(request) with { At = AnIncident.Now.AddHours(1), Reason = "Tanda terima." });
        var acknowledged = At(-1).Select(n => n.Key).ToHashSet();
        Of(corrected, kpu, 0).ShouldHaveSingleItem().IsKnown(acknowledged).ShouldBeFalse();
    }

    [Fact]
    public void The_next_moment_is_the_one_at_which_something_changes()
    {
        foreach (var (now, next) in new[] { (-30.0, -24), (-24, -6), (-6, -1), (-1, 0), (0, 24), (24, 48), (25.5, 48) })
            Reminders.Next(Room(incident, kpu), kpu, ReminderTimes.Usual, due.AddHours(now)).ShouldBe(due.AddHours(next));
        Reminders.Next(Room(incident, kpu), kpu, new ReminderTimes([], 0), due).ShouldBeNull();
        Reminders.Next(Room(incident, AClarification.Requester), AClarification.Requester, ReminderTimes.Usual, due).ShouldBeNull();
    }

    [Fact]
    public void The_times_are_settings()
    {
        Times().Every.ShouldBe(24);
        Times().Before.ShouldBe([24, 6, 1]);
        var set = Times(("Deadlines:RemindHours:0", "2"), ("Deadlines:RemindHours:1", "48"), ("Deadlines:RepeatHours", "0"));
        set.Before.ShouldBe([48, 2]);
        Reminders.Of(Room(incident, kpu), kpu, set, due.AddHours(500)).ShouldBeEmpty();
        foreach (var (name, value) in new[] { ("Deadlines:RemindHours:0", "0"), ("Deadlines:RemindHours:0", "9999"), ("Deadlines:RemindHours:0", "satu"), ("Deadlines:RepeatHours", "-1") })
            Should.Throw<StartupRefusedException>(() => Times((name, value)));
    }

    static ReminderTimes Times(params (string Key, string? Value)[] settings) =>
        ReminderTimes.From(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build());

    static IReadOnlyList<Notification> At(double hoursFromDue, Actor? viewer = null) => Of(incident, viewer ?? kpu, hoursFromDue);

    static IReadOnlyList<Notification> Of(AnIncident at, Actor viewer, double hoursFromDue) => [.. Reminders.Of(Room(at, viewer), viewer, ReminderTimes.Usual, due.AddHours(hoursFromDue))];

    static RoomView Room(AnIncident at, Actor viewer) =>
        new(IncidentHead.Of(at.State), [], 0, at.State.ViewpointOf(viewer) is { } viewpoint ? RoomObjects.Of(at.State, viewpoint) : RoomObjects.None);
}
