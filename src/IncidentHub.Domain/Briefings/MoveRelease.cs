using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>A command to a release that the actor sees.</summary>
public abstract record ChangeRelease : IncidentCommand
{
    public required Reference Release { get; init; }

    protected sealed override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        state.Release(Release, viewpoint) is { } release ? Decide(release, state, viewpoint, context) : RejectionCode.NotFound;

    protected abstract Decision Decide(Release release, IncidentState state, Viewpoint viewpoint, CommandContext context);

    protected static EntryContent Entry(Release release, CommandContext context, string text, Marking marking, ReleaseEvent change) => new(
        context.EntryReference, context.Actor, EntryKind.Release, context.Now, text.Trim(), Source: null, marking, Releasable: false, Cites: [release.Reference], Events: [change]);
}

/// <summary>The source's consent to these words, which may be others than were proposed; what was proposed stays in the log.</summary>
public sealed record AgreeRelease : ChangeRelease
{
    /// <summary><see cref="Release.Changes"/> as the actor read it: nobody agrees to words that a colleague has just changed.</summary>
    public required int BasedOn { get; init; }
    public required string Title { get; init; }
    public string Text { get; init; } = "";
    public required BriefingSection Section { get; init; }
    public Tlp Label { get; init; } = Tlp.Clear;
    public DateTimeOffset? PlannedAt { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(Release release, IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (ReleaseRules.Check(release, ReleaseStep.Agree, context.Actor) is { } illegal)
            return illegal;
        if (BasedOn != release.Changes)
            return RejectionCode.ChangedMeanwhile;
        if (!release.Marking.MayBeReleased)
            return RejectionCode.MayNotBeReleased;
        var sections = release.Answers is null ? ReleaseRules.SectionsFor(release.Kind, state.Findings.GetValueOrDefault(release.Of)?.State) : [BriefingSection.Answer];
        if (!sections.Contains(Section))
            return new Rejection(RejectionCode.SectionDoesNotFit, Section);
        if (ReleaseRules.IsTaken(state, viewpoint, release.Of, release.Kind, Section, except: Release))
            return RejectionCode.AlreadyProposed;
        // A plan may get another date; when a thing happened is its entry's to say, and no plan's.
        var at = Section is BriefingSection.Next ? PlannedAt : release.Section is BriefingSection.Next ? null : release.At;
        return Entry(release, context, "", release.Marking.AtLeast(Label), new ReleaseAgreed(Release, Title.Trim(), Text.Trim(), Section, Label, at));
    }

    sealed class Rules : AbstractValidator<AgreeRelease>
    {
        public Rules()
        {
            RuleFor(c => c.Title).IsReleaseTitle();
            RuleFor(c => c.Text).IsReleaseText();
            RuleFor(c => c.Label).IsReleaseLabel();
            RuleFor(c => c.Section).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
            RuleFor(c => c.PlannedAt).IsOccurrence();
        }
    }
}

/// <summary>The source doesn't consent.</summary>
public sealed record DeclineRelease : ChangeRelease
{
    public required string Reason { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(Release release, IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        ReleaseRules.Check(release, ReleaseStep.Decline, context.Actor) is { } illegal
            ? illegal
            : Entry(release, context, Reason, release.Marking, new ReleaseDeclined(Release, release.Title));

    sealed class Rules : AbstractValidator<DeclineRelease>
    {
        public Rules() => RuleFor(c => c.Reason).IsEntryText();
    }
}

/// <summary>Lets the agreed words out, at once or at a set time: a coordinator's, who isn't the one that agreed for the source.</summary>
public sealed record PublishRelease : ChangeRelease
{
    public required int BasedOn { get; init; }
    /// <summary>Null: at once.</summary>
    public DateTimeOffset? EmbargoUntil { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(Release release, IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (ReleaseRules.Check(release, ReleaseStep.Publish, context.Actor) is { } illegal)
            return illegal;
        if (BasedOn != release.Changes)
            return RejectionCode.ChangedMeanwhile;
        // Its source may have been marked more strictly since.
        if (!release.Marking.MayBeReleased)
            return RejectionCode.MayNotBeReleased;
        if (EmbargoUntil <= context.Now)
            return RejectionCode.EmbargoOver;
        // Until the embargo ends nobody outside the team reads it, not even on a wall that others pass.
        var marking = Marking.WholeTeam(EmbargoUntil is null ? release.Label : Tlp.AmberStrict);
        return Entry(release, context, "", marking, new ReleasePublished(
            Release, release.Title, release.Text, release.Kind, release.Of, release.SourceAgency, release.Section, release.Label, release.At, release.Answers, EmbargoUntil));
    }

    sealed class Rules : AbstractValidator<PublishRelease>
    {
        public Rules() => RuleFor(c => c.EmbargoUntil).IsOccurrence();
    }
}

/// <summary>Takes a proposal back, or what was released, which then shows as withdrawn, with the reason.</summary>
public sealed record WithdrawRelease : ChangeRelease
{
    public required string Reason { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(Release release, IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        ReleaseRules.Check(release, ReleaseStep.Withdraw, context.Actor) is { } illegal
            ? illegal
            : Entry(release, context, Reason, release.Marking, new ReleaseWithdrawn(Release, release.Title));

    sealed class Rules : AbstractValidator<WithdrawRelease>
    {
        public Rules()
        {
            RuleFor(c => c.Reason).Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.TextRequired);
            RuleFor(c => c.Reason).IsReleaseText();
        }
    }
}
