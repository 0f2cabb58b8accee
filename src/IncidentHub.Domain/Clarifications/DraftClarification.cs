using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>
/// Writes a request for clarification to another agency; a draft, which the writer's agency alone sees, or sent at once. A draft is marked
/// for its own agency under the label that it will have.
/// </summary>
public sealed record DraftClarification : IncidentCommand
{
    public required string Title { get; init; }
    /// <summary>The letter's words above the questions.</summary>
    public string Text { get; init; } = "";
    public required Letter Letter { get; init; }
    public required AgencyId Addressed { get; init; }
    /// <summary>That it is sent with.</summary>
    public required Marking Marking { get; init; }
    public bool Send { get; init; }
    /// <summary>With <see cref="Send"/>: when it went out; null: now.</summary>
    public DateTimeOffset? SentAt { get; init; }
    public Proof? Proof { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (Addressed == context.Actor.Agency)
            return RejectionCode.NotToOwnAgency;
        var marking = Marking;
        if (EntryRules.Check(ref marking, state, context.Actor, acting: Addressed) is { } badMarking)
            return badMarking;
        if (EntryRules.CheckOccurred(SentAt, context.Now) is { } badTime)
            return badTime;

        var reference = state.ObjectReference("K", context.EntryReference);
        IncidentEvent begun = Send
            ? new ClarificationSent(reference, Title.Trim(), Letter.Trimmed(), Addressed, SentAt ?? context.Now, Escalates: null, Proof?.Trimmed())
            : new ClarificationDrafted(reference, Title.Trim(), Letter.Trimmed(), Addressed, marking);
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.Clarification, Send ? SentAt ?? context.Now : context.Now, Text.Trim(), Source: null,
            Send ? marking : marking.Inside(context.Actor, state), Releasable: false, Cites: [reference], Events: [begun]);
    }

    sealed class Rules : AbstractValidator<DraftClarification>
    {
        public Rules()
        {
            RuleFor(c => c.Title).IsSubjectTitle();
            RuleFor(c => c.Text).IsRemark();
            RuleFor(c => c.Letter).IsLetter();
            RuleFor(c => c.Marking).IsMarking();
            RuleFor(c => c.SentAt).IsOccurrence();
            RuleFor(c => c.Proof).IsProof();
        }
    }
}

static class DraftMarking
{
    /// <summary>What of a marking holds within the actor's agency.</summary>
    public static Marking Inside(this Marking marking, Actor actor, IncidentState state) => marking with
    {
        Audience = [actor.Agency],
        Recipients = [.. marking.Recipients.Where(person => state.Members.GetValueOrDefault(person)?.Agency == actor.Agency)],
    };
}
