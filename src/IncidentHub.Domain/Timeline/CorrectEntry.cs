using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Puts right what one's own agency wrote. The entry stays as it is; the correction stands beside it, marked as it is or stricter.</summary>
public sealed record CorrectEntry : IncidentCommand
{
    public required Reference Corrected { get; init; }
    public required string Text { get; init; }
    /// <summary>Null: as the corrected entry.</summary>
    public Marking? Marking { get; init; }

    public override ImmutableArray<Reference> Cites => [Corrected];
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        var actor = context.Actor;
        if (EntryRules.Find(Cites, viewpoint, context, out var found) is { } missing)
            return missing;
        var original = found[0];
        if (!actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (original.Author.Agency != actor.Agency)
            return new Rejection(RejectionCode.OnlyAuthorsAgency, original.Author.AgencyName);

        var marking = original.Marking;
        if (Marking is { } chosen)
        {
            marking = chosen;
            if (EntryRules.Check(ref marking, state, actor) is { } badMarking)
                return badMarking;
        }
        if (!marking.IsWithin(original.Marking))
            return RejectionCode.WiderThanCited;

        return new EntryContent(
            context.EntryReference, actor, EntryKind.Correction, context.Now, Text.Trim(), Source: null,
            marking, original.Releasable && marking.MayBeReleased, Cites, Events: [new EntryCorrected(Corrected)]);
    }

    sealed class Rules : AbstractValidator<CorrectEntry>
    {
        public Rules()
        {
            RuleFor(c => c.Text).IsEntryText();
            RuleFor(c => c.Marking!).IsMarking().When(c => c.Marking is not null);
        }
    }
}
