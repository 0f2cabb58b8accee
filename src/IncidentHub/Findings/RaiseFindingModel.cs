using IncidentHub.Domain;
using IncidentHub.Subjects;
using IncidentHub.Ui;

namespace IncidentHub.Findings;

/// <summary>What stands in the form of a new finding; a draft from the first field on.</summary>
public sealed class RaiseFindingModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public ClaimKind Claim { get; set; } = ClaimKind.Access;
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Source { get; set; }
    public bool IsAnonymous { get; set; }
    public Grade Judged { get; set; } = Grade.Unjudged;
    public MarkingModel Marking { get; set; } = new();

    /// <summary>What was judged is kept while the source is called anonymous.</summary>
    public Grade EffectiveGrade => IsAnonymous ? Grade.Unjudged : Judged;

    public RaiseFinding ToCommand() => new()
    {
        CommandId = CommandId,
        Claim = Claim,
        Title = Title ?? "",
        Text = Text ?? "",
        Grade = EffectiveGrade,
        Source = Source,
        SourceIsAnonymous = IsAnonymous,
        Marking = Marking.Marking,
    };
}
