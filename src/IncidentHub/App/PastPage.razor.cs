using System.Collections.Immutable;
using System.Globalization;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IncidentHub.App;

/// <summary>An incident as it stood at a moment, which the address names; without one it is the present, and goes on with it.</summary>
public sealed partial class PastPage(PastReader reader, Sights sights, NavigationManager navigation, IJSRuntime script, TimeProvider time)
{
    PastReading? reading;
    PastView? shown;
    PastBriefing? briefing;
    ImmutableArray<PastDay> days = [];
    Func<Reference, string> hrefOf = _ => "";
    string? opened;
    string? ours;
    DateTimeOffset? asked;
    long asking;
    bool isLost, wantsBriefing, isWatched;
    ElementReference slider;
    DotNetObjectReference<PastPage>? self;

    [Inject] Words Words { get; set; } = default!;
    [CascadingParameter] Actor? Viewer { get; set; }
    [CascadingParameter] LocalTime Zone { get; set; } = LocalTime.Wib;
    [Parameter] public string IncidentRef { get; set; } = "";
    [SupplyParameterFromQuery(Name = PastMoment.Key)] string? Pada { get; set; }

    string Room => $"/insiden/{IncidentRef}";

    /// <summary>The viewer, but with nothing that they may do: nobody changes the past.</summary>
    Actor Reader => Viewer! with { Role = Role.Auditor };

    string Headline(PastView past) => Words["Past_Title", Zone.DateAndClock(past.Moment)];

    protected override async Task OnParametersSetAsync()
    {
        if (Viewer is null)
            return;
        if (opened != IncidentRef)
            await Enter();
        else if (ours is null)
            await Show(PastMoment.Parse(Pada));
        else if (ours == Pada)
            // Where the slider came to rest: it is shown already.
            ours = null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isWatched || shown is null)
            return;
        isWatched = true;
        self = DotNetObjectReference.Create(this);
        var module = await script.InvokeAsync<IJSObjectReference>("import", "./App/PastPage.razor.js");
        await module.InvokeVoidAsync("watch", slider, self);
    }

    /// <summary>The slider's knob is at that stop: the script says so, of many in a row the newest alone.</summary>
    [JSInvokable]
    public async Task MoveTo(int stop)
    {
        if (reading?.Stops is not { IsEmpty: false } stops)
            return;
        await Show(stops[Math.Clamp(stop, 0, stops.Length - 1)].At);
        StateHasChanged();
    }

    /// <summary>A day on, or back.</summary>
    [JSInvokable]
    public Task MoveDay(int by) => shown is { } past ? MoveTo(PastDays.Move(days, past.Stop, reading!.Stops.Length, by)) : Task.CompletedTask;

    /// <summary>The knob lies still: now the address says where.</summary>
    [JSInvokable]
    public void Rest()
    {
        if (shown is not { } past || asked is null || PastMoment.Text(past.Moment) is var text && text == Pada)
            return;
        ours = text;
        navigation.NavigateTo(PastMoment.Href(IncidentRef, past.Moment), replace: true);
    }

    protected override async Task TakeIn()
    {
        if (reading is null)
            return;
        await reading.Continue();
        days = PastDays.Of(reading.Stops, Zone);
        await Show(asked);
    }

    protected override void Dispose(bool disposing)
    {
        self?.Dispose();
        base.Dispose(disposing);
    }

    async Task Enter()
    {
        (opened, shown) = (IncidentRef, null);
        var incident = IncidentRef;
        hrefOf = reference => new ObjectLinks(incident, null, "", null).Of(reference);
        Leave(reading);
        reading = await reader.Open(new Reference(IncidentRef), Viewer!, Pushed);
        if (reading is null)
        {
            // The same answer for what isn't there and for what this viewer may not see.
            navigation.NotFound();
            return;
        }
        Keep(reading);
        days = PastDays.Of(reading.Stops, Zone);
        await Show(PastMoment.Parse(Pada));
    }

    async Task Show(DateTimeOffset? wanted)
    {
        if (reading is null)
            return;
        var (ask, now) = (++asking, time.GetUtcNow());
        asked = wanted;
        var moment = wanted is { } past && past < now ? past : now;
        // Before it is shown: what can't be noted isn't seen.
        await sights.Note(Viewer!, reading.Incident, PastMoment.Href(IncidentRef, wanted)[1..]);
        var view = await reading.At(moment);
        var told = view is not null && wantsBriefing ? await reading.Briefing(view.Moment) : null;
        // Meanwhile somebody moved on.
        if (ask == asking)
            (shown, briefing, isLost) = (view, told, view is null);
    }

    async Task Step(int by)
    {
        await MoveTo(shown!.Stop + by);
        Rest();
    }

    void Jump(DateTimeOffset? to)
    {
        if (to is { } moment)
            navigation.NavigateTo(PastMoment.Href(IncidentRef, moment));
    }

    async Task ShowBriefing()
    {
        wantsBriefing = !wantsBriefing;
        briefing = wantsBriefing && shown is { } past ? await reading!.Briefing(past.Moment) : null;
    }

    /// <summary>The strictest label of what is on the screen.</summary>
    static Tlp HighestTlp(PastView past) => past.Room.Latest.Select(e => e.Marking.Tlp)
        .Concat(past.Room.Objects.Tasks.Select(t => t.Marking.Tlp)).Concat(past.Room.Objects.Findings.Select(f => f.Marking.Tlp)).Concat(past.Room.Objects.AllTimed.Select(t => t.Marking.Tlp))
        .Append(past.Room.Incident.Tlp).Max();

    string Ticks => string.Concat(days.Select(d => string.Create(CultureInfo.InvariantCulture, $"M{PastDays.Share(d.Stop, reading!.Stops.Length) * 1000:0.#} 0v6")));

    string Percent(int stop) => string.Create(CultureInfo.InvariantCulture, $"{PastDays.Share(stop, reading!.Stops.Length) * 100:0.##}%");
}
