using IncidentHub.Domain;
using IncidentHub.Subjects;
using IncidentHub.Ui;

namespace IncidentHub.Tasks;

/// <summary>What stands in the form of a new task; a draft from the first field on.</summary>
public sealed class ProposeTaskModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public TaskKind Kind { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public AgencyId Assigned { get; set; }
    public DateTimeOffset? Due { get; set; }
    public List<ChecklistLine> Checklist { get; set; } = [];
    public MarkingModel Marking { get; set; } = new();

    public void Take(TaskTemplate template, DateTimeOffset now, Words words) =>
        (Kind, Title, Text, Due, Checklist) = (template.Kind, template.Title(words), template.Text(words), now.AddHours(template.Hours), [.. template.Items(words).Select(i => new ChecklistLine { Text = i })]);

    public ProposeTask ToCommand(Reference? from) => new()
    {
        CommandId = CommandId,
        Kind = Kind,
        Title = Title ?? "",
        Text = Text ?? "",
        Assigned = Assigned,
        Due = Due,
        Checklist = [.. ChecklistLine.Items(Checklist).Select(i => i.Text)],
        From = from,
        Marking = Marking.Marking,
    };
}
