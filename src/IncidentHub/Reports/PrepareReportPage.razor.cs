using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Subjects;
using Microsoft.AspNetCore.Components;

namespace IncidentHub.Reports;

/// <summary>A situation report beside what it says: drafted from the log, prepared by one person, approved by another.</summary>
public sealed partial class PrepareReportPage(ReportReader reader, Shifts shifts, TimeProvider time)
{
    static readonly IReadOnlyList<Tlp> Labels = [Tlp.AmberStrict, Tlp.Amber, Tlp.Green, Tlp.Clear];

    SituationDocument? preview;
    ImmutableArray<EntryView> candidates = [];
    ImmutableHashSet<Reference> chosen = [];

    [Parameter] public string? ReportRef { get; set; }

    protected override string? About => ReportRef;
    protected override string Kind => "report";
    protected override string Title => Item is null ? Words["Reports_Prepare"] : Words["Report_Draft", Item.Reference];
    protected override string ListTitle => Words["Reports_Title"];
    protected override string ListHref => $"{Base}/laporan";
    protected override Enum DiscardStep => ReportStep.Discard;
    protected override IEnumerable<string> Unplaced => [nameof(ReportDraft.Label), nameof(ReportDraft.Entries)];

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

    protected override ImmutableArray<SituationReport> All(RoomObjects objects) => objects.Reports;

    protected override DraftFacts Of(SituationReport report) => new(
        report.State, report.State is ReportState.Draft,
        report.State is ReportState.Approved ? $"{ListHref}/{report.Name}" : report.State is ReportState.Discarded ? ListHref : null,
        report.PreparedBy, null, report.ChangedAt, Words.Period(report.Draft.From, report.Draft.To, Zone), report.Draft.Summary);

    protected override string What(SituationReport report) => Words[report.PreparedBy.Person == Viewer!.Person ? "Report_WhatMine" : "Report_What"];

    protected override async Task<ReportModel> ModelOf(SituationReport? report, RoomView room) => report is { Draft: var saved }
        ? ReportModel.Of(saved, await reader.Candidates(room.Incident.Reference, Viewer!, saved.From, saved.To, saved.Label))
        : ReportModel.New(Presets.First().Period, room.Incident.Tlp > Tlp.Amber ? room.Incident.Tlp : Tlp.Amber);

    protected override Command Make() => new PrepareReport { CommandId = Model!.CommandId, Report = Item?.Reference, BasedOn = BasedOn, Draft = Model.ToDraft(candidates) };

    protected override Command Discard(string reason, Guid commandId) => new DiscardReport { CommandId = commandId, Report = Item!.Reference, Reason = reason };

    IEnumerable<ReportStep> StepsOf(SituationReport report) => ReportRules.StepsOf(report, Viewer!);

    // A draft that was saved says what it said then, until somebody saves it anew.
    protected override async Task Preview(RoomView room)
    {
        if (!IsEditing && Item is not null)
        {
            preview = SituationDocument.Parse(Item.Document);
            return;
        }
        candidates = Model is { From: { } from, To: { } to } && to > from ? await reader.Candidates(room.Incident.Reference, Viewer!, from, to, Model.Label) : [];
        chosen = [.. Model!.Chosen(candidates)];
        preview = await reader.Preview(room.Incident.Reference, Viewer!, Model.ToDraft(candidates));
    }

    // Nothing is read anew for a letter.
    void Worded()
    {
        Keep();
        preview = preview! with { Summary = Model!.Summary, Planned = Model.Planned };
    }

    Task Approve() => Send(new ApproveReport { CommandId = Guid.NewGuid(), Report = Item!.Reference, BasedOn = BasedOn });
}
