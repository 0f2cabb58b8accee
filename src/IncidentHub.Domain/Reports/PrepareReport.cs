using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Writes a draft of a situation report, or changes one; any liaison's. It says what stands at this moment.</summary>
public sealed record PrepareReport : IncidentCommand
{
    /// <summary>Null: a new one.</summary>
    public Reference? Report { get; init; }
    /// <summary><see cref="SituationReport.Changes"/> as the preparer read it.</summary>
    public int BasedOn { get; init; }
    public required ReportDraft Draft { get; init; }

    public override ImmutableArray<Reference> Cites => Draft.Entries;

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (Report is { } existing)
        {
            if (state.Report(existing, viewpoint) is not { } report)
                return RejectionCode.NotFound;
            if (ReportRules.Check(report, ReportStep.Prepare, context.Actor) is { } illegal)
                return illegal;
            if (BasedOn != report.Changes)
                return RejectionCode.ChangedMeanwhile;
        }
        if (EntryRules.CheckOccurred(Draft.To, context.Now) is { } badTime)
            return badTime;
        if (EntryRules.Find(Draft.Entries, viewpoint, context, out var entries) is { } missing)
            return missing;
        if (!entries.All(e => ReportContent.MayTell(Draft.Label, e.Marking)))
            return RejectionCode.WiderThanCited;
        var draft = Draft with { Summary = Draft.Summary.Trim(), Planned = Draft.Planned.Trim() };
        var document = ReportContent.Of(state, draft, entries, context.Actor, context.Now);
        return state.ReportEntry(context, "", new ReportPrepared(Report ?? state.ObjectReference("S", context.EntryReference), state.Title, draft, document.ToText()), document.Label);
    }

    sealed class Rules : AbstractValidator<PrepareReport>
    {
        public Rules()
        {
            RuleFor(c => c.Draft.Label).Must(label => Enum.IsDefined(label) && label < Tlp.Red).WithErrorCode(ValidationCode.ReportLabel);
            RuleFor(c => c.Draft.To).Must((c, to) => to > c.Draft.From).WithErrorCode(ValidationCode.PeriodBackwards);
            RuleFor(c => c.Draft.From).Must((c, from) => c.Draft.To - from <= ReportRules.LongestPeriod).WithErrorCode(ValidationCode.PeriodTooLong);
            RuleFor(c => c.Draft.Summary)
                .Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.TextRequired)
                .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
                .MaximumLength(ReportRules.MaximumSummaryLength).WithErrorCode(ValidationCode.ReportTextTooLong);
            RuleFor(c => c.Draft.Planned)
                .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
                .MaximumLength(ReportRules.MaximumPlannedLength).WithErrorCode(ValidationCode.ReportTextTooLong);
            RuleFor(c => c.Draft.Entries).Must(e => !e.IsDefault && e.Length <= ReportRules.MaximumEntries).WithErrorCode(ValidationCode.TooManyReportEntries);
        }
    }
}

static class ReportEntries
{
    /// <summary>For the whole team, under the report's own label: its words stand in it.</summary>
    public static EntryContent ReportEntry(this IncidentState state, CommandContext context, string text, ReportEvent change, Tlp label) => new(
        context.EntryReference, context.Actor, EntryKind.Report, context.Now, text.Trim(), Source: null, Marking.WholeTeam(label), Releasable: false, Cites: [change.Subject], Events: [change]);
}
