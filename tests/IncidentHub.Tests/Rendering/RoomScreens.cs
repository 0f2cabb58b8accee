using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using IncidentHub.App;
using IncidentHub.Briefings;
using IncidentHub.Domain;
using IncidentHub.Notifications.Channels;
using IncidentHub.Reports;
using IncidentHub.Rooms;
using IncidentHub.Tests.Support;
using IncidentHub.Ui;
using IncidentHub.Wall;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Node = IncidentHub.Tests.Support.Node;

namespace IncidentHub.Tests.Rendering;

/// <summary>Panes in front of a running node with one open incident; each person has a screen of their own, in Indonesian.</summary>
public abstract class RoomScreens : IAsyncLifetime
{
    readonly List<BunitContext> screens = [];
    Database database = default!;

    protected Node Node { get; private set; } = default!;
    protected IncidentId Incident { get; private set; }
    protected Reference Room { get; private set; }

    public virtual async ValueTask InitializeAsync()
    {
        database = await Database.OnSqlite();
        Node = database.Start(more: Replace);
        Incident = await Node.Open();
        Room = (await Node.Rooms.Room(Incident)).State.Reference;
    }

    /// <summary>What a test puts in place of the product's services.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var screen in screens)
            await screen.DisposeAsync();
        await database.DisposeAsync();
    }

    protected async Task<IncidentState> State() => (await Node.Rooms.Room(Incident)).State;

    protected async Task<Reference> Propose(Actor proposer, string assigned, Func<ProposeTask, ProposeTask>? with = null)
    {
        var command = ACommand.ProposeTask(assigned);
        var before = (await State()).Tasks;
        await Node.Accept(Incident, proposer, with is null ? command : with(command));
        return (await State()).Tasks.Keys.Single(t => !before.ContainsKey(t));
    }

    protected async Task<Reference> Raise(Actor author, Func<RaiseFinding, RaiseFinding>? with = null)
    {
        var command = ACommand.Raise();
        var before = (await State()).Findings;
        await Node.Accept(Incident, author, with is null ? command : with(command));
        return (await State()).Findings.Keys.Single(f => !before.ContainsKey(f));
    }

    /// <summary>A request of Kominfo's to KPU, sent now; a test changes what it is about.</summary>
    protected async Task<Reference> Ask(Func<DraftClarification, DraftClarification>? with = null)
    {
        var command = ACommand.Ask();
        var before = (await State()).Clarifications;
        await Node.Accept(Incident, AClarification.Requester, with is null ? command : with(command));
        return (await State()).Clarifications.Keys.Single(r => !before.ContainsKey(r));
    }

    /// <summary>Under art. 46, as the product's own rule book has it.</summary>
    protected async Task<Reference> Record(Actor recorder, Func<RecordObligation, RecordObligation>? with = null)
    {
        var command = ACommand.Record() with { Rule = IncidentHub.Obligations.NoticeContent.ComposedRule };
        var before = (await State()).Obligations;
        await Node.Accept(Incident, recorder, with is null ? command : with(command));
        return (await State()).Obligations.Keys.Single(o => !before.ContainsKey(o));
    }

    /// <summary>A screen of this person, with whatever the product's pages inject.</summary>
    protected BunitContext Screen()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id-ID");
        var screen = new BunitContext();
        screens.Add(screen);
        screen.JSInterop.Mode = JSRuntimeMode.Loose;
        screen.Services.AddUi();
        screen.Services.AddSingleton(Node.Time);
        screen.Services.AddSingleton(Node.Desk).AddSingleton(Node.Reader).AddSingleton(Node.Lists).AddSingleton(Node.Rooms);
        screen.Services.AddSingleton(Node.Get<IncidentHub.Access.Drafts>()).AddSingleton(Node.Get<IncidentHub.Access.CalendarLinks>()).AddSingleton(Node.Get<IncidentHub.Access.Sights>()).AddSingleton(Node.Get<RulePack>());
        screen.Services.AddSingleton(Node.Get<IncidentHub.Notifications.NotificationFeed>()).AddSingleton(Node.Get<IncidentHub.Access.Acknowledgements>());
        screen.Services.AddSingleton(Node.Get<PastReader>());
        screen.Services.AddSingleton(Node.Get<ChannelDesk>()).AddSingleton(Node.Get<ChannelDirectory>()).AddSingleton(Node.Get<ChannelSender>()).AddSingleton(Node.Get<Deliveries>()).AddSingleton(Node.Get<MailSender>());
        screen.Services.AddSingleton(Node.Get<BriefingReader>()).AddSingleton(Node.Get<Commission>()).AddSingleton(Node.Get<ReportReader>()).AddSingleton(Shifts.Usual);
        screen.Services.AddSingleton(Node.Get<PairingDesk>()).AddSingleton(Node.Get<WallDirectory>()).AddSingleton(Node.Get<RunningBuild>()).AddSingleton(Node.Get<WallPace>());
        // There is no Chromium on a screen's side.
        screen.Services.AddSingleton(new EditionPdf(Node.Get<IServiceScopeFactory>(), NullLoggerFactory.Instance, new SheetStyles(environment: null!), new PdfPrinter(chromium: null, TimeSpan.Zero)));
        return screen;
    }

    protected IRenderedComponent<LiveRoom> Show<T>(Actor viewer, Func<RoomView, Dictionary<string, object>> parameters) where T : IComponent =>
        Screen().Render<LiveRoom>(p => p.Add(r => r.Incident, Room).Add(r => r.Viewer, viewer).Add(r => r.Shown, typeof(T)).Add(r => r.Parameters, parameters));

    /// <summary>The drawer as the room's address asks for it.</summary>
    protected IRenderedComponent<LiveRoom> Open(Actor viewer, string what, string? from = null, string? form = null) => Show<ObjectDrawer>(viewer, view => new Dictionary<string, object>
    {
        ["What"] = what,
        ["From"] = from!,
        ["Form"] = form!,
        ["View"] = view,
        ["Viewer"] = viewer,
        ["Zone"] = LocalTime.Wib,
        ["Links"] = new ObjectLinks(Room.Text, null, "", what),
        ["OnDone"] = EventCallback.Factory.Create(this, () => done++),
    });

    int done;

    /// <summary>How often a form said that it is done.</summary>
    protected int Done => done;
}

static class Reading
{
    /// <summary>As one reads it: what stands in elements of its own stands apart.</summary>
    public static string Text(this IElement element) =>
        string.Join(' ', element.Descendants<IText>().SelectMany(t => t.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The button or link with these words.</summary>
    public static IElement Button<T>(this IRenderedComponent<T> page, string words) where T : IComponent =>
        page.FindAll("button, a").First(b => (b.GetAttribute("aria-label") ?? b.Text()) == words || b.Text() == words);

    public static IReadOnlyList<string> Buttons<T>(this IRenderedComponent<T> page, string within) where T : IComponent =>
        [.. page.FindAll($"{within} button").Select(b => b.Text())];

    // Found and used in one go on the page's own dispatcher: a push between the two would leave the element behind.

    public static Task Press<T>(this IRenderedComponent<T> page, string words) where T : IComponent => page.InvokeAsync(() => page.Button(words).ClickAsync(new()));

    /// <summary>Presses before the page has taken in what happens meanwhile: its dispatcher is held, so that no push comes in between.</summary>
    public static Task PressBehind<T>(this IRenderedComponent<T> page, string words, Func<Task> meanwhile) where T : IComponent => page.InvokeAsync(() =>
    {
        Task.Run(meanwhile).GetAwaiter().GetResult();
        return page.Button(words).ClickAsync(new());
    });

    public static Task PressFirst<T>(this IRenderedComponent<T> page, string selector) where T : IComponent => page.InvokeAsync(() => page.Find(selector).ClickAsync(new()));

    public static Task Type<T>(this IRenderedComponent<T> page, string selector, string text) where T : IComponent => page.InvokeAsync(() => page.Find(selector).InputAsync(new() { Value = text }));

    public static Task Choose<T>(this IRenderedComponent<T> page, string selector, object value, int which = 0) where T : IComponent =>
        page.InvokeAsync(() => page.FindAll(selector)[which].ChangeAsync(new() { Value = value }));

    public static Task Submit<T>(this IRenderedComponent<T> page, string selector) where T : IComponent => page.InvokeAsync(() => page.Find(selector).SubmitAsync());
}
