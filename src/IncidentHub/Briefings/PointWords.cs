using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Briefings;

/// <summary>What stands about a point beside its released words: state, source, time.</summary>
public static class PointWords
{
    /// <summary>The state of what was released; its kind where it has none, or its source lets none out any more.</summary>
    public static string State(BriefingPoint point, Words words) => State(point.Heading, words) ?? words.Of(point.Kind);

    public static string? State(ReleasedHeading? heading, Words words) => heading switch
    {
        { Finding: { } state } => words.Of(state),
        { Task: { } state } => words.Of(state),
        { Clarification: { } state } => words.Of(state),
        { Obligation: { } state } => words.Of(state),
        _ => null,
    };

    /// <summary>"Bareskrim Polri, 29/11 (B1)".</summary>
    public static string Source(BriefingPoint point, EditionDocument edition) =>
        edition.NameOf(point.Agency) + (point.At is { } at ? ", " + LocalTime.Wib.DayAndMonth(at) : "") + (point.Heading?.Grade is { } grade ? $" ({grade})" : "");

    /// <summary>"Menurut KPU, 02/12 16.00".</summary>
    public static string According(BriefingPoint point, EditionDocument edition, Words words) =>
        words["Briefing_According", edition.NameOf(point.Agency) + (point.At is { } at ? ", " + LocalTime.Wib.Compact(at) : "")];

    /// <summary>Title and text, one after the other.</summary>
    public static string Whole(BriefingPoint point) => point.Title.Length == 0 ? point.Text : point.Text.Length == 0 ? point.Title : $"{point.Title}{(NeedsStop(point.Title, point.Text) ? "." : "")} {point.Text}";

    /// <summary>The title, or the words of what has none.</summary>
    public static string Name(BriefingPoint point) => point.Title.Length > 0 ? point.Title : point.Text;

    // A text that begins in lower case goes on with the title's sentence.
    static bool NeedsStop(string title, string text) => !char.IsLower(text[0]) && (!char.IsPunctuation(title[^1]) || title[^1] is ')' or '"' or '”');
}
