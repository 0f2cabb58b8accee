using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>A fact that changed, or added to, an incident. Its name in the log stands in <c>Log/EntryCodec</c>, and never changes.</summary>
public abstract record IncidentEvent;

/// <summary>A fact about a task, a finding, a request or an obligation, with its title as it was then: an entry can be read, and found, by itself.</summary>
public abstract record SubjectEvent(Reference Subject, string Title) : IncidentEvent
{
    /// <summary>What it is found by.</summary>
    public virtual IEnumerable<string> Texts => [Title];

    /// <summary>What of it is left for whoever sees the heading only: the title stays, other words don't.</summary>
    public virtual SubjectEvent ToHeading() => this;
}

public sealed record IncidentOpened(Reference Reference, string Title, Severity Severity, Tlp Tlp, ImmutableArray<Member> Members) : IncidentEvent;
public sealed record EntryWritten(EntryKind Kind) : IncidentEvent;
public sealed record EntryCorrected(Reference Corrected) : IncidentEvent;
public sealed record EntriesContradicted(ImmutableArray<Reference> Contradicting) : IncidentEvent;
public sealed record PhaseChanged(Phase From, Phase To) : IncidentEvent;
public sealed record SeverityChanged(Severity From, Severity To) : IncidentEvent;
public sealed record CrisisStatusProposed(CrisisStatus Proposed) : IncidentEvent;
public sealed record CrisisStatusChanged(CrisisStatus From, CrisisStatus To) : IncidentEvent;
public sealed record LegalTrackChanged(LegalTrack From, LegalTrack To) : IncidentEvent;
public sealed record MemberAdded(Member Member) : IncidentEvent;
public sealed record MemberRemoved(Member Member) : IncidentEvent;

/// <summary>Somebody of the joint team, for the agency that they act for in this incident.</summary>
public sealed record Member(PersonId Person, string Name, AgencyId Agency, string AgencyName, Role Role);
