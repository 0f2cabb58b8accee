using System.Text.Encodings.Web;
using System.Text.Json;
using Bunit;
using IncidentHub.App;
using IncidentHub.Domain;
using IncidentHub.Tests.Rendering;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.App;

/// <summary>What a browser is told to show; that it shows it, and when, is a journey's.</summary>
public class BrowserNewsTests : RoomScreens
{
    const string Script = "./App/BrowserNews.razor.js";
    static readonly Actor kpu = AClarification.Addressed;
    static readonly JsonSerializerOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_browser_is_told_what_is_new_and_of_a_stricter_label_the_reference()
    {
        await Ask(c => c with { Title = "Surat lama" });
        var screen = Screen();
        var script = screen.JSInterop.SetupModule(Script);
        script.Mode = JSRuntimeMode.Loose;
        var bell = screen.Render<NotificationCount>(p => p.Add(c => c.Viewer, kpu));
        bell.WaitForElement(".notification-count");
        script.Invocations["tell"].ShouldBeEmpty();

        var open = await Ask(c => c with { Title = "Surat baru" });
        var strict = await Ask(c => c with { Title = "Surat tertutup", Marking = Marking.WholeTeam(Tlp.AmberStrict) });
        var red = await Ask(c => c with { Title = "Surat bernama", Marking = new Marking(Tlp.Red, [], [AClarification.Requester.Person, kpu.Person]) });
        // Told after the last render, which is when a component would be asked again.
        await Eventually.Is(() => bell.InvokeAsync(() => Task.FromResult(Told(script).Count == 3)));
        var told = Told(script);
        told.Single(t => t.Href.EndsWith(open.Text, StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            t => t.Title.ShouldBe("Permintaan klarifikasi baru"), t => t.Body.ShouldBe("Kementerian Komunikasi dan Informatika mengirim permintaan klarifikasi kepada instansi Anda: Surat baru"));
        told.Single(t => t.Href.EndsWith(strict.Text, StringComparison.Ordinal)).ShouldSatisfyAllConditions(t => t.Title.ShouldBe("Permintaan klarifikasi baru"), t => t.Body.ShouldBe(strict.Text));
        told.Single(t => t.Href.EndsWith(red.Text, StringComparison.Ordinal)).ShouldSatisfyAllConditions(t => t.Title.ShouldBe("IncidentHub"), t => t.Body.ShouldBe(red.Text));
        told.Select(t => t.Tag).Distinct().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("Off", "Peramban ini tidak memberi tahu Anda.", true)]
    [InlineData("On", "Peramban ini memberi tahu Anda.", true)]
    [InlineData("Blocked", "Peramban ini memblokir notifikasi dari IncidentHub.", false)]
    [InlineData("Unsupported", "Peramban ini tidak mendukung notifikasi", false)]
    public void What_this_browser_does_is_said(string state, string sentence, bool canBeChanged)
    {
        var screen = Screen();
        screen.JSInterop.SetupModule(Script).Setup<string?>("state").SetResult(state);
        var news = screen.Render<BrowserNews>();
        news.WaitForAssertion(() => news.Find("[role=status]").Text().ShouldStartWith(sentence));
        news.FindAll("button").Count.ShouldBe(canBeChanged ? 1 : 0);
    }

    [Fact]
    public async Task Nobody_is_asked_before_they_press()
    {
        var screen = Screen();
        var script = screen.JSInterop.SetupModule(Script);
        script.Setup<string?>("state").SetResult("Off");
        script.Setup<string?>("turn", true).SetResult("Blocked");
        var news = screen.Render<BrowserNews>();
        news.WaitForElement("button");
        script.Invocations["turn"].ShouldBeEmpty();
        await news.Press("Beri tahu di peramban ini");
        news.WaitForAssertion(() => news.Find("[role=status]").Text().ShouldStartWith("Peramban ini memblokir"));
    }

    static List<(string Tag, string Title, string Body, string Href)> Told(BunitJSModuleInterop script) =>
    [
        .. from call in script.Invocations["tell"]
           from item in JsonSerializer.SerializeToElement(call.Arguments[0], plain).EnumerateArray()
           select (Text(item, "tag"), Text(item, "title"), Text(item, "body"), Text(item, "href")),
    ];

    static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
