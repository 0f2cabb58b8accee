using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Timeline;

/// <summary>Writes into the timeline. What stands in it is a draft on the server from the first letter, until it was sent.</summary>
public sealed partial class ComposerPane : IDisposable
{
    const string Form = "composer";
    static readonly TimeSpan SaveAfter = TimeSpan.FromMilliseconds(400);
    static readonly TimeSpan SaySendingAfter = TimeSpan.FromMilliseconds(300);

    [Parameter, EditorRequired] public IncidentHead Incident { get; set; } = default!;
    [Parameter, EditorRequired] public Actor Viewer { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter] public EventCallback OnSent { get; set; }

    ComposerDraft draft = ComposerDraft.New(default);
    IReadOnlyList<EntryView> about = [];
    IReadOnlyList<string> errors = [];
    bool isSending;
    bool isSlow;
    CancellationTokenSource saving = new();

    protected override async Task OnInitializedAsync()
    {
        draft = ComposerDraft.New(Viewer.Role);
        if (await Drafts.Load<ComposerDraft>(Viewer.Person, Incident.Id, Form) is { } kept)
            draft = kept;
    }

    /// <summary>Turns the composer to a correction or a contradiction of an entry; what was written stays.</summary>
    public async Task Begin(ComposerMode mode, EntryView entry)
    {
        // A remark is at least as strict as what it is about.
        var first = draft.Mode != mode || draft.About.Length == 0;
        draft.About = mode is ComposerMode.Contradiction && !first && !draft.About.Contains(entry.Reference.Text) ? [.. draft.About, entry.Reference.Text] : [entry.Reference.Text];
        about = mode is ComposerMode.Contradiction && !first ? [.. about.Where(e => e.Reference != entry.Reference), entry] : [entry];
        draft.Mode = mode;
        draft.Model.Take(entry.Marking);
        errors = [];
        await Changed();
        StateHasChanged();
    }

    IReadOnlyList<AgencyChoice> Agencies => [.. Incident.Members.Select(m => new AgencyChoice(m.Agency, m.AgencyName)).DistinctBy(a => a.Id)];

    IReadOnlyList<PersonChoice> People => [.. Incident.Members.Where(m => m.Person != Viewer.Person).Select(m => new PersonChoice(m.Person, m.Name, m.AgencyName))];

    async Task Send()
    {
        if (isSending)
            return;
        isSending = true;
        await saving.CancelAsync();
        _ = SaySending();
        try
        {
            await Take(await Desk.Submit(Incident.Id, draft.ToCommand(), Viewer));
        }
        finally
        {
            (isSending, isSlow) = (false, false);
        }
    }

    async Task Take(Outcome outcome)
    {
        errors = Words.Errors(outcome);
        if (outcome is Outcome.Unavailable)
            errors = [.. errors, Words["Composer_Kept"]];
        if (outcome is Outcome.Done)
        {
            await Reset();
            await OnSent.InvokeAsync();
        }
        // The first sending got through after all, and was then edited: what stands here now is another entry.
        else if (outcome is Outcome.Rejected { Reason.Code: RejectionCode.CommandIdReused })
        {
            draft.CommandId = Guid.NewGuid();
            await Drafts.Save(Viewer.Person, Incident.Id, Form, draft);
        }
        else
        {
            await Keep();
        }
    }

    async Task Cancel()
    {
        (draft.Mode, draft.About, about, errors) = (ComposerMode.Entry, [], [], []);
        await Changed();
    }

    async Task Reset()
    {
        draft = ComposerDraft.New(Viewer.Role);
        about = [];
        await Drafts.Discard(Viewer.Person, Incident.Id, Form);
    }

    async Task Changed()
    {
        await saving.CancelAsync();
        saving.Dispose();
        saving = new CancellationTokenSource();
        _ = SaveLater(saving.Token);
    }

    async Task SaveLater(CancellationToken cancellation)
    {
        await Task.Delay(SaveAfter, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!cancellation.IsCancellationRequested)
            await Keep();
    }

    // A draft that can't be saved is no reason to disturb whoever writes it: it is still on the page.
    async Task Keep()
    {
        try
        {
            await Drafts.Save(Viewer.Person, Incident.Id, Form, draft);
        }
        catch (Exception error) when (Storage.StorageFaults.Of(error) is not null)
        {
            return;
        }
    }

    async Task SaySending()
    {
        await Task.Delay(SaySendingAfter);
        isSlow = isSending;
        if (isSlow)
            StateHasChanged();
    }

    public void Dispose() => saving.Dispose();
}
