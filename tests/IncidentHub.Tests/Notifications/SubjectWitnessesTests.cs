using Bunit;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Notifications;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.Notifications;

/// <summary>In the drawers: who of whom learns who had seen what.</summary>
public class SubjectWitnessesTests : RoomScreens
{
    static readonly Actor kpu = AClarification.Addressed;
    static readonly Actor kominfo = AClarification.Requester;

    [Fact]
    public async Task Ones_own_agency_is_shown_and_no_other()
    {
        var request = await Ask();
        await Deliver(request);
        await See(kpu, acknowledges: true);
        await Node.Accept(Incident, kpu, ACommand.AnswerAll(request));
        await See(kominfo);

        var ours = await Opened(People.Coordinator, request);
        ours.ShouldBe([$"Permintaan klarifikasi, 28/11/2023 10.15 WIB {kpu.Name} melihat 28/11/2023 10.15 WIB menandai diketahui 28/11/2023 10.15 WIB"]);
        (await Opened(kominfo, request)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.ShouldContain(kominfo.Name), t => t.ShouldNotContain(kpu.Name));
        (await Opened(People.LiaisonOf("BIN"), request)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_auditor_sees_all_agencies_also_of_what_is_told_no_more()
    {
        var bssn = People.LiaisonOf("BSSN");
        var task = await Propose(bssn, "KPU");
        await See(kpu);
        await Node.Accept(Incident, kpu, ACommand.Move(task, TaskState.Declined));
        await See(bssn);
        var all = await Opened(People.Auditor, task);
        all.Count.ShouldBe(2);
        string.Join(' ', all).ShouldSatisfyAllConditions(
            t => t.ShouldContain($"{kpu.Name} {kpu.AgencyName} melihat"), t => t.ShouldContain($"{bssn.Name} {bssn.AgencyName} melihat"));
    }

    [Fact]
    public async Task A_reminder_is_named_by_its_deadline()
    {
        var request = await Ask(c => c with { SentAt = AnIncident.Now.AddHours(-60) });
        await Node.Accept(Incident, kominfo, ACommand.Deliver(request) with { At = AnIncident.Now.AddHours(-60) });
        await See(kpu);
        foreach (var viewer in new[] { People.Coordinator, People.Auditor })
            (await Opened(viewer, request)).ShouldContain(t => t.StartsWith("Pengingat 24 jam sebelum tenggat 28/11/2023 22.15 WIB " + kpu.Name));
    }

    [Fact]
    public async Task Only_whom_RED_names_is_told_so_only_they_see_and_show()
    {
        await Ask(c => c with { Marking = new Marking(Tlp.Red, [], [kominfo.Person, kpu.Person]) });
        var request = (await State()).Clarifications.Keys.Single();
        await See(kpu);
        await See(People.Coordinator);
        (await Opened(kpu, request)).ShouldHaveSingleItem().ShouldContain(kpu.Name);
        Open(People.Coordinator, request.Text).Markup.ShouldNotContain("Siapa sudah melihat");
        (await Node.Get<Acknowledgements>().WitnessesOf(Incident, request)).ShouldAllBe(w => w.Person == kpu.Person);
    }

    [Fact]
    public async Task What_was_told_while_it_was_RED_stays_between_those_it_named()
    {
        var finding = await Raise(People.LiaisonOf("BSSN"), f => f with { Marking = new Marking(Tlp.Red, [], [People.LiaisonOf("BSSN").Person, kpu.Person]) });
        await Node.Accept(Incident, People.LiaisonOf("BSSN"), ACommand.Move(finding, FindingState.UnderReview));
        await Node.Accept(Incident, People.LiaisonOf("BSSN"), ACommand.Move(finding, FindingState.Verified));
        await See(kpu);
        await Node.Accept(Incident, People.LiaisonOf("BSSN"), ACommand.ReMark(finding, Marking.WholeTeam(Tlp.Amber)));
        (await Opened(People.Coordinator, finding)).ShouldBeEmpty();
        (await Opened(kpu, finding)).ShouldHaveSingleItem().ShouldContain(kpu.Name);
    }

    [Fact]
    public async Task Every_drawer_has_it_and_who_neither_acts_nor_audits_does_not()
    {
        foreach (var subject in new[] { await Ask(), await Propose(kpu, "BSSN"), await Raise(kpu), await Record(kpu) })
        {
            Open(kpu, subject.Text).Buttons(".seen-by").ShouldBe(["Siapa sudah melihat"]);
            Open(People.Auditor, subject.Text).Buttons(".seen-by").ShouldBe(["Siapa sudah melihat"]);
        }
    }

    /// <summary>What somebody reads in the drawer once they ask.</summary>
    async Task<IReadOnlyList<string>> Opened(Actor viewer, Reference subject)
    {
        var drawer = Open(viewer, subject.Text);
        await drawer.Press("Siapa sudah melihat");
        drawer.WaitForElement(".seen-by > ul");
        return [.. drawer.FindAll(".told__one").Select(e => e.Text())];
    }

    Task Deliver(Reference request) => Node.Accept(Incident, kominfo, ACommand.Deliver(request));

    async Task See(Actor who, bool acknowledges = false)
    {
        using var feed = await Node.Get<NotificationFeed>().Join(who, () => { });
        var told = (await feed.Read()).Unread.Select(n => n.Key).ToList();
        await Node.Get<Acknowledgements>().NoteSeen(who.Person, told);
        if (acknowledges)
            await Node.Get<Acknowledgements>().Acknowledge(who.Person, told);
    }
}
