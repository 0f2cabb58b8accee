using System.Collections.Immutable;

namespace IncidentHub.Clarifications;

/// <summary>One question of a letter while it is written.</summary>
public sealed class QuestionLine
{
    public string Text { get; set; } = "";

    /// <summary>Empty lines are no questions.</summary>
    public static ImmutableArray<string> Texts(IEnumerable<QuestionLine> lines) => [.. lines.Where(l => !string.IsNullOrWhiteSpace(l.Text)).Select(l => l.Text.Trim())];
}
