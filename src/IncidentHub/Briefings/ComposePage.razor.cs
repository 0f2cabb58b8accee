using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Briefings;

/// <summary>A draft of a briefing beside what it would say now: written by one agency, approved by another, frozen by a coordinator.</summary>
public sealed partial class ComposePage(BriefingReader reader)
{
    EditionDocument? preview;
    string fingerprint = "";
    /// <summary>All that may stand in it, those that are left out among them, in the order that they would have.</summary>
    ImmutableArray<BriefingPoint> points = [];

    [Parameter] public string? EditionRef { get; set; }

    protected override string? About => EditionRef;
    protected override string Kind => "edition";
    protected override string Title => Item is null ? Words["Briefings_Compose"] : Words["Briefing_Draft", Item.Reference];
    protected override string ListTitle => Words["Briefings_Title"];
    protected override string ListHref => $"{Base}/paparan";
    protected override Enum DiscardStep => EditionStep.Discard;

    protected override ImmutableArray<Edition> All(RoomObjects objects) => objects.Editions;

    protected override DraftFacts Of(Edition edition) => new(
        edition.State, edition.State is EditionState.Draft,
        edition.State is EditionState.Frozen ? $"{ListHref}/{edition.Name}" : edition.State is EditionState.Discarded ? ListHref : null,
        edition.ComposedBy, edition.State is EditionState.Approved ? edition.ApprovedBy : null, edition.ChangedAt, Words.Of(edition.Draft.Session), edition.Draft.Summary);

    protected override string What(Edition edition) => Words[$"Briefing_What_{edition.State}"];

    protected override Task<EditionModel> ModelOf(Edition? edition, RoomView room) => Task.FromResult(edition is null ? new EditionModel() : EditionModel.Of(edition.Draft));

    protected override Command Make() => new ComposeEdition { CommandId = Model!.CommandId, Edition = Item?.Reference, BasedOn = BasedOn, Draft = Model.ToDraft() };

    protected override Command Discard(string reason, Guid commandId) => new DiscardEdition { CommandId = commandId, Edition = Item!.Reference, Reason = reason };

    // What was approved is shown as it was approved: nothing that was released since is in it.
    protected override async Task Preview(RoomView room)
    {
        if (!IsEditing && Item is { State: EditionState.Approved, Document: { } approved })
        {
            preview = Named(EditionDocument.Parse(approved), room);
            return;
        }
        var wanted = Model!.ToDraft();
        if (await reader.Preview(room.Incident.Reference, Viewer!, wanted) is not { } made)
            return;
        (preview, fingerprint) = (Named(made.Document, room), made.Fingerprint);
        if (IsEditing && await reader.Preview(room.Incident.Reference, Viewer!, wanted with { LeftOut = [] }) is { } whole)
            points = whole.Document.Points;
    }

    /// <summary>As it would be numbered now.</summary>
    static EditionDocument Named(EditionDocument document, RoomView room) => document with { Edition = Edition.NameOf(BriefingQueue.Editions(room.Objects).Length + 1) };

    Task Keep(Reference release, bool isIn) => Set(() => _ = isIn ? Model!.LeftOut.Remove(release.Text) : Model!.LeftOut.Add(release.Text));

    Task Move(BriefingPoint point, int by, ImmutableArray<BriefingPoint> section) => Set(() => Model!.Move(point.Release, by, section));

    Task Do(EditionStep step)
    {
        switch (step)
        {
            case EditionStep.Compose:
                return Edit();
            case EditionStep.Approve:
                return Send(new ApproveEdition { CommandId = Guid.NewGuid(), Edition = Item!.Reference, BasedOn = BasedOn, Seen = fingerprint });
            case EditionStep.Freeze:
                return Send(new FreezeEdition { CommandId = Guid.NewGuid(), Edition = Item!.Reference });
            default:
                AskWhy();
                return Task.CompletedTask;
        }
    }
}
