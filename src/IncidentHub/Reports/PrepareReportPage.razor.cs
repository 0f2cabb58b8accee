using System.Collections.Immutable;
using IncidentHub.Access;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using IncidentHub.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace IncidentHub.Reports;

/// <summary>A situation report beside what it says: drafted from the log, prepared by one person, approved by another.</summary>
public sealed partial class PrepareReportPage(RoomDirectory rooms, ReportReader reader, Desk desk, Drafts drafts, Sights sights, Shifts shifts, TimeProvider time, NavigationManager navigation)
{
    static readonly IReadOnlyList<Tlp> Labels = [Tlp.AmberStrict, Tlp.Amber, Tlp.Green, Tlp.Clear];

    RoomSubscription? subscription;
    RoomView? view;
    SituationReport? report;
    ReportModel? model;
    EditContext? edit;
    SituationDocument? preview;
    ImmutableArray<EntryView> candidates = [];
    ImmutableHashSet<Reference> chosen = [];
    KeptDraft<ReportModel>? draft;
    /// <summary>What a colleague saved while one was writing.</summary>
    ReportDraft? theirs;
    PrepareReport command = default!;
    IReadOnlyList<string> errors = [];
    (string Incident, string? Report)? entered;
    int basedOn;
    bool isEditing, isSending, isDiscarding;

    [Inject] Words Words { get; set; } = default!;
    [CascadingParameter] Actor? Viewer { get; set; }
    [CascadingParameter] LocalTime Zone { get; set; } = LocalTime.Wib;
    [Parameter] public string IncidentRef { get; set; } = "";
    [Parameter] public string? ReportRef { get; set; }

    string Title => report is null ? Words["Reports_Prepare"] : Words["Report_Draft", report.Reference];
    bool IsMine => report?.PreparedBy.Person == Viewer?.Person;
    HashSet<ReportStep> Steps => report is null ? [] : [.. ReportRules.StepsOf(report, Viewer!)];

    /// <summary>Nothing is reported before it has happened: the shift that runs is told up to now.</summary>
    IEnumerable<(string Word, Period Period)> Presets
    {
        get
        {
            var now = time.GetUtcNow();
            var shift = shifts.At(now);
            return [("Report_ThisShift", shift with { To = now }), ("Report_LastShift", shifts.Before(shift)), ("Report_LastDay", new Period(now.AddDays(-1), now))];
        }
    }

    // One page serves a new draft and each that there is: saving a new one leads on to its own address.
    protected override async Task OnParametersSetAsync()
    {
        if (Viewer is null || entered == (IncidentRef, ReportRef))
            return;
        entered = (IncidentRef, ReportRef);
        draft?.Dispose();
        Leave(subscription);
        subscription = await rooms.Join(new Reference(IncidentRef), Viewer, _ => Pushed());
        var found = ReportRef is null ? null : subscription?.View?.Objects.Report(new Reference(ReportRef));
        // The same answer for what isn't there and for what this viewer may not see.
        if (subscription?.View is not { } seen || (ReportRef is null ? !Viewer.ActsForAgency : found is null))
        {
            subscription?.Dispose();
            navigation.NotFound();
            return;
        }
        Keep(subscription);
        await sights.Note(Viewer, seen.Incident.Id, navigation.ToBaseRelativePath(navigation.Uri));
        draft = new KeptDraft<ReportModel>(drafts, Viewer.Person, seen.Incident.Id, $"report {ReportRef}");
        var kept = Viewer.ActsForAgency ? await draft.Load() : null;
        (view, report, isEditing, basedOn) = (seen, found, found is null || kept is not null, found?.Changes ?? 0);
        await Take(kept ?? (found is null ? ReportModel.New(Presets.First().Period, seen.Incident.Tlp > Tlp.Amber ? seen.Incident.Tlp : Tlp.Amber) : await ModelOf(found.Draft)));
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
        if (report is not null && view.Objects.Report(report.Reference) is { } now)
            report = now;
        // It is a draft no more, and shows as none until the page is another.
        if (report is { State: not ReportState.Draft })
        {
            view = null;
            navigation.NavigateTo($"/insiden/{IncidentRef}/laporan{(report.IsApproved ? "/" + report.Name : "")}", forceLoad: false, replace: true);
            return;
        }
        // Whoever isn't writing sees what stands there now.
        if (!isEditing && report is not null && basedOn != report.Changes)
        {
            basedOn = report.Changes;
            await Take(await ModelOf(report.Draft));
        }
        await Preview();
    }

    async Task<ReportModel> ModelOf(ReportDraft from) => ReportModel.Of(from, await reader.Candidates(view!.Incident.Reference, Viewer!, from.From, from.To, from.Label));

    async Task Take(ReportModel taken)
    {
        (model, edit) = (taken, new EditContext(taken));
        command = Make();
    }

    async Task Look()
    {
        candidates = model is { From: { } from, To: { } to } && to > from ? await reader.Candidates(view!.Incident.Reference, Viewer!, from, to, model.Label) : [];
        chosen = [.. model!.Chosen(candidates)];
    }

    // A draft that was saved says what it said then, until somebody saves it anew.
    async Task Preview()
    {
        if (!isEditing && report is not null)
        {
            preview = SituationDocument.Parse(report.Document);
            return;
        }
        await Look();
        preview = await reader.Preview(view!.Incident.Reference, Viewer!, model!.ToDraft(candidates));
    }

    PrepareReport Make() => new() { CommandId = model!.CommandId, Report = report?.Reference, BasedOn = basedOn, Draft = model.ToDraft(candidates) };

    IReadOnlyList<string> ErrorsOf(string field) => [.. edit!.GetValidationMessages(edit.Field(field))];

    Task Set(Action change)
    {
        change();
        return Changed();
    }

    async Task Changed()
    {
        draft?.Changed(model!);
        await Preview();
    }

    // Nothing is read anew for a letter.
    void Worded()
    {
        draft?.Changed(model!);
        preview = preview! with { Summary = model!.Summary, Planned = model.Planned };
    }

    async Task Edit()
    {
        isEditing = true;
        await Preview();
    }

    async Task StopEditing()
    {
        await (draft?.Discard() ?? Task.CompletedTask);
        (isEditing, errors, theirs, basedOn) = (false, [], null, -1);
        await TakeIn();
    }

    async Task Submit()
    {
        isSending = true;
        var before = view!.Objects.Reports.Select(r => r.Reference).ToHashSet();
        var outcome = await draft.Send(model!, () => desk.Submit(view!.Incident.Id, command = Make(), Viewer!));
        isSending = false;
        (errors, theirs) = (Words.Errors(outcome), null);
        // Who sends it once more has read the other version, and sends this one over it.
        if (outcome is Outcome.Rejected { Reason.Code: RejectionCode.ChangedMeanwhile } && report is not null && subscription?.View?.Objects.Report(report.Reference) is { } now)
            (theirs, basedOn) = (now.Draft, now.Changes);
        if (outcome is not Outcome.Done)
            return;
        isEditing = false;
        if (report is null)
        {
            // What one has just saved is the one that wasn't there, or, sent once more, one's newest.
            report = subscription?.View?.Objects.Reports.Where(r => r.State is ReportState.Draft && r.PreparedBy.Person == Viewer!.Person).OrderBy(r => before.Contains(r.Reference)).ThenByDescending(r => r.ChangedAt).FirstOrDefault();
            navigation.NavigateTo($"/insiden/{IncidentRef}/laporan{(report is null ? "" : $"/draf/{report.Reference}")}", forceLoad: false, replace: true);
        }
        if (report is not null)
            await TakeIn();
    }

    async Task Approve()
    {
        isSending = true;
        var outcome = await desk.Submit(view!.Incident.Id, new ApproveReport { CommandId = Guid.NewGuid(), Report = report!.Reference, BasedOn = basedOn }, Viewer!);
        isSending = false;
        errors = Words.Errors(outcome);
        await TakeIn();
    }

    protected override void Dispose(bool disposing)
    {
        draft?.Dispose();
        base.Dispose(disposing);
    }
}
