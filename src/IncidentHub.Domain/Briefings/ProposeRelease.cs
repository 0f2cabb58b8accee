using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>What is released, and where it was found: the rules ask the same of an entry and of an object.</summary>
sealed record ReleaseSource(ReleasedKind Kind, AgencyId Agency, Marking Marking, DateTimeOffset? At, FindingState? Finding)
{
    /// <summary>Null when there is no such thing for the actor. What the product derived, or an auditor noted, has no agency that could consent.</summary>
    public static ReleaseSource? Find(Reference reference, IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        state.Subject(reference, viewpoint) switch
        {
            TaskItem task => new(ReleasedKind.Task, task.ProposedBy, task.Marking, At: null, Finding: null),
            Finding finding => new(ReleasedKind.Finding, finding.RaisedBy, finding.Marking, At: null, finding.State),
            ClarificationRequest { IsDraft: false } request => new(ReleasedKind.Clarification, request.RequestedBy, request.Marking, At: null, Finding: null),
            Obligation obligation => new(ReleasedKind.Obligation, obligation.RecordedBy, obligation.Marking, At: null, Finding: null),
            null when EntryRules.Find([reference], viewpoint, context, out var found) is null && found[0].Author.ActsForAgency =>
                new(ReleasedKind.Entry, found[0].Author.Agency, found[0].Marking, found[0].OccurredAt, Finding: null),
            _ => null,
        };
}

/// <summary>
/// Proposes words for the commission, made from an entry or an object that the actor sees. Any liaison's; what one's own agency brought in
/// is agreed to by proposing it.
/// </summary>
public sealed record ProposeRelease : IncidentCommand
{
    public required Reference Of { get; init; }
    public required BriefingSection Section { get; init; }
    public required string Title { get; init; }
    public string Text { get; init; } = "";
    public Tlp Label { get; init; } = Tlp.Clear;
    /// <summary>Of a next step: when it is planned, if that is known.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    public override ImmutableArray<Reference> Cites => [Of];
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (ReleaseSource.Find(Of, state, viewpoint, context) is not { } source)
            return RejectionCode.NotFound;
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (!source.Marking.MayBeReleased)
            return RejectionCode.MayNotBeReleased;
        if (!ReleaseRules.SectionsFor(source.Kind, source.Finding).Contains(Section))
            return new Rejection(RejectionCode.SectionDoesNotFit, Section);
        if (ReleaseRules.IsTaken(state, viewpoint, Of, source.Kind, Section))
            return RejectionCode.AlreadyProposed;
        var reference = state.ObjectReference("B", context.EntryReference);
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.Release, context.Now, "", Source: null, source.Marking.AtLeast(Label), Releasable: false, Cites: [reference, Of],
            Events: [new ReleaseProposed(
                reference, Title.Trim(), Text.Trim(), source.Kind, Of, source.Agency, Section, Label, Section is BriefingSection.Next ? PlannedAt : source.At, Answers: null,
                Agreed: source.Agency == context.Actor.Agency)]);
    }

    sealed class Rules : AbstractValidator<ProposeRelease>
    {
        public Rules()
        {
            RuleFor(c => c.Title).IsReleaseTitle();
            RuleFor(c => c.Text).IsReleaseText();
            RuleFor(c => c.Label).IsReleaseLabel();
            RuleFor(c => c.Section).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
            RuleFor(c => c.PlannedAt).IsOccurrence();
        }
    }
}

static class ReleaseShape
{
    public static IRuleBuilderOptions<T, string> IsReleaseTitle<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.TitleRequired)
        .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
        .MaximumLength(ReleaseRules.MaximumTitleLength).WithErrorCode(ValidationCode.TitleTooLong);

    public static IRuleBuilderOptions<T, string> IsReleaseText<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
        .MaximumLength(ReleaseRules.MaximumTextLength).WithErrorCode(ValidationCode.ReleaseTextTooLong);

    public static IRuleBuilderOptions<T, Tlp> IsReleaseLabel<T>(this IRuleBuilder<T, Tlp> rule) => rule
        .Must(label => ReleaseRules.Labels.Contains(label)).WithErrorCode(ValidationCode.UnknownValue);
}
