using System.Collections.Immutable;
using IncidentHub.Domain;
using IncidentHub.Rooms;

namespace IncidentHub.Ui;

/// <summary>An entry that was written without words reads as a sentence about its subject.</summary>
public static class EntrySentence
{
    /// <summary>The entry's own words, or the sentence; null where the reader sees the heading only.</summary>
    public static string? Of(EntryView entry, Words words) =>
        entry.Text is not { Length: 0 } text ? entry.Text : entry.Changes.Select(c => Of(c, words)).LastOrDefault(s => s is not null) ?? text;

    /// <summary>What a task or a finding is called, above the words that brought it in, and below those that moved it; null if it needs no saying.</summary>
    public static string? TitleBeside(EntryView entry) =>
        entry.Text is { Length: > 0 } ? entry.Changes.OfType<SubjectEvent>().FirstOrDefault()?.Title : null;

    static string? Of(IncidentEvent change, Words words) => change switch
    {
        TaskProposed or FindingRaised => ((SubjectEvent)change).Title,
        TaskMoved e => words["Sentence_Task_" + e.To, e.Title],
        TaskEdited e => words["Sentence_TaskEdited", e.Title],
        FindingMoved e => words["Sentence_Finding", e.Title, words.Of(e.To).ToLowerInvariant()],
        FindingGraded e => words["Sentence_FindingGraded", e.Title],
        SubjectRemarked e => words["Sentence_Remarked", e.Title],
        _ => null,
    };
}
