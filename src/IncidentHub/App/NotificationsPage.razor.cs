using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Notifications;
using IncidentHub.Storage;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.App;

/// <summary>What the viewer ought to know, what they haven't acknowledged first.</summary>
public sealed partial class NotificationsPage
{
    readonly HashSet<NotificationKey> shown = [];
    NotificationSubscription? subscription;
    NotificationList? list;
    IReadOnlyList<string> errors = [];
    ImmutableArray<Witness> witnesses = [];
    bool asksWitnesses;
    bool busy;

    [CascadingParameter] Actor? Viewer { get; set; }
    [CascadingParameter] LocalTime Zone { get; set; } = LocalTime.Wib;

    protected override async Task OnInitializedAsync()
    {
        if (Viewer is not { ActsForAgency: true } viewer)
            return;
        subscription = Keep(await Feed.Join(viewer, Pushed));
        await TakeIn();
    }

    protected override async Task TakeIn()
    {
        list = await subscription!.Read();
        if (asksWitnesses)
            await ReadWitnesses();
    }

    // Prerendered markup may never reach anybody: what counts as seen stands on a page that is connected.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var news = (list?.Unread ?? []).Select(n => n.Key).Where(shown.Add).ToList();
        if (news.Count > 0)
            await Try(() => Acknowledgements.NoteSeen(Viewer!.Person, news));
    }

    async Task Acknowledge(ImmutableArray<Notification> notifications)
    {
        busy = true;
        var fault = await Try(() => Acknowledgements.Acknowledge(Viewer!.Person, [.. notifications.Select(n => n.Key)]));
        errors = fault is { } why ? [Words.Of(why)] : [];
        await TakeIn();
        busy = false;
    }

    Task AskWitnesses()
    {
        asksWitnesses = true;
        return ReadWitnesses();
    }

    // Of the whole page at once, however many are open.
    async Task ReadWitnesses()
    {
        var keys = list!.Unread.Concat(list.Known).SelectMany(n => n.Keys.Select(key => n.Key with { Key = key })).ToList();
        if (await Try(async () => witnesses = await Acknowledgements.Witnesses(keys, Viewer!.Agency)) is { } fault)
            errors = [Words.Of(fault)];
    }

    // A database that is away is said, and ends no page.
    static async Task<StorageFault?> Try(Func<Task> write)
    {
        try
        {
            await write();
            return null;
        }
        catch (Exception error) when (StorageFaults.Of(error) is { } fault)
        {
            return fault;
        }
    }
}
