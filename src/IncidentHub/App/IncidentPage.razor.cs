using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Timeline;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.App;

/// <summary>The incident room: composes the panes of the slices over one view, which is pushed.</summary>
public sealed partial class IncidentPage(RoomDirectory rooms, Sights sights, Visits visits, NavigationManager navigation, TimeProvider time)
{
    RoomSubscription? subscription;
    RoomView? view;
    bool isLost;
    Visit? lastVisit;
    Unread? unread;
    IReadOnlySet<Reference> newOnes = ImmutableHashSet<Reference>.Empty;
    long? notedUpTo;
    Tlp strictest;
    string? noted;
    DateTimeOffset lastContact;
    string? joined;
    TimelineQuery query = TimelineQuery.Everything;
    ComposerPane? composer;
    ObjectLinks links = new("", null, "", null);
    Func<Reference, string> permalinkTo = _ => "";
    Func<EntryView, bool> mayCorrect = _ => false;

    [Inject] Words Words { get; set; } = default!;
    [CascadingParameter] Actor? Viewer { get; set; }
    [CascadingParameter] LocalTime Zone { get; set; } = LocalTime.Wib;
    [Parameter] public string IncidentRef { get; set; } = "";
    [Parameter] public string? EntryRef { get; set; }
    [SupplyParameterFromQuery(Name = TimelineQuery.GroupKey)] string? Group { get; set; }
    [SupplyParameterFromQuery(Name = TimelineQuery.AgencyKey)] string? Agency { get; set; }
    [SupplyParameterFromQuery(Name = TimelineQuery.SearchKey)] string? Search { get; set; }
    [SupplyParameterFromQuery(Name = ObjectLinks.Key)] string? Opened { get; set; }
    [SupplyParameterFromQuery(Name = ObjectLinks.FromKey)] string? From { get; set; }
    [SupplyParameterFromQuery(Name = ObjectLinks.FormKey)] string? Form { get; set; }

    Reference? Target => EntryRef is null ? null : new Reference(EntryRef);
    EventCallback<EntryView> Contradiction => Viewer is { ActsForAgency: true } or { Role: Role.Auditor }
        ? EventCallback.Factory.Create<EntryView>(this, Contradict)
        : default;

    EventCallback<EntryView> Proposal => Viewer is { ActsForAgency: true } ? EventCallback.Factory.Create<EntryView>(this, ProposeRelease) : default;

    protected override async Task OnParametersSetAsync()
    {
        query = TimelineQuery.From(Group, Agency, Search);
        if (Viewer is null)
            return;
        if (joined != IncidentRef)
            await Enter();
        else
            await NoteSight();
        Link();
    }

    // After the sight was noted: what can't be noted isn't opened. Cards keep their links while these stay the same.
    void Link()
    {
        var now = new ObjectLinks(IncidentRef, EntryRef, QueryText(), string.IsNullOrWhiteSpace(Opened) ? null : Opened.Trim());
        if (now == links)
            return;
        links = now;
        permalinkTo = links.Of;
    }

    string QueryText() => string.Join('&', query.ToParameters().Where(p => p.Value is not null).Select(p => $"{p.Key}={Uri.EscapeDataString((string)p.Value!)}"));

    async Task Enter()
    {
        joined = IncidentRef;
        mayCorrect = entry => Viewer!.ActsForAgency && entry.Author.Agency == Viewer.Agency && entry.Text is not null;
        Leave(subscription);
        subscription = await rooms.Join(new Reference(IncidentRef), Viewer!, _ => Pushed());
        if (subscription is null)
        {
            Miss();
            return;
        }
        Keep(subscription);
        await NoteSight();
        lastVisit = await visits.Last(Viewer!.Person, subscription.View!.Incident.Id);
        await TakeIn();
    }

    // A prerendered page isn't seen yet.
    async Task Tell(Unread now)
    {
        (unread, newOnes) = (now, now.Subjects);
        // With something still unseen, the visit goes on from where it was.
        if (!RendererInfo.IsInteractive || view is not { } seen || now.SeenUpTo == notedUpTo || now.Count > 0 && now.SeenUpTo <= lastVisit?.Number)
            return;
        notedUpTo = now.SeenUpTo;
        await visits.Note(Viewer!.Person, seen.Incident.Id, now.SeenUpTo);
    }

    // Before it is shown: what can't be noted isn't seen. Each filter, search and permalink is a sight of its own.
    async Task NoteSight()
    {
        var what = navigation.ToBaseRelativePath(navigation.Uri);
        if (subscription?.View is not { } seen || noted == what)
            return;
        noted = what;
        await sights.Note(Viewer!, seen.Incident.Id, what);
    }

    protected override Task TakeIn()
    {
        view = subscription?.View;
        isLost = view is null;
        lastContact = time.GetUtcNow();
        return Task.CompletedTask;
    }

    // The same answer for what isn't there and for what this viewer may not see.
    void Miss() => navigation.NotFound();

    void Ask(TimelineQuery next) => navigation.NavigateTo(navigation.GetUriWithQueryParameters(Href(), new Dictionary<string, object?>(next.ToParameters(), StringComparer.Ordinal) { [ObjectLinks.Key] = links.Open }));

    string Href() => $"/insiden/{IncidentRef}";

    void Sent()
    {
        // What was just written is at the end of the whole timeline, wherever the writer was looking.
        if (EntryRef is not null || !query.IsEverything)
            navigation.NavigateTo(navigation.GetUriWithQueryParameters(Href(), new Dictionary<string, object?> { [ObjectLinks.Key] = links.Open }));
    }

    Task Correct(EntryView entry) => composer?.Begin(ComposerMode.Correction, entry) ?? Task.CompletedTask;

    Task Contradict(EntryView entry) => composer?.Begin(ComposerMode.Contradiction, entry) ?? Task.CompletedTask;

    // An object is released with its heading, which moves on; the entry that says what became of it would stand still.
    void ProposeRelease(EntryView entry) => navigation.NavigateTo(links.Release(
        entry.Changes.OfType<SubjectEvent>().Select(c => c.Subject).FirstOrDefault(s => view?.Objects.Source(s) is not null) is { Text: not null } subject ? subject : entry.Reference));

    int WaitingTasks(RoomView room) => room.Objects.Tasks.Count(t => t.State is TaskState.Proposed && t.Assigned == Viewer!.Agency && Viewer.ActsForAgency);

    int Overdue(RoomView room) => room.Objects.Deadlines.Count(d => d.Due <= time.GetUtcNow());

    static IReadOnlyList<AgencyChoice> AgenciesOf(RoomView room) =>
        [.. room.Incident.Known.Values.OrderBy(m => m.Agency).Select(m => new AgencyChoice(m.Agency, m.AgencyName)).DistinctBy(a => a.Id)];

    /// <summary>The strictest label of what is on the screen: what a photograph of it would carry.</summary>
    Tlp HighestTlp(RoomView room) => strictest > room.Incident.Tlp ? strictest : room.Incident.Tlp;
}
