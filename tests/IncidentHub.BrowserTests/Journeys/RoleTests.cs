using IncidentHub.BrowserTests.Support;
using IncidentHub.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentHub.BrowserTests.Journeys;

/// <summary>Those who aren't of the joint team; and how little an open page asks of the server.</summary>
public class RoleTests(Browser browser, Product product) : ProductJourney(browser, product)
{
    [Fact]
    public async Task An_observer_and_an_administrator_see_no_incident_and_are_told_why()
    {
        var member = await InRoom(DemoAccount.Kpu);
        var room = new Uri(member.Page.Url).PathAndQuery;
        // The observer reads what the commission was told of it, and nothing of the room.
        foreach (var (who, sentence, titles) in new[] { (DemoAccount.Observer, "Edisi terakhir R-02", 1), (DemoAccount.Administrator, "Peran administrator tidak melihat isi insiden.", 0) })
        {
            var user = await SignedIn(who);
            await Expect(user.Page.GetByText(sentence)).ToBeVisibleAsync();
            await Expect(user.Page.GetByText(Dpt)).ToHaveCountAsync(titles);
            await Expect(user.Page.GetByRole(AriaRole.Link, new() { Name = "Buka insiden" })).ToHaveCountAsync(0);
            (await user.Page.GotoAsync(room))!.Status.ShouldBe(404);
            (await user.Page.GotoAsync("/insiden/baru"))!.Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task An_auditor_sees_all_writes_notes_only_and_each_sight_is_written_down()
    {
        var auditor = await InRoom(DemoAccount.Auditor);
        await Expect(auditor.Composer.GetByRole(AriaRole.Combobox, new() { Name = "Jenis entri" })).ToHaveCountAsync(0);
        await Expect(auditor.Status.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(auditor.Members.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await auditor.Find("penjual");
        await Expect(auditor.Entry("Penyelidikan akun penjual berjalan.")).ToContainTextAsync("Hanya untuk");

        var address = new Uri(auditor.Page.Url).PathAndQuery.TrimStart('/');
        var sights = await Sights();
        sights.ShouldContain(address.Split('?')[0]);
        sights.ShouldContain(address);

        await auditor.Post("Catatan auditor.");
        await Expect((await InRoom(DemoAccount.Kpu)).Entry("Catatan auditor.")).ToContainTextAsync("Catatan audit");
        (await Sights()).ShouldBe(await Sqlite.Column(App, "SELECT what FROM sight ORDER BY id"), "only the auditor's are noted");
    }

    [Fact]
    public async Task A_quiet_page_asks_the_server_for_nothing()
    {
        var reader = await InRoom(DemoAccount.Bssn);
        var writer = await InRoom(DemoAccount.Kpu);
        await writer.Post("Halaman sudah hidup.");
        await Expect(reader.Entry("Halaman sudah hidup.")).ToBeVisibleAsync();
        // That it was seen is said once.
        await Expect(reader.Log.Locator(".entry--new")).ToHaveCountAsync(0);
        // From here on nobody touches it, through two heartbeats of the connection.
        var (requests, sent, heartbeats) = (reader.User.Wire.Requests.Count, reader.User.Wire.SentByItself, reader.User.Wire.Heartbeats);
        await reader.User.Wire.HeartbeatsReach(heartbeats + 2);
        reader.User.Wire.Requests.Skip(requests).ShouldBeEmpty();
        reader.User.Wire.SentByItself.ShouldBe(sent);

        await writer.Post("Ini didorong.");
        await Expect(reader.Entry("Ini didorong.")).ToBeVisibleAsync();
        reader.User.Wire.Requests.Skip(requests).ShouldBeEmpty();
    }

    string App => Path.Combine(Product.DataFolder, "demo", "app.db");

    Task<IReadOnlyList<string>> Sights() =>
        Sqlite.Column(App, $"SELECT what FROM sight WHERE upper(account_id) = upper('{DemoAccount.Auditor.Id}') ORDER BY id");
}
