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
    public DateTimeOffset PhaseSince { get; init; }
    public TruthStatus Truth { get; init; }
    public Severity Severity { get; init; }
    public CrisisStatus Crisis { get; init; }
    public CrisisStatus? ProposedCrisis { get; init; }
    public LegalTrack LegalTrack { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public ImmutableSortedDictionary<PersonId, Member> Members { get; init; } = ImmutableSortedDictionary<PersonId, Member>.Empty;

    /// <summary>Everyone who is or was a member: what an old entry names stays readable.</summary>
    public ImmutableDictionary<PersonId, Member> Known { get; init; } = ImmutableDictionary<PersonId, Member>.Empty;

    /// <summary>The screens that show it. Whether their time is over is the clock's to say, and the fold has none.</summary>
    public ImmutableSortedDictionary<PersonId, PairedWall> Walls { get; init; } = ImmutableSortedDictionary<PersonId, PairedWall>.Empty;

    /// <summary>The persons whom some RED entry names, and its authors: they see what their colleagues don't.</summary>
    public ImmutableHashSet<PersonId> Named { get; init; } = [];

    public ImmutableDictionary<Reference, TaskItem> Tasks { get; init; } = ImmutableDictionary<Reference, TaskItem>.Empty;
    public ImmutableDictionary<Reference, Finding> Findings { get; init; } = ImmutableDictionary<Reference, Finding>.Empty;
    public ImmutableDictionary<Reference, ClarificationRequest> Clarifications { get; init; } = ImmutableDictionary<Reference, ClarificationRequest>.Empty;
    public ImmutableDictionary<Reference, Obligation> Obligations { get; init; } = ImmutableDictionary<Reference, Obligation>.Empty;
    public ImmutableDictionary<Reference, Release> Releases { get; init; } = ImmutableDictionary<Reference, Release>.Empty;
    public ImmutableDictionary<Reference, Edition> Editions { get; init; } = ImmutableDictionary<Reference, Edition>.Empty;
    public ImmutableDictionary<Reference, CommissionQuestion> Questions { get; init; } = ImmutableDictionary<Reference, CommissionQuestion>.Empty;
    public ImmutableDictionary<Reference, SituationReport> Reports { get; init; } = ImmutableDictionary<Reference, SituationReport>.Empty;
    /// <summary>Since when each thing's heading is what it is; what else is done to a thing is nobody's to learn from its heading.</summary>
    public ImmutableDictionary<Reference, DateTimeOffset> HeadingsSince { get; init; } = ImmutableDictionary<Reference, DateTimeOffset>.Empty;

    public ImmutableSortedDictionary<DataCategory, AffectedData> AffectedData { get; init; } = ImmutableSortedDictionary<DataCategory, AffectedData>.Empty;

    public ImmutableSortedDictionary<RowCountKind, RowCount> RowCounts { get; init; } = ImmutableSortedDictionary<RowCountKind, RowCount>.Empty;

    /// <summary>The newest of what walls may show.</summary>
    public WallLog OnWalls { get; init; } = WallLog.Empty;

    public bool Exists => Number > 0;

    public static IncidentState Before(IncidentId id) => new() { Id = id };

    /// <summary>The codes of the agencies that have a member.</summary>
    public IEnumerable<AgencyId> Agencies => Members.Values.Select(m => m.Agency).Distinct();

    /// <summary>The name of an agency as the incident's members bear it, or bore it; where none does, the other name, or its code.</summary>
    public string NameOf(AgencyId agency, string? otherwise = null) =>
        Members.Values.FirstOrDefault(m => m.Agency == agency)?.AgencyName ?? Known.Values.Where(m => m.Agency == agency).OrderBy(m => m.Person).FirstOrDefault()?.AgencyName ?? otherwise ?? agency.Code;

    /// <summary>From where this person sees the incident; null for whoever may not know that it exists.</summary>
    public Viewpoint? ViewpointOf(Actor actor)
    {
        if (!Exists)
            return null;
        if (actor.Role is Role.Auditor or Role.System)
            return new Viewpoint(actor.Role, actor.Agency, actor.Person);
        if (actor.Role is Role.Wall)
            return Walls.ContainsKey(actor.Person) ? new Viewpoint(actor.Role, actor.Agency, actor.Person) : null;
        if (actor.IsAgencyItself)
            return Agencies.Contains(actor.Agency) ? new Viewpoint(actor.Role, actor.Agency, actor.Person) : null;
        return Members.TryGetValue(actor.Person, out var member) && member.Agency == actor.Agency && actor.ActsForAgency
            ? new Viewpoint(actor.Role, actor.Agency, actor.Person)
            : null;
    }

    /// <summary>Null when there is no such task for this viewer.</summary>
    public TaskItem? Task(Reference reference, Viewpoint viewpoint) => Tasks.GetValueOrDefault(reference)?.SeenBy(viewpoint);

    /// <summary>Null when there is no such finding for this viewer.</summary>
    public Finding? Finding(Reference reference, Viewpoint viewpoint) => Findings.GetValueOrDefault(reference)?.SeenBy(viewpoint);

    /// <summary>Null when there is no such request for this viewer.</summary>
    public ClarificationRequest? Clarification(Reference reference, Viewpoint viewpoint) => Clarifications.GetValueOrDefault(reference)?.SeenBy(viewpoint);

    /// <summary>Null when there is no such obligation for this viewer.</summary>
    public Obligation? Obligation(Reference reference, Viewpoint viewpoint) => Obligations.GetValueOrDefault(reference)?.SeenBy(viewpoint);

    /// <summary>Null when there is no such release for this viewer.</summary>
    public Release? Release(Reference reference, Viewpoint viewpoint) => Releases.GetValueOrDefault(reference)?.SeenBy(viewpoint);

    /// <summary>Null when there is no such edition for this viewer.</summary>
    public Edition? Edition(Reference reference, Viewpoint viewpoint) => Editions.GetValueOrDefault(reference)?.SeenBy(viewpoint);

    /// <summary>Null when there is no such question for this viewer.</summary>
    public CommissionQuestion? Question(Reference reference, Viewpoint viewpoint) => Questions.GetValueOrDefault(reference)?.SeenBy(viewpoint);

    /// <summary>Null when there is no such report for this viewer.</summary>
    public SituationReport? Report(Reference reference, Viewpoint viewpoint) => Reports.GetValueOrDefault(reference)?.SeenBy(viewpoint);

    /// <summary>The frozen edition with the highest number.</summary>
    public Edition? LastEdition => Editions.Values.Where(e => e.IsFrozen).MaxBy(e => e.Number);

    /// <summary>The commission learns of an incident by its first edition.</summary>
    public bool IsKnownToCommission => Editions.Values.Any(e => e.IsFrozen);

    /// <summary>Everything that the incident holds besides its entries.</summary>
    public IEnumerable<ISubject> Subjects =>
        [.. Tasks.Values, .. Findings.Values, .. Clarifications.Values, .. Obligations.Values, .. Releases.Values, .. Editions.Values, .. Questions.Values, .. Reports.Values];

    /// <summary>Whatever goes by that reference, whoever sees it.</summary>
    public ISubject? Subject(Reference reference) =>
        (ISubject?)Tasks.GetValueOrDefault(reference) ?? Findings.GetValueOrDefault(reference) ?? (ISubject?)Clarifications.GetValueOrDefault(reference) ?? Obligations.GetValueOrDefault(reference)
        ?? Releases.GetValueOrDefault(reference) ?? (ISubject?)Editions.GetValueOrDefault(reference) ?? Questions.GetValueOrDefault(reference) ?? (ISubject?)Reports.GetValueOrDefault(reference);

    /// <summary>Null when there is no such thing for this viewer.</summary>
    public ISubject? Subject(Reference reference, Viewpoint viewpoint) => Subject(reference)?.SeenBy(viewpoint);

    /// <summary>The clocks that run, the nearest deadline first; whoever sees what.</summary>
    public IEnumerable<Deadline> Deadlines => Clarifications.Values.Concat<ITimed>(Obligations.Values).Select(s => s.Deadline()).OfType<Deadline>()
        .OrderBy(d => d.Due).ThenBy(d => d.Subject.Text, StringComparer.Ordinal);

    /// <summary>Those of them whose passing the log doesn't say yet.</summary>
    public IEnumerable<Deadline> UnloggedDeadlines => Deadlines.Where(d => !d.IsLogged);

    public Reference ObjectReference(string prefix, Reference entry) => Reference.ForObject(prefix, entry, taken => Subject(taken) is not null);

    /// <summary>One viewpoint for all who see the same, so that they share a view.</summary>
    public Viewpoint Shared(Viewpoint viewpoint) => viewpoint.Role switch
    {
        Role.Coordinator or Role.Liaison => viewpoint with { Role = Role.Liaison, Person = Named.Contains(viewpoint.Person) ? viewpoint.Person : default },
        _ => viewpoint with { Person = default },
    };

    public IncidentState Apply(TimelineEntry entry)
    {
        var state = this with { Number = entry.Number, OnWalls = OnWalls.After(entry) };
        if (entry.Content is { Marking: { Tlp: Tlp.Red } marking } red)
            state = state with { Named = Named.Union(marking.Recipients).Add(red.Author.Person) };
        foreach (var change in entry.Content?.Events ?? [])
            state = change is SubjectEvent { Subject: var subject } ? state.Apply(change, entry).HeadingMovedSince(state, subject, entry) : state.Apply(change, entry);
        return state;
    }

    IncidentState HeadingMovedSince(IncidentState before, Reference subject, TimelineEntry entry) =>
        BriefingContent.HeadingOf(Subject(subject)) is { } heading && heading != BriefingContent.HeadingOf(before.Subject(subject))
            ? this with { HeadingsSince = HeadingsSince.SetItem(subject, entry.RecordedAt) }
            : this;

    IncidentState Apply(IncidentEvent change, TimelineEntry entry) => change switch
    {
        IncidentOpened e => this with
        {
            Reference = e.Reference,
            Title = e.Title,
            Severity = e.Severity,
            Tlp = e.Tlp,
            OpenedAt = entry.RecordedAt,
            PhaseSince = entry.RecordedAt,
            Members = e.Members.ToImmutableSortedDictionary(m => m.Person, m => m),
            Known = e.Members.ToImmutableDictionary(m => m.Person, m => m),
        },
        PhaseChanged e => this with { Phase = e.To, PhaseSince = entry.RecordedAt },
        SeverityChanged e => this with { Severity = e.To },
        CrisisStatusProposed e => this with { ProposedCrisis = e.Proposed == Crisis ? null : e.Proposed },
        CrisisStatusChanged e => this with { Crisis = e.To, ProposedCrisis = null },
        LegalTrackChanged e => this with { LegalTrack = e.To },
        MemberAdded e => this with { Members = Members.SetItem(e.Member.Person, e.Member), Known = Known.SetItem(e.Member.Person, e.Member) },
        MemberRemoved e => this with { Members = Members.Remove(e.Member.Person) },
        WallPaired e => this with { Walls = Walls.SetItem(e.Wall.Wall, e.Wall) },
        WallReleased e => this with { Walls = Walls.Remove(e.Wall.Wall) },
        TruthStatusChanged e => this with { Truth = e.To },
        TaskProposed or TaskMoved or TaskEdited => this with { Tasks = TaskFold.Apply(Tasks, change, entry) },
        FindingRaised or FindingMoved or FindingVoiced or FindingSuperseded or FindingGraded => this with { Findings = FindingFold.Apply(Findings, change, entry) },
        DataCategoryClaimed e => this with { AffectedData = AffectedData.SetItem(e.Category, new AffectedData(e.Category, e.Claimed, AffectedData.GetValueOrDefault(e.Category)?.IsConfirmed ?? false)) },
        DataCategoryConfirmed e => this with { AffectedData = AffectedData.SetItem(e.Category, new AffectedData(e.Category, AffectedData.GetValueOrDefault(e.Category)?.IsClaimed ?? false, e.Confirmed)) },
        RowsCounted { Rows: { } rows } e => this with { RowCounts = RowCounts.SetItem(e.Kind, new RowCount(e.Kind, rows, entry.Content!.Author.Agency, entry.RecordedAt)) },
        RowsCounted e => this with { RowCounts = RowCounts.Remove(e.Kind) },
        ClarificationEvent e => this with { Clarifications = ClarificationFold.Apply(Clarifications, e, entry) },
        ObligationEvent e => this with { Obligations = ObligationFold.Apply(Obligations, e, entry) },
        ReleaseEvent e => this with { Releases = BriefingFold.Apply(Releases, e, entry) },
        EditionEvent e => this with { Editions = BriefingFold.Apply(Editions, e, entry) },
        CommissionQuestionEvent e => this with { Questions = BriefingFold.Apply(Questions, e, entry) },
        ReportEvent e => this with { Reports = ReportFold.Apply(Reports, e, entry) },
        // Its author sees it whoever re-marked it, and their colleagues needn't.
        SubjectRemarked e when Subject(e.Subject) is { } subject => With(subject.Marked(e.To)) with
        {
            Named = e.To.Tlp is Tlp.Red ? Named.Add(subject.Author) : Named,
            Releases = BriefingFold.Remarked(Releases, subject, e.To),
        },
        DeadlinePassed e when Subject(e.Subject) is ITimed subject => With(subject.Passed(e.Due)),
        _ => this,
    };

    IncidentState With(ISubject subject) => subject switch
    {
        TaskItem task => this with { Tasks = Tasks.SetItem(task.Reference, task) },
        Finding finding => this with { Findings = Findings.SetItem(finding.Reference, finding) },
        ClarificationRequest request => this with { Clarifications = Clarifications.SetItem(request.Reference, request) },
        Obligation obligation => this with { Obligations = Obligations.SetItem(obligation.Reference, obligation) },
        _ => this,
    };
}
