using IncidentHub.Domain;
using IncidentHub.Ui;

namespace IncidentHub.Tasks;

/// <summary>A usual piece of work of the first day; its words are resources (<c>Template_…</c>).</summary>
/// <param name="Hours">From now to the due date.</param>
public sealed record TaskTemplate(string Name, TaskKind Kind, int Hours)
{
    public string Title(Words words) => words[$"Template_{Name}"];
    public string Text(Words words) => words[$"Template_{Name}_Text"];
    public IEnumerable<string> Items(Words words) => words[$"Template_{Name}_Items"].Split(';');
}

/// <summary>The first day after an alleged leak of personal data.</summary>
public static class TaskTemplates
{
    public static readonly IReadOnlyList<TaskTemplate> All =
    [
        new("SecureLogs", TaskKind.Cause, 4),
        new("CaptureOffer", TaskKind.Cause, 4),
        new("CompareSample", TaskKind.Cause, 24),
        new("RevokeAccounts", TaskKind.Response, 8),
        new("NotifyDraft", TaskKind.Response, 48),
        new("PublicLine", TaskKind.Response, 12),
    ];
}
