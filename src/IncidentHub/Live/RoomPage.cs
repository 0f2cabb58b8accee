using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Live;

/// <summary>A page of one incident, beside its room: shows what its viewer sees there, by push, until they see it no more.</summary>
public abstract class RoomPage : LiveComponent
{
    RoomSubscription? subscription;
    (string Incident, string? About)? entered;
    bool isEntering;

    [Inject] RoomDirectory Rooms { get; set; } = default!;
    [Inject] Sights Sights { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;
    [Inject] protected Words Words { get; set; } = default!;
    [CascadingParameter] protected Actor? Viewer { get; set; }
    [CascadingParameter] protected LocalTime Zone { get; set; } = LocalTime.Wib;
    [Parameter] public string IncidentRef { get; set; } = "";

    /// <summary>Null until it may be shown, and when it may be no more.</summary>
    protected RoomView? View { get; set; }

    /// <summary>What was pushed last, shown or not.</summary>
    protected RoomView? Newest => subscription?.View;

    protected string Base => $"/insiden/{IncidentRef}";

    /// <summary>What of the incident it is about, as its address says.</summary>
    protected virtual string? About => null;

    /// <summary>Whose view it shows.</summary>
    protected virtual Actor Reader => Viewer!;

    /// <summary>Whether what it is about is there for its viewer.</summary>
    protected virtual bool Has(RoomView room) => true;

    // One page serves many addresses: going from one to another sets its parameters.
    protected override Task OnParametersSetAsync() =>
        Viewer is null ? Task.CompletedTask : entered == (IncidentRef, About) ? TakeIn() : Enter(Viewer);

    // Until it may show another address it stays as it was.
    protected override bool ShouldRender() => !isEntering;

    protected sealed override async Task TakeIn()
    {
        if (subscription is null)
            return;
        View = Newest is { } seen && Has(seen) ? seen : null;
        if (View is null)
            Lost();
        else
            await Show(View);
    }

    /// <summary>Once for each address, before anything of it is shown.</summary>
    protected virtual Task Begin(RoomView room) => Task.CompletedTask;

    /// <summary>Makes what is shown of the newest.</summary>
    protected virtual Task Show(RoomView room) => Task.CompletedTask;

    /// <summary>Whoever lost the incident meanwhile is told what everybody else is.</summary>
    protected virtual void Lost() => Navigation.NavigateTo(Base);

    /// <summary>What comes from now on isn't shown.</summary>
    protected void Leave()
    {
        Leave(subscription);
        subscription = null;
    }

    async Task Enter(Actor viewer)
    {
        var address = (IncidentRef, About);
        (entered, isEntering) = (address, true);
        Leave();
        var joined = await Rooms.Join(new Reference(IncidentRef), Reader, _ => Pushed());
        // The same answer for what isn't there and for what this viewer may not see.
        if (joined?.View is not { } seen || !Has(seen))
        {
            joined?.Dispose();
            (View, isEntering) = (null, false);
            Navigation.NotFound();
            return;
        }
        Keep(joined);
        // Before it is shown: what can't be noted isn't seen, nor what is pushed meanwhile.
        await Sights.Note(viewer, seen.Incident.Id, Navigation.ToBaseRelativePath(Navigation.Uri));
        await Begin(seen);
        // Meanwhile somebody moved on.
        if (entered != address)
        {
            Leave(joined);
            return;
        }
        (subscription, isEntering) = (joined, false);
        await TakeIn();
    }
}
