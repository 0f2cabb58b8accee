using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Briefings;

/// <summary>A heading in one word.</summary>
public static class BriefingPointState
{
    public static string Of(ReleasedHeading heading, Words words) => heading switch
    {
        { Finding: { } finding } => heading.Grade is { } grade ? $"{words.Of(finding)} ({grade})" : words.Of(finding),
        { Task: { } task } => words.Of(task),
        { Clarification: { } clarification } => words.Of(clarification),
        { Obligation: { } obligation } => words.Of(obligation),
        _ => "",
    };
}
