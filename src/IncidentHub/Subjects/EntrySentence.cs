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
        entry.Text is not { Length: 0 } text ? entry.Text : Telling(entry.Changes).Select(c => Of(c, words)).LastOrDefault(s => s is not null) ?? text;

    // An answer hands its task in, and is what is read.
    static IEnumerable<IncidentEvent> Telling(ImmutableArray<IncidentEvent> changes) => changes.Any(c => c is ReleaseProposed) ? changes.Where(c => c is ReleaseProposed) : changes;

    /// <summary>What the subject that came in is called, above the words that say more of it.</summary>
    public static string? TitleAbove(EntryView entry) => Begins(entry) is { } begun && entry.Text is { Length: > 0 } ? begun.Title : null;

    /// <summary>What the subject that was moved is called, below the words that say why.</summary>
    public static string? TitleBelow(EntryView entry) =>
        Begins(entry) is null && entry.Text is { Length: > 0 } ? entry.Changes.OfType<SubjectEvent>().FirstOrDefault()?.Title : null;

    static SubjectEvent? Begins(EntryView entry) => entry.Changes.OfType<SubjectEvent>().FirstOrDefault(IsBeginning);

    static bool IsBeginning(SubjectEvent change) => change is TaskProposed or FindingRaised or ClarificationDrafted or ClarificationSent or ObligationRecorded or QuestionAsked;

    /// <summary>The words that were proposed for release, or agreed to: one after the other in the release's history. Null for other entries.</summary>
    public static string? WordingOf(EntryView entry) => entry.Changes.Select(c => c switch
    {
        ReleaseProposed e => Wording(e.Title, e.Text),
        ReleaseAgreed e => Wording(e.Title, e.Text),
        _ => null,
    }).FirstOrDefault(words => words is not null);

    static string Wording(string title, string text) => text.Length == 0 ? title : $"{title} {text}";

    static string? Of(IncidentEvent change, Words words) => change switch
    {
        SubjectEvent begun when IsBeginning(begun) => begun.Title,
        TaskMoved e => words[$"Sentence_Task_{e.To}", e.Title],
        TaskEdited e => words["Sentence_TaskEdited", e.Title],
        FindingMoved e => words["Sentence_Finding", e.Title, words.Of(e.To).ToLowerInvariant()],
        FindingGraded e => words["Sentence_FindingGraded", e.Title],
        SubjectRemarked e => words["Sentence_Remarked", e.Title],
        ClarificationEdited e => words["Sentence_ClarificationEdited", e.Title],
        ClarificationDelivered e => words["Sentence_ClarificationDelivered", e.Title],
        ClarificationMoved e => words["Sentence_Clarification", e.Title, words.Of(e.To).ToLowerInvariant()],
        ClarificationAnswered e => words["Sentence_ClarificationAnswered", e.Title, e.Version],
        QuestionsReopened e => words["Sentence_QuestionsReopened", e.Title],
        ContactLinked e => words["Sentence_ContactLinked", e.Title],
        ObligationStarted e => words["Sentence_ObligationStarted", e.Title],
        ObligationMet e => words["Sentence_Obligation", e.Title, words.Of(e.To).ToLowerInvariant()],
        ObligationSetAside e => words["Sentence_Obligation", e.Title, words.Of(ObligationState.NotApplicable).ToLowerInvariant()],
        NoticeWritten e => words["Sentence_NoticeWritten", e.Title, e.Version],
        NoticeReviewed e => words["Sentence_NoticeReviewed", e.Title, e.Version],
        ReleaseProposed { Answers: not null } e => words["Sentence_AnswerProposed", e.Title, e.Text],
        ReleaseProposed e => words[e.Agreed ? "Sentence_ReleaseProposedAgreed" : "Sentence_ReleaseProposed", Wording(e.Title, e.Text)],
        ReleaseAgreed e => words["Sentence_ReleaseAgreed", Wording(e.Title, e.Text)],
        ReleaseDeclined e => words["Sentence_ReleaseDeclined", e.Title],
        ReleasePublished e => words[e.EmbargoUntil is null ? "Sentence_ReleasePublished" : "Sentence_ReleaseEmbargoed", Wording(e.Title, e.Text)],
        ReleaseWithdrawn e => words["Sentence_ReleaseWithdrawn", e.Title],
        EditionComposed e => words["Sentence_EditionComposed", e.Draft.Summary.Replace("**", "", StringComparison.Ordinal)],
        EditionApproved => words["Sentence_EditionApproved"],
        EditionFrozen e => words["Sentence_EditionFrozen", Edition.NameOf(e.Number)],
        EditionDiscarded => words["Sentence_EditionDiscarded"],
        ReportPrepared e => words["Sentence_ReportPrepared", e.Draft.Summary],
        ReportApproved e => words["Sentence_ReportApproved", SituationReport.NameOf(e.Number)],
        ReportDiscarded => words["Sentence_ReportDiscarded"],
        QuestionAsked e => e.Title,
        QuestionAssigned e => words["Sentence_QuestionAssigned", e.Title],
        DeadlinePassed e => words["Sentence_DeadlinePassed", e.Title],
        WallPaired e => words["Sentence_WallPaired", e.Wall.Name, e.Wall.Place],
        WallReleased e => words["Sentence_WallReleased", e.Wall.Name, e.Wall.Place],
        _ => null,
    };
}
