namespace IncidentHub.Domain;

/// <summary>
/// What a service outside the product may be told, which keeps it where nobody here can re-mark it or take it back: a receiver's own system, a mailbox,
/// a calendar, the list of messages that a browser or a telephone shows to whoever stands before it.
/// </summary>
public static class Outside
{
    /// <summary>What it is called, and what else is said of it. Of a stricter label there is the reference, which says nothing to whoever may not look it up.</summary>
    public static bool IsNamedOutside(this Tlp label) => label <= Tlp.Amber;

    /// <summary>That there is such a thing at all, where more than one person reads: RED is for those whom it names.</summary>
    public static bool IsMentionedToMany(this Tlp label) => label < Tlp.Red;
}
