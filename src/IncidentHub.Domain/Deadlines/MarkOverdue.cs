using FluentValidation;

namespace IncidentHub.Domain;

public sealed record DeadlinePassed(Reference Subject, string Title, DateTimeOffset Due) : SubjectEvent(Subject, Title);

/// <summary>
/// Logs that a deadline passed; the product's own. Several nodes, and a node that was down at the moment, may all send it: the id is
/// derived from what it says, so that one entry comes of it. A count by the clock, no judgement: that is a person's.
/// </summary>
public sealed record MarkOverdue : IncidentCommand
{
    public required Reference Subject { get; init; }
    public required DateTimeOffset Due { get; init; }

    public static MarkOverdue Of(IncidentId incident, Deadline deadline) =>
        new() { CommandId = IdFor(incident, deadline.Subject, deadline.Due), Subject = deadline.Subject, Due = deadline.Due.ToUniversalTime() };

    public static Guid IdFor(IncidentId incident, Reference subject, DateTimeOffset due) =>
        DerivedId.Of(incident.Value, FormattableString.Invariant($"overdue {subject} {due.UtcTicks}"));

    static readonly IValidator rules = new InlineValidator<MarkOverdue>();
    public override IValidator Validator => rules;

    protected override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context)
    {
        // Looks past all markings, so that nobody else may ask.
        if (context.Actor.Role is not Role.System)
            return RejectionCode.RoleMayNot;
        if (state.Subject(Subject) is not ITimed subject || subject.Deadline() is not { } deadline || deadline.Due != Due)
            return RejectionCode.NoSuchDeadline;
        if (Due > context.Now)
            return RejectionCode.DeadlineAhead;
        if (deadline.IsLogged)
            return RejectionCode.DeadlineLogged;
        return new EntryContent(
            context.EntryReference, context.Actor, EntryKind.Overdue, Due, Text: "", Source: null, subject.Marking, Releasable: false, Cites: [Subject],
            Events: [new DeadlinePassed(Subject, subject.Title, Due)]);
    }
}
