using FluentValidation;
using IncidentHub.Storage;

namespace IncidentHub.Admin;

/// <summary>Something that an administrator wants done to agencies or accounts. It is done together with its trace, or not at all.</summary>
public abstract record AdminCommand
{
    /// <summary>Shape: lengths, required fields. What depends on what is stored is <see cref="Apply"/>'s.</summary>
    public abstract IValidator Validator { get; }

    /// <summary>Changes what the work tracks, and notes each change. Nothing of it stays unless it gives <see cref="AdminOutcome.Done"/>.</summary>
    public abstract Task<AdminOutcome> Apply(AdminWork work);
}

public abstract record AdminOutcome
{
    /// <param name="Password">The one that was made; shown once and stored nowhere.</param>
    public sealed record Done(string? Password = null) : AdminOutcome;
    public sealed record Refused(AdminRefusal Why) : AdminOutcome;
    /// <param name="Codes">Of the validator's messages.</param>
    public sealed record Invalid(IReadOnlyList<string> Codes) : AdminOutcome;
    public sealed record Unavailable(StorageFault Fault) : AdminOutcome;

    public static implicit operator AdminOutcome(AdminRefusal why) => new Refused(why);
}

/// <summary>Why not; the words are resources (<c>AdminRefusal_…</c>).</summary>
public enum AdminRefusal
{
    NotAdministrator,
    NoSuchAgency,
    NoSuchAccount,
    AgencyTaken,
    /// <summary>Two names of one agency can't begin at the same moment.</summary>
    NameBeginsThen,
    /// <summary>It is called so then already.</summary>
    SameName,
    EmailTaken,
    EmailUnusable,
    /// <summary>One sits elsewhere than at one's own agency, or nowhere else.</summary>
    SeatedAtOwnAgency,
    /// <summary>Somebody must be left who can let others in.</summary>
    LastAdministrator,
    AlreadySo,
}
