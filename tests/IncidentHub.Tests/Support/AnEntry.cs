using IncidentHub.Domain;
using IncidentHub.Log;

namespace IncidentHub.Tests.Support;

/// <summary>Entries that were decided already, for tests of the log itself.</summary>
public static class AnEntry
{
    static int minted;

    /// <summary>An incident's first entry.</summary>
    public static PendingEntry Opening()
    {
        var command = ACommand.OpenWithTeam();
        var content = AnIncident.NotYetOpen().After(People.Coordinator, command).Last;
        return new PendingEntry(People.Coordinator.Person, command.CommandId, EntryCodec.ContentHash(command), content);
    }

    public static PendingEntry Saying(string text, Marking? marking = null) => Of(new EntryContent(
        NextReference(), People.LiaisonOf("BSSN"), EntryKind.StatusUpdate, AnIncident.Now, text, Source: null,
        marking ?? Marking.WholeTeam(Tlp.Amber), Releasable: false, Cites: [], Events: [new EntryWritten(EntryKind.StatusUpdate)]));

    public static PendingEntry Of(EntryContent content) => new(content.Author.Person, Guid.NewGuid(), new byte[32], content with { Reference = NextReference() });

    static Reference NextReference() => new($"E-T{Interlocked.Increment(ref minted):D7}");
}
