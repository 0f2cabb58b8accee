using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Storage;

namespace IncidentHub.Rooms;

/// <summary>What became of a command. Expected outcomes are values; an exception means a bug.</summary>
public abstract record Outcome
{
    /// <summary>It stands in the log. Sending the same command again gives the same.</summary>
    public sealed record Done(Reference Incident, Reference Entry) : Outcome;
    /// <summary>Not allowed, and nothing was written.</summary>
    public sealed record Rejected(Rejection Reason) : Outcome;
    /// <summary>Badly formed, and nothing was written. Codes are those of <see cref="ValidationCode"/>.</summary>
    public sealed record Invalid(ImmutableArray<FieldError> Errors) : Outcome;
    /// <summary>The storage failed. Nothing was written, or all of it: sending the same command again is safe either way.</summary>
    public sealed record Unavailable(StorageFault Fault) : Outcome;
}

public sealed record FieldError(string Field, string Code);
