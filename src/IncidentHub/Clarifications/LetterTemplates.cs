using IncidentHub.Ui;

namespace IncidentHub.Clarifications;

/// <summary>A letter that is usual in this kind of case; its words are resources (<c>LetterTemplate_…</c>).</summary>
public sealed record LetterTemplate(string Name, int Hours)
{
    public string Title(Words words) => words[$"LetterTemplate_{Name}"];
    public string Basis(Words words) => words[$"LetterTemplate_{Name}_Basis"];
    public string Text(Words words) => words[$"LetterTemplate_{Name}_Text"];
    public IEnumerable<string> Questions(Words words) => words[$"LetterTemplate_{Name}_Questions"].Split('|', StringSplitOptions.TrimEntries);

    public static readonly IReadOnlyList<LetterTemplate> All = [new("Article46", 72), new("AccessLogs", 24)];
}
