using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>The coordinator's.</summary>
public sealed record ChangeSeverity : ChangeIncident
{
    public required Severity To { get; init; }

    static readonly IValidator rules = new AssessmentRules<ChangeSeverity, Severity>(c => c.To);
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        !context.Actor.IsCoordinator ? RejectionCode.OnlyCoordinator
        : state.Severity == To ? new Rejection(RejectionCode.AlreadySo, To)
        : Entry(EntryKind.AssessmentChanged, state, context, new SeverityChanged(state.Severity, To));
}

/// <summary>BSSN's, for the coordinator to follow or not; proposing the present status takes an open proposal back.</summary>
public sealed record ProposeCrisisStatus : ChangeIncident
{
    public required CrisisStatus Proposed { get; init; }

    static readonly IValidator rules = new AssessmentRules<ProposeCrisisStatus, CrisisStatus>(c => c.Proposed);
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        !context.Actor.ActsForAgency || context.Actor.Agency != AgencyId.CyberAgency ? RejectionCode.OnlyCyberAgency
        : (state.ProposedCrisis ?? state.Crisis) == Proposed ? new Rejection(RejectionCode.AlreadySo, Proposed)
        : Entry(EntryKind.AssessmentChanged, state, context, new CrisisStatusProposed(Proposed));
}

/// <summary>The coordinator's, on BSSN's proposal.</summary>
public sealed record ChangeCrisisStatus : ChangeIncident
{
    public required CrisisStatus To { get; init; }

    static readonly IValidator rules = new AssessmentRules<ChangeCrisisStatus, CrisisStatus>(c => c.To);
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        !context.Actor.IsCoordinator ? RejectionCode.OnlyCoordinator
        : state.Crisis == To ? new Rejection(RejectionCode.AlreadySo, To)
        : state.ProposedCrisis != To ? RejectionCode.CrisisStatusNotProposed
        : Entry(EntryKind.AssessmentChanged, state, context, new CrisisStatusChanged(state.Crisis, To));
}

/// <summary>Bareskrim's.</summary>
public sealed record ChangeLegalTrack : ChangeIncident
{
    public required LegalTrack To { get; init; }

    static readonly IValidator rules = new AssessmentRules<ChangeLegalTrack, LegalTrack>(c => c.To);
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        !context.Actor.ActsForAgency || context.Actor.Agency != AgencyId.Police ? RejectionCode.OnlyPolice
        : state.LegalTrack == To ? new Rejection(RejectionCode.AlreadySo, To)
        : Entry(EntryKind.AssessmentChanged, state, context, new LegalTrackChanged(state.LegalTrack, To));
}

sealed class AssessmentRules<TCommand, TValue> : AbstractValidator<TCommand> where TCommand : ChangeIncident where TValue : struct, Enum
{
    public AssessmentRules(System.Linq.Expressions.Expression<Func<TCommand, TValue>> value)
    {
        RuleFor(c => c.Reason).IsEntryText();
        RuleFor(value).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
    }
}
