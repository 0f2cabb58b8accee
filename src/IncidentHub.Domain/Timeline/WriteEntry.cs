using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>A plain entry of one's own agency.</summary>
public sealed record WriteEntry : IncidentCommand
{
    public required EntryKind Kind { get; init; }
    public required string Text { get; init; }
    public required Marking Marking { get; init; }
    /// <summary>Null: now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
    public string? Source { get; init; }
    public bool Releasable { get; init; }
    /// <summary>Tasks, findings, requests and obligations that it speaks about; it changes none of them, and may be stricter than they are.</summary>
    public ImmutableArray<Reference> About { get; init; } = [];

    /// <summary>The kinds that a liaison chooses from; corrections and contradictions start from the entries they are about.</summary>
    public static readonly IReadOnlyList<EntryKind> LiaisonKinds =
    [
        EntryKind.StatusUpdate, EntryKind.Observation, EntryKind.Detection, EntryKind.Notification, EntryKind.Communication,
        EntryKind.Meeting, EntryKind.Decision, EntryKind.ActionTaken, EntryKind.PublicStatement, EntryKind.Handover,
    ];

    public static IReadOnlyList<EntryKind> KindsFor(Role role) => role switch
    {
        Role.Liaison or Role.Coordinator => LiaisonKinds,
        Role.Auditor => [EntryKind.AuditNote],
        Role.System => [EntryKind.StatusUpdate],
        _ => [],
    };

    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        if (!KindsFor(context.Actor.Role).Contains(Kind))
            return RejectionCode.RoleMayNot;
        var marking = Marking;
        if (EntryRules.Check(ref marking, state, context.Actor) is { } badMarking)
            return badMarking;
        if (Releasable && !marking.MayBeReleased)
            return RejectionCode.MayNotBeReleased;
        foreach (var subject in About)
        {
            if (state.Subject(subject, viewpoint) is not { } present)
                return RejectionCode.NotFound;
            if (!marking.IsWithin(present.Marking.Naming(context.Actor.Person)))
                return RejectionCode.WiderThanCited;
        }
        if (EntryRules.CheckOccurred(OccurredAt, context.Now) is { } badTime)
            return badTime;

        return new EntryContent(
            context.EntryReference, context.Actor, Kind, OccurredAt ?? context.Now, Text.Trim(),
            string.IsNullOrWhiteSpace(Source) ? null : Source.Trim(), marking, Releasable, About, Events: [new EntryWritten(Kind)]);
    }

    sealed class Rules : AbstractValidator<WriteEntry>
    {
        public Rules()
        {
            RuleFor(c => c.Text).IsEntryText();
            RuleFor(c => c.Kind).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
            RuleFor(c => c.Marking).IsMarking();
            RuleFor(c => c.OccurredAt).IsOccurrence();
            RuleFor(c => c.Source).IsSource();
            RuleFor(c => c.About).Must(a => !a.IsDefault && a.Length <= EntryRules.MaximumCites).WithErrorCode(ValidationCode.TooManyCites);
        }
    }
}
