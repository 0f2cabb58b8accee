using Bunit;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;
using IncidentHub.Timeline;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Tests.Timeline;

public class TimelinePaneTests : RoomScreens
{
    static readonly Actor kpu = People.LiaisonOf("KPU");
    static readonly Actor bssn = People.LiaisonOf("BSSN");
    Unread? told;

    [Fact]
    public async Task What_came_since_the_last_visit_is_said_marked_and_gone_once_it_was_seen()
    {
        var first = await Node.Accept(Incident, bssn, ACommand.Write() with { Text = "Satu." });
        await Node.Accept(Incident, kpu, ACommand.Write() with { Text = "Milik sendiri." });
        var second = await Node.Accept(Incident, bssn, ACommand.Write() with { Text = "Dua." });
        var pane = Pane(new IncidentHub.Access.Visit(1, AnIncident.Now.AddDays(-1)));
        pane.WaitForAssertion(() => pane.Find("[data-since]").Text().ShouldBe("2 entri baru sejak Anda terakhir di sini, 27/11 10.15 Ke yang pertama Tandai sudah dilihat"));
        pane.Button("Ke yang pertama").GetAttribute("href").ShouldBe($"/{first}");
        pane.FindAll(".entry--new").Count.ShouldBe(2);

        await pane.InvokeAsync(() => pane.FindComponent<TimelinePane>().Instance.Saw([first.Text]));
        pane.Find("[data-since]").Text().ShouldStartWith("1 entri baru");
        pane.FindAll(".entry--new").ShouldHaveSingleItem().Id.ShouldBe(second.Text);
        told!.SeenUpTo.ShouldBe(3);

        await pane.Press("Tandai sudah dilihat");
        pane.FindAll("[data-since], .entry--new").ShouldBeEmpty();
        told.SeenUpTo.ShouldBe(4);
    }

    [Fact]
    public async Task On_the_first_visit_only_what_arrives_is_new()
    {
        await Node.Accept(Incident, bssn, ACommand.Write() with { Text = "Sudah ada." });
        var pane = Pane(null);
        pane.WaitForAssertion(() => pane.FindAll(".entry").Count.ShouldBe(2));
        pane.FindAll("[data-since], .entry--new").ShouldBeEmpty();
        await Node.Accept(Incident, bssn, ACommand.Write() with { Text = "Baru datang." });
        pane.WaitForAssertion(() => pane.FindAll(".entry--new").ShouldHaveSingleItem().Text().ShouldContain("Baru datang."));
    }

    IRenderedComponent<LiveRoom> Pane(IncidentHub.Access.Visit? lastVisit) => Show<TimelinePane>(kpu, view => new Dictionary<string, object>
    {
        ["View"] = view,
        ["Viewer"] = kpu,
        ["Query"] = TimelineQuery.Everything,
        ["PermalinkTo"] = (Func<Reference, string>)(r => $"/{r}"),
        ["Zone"] = LocalTime.Wib,
        ["ClearHref"] = "/",
        ["LastVisit"] = lastVisit!,
        ["UnreadChanged"] = EventCallback.Factory.Create<Unread>(this, now => told = now),
    });
}
