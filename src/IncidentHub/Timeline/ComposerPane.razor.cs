using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Timeline;

/// <summary>Writes into the timeline. What stands in it is a draft on the server from the first letter, until it was sent.</summary>
public sealed partial class ComposerPane : IDisposable
{
    const string Form = "composer";
    static readonly TimeSpan SaySendingAfter = TimeSpan.FromMilliseconds(300);

    [Parameter, EditorRequired] public IncidentHead Incident { get; set; } = default!;
    [Parameter, EditorRequired] public Actor Viewer { get; set; } = default!;
    [Parameter, EditorRequired] public LocalTime Zone { get; set; } = default!;
    [Parameter] public EventCallback OnSent { get; set; }

    ComposerDraft draft = ComposerDraft.New(default);
    IReadOnlyList<EntryView> about = [];
    IReadOnlyList<string> errors = [];
    ComposerBox? box;
    bool isLoaded;
    bool isSending;
    bool isSlow;
    bool takesFocus;
    KeptDraft<ComposerDraft> kept = default!;

    protected override async Task OnInitializedAsync()
    {
        kept = new KeptDraft<ComposerDraft>(Drafts, Viewer.Person, Incident.Id, Form);
        draft = await kept.Load() ?? ComposerDraft.New(Viewer.Role);
        await FindAbout();
        isLoaded = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!takesFocus || box is null)
            return;
        takesFocus = false;
        await box.Focus();
    }

    /// <summary>Turns the composer to a correction or a contradiction of an entry, or adds an entry to the contradiction; a half-written entry is set aside.</summary>
    public async Task Begin(ComposerMode mode, EntryView entry)
    {
        if (draft.Mode is ComposerMode.Entry)
            draft = new ComposerDraft { CommandId = Guid.NewGuid(), SetAside = draft };
        var isOneMore = mode is ComposerMode.Contradiction && draft.Mode is ComposerMode.Contradiction;
        about = isOneMore ? [.. about.Where(e => e.Reference != entry.Reference), entry] : [entry];
        draft.Mode = mode;
        draft.About = [.. about.Select(e => e.Reference.Text)];
        draft.Model.Take([.. about.Select(e => e.Marking)]);
        takesFocus = true;
        Changed();
        StateHasChanged();
    }

    // A draft remembers references only; what they say is read anew, as far as the viewer still sees it.
    async Task FindAbout()
    {
        var found = new List<EntryView>();
        foreach (var reference in draft.About.Select(text => new Reference(text)))
        {
            if (await Reader.Around(Incident.Reference, Viewer, reference, take: 1) is { } page)
                found.AddRange(page.Entries.Where(e => e.Reference == reference));
        }
        about = found;
        if (found.Count < draft.About.Length)
            (draft.Mode, draft.About, about) = (ComposerMode.Entry, [], []);
    }

    IReadOnlyList<AgencyChoice> Agencies => Incident.Agencies();

    IReadOnlyList<PersonChoice> People => Incident.PeopleExcept(Viewer.Person);

    async Task Send()
    {
        if (isSending)
            return;
        isSending = true;
        kept.Stop();
        _ = SaySending();
        try
        {
            var text = draft.Model.Text;
            await Take(await Desk.Submit(Incident.Id, draft.ToCommand(), Viewer), text);
        }
        finally
        {
            (isSending, isSlow) = (false, false);
        }
    }

    async Task Take(Outcome outcome, string sent)
    {
        errors = Words.Errors(outcome);
        if (outcome is Outcome.Unavailable)
            errors = [.. errors, Words["Composer_Kept"]];
        if (outcome is Outcome.Done)
        {
            await Reset(sent);
            await OnSent.InvokeAsync();
        }
        // The first sending got through after all, and was then edited: what stands here now is another entry.
        else if (outcome is Outcome.Rejected { Reason.Code: RejectionCode.CommandIdReused })
        {
            draft.CommandId = Guid.NewGuid();
            await kept.Keep(draft);
        }
        else
        {
            await kept.Keep(draft);
        }
    }

    void Cancel()
    {
        (draft, about) = (Next(), []);
        Changed();
    }

    async Task Reset(string sent)
    {
        // Whoever goes on writing while it is being sent has begun the next entry.
        var more = draft.Model.Text.StartsWith(sent, StringComparison.Ordinal) ? draft.Model.Text[sent.Length..].TrimStart() : draft.Model.Text;
        (draft, about) = (Next(), []);
        draft.Model.Text += more;
        if (draft.Model.Text.Length > 0)
            await kept.Keep(draft);
        else
            await kept.Discard();
    }

    ComposerDraft Next() => draft.SetAside ?? ComposerDraft.New(Viewer.Role);

    void Changed()
    {
        errors = [];
        kept.Changed(draft);
    }

    async Task SaySending()
    {
        await Task.Delay(SaySendingAfter);
        isSlow = isSending;
        if (isSlow)
            StateHasChanged();
    }

    public void Dispose() => kept?.Dispose();
}
