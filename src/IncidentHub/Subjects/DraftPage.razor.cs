using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Live;
using IncidentHub.Rooms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IncidentHub.Subjects;

/// <summary>What is said of a draft, whoever saved it.</summary>
/// <param name="MovedTo">Where it is to be read, once it is a draft no more.</param>
/// <param name="ApprovedBy">Who agreed to it, where somebody did.</param>
/// <param name="Setting">What was chosen for it, in words.</param>
public sealed record DraftFacts(Enum State, bool IsDraft, string? MovedTo, Actor Writer, Actor? ApprovedBy, DateTimeOffset ChangedAt, string Setting, string Summary);

/// <summary>What stands in the form of a draft.</summary>
public interface IDraftModel : IUnsent
{
    /// <summary><see cref="ISubject.Changes"/> of what it was written on; 0: of a new one. Kept with the text: whoever comes back to it is told what was saved meanwhile.</summary>
    int BasedOn { get; set; }
}

/// <summary>
/// A draft of a document beside what it would say now: a new one, or one that there is. What is being written is kept until it is saved; what a colleague saved
/// meanwhile is shown before it is overwritten; whoever only reads sees what stands there now.
/// </summary>
public abstract partial class DraftPage<TItem, TModel>
{
    KeptDraft<TModel>? kept;
    EditContext? form;
    Command command = default!;
    /// <summary>What a colleague saved since one began to write. What is sent while it stands there is sent over it, by somebody who has read it.</summary>
    TItem? theirs;
    IReadOnlyList<string> errors = [];
    bool isDiscarding;

    [Inject] Desk Desk { get; set; } = default!;
    [Inject] Drafts Drafts { get; set; } = default!;

    /// <summary>Null: a new one.</summary>
    protected TItem? Item { get; private set; }
    protected TModel? Model { get; private set; }
    /// <summary><see cref="ISubject.Changes"/> of what whoever sends it has read.</summary>
    protected int BasedOn => theirs?.Changes ?? Model!.BasedOn;
    /// <summary>What is being written has no draft any more that it could be saved to.</summary>
    protected bool IsGone => IsEditing && Item is not null && Of(Item).MovedTo is not null;
    protected bool IsEditing { get; private set; }
    protected bool IsSending { get; private set; }

    /// <summary>What the draft is kept by.</summary>
    protected abstract string Kind { get; }
    protected abstract string Title { get; }
    protected abstract string ListTitle { get; }
    /// <summary>Where all of its kind are listed; drafts have their addresses below it.</summary>
    protected abstract string ListHref { get; }
    protected abstract Enum DiscardStep { get; }
    protected abstract RenderFragment Fields(TModel form);
    /// <summary>What whoever reads it is told of it, and may do.</summary>
    protected abstract string What(TItem item);
    protected abstract RenderFragment Steps(TItem item);
    /// <summary>What it would say; null before that is known.</summary>
    protected abstract RenderFragment? Sheet { get; }
    /// <summary>Fields that have no place of their own for what is wrong with them.</summary>
    protected virtual IEnumerable<string> Unplaced => [];

    protected abstract ImmutableArray<TItem> All(RoomObjects objects);
    protected abstract DraftFacts Of(TItem item);
    protected abstract Task<TModel> ModelOf(TItem? item, RoomView room);
    protected abstract Command Make();
    protected abstract Command Discard(string reason, Guid commandId);
    protected abstract Task Preview(RoomView room);

    protected string HrefOf(TItem? item) => $"{ListHref}/draf{(item is null ? "" : $"/{item.Reference}")}";

    protected override bool Has(RoomView room) => About is null ? Viewer!.ActsForAgency : Find(room, new Reference(About)) is not null;

    protected override async Task Begin(RoomView room)
    {
        kept?.Dispose();
        kept = new KeptDraft<TModel>(Drafts, Viewer!.Person, room.Incident.Id, $"{Kind} {About}");
        var unsent = Viewer.ActsForAgency ? await kept.Load() : null;
        Item = About is null ? null : Find(room, new Reference(About));
        IsEditing = Item is null || unsent is not null;
        Take(unsent ?? await Fresh(room));
        theirs = Item is not null && Model!.BasedOn != Item.Changes ? Item : null;
    }

    protected override async Task Show(RoomView room)
    {
        Item = Item is null ? null : Find(room, Item.Reference) ?? Item;
        // It is a draft no more, and shows as none until the page is another; what is being written stays before its writer's eyes.
        if (!IsEditing && Item is not null && Of(Item).MovedTo is { } elsewhere)
        {
            View = null;
            Navigation.NavigateTo(elsewhere, forceLoad: false, replace: true);
            return;
        }
        // Whoever isn't writing sees what stands there now.
        if (!IsEditing && Item is not null && Model!.BasedOn != Item.Changes)
            Take(await Fresh(room));
        await Preview(room);
    }

    protected IReadOnlyList<string> ErrorsOf(string field) => [.. form!.GetValidationMessages(form.Field(field))];

    protected void Keep() => kept?.Changed(Model!);

    protected Task Set(Action change)
    {
        change();
        return Changed();
    }

    protected Task Changed()
    {
        Keep();
        return View is { } room ? Preview(room) : Task.CompletedTask;
    }

    protected Task Edit()
    {
        (IsEditing, isDiscarding, errors) = (true, false, []);
        return Preview(View!);
    }

    protected void AskWhy() => (isDiscarding, errors) = (true, []);

    // Refused, it may be because of what changed meanwhile: what stands there now is shown.
    protected async Task Send(Command step)
    {
        (IsSending, isDiscarding, errors) = (true, false, []);
        var outcome = await Desk.Submit(View!.Incident.Id, step, Viewer!);
        IsSending = false;
        errors = Words.Errors(outcome);
        await TakeIn();
    }

    protected override void Dispose(bool disposing)
    {
        kept?.Dispose();
        base.Dispose(disposing);
    }

    TItem? Find(RoomView room, Reference reference) => All(room.Objects).FirstOrDefault(i => i.Reference == reference);

    async Task<TModel> Fresh(RoomView room)
    {
        var model = await ModelOf(Item, room);
        model.BasedOn = Item?.Changes ?? 0;
        return model;
    }

    void Take(TModel model)
    {
        (Model, form) = (model, new EditContext(model));
        command = Make();
    }

    async Task StopEditing()
    {
        await (kept?.Discard() ?? Task.CompletedTask);
        await ShowWhatStands();
    }

    // Taken in anew even where nobody changed it meanwhile: the form holds what was given up, or an id that was sent.
    Task ShowWhatStands()
    {
        (IsEditing, errors, theirs) = (false, [], null);
        Model!.BasedOn = -1;
        return TakeIn();
    }

    async Task Submit()
    {
        IsSending = true;
        var before = All(View!.Objects).Select(i => i.Reference).ToHashSet();
        var outcome = await kept.Send(Model!, () => Desk.Submit(View!.Incident.Id, command = Make(), Viewer!));
        IsSending = false;
        errors = Words.Errors(outcome);
        if (outcome is Outcome.Rejected { Reason.Code: RejectionCode.ChangedMeanwhile } && Item is not null && Newest is { } newest && Find(newest, Item.Reference) is { } now)
            theirs = now;
        if (outcome is not Outcome.Done)
            return;
        if (Item is null)
        {
            // What one has just saved is the one that wasn't there, or, sent once more, one's newest.
            Item = Newest is null ? null : All(Newest.Objects).Where(i => i.Author == Viewer!.Person && Of(i).IsDraft).OrderBy(i => before.Contains(i.Reference)).ThenByDescending(i => Of(i).ChangedAt).FirstOrDefault();
            Navigation.NavigateTo(Item is null ? ListHref : HrefOf(Item), forceLoad: false, replace: true);
        }
        if (Item is not null)
            await ShowWhatStands();
    }
}
