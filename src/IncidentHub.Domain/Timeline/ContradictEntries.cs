using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Notes that entries, of any agency, say different things. Overwrites none of them.</summary>
public sealed record ContradictEntries : IncidentCommand
{
    public required ImmutableArray<Reference> Contradicting { get; init; }
    public required string Text { get; init; }
    public required Marking Marking { get; init; }

    public override ImmutableArray<Reference> Cites => Contradicting;
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (EntryRules.Find(Contradicting, viewpoint, context, out var found) is { } missing)
            return missing;
        if (!context.Actor.ActsForAgency && context.Actor.Role is not Role.Auditor)
            return RejectionCode.RoleMayNot;
        var marking = Marking;
        if (EntryRules.Check(ref marking, state, context.Actor) is { } badMarking)
            return badMarking;
        // Naming the actor, who sees what they cite, makes nothing wider: an auditor is no recipient of the RED entry that they speak about.
        if (!found.All(cited => marking.IsWithin(cited.Marking.Naming(context.Actor.Person))))
            return RejectionCode.WiderThanCited;

        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.Contradiction, context.Now, Text.Trim(), Source: null,
            marking, Releasable: false, Contradicting, Events: [new EntriesContradicted(Contradicting)]);
    }

    sealed class Rules : AbstractValidator<ContradictEntries>
    {
        public Rules()
        {
            RuleFor(c => c.Text).IsEntryText();
            RuleFor(c => c.Marking).IsMarking();
            RuleFor(c => c.Contradicting).Must(c => !c.IsDefaultOrEmpty && c.Distinct().Count() == c.Length).WithErrorCode(ValidationCode.CitesRequired);
            RuleFor(c => c.Contradicting).Must(c => c.IsDefault || c.Length <= EntryRules.MaximumCites).WithErrorCode(ValidationCode.TooManyCites);
        }
    }
}
