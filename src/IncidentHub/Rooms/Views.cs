using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Rooms;

/// <summary>What one kind of viewer sees of an incident. Immutable and shared: a thousand viewers hold a handful of these.</summary>
/// <param name="Latest">The newest entries that the viewer may see, oldest first; earlier ones are read with <see cref="TimelineReader"/>.</param>
/// <param name="Count">How many entries the viewer may see in all.</param>
public sealed record RoomView(IncidentHead Incident, ImmutableArray<EntryView> Latest, int Count)
{
    /// <summary>How many of the newest entries a view holds at the most.</summary>
    public const int Window = 50;

    public bool HasOlder => Count > Latest.Length;
    public DateTimeOffset LastRecordedAt => Latest is [.., var last] ? last.RecordedAt : Incident.OpenedAt;
}

/// <summary>The incident's own states and its joint team, which every member sees.</summary>
public sealed record IncidentHead
{
    public required IncidentId Id { get; init; }
    public required Reference Reference { get; init; }
    public required string Title { get; init; }
    public required Tlp Tlp { get; init; }
    public required Phase Phase { get; init; }
    public required TruthStatus Truth { get; init; }
    public required Severity Severity { get; init; }
    public required CrisisStatus Crisis { get; init; }
    public required CrisisStatus? ProposedCrisis { get; init; }
    public required LegalTrack LegalTrack { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required ImmutableArray<Member> Members { get; init; }
    /// <summary>Everyone who is or was a member.</summary>
    public required ImmutableDictionary<PersonId, Member> Known { get; init; }

    public static IncidentHead Of(IncidentState state) => new()
    {
        Id = state.Id,
        Reference = state.Reference,
        Title = state.Title,
        Tlp = state.Tlp,
        Phase = state.Phase,
        Truth = state.Truth,
        Severity = state.Severity,
        Crisis = state.Crisis,
        ProposedCrisis = state.ProposedCrisis,
        LegalTrack = state.LegalTrack,
        OpenedAt = state.OpenedAt,
        Members = [.. state.Members.Values.OrderBy(m => m.Agency).ThenBy(m => m.Role).ThenBy(m => m.Name, StringComparer.Ordinal)],
        Known = state.Known,
    };
}

/// <summary>What a viewer sees of one entry.</summary>
/// <param name="Number">Its place in the log: orders and pages on the server, and is never rendered.</param>
/// <param name="Text">Null where the viewer sees the heading only.</param>
/// <param name="Quotes">The entries that this one is about, as far as the viewer sees them.</param>
/// <param name="QuotedBy">The corrections and contradictions of this one, likewise.</param>
public sealed record EntryView(
    long Number,
    Reference Reference,
    EntryKind Kind,
    Actor Author,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string? Text,
    string? Source,
    Marking Marking,
    bool Releasable,
    ImmutableArray<IncidentEvent> Changes,
    ImmutableArray<Quote> Quotes,
    ImmutableArray<Quote> QuotedBy)
{
    /// <summary>Written so much later that the reader should be told both times.</summary>
    public bool WasRecordedLater => (RecordedAt - OccurredAt).Duration() >= TimeSpan.FromMinutes(2);
}

/// <summary>An entry as another one shows it.</summary>
public sealed record Quote(Reference Reference, EntryKind Kind, AgencyId Agency, string AgencyName, DateTimeOffset OccurredAt, string Text);
