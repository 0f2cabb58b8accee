using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>What decisions need to know of an incident: the fold of its log. Immutable, shared by everyone in the room.</summary>
public sealed record IncidentState
{
    public required IncidentId Id { get; init; }
    /// <summary>The number of the last entry folded in; 0 before the incident was opened.</summary>
    public long Number { get; init; }
    public Reference Reference { get; init; }
    public string Title { get; init; } = "";
    public Tlp Tlp { get; init; }
    public Phase Phase { get; init; }
    public TruthStatus Truth { get; init; }
    public Severity Severity { get; init; }
    public CrisisStatus Crisis { get; init; }
    public CrisisStatus? ProposedCrisis { get; init; }
    public LegalTrack LegalTrack { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public ImmutableSortedDictionary<PersonId, Member> Members { get; init; } = ImmutableSortedDictionary<PersonId, Member>.Empty;

    /// <summary>Everyone who is or was a member: what an old entry names stays readable.</summary>
    public ImmutableDictionary<PersonId, Member> Known { get; init; } = ImmutableDictionary<PersonId, Member>.Empty;

    /// <summary>The persons whom some RED entry names, and its authors: they see what their colleagues don't.</summary>
    public ImmutableHashSet<PersonId> Named { get; init; } = [];

    public ImmutableDictionary<Reference, TaskItem> Tasks { get; init; } = ImmutableDictionary<Reference, TaskItem>.Empty;
    public ImmutableDictionary<Reference, Finding> Findings { get; init; } = ImmutableDictionary<Reference, Finding>.Empty;
    public ImmutableSortedDictionary<DataCategory, AffectedData> AffectedData { get; init; } = ImmutableSortedDictionary<DataCategory, AffectedData>.Empty;

    public bool Exists => Number > 0;

    public static IncidentState Before(IncidentId id) => new() { Id = id };

    /// <summary>The codes of the agencies that have a member.</summary>
    public IEnumerable<AgencyId> Agencies => Members.Values.Select(m => m.Agency).Distinct();

    /// <summary>From where this person sees the incident; null for whoever may not know that it exists.</summary>
    public Viewpoint? ViewpointOf(Actor actor)
    {
        if (!Exists)
            return null;
        if (actor.Role is Role.Auditor or Role.System)
            return new Viewpoint(actor.Role, actor.Agency, actor.Person);
        return Members.TryGetValue(actor.Person, out var member) && member.Agency == actor.Agency && actor.ActsForAgency
            ? new Viewpoint(actor.Role, actor.Agency, actor.Person)
            : null;
    }

    /// <summary>Null when there is no such task for this viewer.</summary>
    public TaskItem? Task(Reference reference, Viewpoint viewpoint) =>
        Tasks.TryGetValue(reference, out var task) && Sharing.See(viewpoint, task.Marking, task.Author) is Sight.Full ? task : null;

    /// <summary>Null when there is no such finding for this viewer.</summary>
    public Finding? Finding(Reference reference, Viewpoint viewpoint) =>
        Findings.TryGetValue(reference, out var finding) && Sharing.See(viewpoint, finding.Marking, finding.Author) is Sight.Full ? finding : null;

    public Reference ObjectReference(string prefix, Reference entry) =>
        Reference.ForObject(prefix, entry, taken => Tasks.ContainsKey(taken) || Findings.ContainsKey(taken));

    /// <summary>One viewpoint for all who see the same, so that they share a view.</summary>
    public Viewpoint Shared(Viewpoint viewpoint) => viewpoint.Role switch
    {
        Role.Coordinator or Role.Liaison => viewpoint with { Role = Role.Liaison, Person = Named.Contains(viewpoint.Person) ? viewpoint.Person : default },
        _ => viewpoint with { Person = default },
    };

    public IncidentState Apply(TimelineEntry entry)
    {
        var state = this with { Number = entry.Number };
        if (entry.Content is { Marking: { Tlp: Tlp.Red } marking } red)
            state = state with { Named = Named.Union(marking.Recipients).Add(red.Author.Person) };
        foreach (var change in entry.Content?.Events ?? [])
            state = state.Apply(change, entry);
        return state;
    }

    IncidentState Apply(IncidentEvent change, TimelineEntry entry) => change switch
    {
        IncidentOpened e => this with
        {
            Reference = e.Reference,
            Title = e.Title,
            Severity = e.Severity,
            Tlp = e.Tlp,
            OpenedAt = entry.RecordedAt,
            Members = e.Members.ToImmutableSortedDictionary(m => m.Person, m => m),
            Known = e.Members.ToImmutableDictionary(m => m.Person, m => m),
        },
        PhaseChanged e => this with { Phase = e.To },
        SeverityChanged e => this with { Severity = e.To },
        CrisisStatusProposed e => this with { ProposedCrisis = e.Proposed == Crisis ? null : e.Proposed },
        CrisisStatusChanged e => this with { Crisis = e.To, ProposedCrisis = null },
        LegalTrackChanged e => this with { LegalTrack = e.To },
        MemberAdded e => this with { Members = Members.SetItem(e.Member.Person, e.Member), Known = Known.SetItem(e.Member.Person, e.Member) },
        MemberRemoved e => this with { Members = Members.Remove(e.Member.Person) },
        TruthStatusChanged e => this with { Truth = e.To },
        TaskProposed or TaskMoved or TaskEdited => this with { Tasks = TaskFold.Apply(Tasks, change, entry) },
        FindingRaised or FindingMoved or FindingVoiced or FindingSuperseded or FindingGraded => this with { Findings = FindingFold.Apply(Findings, change, entry) },
        DataCategoryClaimed e => this with { AffectedData = AffectedData.SetItem(e.Category, new AffectedData(e.Category, e.Claimed, AffectedData.GetValueOrDefault(e.Category)?.IsConfirmed ?? false)) },
        DataCategoryConfirmed e => this with { AffectedData = AffectedData.SetItem(e.Category, new AffectedData(e.Category, AffectedData.GetValueOrDefault(e.Category)?.IsClaimed ?? false, e.Confirmed)) },
        SubjectRemarked e => this with
        {
            // Its author sees it whoever re-marked it, and their colleagues needn't.
            Named = e.To.Tlp is Tlp.Red && (Tasks.GetValueOrDefault(e.Subject)?.Author ?? Findings.GetValueOrDefault(e.Subject)?.Author) is { } author ? Named.Add(author) : Named,
            Tasks = Tasks.TryGetValue(e.Subject, out var task) ? Tasks.SetItem(e.Subject, task with { Marking = e.To, Changes = task.Changes + 1 }) : Tasks,
            Findings = Findings.TryGetValue(e.Subject, out var finding) ? Findings.SetItem(e.Subject, finding with { Marking = e.To, Changes = finding.Changes + 1 }) : Findings,
        },
        _ => this,
    };
}
