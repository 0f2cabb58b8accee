using FluentValidation;
using IncidentHub.Storage;

namespace IncidentHub.Notifications.Channels;

/// <summary>Something that somebody wants done to their agency's channels. It is done together with its trace, or not at all.</summary>
public abstract record ChannelCommand
{
    /// <summary>Shape: lengths, required fields. What depends on what is stored is <see cref="Apply"/>'s.</summary>
    public abstract IValidator Validator { get; }

    /// <summary>Changes what the work tracks, and notes it. Nothing of it stays unless it gives <see cref="ChannelOutcome.Done"/>.</summary>
    public abstract Task<ChannelOutcome> Apply(ChannelWork work);
}

public abstract record ChannelOutcome
{
    /// <param name="Secret">The one that was made; shown once.</param>
    public sealed record Done(string? Secret = null) : ChannelOutcome;
    public sealed record Refused(ChannelRefusal Why) : ChannelOutcome;
    /// <param name="Codes">Of the validator's messages.</param>
    public sealed record Invalid(IReadOnlyList<string> Codes) : ChannelOutcome;
    public sealed record Unavailable(StorageFault Fault) : ChannelOutcome;

    public static implicit operator ChannelOutcome(ChannelRefusal why) => new Refused(why);
}

/// <summary>Why not; the words are resources (<c>ChannelRefusal_…</c>).</summary>
public enum ChannelRefusal
{
    /// <summary>Channels are for those who act for the agency, as they are now.</summary>
    NotForRole,
    /// <summary>Also where it is another agency's.</summary>
    NoSuchChannel,
    TooMany,
    NameTaken,
    NoMailServer,
    AlreadySo,
}
