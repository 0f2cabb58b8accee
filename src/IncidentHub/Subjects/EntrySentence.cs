using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Ui;

namespace IncidentHub.Subjects;

/// <summary>An entry that was written without words reads as a sentence about its subject.</summary>
public static class EntrySentence
{
    /// <summary>The entry's own words, or the sentence; null where the reader sees the heading only.</summary>
    public static string? Of(EntryView entry, Words words) =>
        entry.Text is not { Length: 0 } text ? entry.Text : entry.Changes.Select(c => Of(c, words)).LastOrDefault(s => s is not null) ?? text;

    /// <summary>What the task or finding that came in is called, above the words that say more of it.</summary>
    public static string? TitleAbove(EntryView entry) => Begins(entry) is { } begun && entry.Text is { Length: > 0 } ? begun.Title : null;

    /// <summary>What the task or finding that was moved is called, below the words that say why.</summary>
    public static string? TitleBelow(EntryView entry) =>
        Begins(entry) is null && entry.Text is { Length: > 0 } ? entry.Changes.OfType<SubjectEvent>().FirstOrDefault()?.Title : null;

    static SubjectEvent? Begins(EntryView entry) => entry.Changes.OfType<SubjectEvent>().FirstOrDefault(c => c is TaskProposed or FindingRaised);

    static string? Of(IncidentEvent change, Words words) => change switch
    {
        TaskProposed or FindingRaised => ((SubjectEvent)change).Title,
        TaskMoved e => words[$"Sentence_Task_{e.To}", e.Title],
        TaskEdited e => words["Sentence_TaskEdited", e.Title],
        FindingMoved e => words["Sentence_Finding", e.Title, words.Of(e.To).ToLowerInvariant()],
        FindingGraded e => words["Sentence_FindingGraded", e.Title],
        SubjectRemarked e => words["Sentence_Remarked", e.Title],
        _ => null,
    };
}
