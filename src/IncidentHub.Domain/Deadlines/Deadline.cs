using System.Collections.Immutable;

namespace IncidentHub.Domain;

/// <summary>A clock that runs. "Overdue" is derived from it and the present moment, and logged once.</summary>
/// <param name="OwedTo">Who waits; null where that is nobody of the team.</param>
/// <param name="IsLogged">That it passed stands in the log.</param>
public sealed record Deadline(Reference Subject, string Title, AgencyId OwedBy, AgencyId? OwedTo, DateTimeOffset Due, bool IsLogged);

/// <summary>What has a deadline: a request for clarification, an obligation.</summary>
public interface ITimed : ISubject
{
    AgencyId OwedBy { get; }
    AgencyId? OwedTo { get; }
    /// <summary>Null until something starts the clock, and where the law names no hours.</summary>
    DateTimeOffset? Due { get; }
    /// <summary>When what was owed was done, if it was.</summary>
    DateTimeOffset? SettledAt { get; }
    /// <summary>What is owed isn't done, and is still owed.</summary>
    bool IsRunning { get; }
    /// <summary>The deadlines whose passing was logged: a moment that is corrected gives another, and may give the first one back.</summary>
    ImmutableArray<DateTimeOffset> PassedDues { get; }

    ITimed Passed(DateTimeOffset due);
}

public static class Deadlines
{
    /// <summary>Null when no clock runs.</summary>
    public static Deadline? Deadline(this ITimed subject) => subject is { IsRunning: true, Due: { } due }
        ? new Deadline(subject.Reference, subject.Title, subject.OwedBy, subject.OwedTo, due, subject.PassedDues.Contains(due))
        : null;

    public static bool IsOverdue(this ITimed subject, DateTimeOffset now) => subject.IsRunning && subject.Due <= now;

    /// <summary>How late it was done, or is by now; null when it isn't. What is no longer owed is late no more.</summary>
    public static TimeSpan? LateBy(this ITimed subject, DateTimeOffset now) =>
        (subject.SettledAt ?? (subject.IsRunning ? now : null)) - subject.Due is { Ticks: > 0 } late ? late : null;
}
