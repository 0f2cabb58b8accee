using IncidentHub.Domain;
using IncidentHub.Subjects;

namespace IncidentHub.Briefings;

/// <summary>What stands in the form of a written question; a draft from the first letter on.</summary>
public sealed class AskModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public string Question { get; set; } = "";
    public string AskedBy { get; set; } = "";

    public AskQuestion ToCommand() => new() { CommandId = CommandId, Question = Question, AskedBy = AskedBy };
}
