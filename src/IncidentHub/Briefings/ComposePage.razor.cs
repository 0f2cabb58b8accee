using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Briefings;

/// <summary>A draft of a briefing beside what it would say now: written by one agency, approved by another, frozen by a coordinator.</summary>
public sealed partial class ComposePage(RoomDirectory rooms, BriefingReader reader, Desk desk, Drafts drafts, Sights sights, NavigationManager navigation)
{
    RoomSubscription? subscription;
    RoomView? view;
    Edition? edition;
    EditionModel? model;
    EditionDocument? preview;
    string fingerprint = "";
    ImmutableArray<BriefingPoint> points = [];
    KeptDraft<EditionModel>? draft;
    /// <summary>What a colleague saved while one was writing.</summary>
    EditionDraft? theirs;
    ComposeEdition command = default!;
    IReadOnlyList<string> errors = [];
    readonly DiscardModel discard = new();
    (string Incident, string? Edition)? entered;
    int basedOn;
    bool isEditing, isSending, isDiscarding;

    [Inject] Words Words { get; set; } = default!;
    [CascadingParameter] Actor? Viewer { get; set; }
    [CascadingParameter] LocalTime Zone { get; set; } = LocalTime.Wib;
    [Parameter] public string IncidentRef { get; set; } = "";
    [Parameter] public string? EditionRef { get; set; }

    sealed class DiscardModel
    {
        public Guid CommandId { get; set; } = Guid.NewGuid();
        public string Reason { get; set; } = "";
    }

    string Title => edition is null ? Words["Briefings_Compose"] : Words["Briefing_Draft", edition.Reference];
    string Here => edition is null ? $"/insiden/{IncidentRef}/paparan/draf" : $"/insiden/{IncidentRef}/paparan/draf/{edition.Reference}";

    /// <summary>All that may stand in it, those that are left out among them, in the order that they would have.</summary>
    ImmutableArray<BriefingPoint> Points => points;

    IEnumerable<EditionStep> Steps => edition is null ? [] : EditionRules.StepsOf(edition, Viewer!);

    // One page serves a new draft and each that there is: saving a new one leads on to its own address.
    protected override async Task OnParametersSetAsync()
    {
        if (Viewer is null || entered == (IncidentRef, EditionRef))
            return;
        entered = (IncidentRef, EditionRef);
        draft?.Dispose();
        Leave(subscription);
        subscription = await rooms.Join(new Reference(IncidentRef), Viewer, _ => Pushed());
        var found = EditionRef is null ? null : subscription?.View?.Objects.Edition(new Reference(EditionRef));
        // The same answer for what isn't there and for what this viewer may not see.
        if (subscription?.View is not { } seen || (EditionRef is null ? !Viewer.ActsForAgency : found is null))
        {
            subscription?.Dispose();
            navigation.NotFound();
            return;
        }
        Keep(subscription);
        await sights.Note(Viewer, seen.Incident.Id, navigation.ToBaseRelativePath(navigation.Uri));
        draft = new KeptDraft<EditionModel>(drafts, Viewer.Person, seen.Incident.Id, $"edition {EditionRef}");
        var kept = Viewer.ActsForAgency ? await draft.Load() : null;
        (edition, isEditing) = (found, found is null || kept is not null);
        basedOn = found?.Changes ?? 0;
        model = kept ?? (found is null ? new EditionModel() : EditionModel.Of(found.Draft));
        command = Make();
        await TakeIn();
    }

    protected override async Task TakeIn()
    {
        view = subscription?.View;
        if (view is null)
        {
            navigation.NavigateTo($"/insiden/{IncidentRef}");
            return;
        }
        if (edition is not null && view.Objects.Edition(edition.Reference) is { } now)
            edition = now;
        // It is a draft no more, and shows as none until the page is another.
        if (edition is { State: EditionState.Frozen or EditionState.Discarded })
        {
            view = null;
            navigation.NavigateTo($"/insiden/{IncidentRef}/paparan{(edition.IsFrozen ? "/" + edition.Name : "")}", forceLoad: false, replace: true);
            return;
        }
        // Whoever isn't writing sees what stands there now.
        if (!isEditing && edition is not null)
            (model, basedOn) = (EditionModel.Of(edition.Draft), edition.Changes);
        await Preview();
    }

    // What was approved is shown as it was approved: nothing that was released since is in it.
    async Task Preview()
    {
        if (!isEditing && edition is { State: EditionState.Approved, Document: { } approved })
        {
            preview = Named(EditionDocument.Parse(approved));
            return;
        }
        var wanted = model!.ToDraft();
        if (await reader.Preview(view!.Incident.Reference, Viewer!, wanted) is not { } made)
            return;
        (preview, fingerprint) = (Named(made.Document), made.Fingerprint);
        if (isEditing && await reader.Preview(view.Incident.Reference, Viewer!, wanted with { LeftOut = [] }) is { } whole)
            points = whole.Document.Points;
    }

    /// <summary>As it would be numbered now.</summary>
    EditionDocument Named(EditionDocument document) => document with { Edition = Edition.NameOf(BriefingQueue.Editions(view!.Objects).Length + 1) };

    ComposeEdition Make() => model!.ToCommand(edition?.Reference, basedOn);

    async Task Changed()
    {
        draft?.Changed(model!);
        await Preview();
    }

    Task Set(Action change)
    {
        change();
        return Changed();
    }

    Task Keep(Reference release, bool isIn) => Set(() => _ = isIn ? model!.LeftOut.Remove(release.Text) : model!.LeftOut.Add(release.Text));

    Task Move(BriefingPoint point, int by, ImmutableArray<BriefingPoint> section) => Set(() => model!.Move(point.Release, by, section));

    async Task StopEditing()
    {
        await (draft?.Discard() ?? Task.CompletedTask);
        (isEditing, errors, theirs) = (false, [], null);
        await TakeIn();
    }

    async Task Submit()
    {
        isSending = true;
        var before = view!.Objects.Editions.Select(e => e.Reference).ToHashSet();
        var outcome = await draft.Send(model!, () => desk.Submit(view!.Incident.Id, command = Make(), Viewer!));
        isSending = false;
        errors = Words.Errors(outcome);
        theirs = null;
        // Who sends it once more has read the other version, and sends this one over it.
        if (outcome is Outcome.Rejected { Reason.Code: RejectionCode.ChangedMeanwhile } && edition is not null && subscription?.View?.Objects.Edition(edition.Reference) is { } now)
            (theirs, basedOn) = (now.Draft, now.Changes);
        if (outcome is not Outcome.Done)
            return;
        if (edition is null)
        {
            // What one has just saved is the one that wasn't there, or, sent once more, one's newest.
            edition = subscription?.View?.Objects.Editions.Where(e => e.State is EditionState.Draft && e.ComposedBy.Person == Viewer!.Person).OrderBy(e => before.Contains(e.Reference)).ThenByDescending(e => e.ChangedAt).FirstOrDefault();
            navigation.NavigateTo(edition is null ? $"/insiden/{IncidentRef}/paparan" : Here, forceLoad: false, replace: true);
        }
        if (edition is null)
            return;
        isEditing = false;
        await TakeIn();
    }

    async Task Do(EditionStep step)
    {
        errors = [];
        if (step is EditionStep.Compose)
        {
            isEditing = true;
            await Preview();
            return;
        }
        isDiscarding = step is EditionStep.Discard;
        if (isDiscarding)
            return;
        await Send(step is EditionStep.Approve
            ? new ApproveEdition { CommandId = Guid.NewGuid(), Edition = edition!.Reference, BasedOn = basedOn, Seen = fingerprint }
            : new FreezeEdition { CommandId = Guid.NewGuid(), Edition = edition!.Reference });
    }

    async Task Discard()
    {
        if (await Send(new DiscardEdition { CommandId = discard.CommandId, Edition = edition!.Reference, Reason = discard.Reason }) is not Outcome.Unavailable)
            discard.CommandId = Guid.NewGuid();
    }

    // Refused, it may be because something was released or withdrawn meanwhile: what stands there now is shown.
    async Task<Outcome> Send(ChangeEdition step)
    {
        isSending = true;
        var outcome = await desk.Submit(view!.Incident.Id, step, Viewer!);
        isSending = false;
        errors = Words.Errors(outcome);
        await TakeIn();
        return outcome;
    }

    protected override void Dispose(bool disposing)
    {
        draft?.Dispose();
        base.Dispose(disposing);
    }
}
