using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IncidentHub.Timeline;

/// <summary>The incident's one timeline, as far as this viewer sees it: newest last, older ones as one scrolls, filtered as the URL says.</summary>
public sealed partial class TimelinePane
{
    const int PageSize = 50;

    [Parameter, EditorRequired] public RoomView View { get; set; } = default!;
    [Parameter, EditorRequired] public Actor Viewer { get; set; } = default!;
    [Parameter, EditorRequired] public TimelineQuery Query { get; set; } = TimelineQuery.Everything;
    [Parameter, EditorRequired] public Func<Reference, string> PermalinkTo { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter, EditorRequired] public string ClearHref { get; set; } = "";
    /// <summary>The entry that a permalink points at.</summary>
    [Parameter] public Reference? Target { get; set; }
    /// <summary>The target isn't there for this viewer.</summary>
    [Parameter] public EventCallback OnTargetMissing { get; set; }
    [Parameter] public EventCallback<EntryView> OnCorrect { get; set; }
    [Parameter] public EventCallback<EntryView> OnContradict { get; set; }
    [Parameter] public EventCallback<EntryView> OnRelease { get; set; }
    [Parameter] public Func<EntryView, bool> MayCorrect { get; set; } = _ => false;
    /// <summary>The viewer's last visit; null on the first.</summary>
    [Parameter] public Visit? LastVisit { get; set; }
    /// <summary>Something is new, or was seen.</summary>
    [Parameter] public EventCallback<Unread> UnreadChanged { get; set; }
    /// <summary>The strictest label among the entries that are shown, older ones included.</summary>
    [Parameter] public EventCallback<Tlp> StrictestChanged { get; set; }

    TimelineWindow? window;
    RoomView? seen;
    TimelineQuery? asked;
    Reference? revealed;
    Tlp strictest;
    bool scrolledBack;
    bool isLoading;
    bool toEnd;
    Unread? unread;
    IJSObjectReference? script;
    DotNetObjectReference<TimelinePane>? self;

    protected override async Task OnParametersSetAsync()
    {
        if (unread is null)
            await TellUnread(await Entering());
        if (window is null || Query != asked)
            await Open();
        else if (seen is { } before && !ReferenceEquals(before, View))
            await TakeIn(before);
        if (Target is { } target && target != revealed && window?.Entries.All(e => e.Reference != target) is true)
            await OpenAround(target);
        else if (Target is null && revealed is not null)
            await LeaveTarget();
        await TellStrictest();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await Script.InvokeAsync<IJSObjectReference>("import", "./Timeline/TimelinePane.razor.js");
            self = DotNetObjectReference.Create(this);
            await script.InvokeVoidAsync("watch", self);
        }
        if (script is not null && Target is { } target && target != revealed && window?.Entries.Any(e => e.Reference == target) is true)
        {
            revealed = target;
            await script.InvokeVoidAsync("reveal", target.Text);
        }
        if (script is not null && toEnd)
        {
            toEnd = false;
            await script.InvokeVoidAsync("toEnd");
        }
    }

    /// <summary>These stood before the viewer's eyes for a while: the script says so.</summary>
    [JSInvokable]
    public async Task Saw(string[] entries)
    {
        if (window is { } shown)
            await TellUnread(unread!.Saw([.. shown.Entries.Where(e => entries.Contains(e.Reference.Text))], shown.Entries));
        StateHasChanged();
    }

    Task SawAll() => TellUnread(unread!.SawAll());

    async Task<Unread> Entering() => Unread.OnEntering(Viewer.Person, LastVisit, View, Unread.MayReachBehind(LastVisit, View)
        ? await Reader.UnseenBefore(View.Incident.Reference, Viewer, LastVisit!.Number, View.Latest[0]) is var (count, first) ? new Unread.Unknown(count, first) : Unread.Unknown.None
        : Unread.Unknown.None);

    async Task TellUnread(Unread now)
    {
        if (ReferenceEquals(now, unread))
            return;
        unread = now;
        await UnreadChanged.InvokeAsync(now);
    }

    async Task Open()
    {
        var query = Query;
        (asked, seen, scrolledBack) = (query, View, false);
        await TellUnread(unread!.Arrived(View));
        if (query.IsEverything)
            window = TimelineWindow.Latest(View);
        else if (await Reader.Before(View.Incident.Reference, Viewer, query.Filter, null, PageSize) is { } page && asked == query)
            window = TimelineWindow.Of(query, page, hasNewer: false).CaughtUp(View);
    }

    async Task OpenAround(Reference target)
    {
        if (await Reader.Around(View.Incident.Reference, Viewer, target, PageSize / 2) is { } page)
        {
            (asked, seen) = (Query, View);
            window = TimelineWindow.Of(TimelineQuery.Everything, page, page.HasNewer).CaughtUp(View);
        }
        else
        {
            revealed = target;
            await OnTargetMissing.InvokeAsync();
        }
    }

    // Back from a permalink into the past, to the newest.
    async Task LeaveTarget()
    {
        revealed = null;
        if (window?.HasNewer is not true)
            return;
        toEnd = true;
        await Open();
    }

    // The script scrolls; here is only what it can't reach.
    async Task ToLatest()
    {
        if (window?.HasNewer is not true)
            return;
        toEnd = true;
        await Open();
    }

    async Task TellStrictest()
    {
        var now = window?.Entries.Select(e => e.Marking.Tlp).DefaultIfEmpty().Max() ?? default;
        if (now == strictest)
            return;
        strictest = now;
        await StrictestChanged.InvokeAsync(now);
    }

    async Task TakeIn(RoomView before)
    {
        seen = View;
        if (window!.With(View, before) is not { } moved)
        {
            await Open();
            return;
        }
        window = scrolledBack ? moved : moved.Trimmed();
        await TellUnread(unread!.Arrived(View));
    }

    Task LoadOlder()
    {
        scrolledBack = true;
        return Load(from => Reader.Before(View.Incident.Reference, Viewer, from.Query.Filter, from.Entries[0], PageSize), (shown, page) => shown.WithOlder(page));
    }

    Task LoadNewer() =>
        Load(from => Reader.After(View.Incident.Reference, Viewer, from.Query.Filter, from.Entries[^1], PageSize), (shown, page) => shown.WithNewer(page).CaughtUp(View));

    // The buttons press themselves as one scrolls: one page at a time, and none into a window that was opened anew meanwhile.
    async Task Load(Func<TimelineWindow, Task<TimelinePage?>> read, Func<TimelineWindow, TimelinePage, TimelineWindow> add)
    {
        if (isLoading || window is not { Entries.Length: > 0 } from)
            return;
        isLoading = true;
        try
        {
            if (await read(from) is { } page && window.Query == from.Query && window.Entries[0].Number == from.Entries[0].Number)
            {
                window = add(window, page);
                if (window.Query.IsEverything)
                    await TellUnread(unread!.Reached(page.Entries));
            }
        }
        finally
        {
            isLoading = false;
        }
        await TellStrictest();
    }

    sealed record Day(DateOnly Key, ImmutableArray<EntryView> Entries);

    IReadOnlyList<Day> days = [];
    ImmutableArray<EntryView> divided;

    // Days that a push didn't touch keep their array, by which TimelineDay knows that there is nothing to render.
    IReadOnlyList<Day> Days(ImmutableArray<EntryView> entries)
    {
        if (entries == divided)
            return days;
        var before = days.ToDictionary(d => d.Key);
        days = [.. entries.GroupBy(e => Zone.DayOf(e.RecordedAt)).Select(g => Same(before.GetValueOrDefault(g.Key), new Day(g.Key, [.. g])))];
        divided = entries;
        return days;
    }

    static Day Same(Day? before, Day now) => before is not null && before.Entries.AsSpan().SequenceEqual(now.Entries.AsSpan(), ReferenceEqualityComparer.Instance) ? before : now;

    EntryView? FirstNew(ImmutableArray<EntryView> entries) =>
        unread!.Count == 0 ? null : window!.Entries.FirstOrDefault(unread.IsNew) is { } first && entries.Contains(first) ? first : null;

    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
        try
        {
            if (script is not null)
                await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its script with it.
        }
    }
}
