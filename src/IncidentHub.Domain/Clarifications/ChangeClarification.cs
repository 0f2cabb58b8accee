using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>A command to a request that the actor sees.</summary>
public abstract record ChangeClarification : IncidentCommand
{
    public required Reference Request { get; init; }

    protected sealed override Decision Decide(IncidentState state, Viewpoint viewpoint, CommandContext context) =>
        state.Clarification(Request, viewpoint) is { } request ? Decide(request, state, viewpoint, context) : RejectionCode.NotFound;

    protected abstract Decision Decide(ClarificationRequest request, IncidentState state, Viewpoint viewpoint, CommandContext context);
}

static class ClarificationEntries
{
    /// <summary>An entry that changes a request inherits its marking.</summary>
    public static EntryContent Entry(this ClarificationRequest request, CommandContext context, string text, params ImmutableArray<IncidentEvent> events) => new(
        context.EntryReference, context.Actor, EntryKind.Clarification, context.Now, text.Trim(), Source: null, request.Marking, Releasable: false, Cites: [request.Reference], events);

    public static ClarificationMoved Move(this ClarificationRequest request, ClarificationState to, Proof? proof = null) =>
        new(request.Reference, request.Title, request.State, to, proof?.Trimmed());

    /// <summary>What is acknowledged or answered has arrived: at the latest then, which starts the clock where no delivery was recorded.</summary>
    public static ImmutableArray<IncidentEvent> ArrivedBy(this ClarificationRequest request, DateTimeOffset at) =>
        request.DeliveredAt is null ? [new ClarificationDelivered(request.Reference, request.Title, Was: null, at, Proof: null)] : [];
}
