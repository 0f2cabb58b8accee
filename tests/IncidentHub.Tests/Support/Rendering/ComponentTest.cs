using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using IncidentHub.Access;
using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;
using IncidentHub.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Support.Rendering;

/// <summary>A component test: the product's words and parts, read in Indonesian unless a test says otherwise.</summary>
public abstract partial class ComponentTest : BunitContext
{
    // The product's module knows where the assemblies are that bunit and SQLite ask for.
    [ModuleInitializer]
    internal static void UseTheProducts() => RuntimeHelpers.RunModuleConstructor(typeof(Program).Module.ModuleHandle);

    static ComponentTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    /// <param name="add">More services; there is no adding once the first was asked for.</param>
    protected ComponentTest(Action<IServiceCollection>? add = null)
    {
        Services.AddLogging();
        Services.AddUi();
        add?.Invoke(Services);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Renderer.SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
        ReadIn("id-ID");
    }

    protected static LocalTime Zone => LocalTime.Wib;
    protected Words Words => Services.GetRequiredService<Words>();

    protected static void ReadIn(string culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    /// <summary>What a reader reads: the words in their order, one space between them. Not what is hidden from screen readers as decoration.</summary>
    protected static string Read(INode node) => Space().Replace(string.Join(' ', Texts(node)), " ").Trim();

    protected static string Read<T>(IRenderedComponent<T> component) where T : Microsoft.AspNetCore.Components.IComponent =>
        string.Join(' ', component.Nodes.Select(Read).Where(t => t.Length > 0));

    static IEnumerable<string> Texts(INode node) => node switch
    {
        IText text => [text.Data],
        IElement element when element.GetAttribute("aria-hidden") is "true" || element.LocalName is "option" or "template" => [],
        _ => node.ChildNodes.SelectMany(Texts),
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Space();
}

/// <summary>A component test over the real log and rooms: an incident of <see cref="People.Team"/> on a fresh SQLite file.</summary>
public abstract class ComponentTestInARoom : ComponentTest, IAsyncLifetime
{
    readonly Place place;

    protected ComponentTestInARoom() : this(new Place())
    {
    }

    // The node starts after the constructor, so it is looked up when a component asks.
    ComponentTestInARoom(Place place) : base(services => services
        .AddSingleton(_ => place.Node!.Desk).AddSingleton(_ => place.Node!.Rooms).AddSingleton(_ => place.Node!.Reader).AddSingleton(_ => place.Node!.Lists)
        .AddSingleton(_ => place.Node!.Time).AddSingleton(_ => place.Node!.Get<IncidentHub.Access.People>()).AddSingleton(_ => place.Node!.Get<Drafts>())
        .AddSingleton(_ => place.Node!.Get<Sights>()).AddSingleton(_ => place.Node!.Get<Visits>()).AddSingleton(_ => place.Node!.Get<Presence>()).AddSingleton(_ => place.Node!.Get<Readers>())
        .AddSingleton(_ => place.Node!.Get<AdminDesk>()).AddSingleton(_ => place.Node!.Get<AgencyDirectory>()).AddSingleton(_ => place.Node!.Get<AccountDirectory>()).AddSingleton(_ => place.Node!.Get<AdminTrace>())) => this.place = place;

    protected Node Node => place.Node!;
    protected Database Database => place.Database!;
    protected IncidentId Incident { get; private set; }

    public async ValueTask InitializeAsync()
    {
        place.Database = await Support.Database.OnSqlite();
        place.Node = Database.Start();
        Incident = await Node.Open();
    }

    /// <summary>The room as somebody sees it now.</summary>
    protected async Task<RoomView> ViewOf(Actor actor)
    {
        using var subscription = await (await Node.Rooms.Room(Incident)).Join(actor, _ => { });
        return subscription!.View!;
    }

    protected Task<Reference> Write(Actor author, string text, Marking? marking = null) =>
        Node.Accept(Incident, author, ACommand.Write(marking) with { Text = text });

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Database.DisposeAsync();
    }

    sealed class Place
    {
        public Database? Database { get; set; }
        public Node? Node { get; set; }
    }
}
