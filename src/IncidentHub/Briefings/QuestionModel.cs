using IncidentHub.Domain;
using IncidentHub.Subjects;

namespace IncidentHub.Briefings;

/// <summary>What stands in the forms of a question: to whom it goes, or what is answered.</summary>
public sealed class QuestionModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public AgencyId Agency { get; set; }
    public DateTimeOffset? Due { get; set; }
    public string Text { get; set; } = "";
    public Tlp Label { get; set; } = Tlp.Clear;

    public AssignQuestion ToAssignment(Reference question) => new() { CommandId = CommandId, Question = question, Agency = Agency, Due = Due, Remark = Text };
    public AnswerQuestion ToAnswer(Reference question) => new() { CommandId = CommandId, Question = question, Text = Text, Label = Label };
}
