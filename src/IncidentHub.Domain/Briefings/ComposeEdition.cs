using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Writes a draft, or changes one, which then needs approval anew; any liaison's.</summary>
public sealed record ComposeEdition : IncidentCommand
{
    /// <summary>Null: a new one.</summary>
    public Reference? Edition { get; init; }
    /// <summary><see cref="Edition.Changes"/> as the composer read it.</summary>
    public int BasedOn { get; init; }
    public required EditionDraft Draft { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        var reference = Edition ?? state.ObjectReference("R", context.EntryReference);
        if (Edition is not null)
        {
            if (state.Edition(reference, viewpoint) is not { } edition)
                return RejectionCode.NotFound;
            if (EditionRules.Check(edition, EditionStep.Compose, context.Actor) is { } illegal)
                return illegal;
            if (BasedOn != edition.Changes)
                return RejectionCode.ChangedMeanwhile;
        }
        if (EditionRules.CheckSize(BriefingContent.Of(state, Draft, context.Now)) is { } tooMany)
            return tooMany;
        return state.EditionEntry(context, "", new EditionComposed(reference, state.Title, Draft with { Summary = Draft.Summary.Trim() }));
    }

    sealed class Rules : AbstractValidator<ComposeEdition>
    {
        public Rules()
        {
            RuleFor(c => c.Draft.Session).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
            RuleFor(c => c.Draft.Summary)
                .Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.TextRequired)
                .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
                .MaximumLength(EditionRules.MaximumSummaryLength).WithErrorCode(ValidationCode.SummaryTooLong);
            RuleFor(c => c.Draft).Must(d => !d.Order.IsDefault && !d.LeftOut.IsDefault && d.Order.Length <= EditionRules.MaximumLeftOut && d.LeftOut.Length <= EditionRules.MaximumLeftOut)
                .WithErrorCode(ValidationCode.TooManyPoints);
        }
    }
}

/// <summary>A command to an edition.</summary>
public abstract record ChangeEdition : IncidentCommand
{
    public required Reference Edition { get; init; }

    protected abstract EditionStep Step { get; }

    protected sealed override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        state.Edition(Edition, viewpoint) is not { } edition ? RejectionCode.NotFound
        : EditionRules.Check(edition, Step, context.Actor) is { } illegal ? illegal
        : Decide(edition, state, context);

    protected abstract Decision Decide(Edition edition, IncidentState state, CommandContext context);
}

/// <summary>A second agency's consent to all that the edition says, as of this moment: from here on it says that and nothing else.</summary>
public sealed record ApproveEdition : ChangeEdition
{
    public required int BasedOn { get; init; }
    /// <summary><see cref="BriefingContent.Fingerprint"/> of the preview that the approver read.</summary>
    public required string Seen { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override EditionStep Step => EditionStep.Approve;

    protected override Decision Decide(Edition edition, IncidentState state, CommandContext context)
    {
        var content = BriefingContent.Of(state, edition.Draft, context.Now) with { ComposedBy = BriefingContent.SignatureOf(edition.ComposedBy) };
        if (BasedOn != edition.Changes || Seen != BriefingContent.Fingerprint(content))
            return RejectionCode.ChangedMeanwhile;
        if (content.Points.IsEmpty)
            return RejectionCode.NothingReleased;
        if (EditionRules.CheckSize(content) is { } tooMany)
            return tooMany;
        // It holds all the words, and is marked as the strictest of them.
        return state.EditionEntry(context, "", new EditionApproved(Edition, edition.Title, (content with { ApprovedBy = BriefingContent.SignatureOf(context.Actor) }).ToText()))
            with { Marking = Marking.WholeTeam(content.Label > state.Tlp ? content.Label : state.Tlp) };
    }

    sealed class Rules : AbstractValidator<ApproveEdition>;
}

/// <summary>Publishes what was approved, under the next number, for good; a coordinator's.</summary>
public sealed record FreezeEdition : ChangeEdition
{
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override EditionStep Step => EditionStep.Freeze;

    protected override Decision Decide(Edition edition, IncidentState state, CommandContext context)
    {
        var approved = EditionDocument.Parse(edition.Document!);
        // What was withdrawn since must not be published after all.
        if (!BriefingContent.StillStands(approved, state, context.Now))
            return RejectionCode.ReleaseWithdrawnSince;
        var number = state.Editions.Values.Count(e => e.IsFrozen) + 1;
        // An edition that was frozen meanwhile is what the reader will compare this one with.
        if (approved.Before?.Edition != state.LastEdition?.Name)
            return RejectionCode.ChangedMeanwhile;
        var text = (approved with { Edition = Domain.Edition.NameOf(number) }).ToText();
        return state.EditionEntry(context, "", new EditionFrozen(Edition, edition.Title, number, text, EditionDocument.HashOf(text))) with { Marking = Marking.WholeTeam(approved.Label) };
    }

    sealed class Rules : AbstractValidator<FreezeEdition>;
}

/// <summary>Gives a draft up.</summary>
public sealed record DiscardEdition : ChangeEdition
{
    public required string Reason { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override EditionStep Step => EditionStep.Discard;

    protected override Decision Decide(Edition edition, IncidentState state, CommandContext context) =>
        state.EditionEntry(context, Reason, new EditionDiscarded(Edition, edition.Title));

    sealed class Rules : AbstractValidator<DiscardEdition>
    {
        public Rules() => RuleFor(c => c.Reason).IsEntryText();
    }
}

static class EditionEntries
{
    /// <summary>The whole team reads what is told of it, and what is told was released to all of them: the incident's own label.</summary>
    public static EntryContent EditionEntry(this IncidentState state, CommandContext context, string text, EditionEvent change) => new(
        context.EntryReference, context.Actor, EntryKind.Briefing, context.Now, text.Trim(), Source: null, Marking.WholeTeam(state.Tlp), Releasable: false, Cites: [change.Subject], Events: [change]);
}
