using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>"Overdue" is no state: it is derived from Running and the present moment.</summary>
public enum ObligationState { AwaitingBasis, Running, Met, MetLate, NotApplicable }

/// <summary>When the clock starts is a recorded decision; a later one corrects it, and both stay.</summary>
/// <param name="Basis">On what grounds.</param>
public sealed record ClockStart(DateTimeOffset At, string Basis, Reference Entry);

/// <summary>What a notice under UU 27/2022 art. 46 says. Categories of data, never values.</summary>
/// <param name="Disclosure">When and how the data were disclosed.</param>
/// <param name="Handling">What was done and is being done about it.</param>
public sealed record NoticeText(ImmutableArray<DataCategory> Categories, string Disclosure, string Handling, string Contact);

/// <summary>One version of the notice.</summary>
/// <param name="Version">From 1.</param>
/// <param name="ReviewedBy">A second person; null until then.</param>
public sealed record Notice(int Version, NoticeText Text, PersonId Writer, DateTimeOffset WrittenAt, PersonId? ReviewedBy, DateTimeOffset? ReviewedAt);

/// <summary>A duty of law that an agency has in this incident, with the rule as it was when the duty was recorded.</summary>
/// <param name="Title">The rule's.</param>
/// <param name="RecordedBy">The agency that recorded it.</param>
/// <param name="Starts">Every decision on when the clock starts, the one that holds last.</param>
/// <param name="MetAt">When it was done, which may be before it was recorded.</param>
public sealed record Obligation(
    Reference Reference,
    string Title,
    string Rule,
    string Citation,
    int? Hours,
    Counting Counting,
    ImmutableArray<string> Content,
    AgencyId Agency,
    AgencyId RecordedBy,
    PersonId Author,
    ObligationState State,
    ImmutableArray<ClockStart> Starts,
    DateTimeOffset? Due,
    DateTimeOffset? MetAt,
    ImmutableArray<Notice> Notices,
    ImmutableArray<DateTimeOffset> PassedDues,
    Marking Marking,
    DateTimeOffset ChangedAt,
    int Changes) : ITimed
{
    public DateTimeOffset? StartedAt => Starts is [.., var last] ? last.At : null;
    public string? Basis => Starts is [.., var last] ? last.Basis : null;
    public Notice? Notice => Notices is [.., var last] ? last : null;
    /// <summary>By the rule as it was recorded.</summary>
    public DateTimeOffset? DueAfter(DateTimeOffset start) => Domain.Rule.DueAfter(start, Hours, Counting);
    public bool IsRunning => State is ObligationState.Running;
    public bool IsOpen => State is ObligationState.AwaitingBasis or ObligationState.Running;

    AgencyId ISubject.Source => RecordedBy;
    AgencyId? ISubject.Acting => Agency;
    ISubject ISubject.Marked(Marking marking) => this with { Marking = marking, Changes = Changes + 1 };
    AgencyId ITimed.OwedBy => Agency;
    AgencyId? ITimed.OwedTo => null;
    DateTimeOffset? ITimed.SettledAt => MetAt;
    ITimed ITimed.Passed(DateTimeOffset due) => this with { PassedDues = PassedDues.Add(due), Changes = Changes + 1 };
}
