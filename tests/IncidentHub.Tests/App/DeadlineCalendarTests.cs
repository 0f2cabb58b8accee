using System.Net;
using System.Text.RegularExpressions;
using IncidentHub.Access;
using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using People = IncidentHub.Tests.Support.People;

namespace IncidentHub.Tests.App;

/// <summary>A calendar signs in nowhere: its address is all that it has, and says what its owner sees.</summary>
public partial class DeadlineCalendarTests(Product product) : IClassFixture<Product>
{
    static readonly Actor kpu = AClarification.Addressed;
    static readonly Actor kominfo = AClarification.Requester;

    CalendarLinks Links => product.Services.GetRequiredService<CalendarLinks>();

    [Fact]
    public async Task It_says_what_its_owner_sees_and_nobody_elses()
    {
        // The class's tests share one product and come in any order.
        var others = Count(await Read(await Links.Make(kpu.Person)));
        var incident = await Opened();
        await Ask(incident, "Surat untuk semua", Marking.WholeTeam(Tlp.Amber));
        var strict = await Ask(incident, "Surat tertutup", new Marking(Tlp.AmberStrict, [new("KPU"), new("KOMINFO")], []));
        var red = await Ask(incident, "Surat bernama", new Marking(Tlp.Red, [], [kominfo.Person, kpu.Person]));
        var mine = await Read(await Links.Make(kpu.Person));
        mine.ShouldContain("Surat untuk semua");
        // A calendar may be kept anywhere: of what is stricter than AMBER there is the reference.
        foreach (var (title, reference) in new[] { ("Surat tertutup", strict), ("Surat bernama", red) })
        {
            mine.ShouldNotContain(title);
            mine.ShouldContain($"SUMMARY:Tenggat {reference}\r\n");
        }
        Regex.Count(mine, "BEGIN:VEVENT", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(others + 3);

        Count(await Read(await Links.Make(People.Coordinator.Person))).ShouldBe(others + 2);
        Count(await Read(await Links.Make(People.LiaisonOf("BSSN").Person))).ShouldBe(0);
        Count(await Read(await Links.Make(People.LiaisonOf("KEMENDAGRI").Person))).ShouldBe(0);
    }

    [Fact]
    public async Task What_it_calls_a_deadline_stays_when_the_deadline_moves()
    {
        var incident = await Opened();
        var asker = People.LiaisonOf("BIN");
        var request = await Ask(incident, "Surat yang bergeser", Marking.WholeTeam(Tlp.Green), asker);
        var token = await Links.Make(asker.Person);
        var before = await Read(token);
        await Accept(incident, asker, new DeliverClarification { CommandId = Guid.NewGuid(), Request = request, At = DateTimeOffset.UtcNow.AddMinutes(-30), Reason = "Koreksi." });
        var after = await Read(token);
        Uids(after).ShouldBe(Uids(before));
        Starts(after).ShouldNotBe(Starts(before));
        Uids(before).ShouldAllBe(uid => !uid.Contains(request.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_a_token_that_holds_answers()
    {
        var reader = People.LiaisonOf("BSSN", 2);
        var first = await Links.Make(reader.Person);
        (await Status(first)).ShouldBe(HttpStatusCode.OK);
        var second = await Links.Make(reader.Person);
        (await Status(first)).ShouldBe(HttpStatusCode.NotFound);
        await Links.Revoke(reader.Person);
        foreach (var token in new[] { second, "x", new string('A', 43), "%2e%2e" })
            (await Status(token)).ShouldBe(HttpStatusCode.NotFound);
        foreach (var none in new[] { People.Auditor, People.Observer, People.Administrator })
            (await Status(await Links.Make(none.Person))).ShouldBe(HttpStatusCode.NotFound);

        foreach (var command in new Func<Guid, AdminCommand>[] { id => new ResetPassword(id), id => new LockAccount(id, IsLocked: true) })
        {
            var revoked = People.LiaisonOf("KPU", 2).Person;
            var token = await Links.Make(revoked);
            (await product.Services.GetRequiredService<AdminDesk>().Submit(command(revoked.Value), People.Administrator)).ShouldBeOfType<AdminOutcome.Done>();
            (await Status(token)).ShouldBe(HttpStatusCode.NotFound);
            (await Links.MadeAt(revoked)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task The_database_knows_no_token()
    {
        var token = await Links.Make(People.LiaisonOf("BARESKRIM").Person);
        foreach (var file in Directory.GetFiles(product.Database.Options.Folder, "app.db*"))
            System.Text.Encoding.Latin1.GetString(await Bytes(file)).ShouldNotContain(token);
    }

    static async Task<byte[]> Bytes(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    async Task<HttpStatusCode> Status(string token)
    {
        using var browser = product.Browser();
        using var answer = await browser.GetAsync($"/tenggat/{token}.ics");
        return answer.StatusCode;
    }

    async Task<string> Read(string token)
    {
        using var browser = product.Browser();
        using var answer = await browser.GetAsync($"/tenggat/{token}.ics");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
        return (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
    }

    async Task<IncidentId> Opened()
    {
        var open = ACommand.OpenWithTeam();
        (await product.Services.GetRequiredService<Desk>().Open(open, People.Coordinator)).ShouldBeOfType<Outcome.Done>();
        return OpenIncident.IdFor(People.Coordinator.Person, open.CommandId);
    }

    async Task<Reference> Ask(IncidentId incident, string title, Marking marking, Actor? asker = null)
    {
        var room = await product.Services.GetRequiredService<RoomDirectory>().Room(incident);
        var at = DateTimeOffset.UtcNow.AddHours(-1);
        await Accept(incident, asker ?? kominfo, ACommand.Ask(marking) with { Title = title, SentAt = at });
        var request = room.State.Clarifications.Values.Single(c => c.Title == title).Reference;
        await Accept(incident, asker ?? kominfo, ACommand.Deliver(request) with { At = at });
        return request;
    }

    async Task Accept(IncidentId incident, Actor actor, Command command) =>
        (await product.Services.GetRequiredService<Desk>().Submit(incident, command, actor)).ShouldBeOfType<Outcome.Done>();

    static int Count(string calendar) => Uids(calendar).Count;
    static List<string> Uids(string calendar) => [.. Uid().Matches(calendar).Select(m => m.Value)];
    static List<string> Starts(string calendar) => [.. Start().Matches(calendar).Select(m => m.Value)];

    [GeneratedRegex("UID:.+", RegexOptions.NonBacktracking)]
    private static partial Regex Uid();

    [GeneratedRegex("DTSTART:.+", RegexOptions.NonBacktracking)]
    private static partial Regex Start();
}
