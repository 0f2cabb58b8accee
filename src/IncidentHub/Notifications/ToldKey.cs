using System.Globalization;
using IncidentHub.Domain;

namespace IncidentHub.Notifications;

/// <summary>What the name of a notification says: the entry that told it, or the deadline and the hours that it reminded of. Never a text of the log.</summary>
/// <param name="Hours">From the deadline; before it, less than 0.</param>
public sealed record ToldKey(Reference? Entry, DateTimeOffset? Due, int Hours)
{
    public static string Of(Reference entry, Reference subject) => $"{entry} {subject}";

    public static string Of(Reference subject, DateTimeOffset due, int hours) => FormattableString.Invariant($"{subject} {due.UtcTicks} {hours:+0;-0}h");

    public static ToldKey Parse(string key) => key.Split(' ') switch
    {
        [var entry, _] => new ToldKey(new Reference(entry), null, 0),
        [_, var due, [.. var hours, 'h']] => new ToldKey(null, new DateTimeOffset(long.Parse(due, CultureInfo.InvariantCulture), TimeSpan.Zero), int.Parse(hours, CultureInfo.InvariantCulture)),
        _ => throw new FormatException("No notification is called so."),
    };
}
