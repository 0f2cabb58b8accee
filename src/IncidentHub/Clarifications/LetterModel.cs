using IncidentHub.Domain;
using IncidentHub.Subjects;
using IncidentHub.Ui;

namespace IncidentHub.Clarifications;

/// <summary>What stands in the form of a letter; a draft from the first field on.</summary>
public sealed class LetterModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public string? Title { get; set; }
    public string? Number { get; set; }
    public string? LegalBasis { get; set; }
    public string? Text { get; set; }
    public List<QuestionLine> Questions { get; set; } = [new()];
    public int ResponseHours { get; set; } = Letter.UsualHours;
    public AgencyId Addressed { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public MarkingModel Marking { get; set; } = new();
    public ProofModel Proof { get; set; } = new();
    /// <summary>Of a draft: the version that the edit started from.</summary>
    public int BasedOn { get; set; }

    public static LetterModel Of(ClarificationRequest draft) => new()
    {
        Title = draft.Title, Number = draft.Letter.Number, LegalBasis = draft.Letter.LegalBasis, Text = draft.Text, Questions = Lines(draft.Letter.Questions),
        ResponseHours = draft.Letter.ResponseHours, Addressed = draft.Addressed, Marking = MarkingModel.Of(draft.Intended ?? draft.Marking), BasedOn = draft.Changes,
    };

    /// <summary>A second letter asks again what isn't answered.</summary>
    public static LetterModel After(ClarificationRequest first, Words words) => new()
    {
        Title = words["Letter_SecondTitle", first.Title], LegalBasis = first.Letter.LegalBasis, Text = words["Letter_SecondText", first.Letter.Number is { Length: > 0 } number ? number : first.Reference.Text],
        Questions = Lines(first.Questions.Where(q => q.State is not QuestionState.Answered).Select(q => q.Text)), Addressed = first.Addressed, Marking = MarkingModel.Of(first.Marking),
    };

    public void Take(LetterTemplate template, Words words) =>
        (Title, LegalBasis, Text, Questions, ResponseHours) = (template.Title(words), template.Basis(words), template.Text(words), Lines(template.Questions(words)), template.Hours);

    public DraftClarification ToNew(bool send) => new()
    {
        CommandId = CommandId, Title = Title ?? "", Text = Text ?? "", Letter = Letter, Addressed = Addressed, Marking = Marking.Marking, Send = send, SentAt = send ? SentAt : null, Proof = send ? Proof.ToProof() : null,
    };

    public EditClarification ToEdit(Reference draft) => new()
    {
        CommandId = CommandId, Request = draft, BasedOn = BasedOn, Title = Title ?? "", Text = Text ?? "", Letter = Letter, Addressed = Addressed, Marking = Marking.Marking,
    };

    public EscalateClarification ToSecond(Reference first) => new()
    {
        CommandId = CommandId, Request = first, Title = Title ?? "", Text = Text ?? "", Letter = Letter, SentAt = SentAt, Proof = Proof.ToProof(),
    };

    Letter Letter => new(Number ?? "", LegalBasis ?? "", QuestionLine.Texts(Questions), ResponseHours);

    static List<QuestionLine> Lines(IEnumerable<string> questions) => [.. questions.Select(q => new QuestionLine { Text = q })];
}
