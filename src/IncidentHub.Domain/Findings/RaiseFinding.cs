using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>States what is held to be so, as raw information, and how well its source and itself are known.</summary>
public sealed record RaiseFinding : IncidentCommand
{
    public required ClaimKind Claim { get; init; }
    public required string Title { get; init; }
    public string Text { get; init; } = "";
    /// <summary>Null: F6, which is also where an anonymous source starts.</summary>
    public Grade? Grade { get; init; }
    public string? Source { get; init; }
    public bool SourceIsAnonymous { get; init; }
    public required Marking Marking { get; init; }
    public bool Releasable { get; init; }

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!context.Actor.ActsForAgency)
            return RejectionCode.RoleMayNot;
        if (SourceIsAnonymous && Grade is { } judged && judged != Domain.Grade.Unjudged)
            return RejectionCode.AnonymousStartsUnjudged;
        var marking = Marking;
        if (EntryRules.Check(ref marking, state, context.Actor) is { } badMarking)
            return badMarking;
        if (Releasable && !marking.MayBeReleased)
            return RejectionCode.MayNotBeReleased;

        var reference = state.ObjectReference("F", context.EntryReference);
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.Finding, context.Now, Text.Trim(), string.IsNullOrWhiteSpace(Source) ? null : Source.Trim(), marking, Releasable, Cites: [reference],
            Events: [new FindingRaised(reference, Title.Trim(), Claim, Grade ?? Domain.Grade.Unjudged)]);
    }

    sealed class Rules : AbstractValidator<RaiseFinding>
    {
        public Rules()
        {
            RuleFor(c => c.Title).Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.TitleRequired)
                .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
                .MaximumLength(FindingRules.MaximumTitleLength).WithErrorCode(ValidationCode.TitleTooLong);
            RuleFor(c => c.Text).IsRemark();
            RuleFor(c => c.Source).IsSource();
            RuleFor(c => c.Claim).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
            RuleFor(c => c.Grade).Must(g => g is null || g.IsValid).WithErrorCode(ValidationCode.UnknownValue);
            RuleFor(c => c.Marking).IsMarking();
        }
    }
}
