using FluentValidation;

namespace IncidentHub.Domain;

public sealed record TruthStatusChanged(TruthStatus From, TruthStatus To, Reference? Basis) : IncidentEvent;

/// <summary>The coordinator's, on a finding that everybody sees: verified for Confirmed, refuted for Unfounded. Back to Alleged needs none.</summary>
public sealed record ChangeTruthStatus : ChangeIncident
{
    public required TruthStatus To { get; init; }
    public Reference? Basis { get; init; }

    static readonly IValidator rules = new AssessmentRules<ChangeTruthStatus, TruthStatus>(c => c.To);
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!context.Actor.IsCoordinator)
            return RejectionCode.OnlyCoordinator;
        if (state.Truth == To)
            return new Rejection(RejectionCode.AlreadySo, To);
        if (To is TruthStatus.Alleged)
            return Entry(EntryKind.AssessmentChanged, state, context, new TruthStatusChanged(state.Truth, To, Basis: null));
        if (Basis is not { } basis || state.Finding(basis, viewpoint) is not { } finding || !finding.Marking.IsForWholeTeam || finding.Marking.Tlp is Domain.Tlp.Red
            || finding.State != (To is TruthStatus.Confirmed ? FindingState.Verified : FindingState.Refuted))
            return RejectionCode.TruthNeedsFinding;
        return Entry(EntryKind.AssessmentChanged, state, context, new TruthStatusChanged(state.Truth, To, basis)) with { Cites = [basis] };
    }
}
