using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>A command to a report that is prepared.</summary>
public abstract record MoveReport : IncidentCommand
{
    public required Reference Report { get; init; }

    protected abstract ReportStep Step { get; }

    protected sealed override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        state.Report(Report, viewpoint) is not { } report ? RejectionCode.NotFound
        : ReportRules.Check(report, Step, context.Actor) is { } illegal ? illegal
        : Decide(report, state, context);

    protected abstract Decision Decide(SituationReport report, IncidentState state, CommandContext context);
}

/// <summary>A second person's consent to what was prepared; gives it its number, for good.</summary>
public sealed record ApproveReport : MoveReport
{
    /// <summary><see cref="SituationReport.Changes"/> as the approver read it.</summary>
    public required int BasedOn { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override ReportStep Step => ReportStep.Approve;

    protected override Decision Decide(SituationReport report, IncidentState state, CommandContext context)
    {
        if (BasedOn != report.Changes)
            return RejectionCode.ChangedMeanwhile;
        var number = state.Reports.Values.Count(r => r.IsApproved) + 1;
        var text = (SituationDocument.Parse(report.Document) with { Report = SituationReport.NameOf(number), ApprovedBy = BriefingContent.SignatureOf(context.Actor) }).ToText();
        return state.ReportEntry(context, "", new ReportApproved(Report, report.Title, number, text, DocumentText.HashOf(text)), report.Marking.Tlp);
    }

    sealed class Rules : AbstractValidator<ApproveReport>;
}

/// <summary>Gives a draft up.</summary>
public sealed record DiscardReport : MoveReport
{
    public required string Reason { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override ReportStep Step => ReportStep.Discard;

    protected override Decision Decide(SituationReport report, IncidentState state, CommandContext context) =>
        state.ReportEntry(context, Reason, new ReportDiscarded(Report, report.Title), report.Marking.Tlp);

    sealed class Rules : AbstractValidator<DiscardReport>
    {
        public Rules() => RuleFor(c => c.Reason).IsEntryText();
    }
}
