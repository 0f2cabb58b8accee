using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>A command to an obligation that the actor sees: of the agency obliged, or a coordinator.</summary>
public abstract record ChangeObligation : IncidentCommand
{
    public required Reference Obligation { get; init; }

    protected abstract ObligationStep Step { get; }

    protected sealed override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        state.Obligation(Obligation, viewpoint) is not { } obligation ? RejectionCode.NotFound
        : ObligationRules.CheckActor(obligation.Agency, context.Actor) is { } notTheirs ? notTheirs
        : !ObligationRules.Steps(obligation.State).Contains(Step)
            ? new Rejection(RejectionCode.ObligationMayNotFollow, obligation.State, ObligationRules.StepsOf(obligation, context.Actor).ToArray())
        : Decide(obligation, context);

    protected abstract Decision Decide(Obligation obligation, CommandContext context);
}

static class ObligationEntries
{
    /// <summary>An entry that changes an obligation inherits its marking.</summary>
    public static EntryContent Entry(this Obligation obligation, CommandContext context, string text, params ImmutableArray<IncidentEvent> events) => new(
        context.EntryReference, context.Actor, EntryKind.Obligation, context.Now, text.Trim(), Source: null, obligation.Marking, Releasable: false, Cites: [obligation.Reference], events);

    /// <summary>The clock from another moment; or why it can't start then. The pack says when the rule is in force, the obligation how long it lasts.</summary>
    public static Rejection? Started(this Obligation obligation, DateTimeOffset at, DateTimeOffset? was, CommandContext context, out ObligationStarted started)
    {
        var rule = context.Rules.Find(obligation.Rule);
        started = new ObligationStarted(obligation.Reference, obligation.Title, was, at, obligation.DueAfter(at));
        return EntryRules.CheckOccurred(at, context.Now) ?? (rule is null ? null : ObligationRules.CheckInForce(rule, at));
    }
}
