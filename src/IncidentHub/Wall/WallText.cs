using System.Text.RegularExpressions;
using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Wall;

/// <summary>Words as a wall has room for them.</summary>
static partial class WallText
{
    /// <summary>Of a wall's own name.</summary>
    public const int NameLetters = 20;

    /// <summary>On one line, and so short that nothing of it is clipped: it ends with a whole word.</summary>
    public static string Cut(string text, int most)
    {
        var line = Space().Replace(text, " ").Trim();
        if (line.Length <= most)
            return line;
        var end = line.LastIndexOf(' ', most - 1);
        return (end > most / 2 ? line[..end] : line.Beginning(most - 1)).TrimEnd(' ', ',', ';', ':', '.', '-') + "…";
    }

    /// <summary>"Temuan F-K2QM4 Terverifikasi": what an entry is, what it is about, and what that is now.</summary>
    public static WallHeadline Headline(WallEntry entry, Words words) => new(
        words.Of(entry.Kind),
        SubjectOf(entry)?.Text,
        string.Join(", ", entry.Changes.Where(c => c is not SubjectEvent about || about.Subject == SubjectOf(entry)).Select(c => StateOf(c, words)).OfType<string>().Distinct()));

    /// <summary>What is read after the headline: the entry's words, or what its subject is called; where the title is all that may be shown, that.</summary>
    public static string? Body(WallEntry entry)
    {
        var title = entry.Changes.OfType<SubjectEvent>().FirstOrDefault()?.Title ?? entry.Changes.OfType<IncidentOpened>().FirstOrDefault()?.Title;
        return string.IsNullOrEmpty(entry.Text) ? title : entry.Text;
    }

    /// <summary>A short name: the column has room for a code, and for few official names.</summary>
    public static string Short(AgencyId agency, string name) => name.Length <= 10 ? name : Cut(agency.Code, 10);

    static Reference? SubjectOf(WallEntry entry) => entry.Changes.OfType<SubjectEvent>().FirstOrDefault()?.Subject;

    static string? StateOf(IncidentEvent change, Words words) => change switch
    {
        PhaseChanged e => words.Of(e.To),
        SeverityChanged e => words.Of(e.To),
        CrisisStatusProposed e => words.Of(e.Proposed),
        CrisisStatusChanged e => words.Of(e.To),
        LegalTrackChanged e => words.Of(e.To),
        TruthStatusChanged e => words.Of(e.To),
        TaskProposed e => words.Of(e.State),
        TaskMoved e => words.Of(e.To),
        FindingRaised e => $"{words.Of(FindingState.Raw)} ({e.Grade})",
        FindingMoved e => words.Of(e.To),
        FindingGraded e => $"({e.To})",
        ClarificationSent => words.Of(ClarificationState.Sent),
        ClarificationDelivered => words.Of(ClarificationState.Delivered),
        ClarificationMoved e => words.Of(e.To),
        ClarificationAnswered e => words.Of(e.To),
        ObligationStarted => words.Of(ObligationState.Running),
        ObligationMet e => words.Of(e.To),
        ObligationSetAside => words.Of(ObligationState.NotApplicable),
        RowsCounted e => words.Said(e.Kind, e.Rows),
        AffectedDataEvent e => words.Said(DataChange.Of(e)!),
        _ => null,
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Space();
}

/// <param name="Subject">Never broken between two lines.</param>
sealed record WallHeadline(string Kind, string? Subject, string States)
{
    public override string ToString() => string.Join(' ', new[] { Kind, Subject, States }.Where(part => !string.IsNullOrEmpty(part)));
}
