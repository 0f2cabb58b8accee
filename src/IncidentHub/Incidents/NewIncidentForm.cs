using IncidentHub.Domain;
using IncidentHub.Subjects;

namespace IncidentHub.Incidents;

/// <summary>What stands in the form of a new incident; a draft from the first field on.</summary>
public sealed class NewIncidentForm : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public Severity Severity { get; set; } = Severity.Medium;
    public Tlp Tlp { get; set; } = Tlp.Amber;
    public DateTimeOffset? OccurredAt { get; set; }
    public HashSet<Guid> Members { get; set; } = [];

    /// <summary>The whole joint team, from which one takes away.</summary>
    public static NewIncidentForm For(IReadOnlyList<Actor> candidates) => new() { Members = [.. candidates.Select(c => c.Person.Value)] };

    public OpenIncident ToCommand() => new()
    {
        CommandId = CommandId,
        Title = Title ?? "",
        Summary = Summary ?? "",
        Severity = Severity,
        Tlp = Tlp,
        OccurredAt = OccurredAt,
        Members = [.. Members.Order().Select(id => new PersonId(id))],
    };
}
