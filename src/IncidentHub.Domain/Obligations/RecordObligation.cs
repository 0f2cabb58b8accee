using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>
/// Records that a rule may oblige an agency in this incident; that agency's, or a coordinator's. With a basis the clock starts at once;
/// without, it waits for the decision.
/// </summary>
public sealed record RecordObligation : IncidentCommand
{
    public required string Rule { get; init; }
    public required AgencyId Agency { get; init; }
    /// <summary>When what the rule starts from happened; null: now.</summary>
    public DateTimeOffset? TriggeredAt { get; init; }
    /// <summary>On what grounds the clock starts then; empty: that isn't decided yet.</summary>
    public string Basis { get; init; } = "";
    public required Marking Marking { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (ObligationRules.CheckActor(Agency, context.Actor) is { } notTheirs)
            return notTheirs;
        if (context.Rules.Find(Rule) is not { } rule)
            return RejectionCode.NoSuchRule;
        var marking = Marking;
        if (EntryRules.Check(ref marking, state, context.Actor, acting: Agency) is { } badMarking)
            return badMarking;
        var at = TriggeredAt ?? context.Now;
        if ((EntryRules.CheckOccurred(at, context.Now) ?? ObligationRules.CheckInForce(rule, at)) is { } badTime)
            return badTime;

        var reference = state.ObjectReference("W", context.EntryReference);
        var recorded = new ObligationRecorded(reference, rule.Title, rule.Id, rule.Citation, rule.Hours, rule.Counting, rule.Content, Agency);
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.Obligation, context.Now, Basis.Trim(), Source: null, marking, Releasable: false, Cites: [reference],
            Events: EntryRules.HasSomethingToRead(Basis) ? [recorded, new ObligationStarted(reference, rule.Title, Was: null, at, rule.DueAfter(at))] : [recorded]);
    }

    sealed class Rules : AbstractValidator<RecordObligation>
    {
        public Rules()
        {
            RuleFor(c => c.Basis).IsRemark();
            RuleFor(c => c.TriggeredAt).IsOccurrence();
            RuleFor(c => c.Marking).IsMarking();
        }
    }
}
