using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>
/// Moves a finding to another state. Verifying and refuting take two agencies, the raising one among them: the first leaves its voice,
/// whichever comes last completes it.
/// </summary>
public sealed record MoveFinding : IncidentCommand
{
    public required Reference Finding { get; init; }
    public required FindingState To { get; init; }
    /// <summary>On what grounds. Most moves must say.</summary>
    public string Reason { get; init; } = "";
    /// <summary>With Superseded: the finding that takes its place.</summary>
    public Reference? By { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        var actor = context.Actor;
        if (state.Finding(Finding, viewpoint) is not { } finding)
            return RejectionCode.NotFound;
        if (!actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (FindingRules.Moves(finding.State).FirstOrDefault(m => m.To == To) is not { } move)
            return new Rejection(RejectionCode.FindingMayNotFollow, finding.State, FindingRules.MovesOf(finding, actor).Select(m => m.To).ToArray());
        if (!FindingRules.May(move, finding, actor))
            return move.Mover is FindingMover.Author ? RejectionCode.OnlyAuthor : new Rejection(RejectionCode.OnlyRaiser, finding.RaisedBy);
        if (FindingRules.HasVoiced(move, finding, actor))
            return RejectionCode.NeedsSecondAgency;
        if (move.NeedsReason && !EntryRules.HasSomethingToRead(Reason))
            return RejectionCode.ReasonRequired;
        return To is FindingState.Superseded ? Supersede(state, viewpoint, context, finding)
            : To is FindingState.Verified or FindingState.Refuted ? Speak(context, finding)
            : finding.Entry(context, Reason, [finding.Reference], new FindingMoved(Finding, finding.Title, finding.State, To));
    }

    Decision Speak(CommandContext context, Finding finding)
    {
        var voice = new FindingVoiced(Finding, finding.Title, context.Actor.Agency, To);
        var voices = finding.Voices.Where(v => v.Agency != context.Actor.Agency).Append(new Voice(context.Actor.Agency, To));
        ImmutableArray<IncidentEvent> events = FindingRules.IsSettled(voices, To, finding.RaisedBy)
            ? [voice, new FindingMoved(Finding, finding.Title, finding.State, To)]
            : [voice];
        return finding.Entry(context, Reason, [finding.Reference], events);
    }

    Decision Supersede(IncidentState state, Viewpoint viewpoint, CommandContext context, Finding finding)
    {
        if (By is not { } by || by == Finding || state.Finding(by, viewpoint) is not { } successor)
            return RejectionCode.NeedsSuccessor;
        // Whoever sees that it was superseded must be able to see by what.
        if (!finding.Marking.IsWithin(successor.Marking))
            return RejectionCode.WiderThanCited;
        return finding.Entry(context, Reason, [finding.Reference, by], new FindingSuperseded(Finding, finding.Title, by), new FindingMoved(Finding, finding.Title, finding.State, To));
    }

    sealed class Rules : AbstractValidator<MoveFinding>
    {
        public Rules()
        {
            RuleFor(c => c.Reason).IsRemark();
            RuleFor(c => c.To).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
        }
    }
}

static class FindingEntries
{
    /// <summary>An entry that changes a finding inherits its marking.</summary>
    public static EntryContent Entry(this Finding finding, CommandContext context, string text, ImmutableArray<Reference> cites, params ImmutableArray<IncidentEvent> events) => new(
        context.EntryReference, context.Actor, EntryKind.Finding, context.Now, text.Trim(), Source: null, finding.Marking, Releasable: false, cites, events);
}
