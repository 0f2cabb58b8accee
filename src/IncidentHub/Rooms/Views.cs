using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Rooms;

/// <summary>What one kind of viewer sees of an incident. Immutable and shared: a thousand viewers hold a handful of these.</summary>
/// <param name="Latest">The newest entries that the viewer may see, oldest first; earlier ones are read with <see cref="TimelineReader"/>.</param>
/// <param name="Count">How many entries the viewer may see in all.</param>
/// <param name="Objects">The tasks, findings, requests and obligations that the viewer may see.</param>
public sealed record RoomView(IncidentHead Incident, ImmutableArray<EntryView> Latest, int Count, RoomObjects Objects)
{
    /// <summary>How many of the newest entries a view holds at the most.</summary>
    public const int Window = 50;

    /// <summary>Whose view it is: no two viewpoints have one in common, so what is made of it alone may be shared by all who hold it.</summary>
    internal Viewpoint From { get; init; } = new(Role.System, default, default);

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
    public required ImmutableArray<AffectedData> AffectedData { get; init; }
    public required ImmutableArray<RowCount> RowCounts { get; init; }
    public required ImmutableArray<Member> Members { get; init; }
    /// <summary>The screens that show it; some of them may be past their time.</summary>
    public required ImmutableArray<PairedWall> Walls { get; init; }
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
        AffectedData = [.. state.AffectedData.Values.Where(d => d.IsClaimed || d.IsConfirmed)],
        RowCounts = [.. state.RowCounts.Values],
        Members = [.. state.Members.Values.OrderBy(m => m.Agency).ThenBy(m => m.Role).ThenBy(m => m.Name, StringComparer.Ordinal)],
        Walls = [.. state.Walls.Values.OrderBy(w => w.Name, StringComparer.Ordinal).ThenBy(w => w.Wall)],
        Known = state.Known,
    };
}

/// <summary>What an incident holds besides its entries as one viewpoint sees it, the longest unchanged first.</summary>
public sealed record RoomObjects(ImmutableArray<TaskItem> Tasks, ImmutableArray<Finding> Findings, ImmutableArray<ClarificationRequest> Clarifications, ImmutableArray<Obligation> Obligations)
{
    public static readonly RoomObjects None = new([], [], [], []);

    public ImmutableArray<Release> Releases { get; init; } = [];
    public ImmutableArray<Edition> Editions { get; init; } = [];
    public ImmutableArray<CommissionQuestion> Questions { get; init; } = [];
    public ImmutableArray<SituationReport> Reports { get; init; } = [];

    public static RoomObjects Of(IncidentState state, Viewpoint viewpoint) => new(
        Seen(state.Tasks, viewpoint, t => t.ChangedAt, t => t with { From = Seen(t.From, state, viewpoint) }),
        Seen(state.Findings, viewpoint, f => f.ChangedAt, f => f with { SupersededBy = Seen(f.SupersededBy, state, viewpoint) }),
        Seen(state.Clarifications, viewpoint, c => c.ChangedAt, c => c with
        {
            Escalates = Seen(c.Escalates, state, viewpoint),
            EscalatedBy = Seen(c.EscalatedBy, state, viewpoint),
            Contacts = c.Contacts.RemoveAll(contact => Sharing.See(viewpoint, contact.Marking, contact.Author) is not Sight.Full),
        }),
        Seen(state.Obligations, viewpoint, o => o.ChangedAt, o => o))
    {
        Releases = Seen(state.Releases, viewpoint, r => r.ChangedAt, r => r),
        Editions = Seen(state.Editions, viewpoint, e => e.ChangedAt, e => e),
        Questions = Seen(state.Questions, viewpoint, q => q.At, q => q with { Task = Seen(q.Task, state, viewpoint) }),
        Reports = Seen(state.Reports, viewpoint, r => r.ChangedAt, r => r),
    };

    public IEnumerable<ITimed> AllTimed => Clarifications.Concat<ITimed>(Obligations);

    /// <summary>The clocks that run, the nearest deadline first.</summary>
    public IEnumerable<Deadline> Deadlines => AllTimed.Select(s => s.Deadline()).OfType<Deadline>()
        .OrderBy(d => d.Due).ThenBy(d => d.Subject.Text, StringComparer.Ordinal);

    /// <summary>How much keeps the incident from being closed, as far as the viewer sees.</summary>
    public int OpenWork => Tasks.Count(t => t.IsOpen) + Clarifications.Count(c => c.IsOpen) + Obligations.Count(o => o.IsOpen);

    public TaskItem? Task(Reference reference) => Tasks.FirstOrDefault(t => t.Reference == reference);
    public Finding? Finding(Reference reference) => Findings.FirstOrDefault(f => f.Reference == reference);
    public ClarificationRequest? Clarification(Reference reference) => Clarifications.FirstOrDefault(c => c.Reference == reference);
    public ITimed? Timed(Reference reference) => AllTimed.FirstOrDefault(t => t.Reference == reference);
    public Obligation? Obligation(Reference reference) => Obligations.FirstOrDefault(o => o.Reference == reference);
    /// <summary>What of these a release can be made from.</summary>
    public ISubject? Source(Reference reference) =>
        (ISubject?)Task(reference) ?? Finding(reference) ?? (ISubject?)Clarifications.FirstOrDefault(c => c.Reference == reference && !c.IsDraft) ?? Obligation(reference);
    public Release? Release(Reference reference) => Releases.FirstOrDefault(r => r.Reference == reference);
    public Edition? Edition(Reference reference) => Editions.FirstOrDefault(e => e.Reference == reference);
    public CommissionQuestion? Question(Reference reference) => Questions.FirstOrDefault(q => q.Reference == reference);
    public SituationReport? Report(Reference reference) => Reports.FirstOrDefault(r => r.Reference == reference);

    public bool Equals(RoomObjects? other) => other is not null
        && Tasks.SequenceEqual(other.Tasks) && Findings.SequenceEqual(other.Findings) && Clarifications.SequenceEqual(other.Clarifications) && Obligations.SequenceEqual(other.Obligations)
        && Releases.SequenceEqual(other.Releases) && Editions.SequenceEqual(other.Editions) && Questions.SequenceEqual(other.Questions) && Reports.SequenceEqual(other.Reports);
    public override int GetHashCode() => HashCode.Combine(Tasks.Length, Findings.Length, Clarifications.Length, Obligations.Length);

    static ImmutableArray<T> Seen<T>(ImmutableDictionary<Reference, T> all, Viewpoint viewpoint, Func<T, DateTimeOffset> changedAt, Func<T, T> withSeenLinks) where T : class, ISubject =>
        [.. all.Values.Where(s => s.SeenBy(viewpoint) is not null).OrderBy(changedAt).ThenBy(s => s.Reference.Text, StringComparer.Ordinal).Select(withSeenLinks)];

    // A link may lead to what was re-marked since.
    static Reference? Seen(Reference? subject, IncidentState state, Viewpoint viewpoint) =>
        subject is { } reference && state.Subject(reference, viewpoint) is not null ? subject : null;
}

/// <summary>What a viewer sees of one entry.
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
