using IncidentHub.Domain;
using IncidentHub.Subjects;
using IncidentHub.Ui;

namespace IncidentHub.Obligations;

/// <summary>What stands in the form of a new obligation; a draft from the first field on.</summary>
public sealed class RecordObligationModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public string Rule { get; set; } = "";
    public AgencyId Agency { get; set; }
    /// <summary>Null: now.</summary>
    public DateTimeOffset? TriggeredAt { get; set; }
    /// <summary>Empty: that isn't decided yet.</summary>
    public string? Basis { get; set; }
    public MarkingModel Marking { get; set; } = new();

    public RecordObligation ToCommand() => new()
    {
        CommandId = CommandId,
        Rule = Rule,
        Agency = Agency,
        TriggeredAt = TriggeredAt,
        Basis = Basis ?? "",
        Marking = Marking.Marking,
    };
}
