namespace IncidentHub.Domain;

/// <summary>What may be done to an obligation.</summary>
public enum ObligationStep { Start, Meet, SetNotApplicable, CorrectStart, WriteNotice, ReviewNotice }

public static class ObligationRules
{
    public const int MaximumSectionLength = 4_000;

    static readonly Dictionary<ObligationState, ObligationStep[]> steps = new()
    {
        [ObligationState.AwaitingBasis] = [ObligationStep.Start, ObligationStep.SetNotApplicable, ObligationStep.WriteNotice, ObligationStep.ReviewNotice],
        [ObligationState.Running] = [ObligationStep.Meet, ObligationStep.SetNotApplicable, ObligationStep.CorrectStart, ObligationStep.WriteNotice, ObligationStep.ReviewNotice],
        // A start that is corrected afterwards may show that it was met in time, or was not.
        [ObligationState.Met] = [ObligationStep.CorrectStart, ObligationStep.WriteNotice, ObligationStep.ReviewNotice],
        [ObligationState.MetLate] = [ObligationStep.CorrectStart, ObligationStep.WriteNotice, ObligationStep.ReviewNotice],
        [ObligationState.NotApplicable] = [ObligationStep.Start],
    };

    /// <summary>What may be done in a state, the usual first.</summary>
    public static IReadOnlyList<ObligationStep> Steps(ObligationState from) => steps.GetValueOrDefault(from, []);

    /// <summary>What this person may do now; a notice is reviewed once there is one, by another than its writer.</summary>
    public static IEnumerable<ObligationStep> StepsOf(Obligation obligation, Actor actor) => !May(obligation.Agency, actor) ? []
        : Steps(obligation.State).Where(step => step is not ObligationStep.ReviewNotice || obligation.Notice is { ReviewedBy: null } notice && notice.Writer != actor.Person);

    /// <summary>The agency obliged, or a coordinator.</summary>
    public static bool May(AgencyId obliged, Actor actor) => actor.ActsForAgency && (actor.Agency == obliged || actor.IsCoordinator);

    /// <summary>Null when this person may speak for the obligation.</summary>
    public static Rejection? CheckActor(AgencyId obliged, Actor actor) =>
        !actor.ActsForAgency ? new Rejection(RejectionCode.RoleMayNot)
        : May(obliged, actor) ? null
        : new Rejection(RejectionCode.OnlyObliged, obliged);

    /// <summary>Null when the rule was in force then.</summary>
    public static Rejection? CheckInForce(Rule rule, DateTimeOffset at) =>
        rule.IsInForce(at) ? null : new Rejection(RejectionCode.RuleNotInForce, rule.Title, rule.From.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));
}
