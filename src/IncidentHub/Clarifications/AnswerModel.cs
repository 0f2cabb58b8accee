using IncidentHub.Domain;
using IncidentHub.Subjects;

namespace IncidentHub.Clarifications;

/// <summary>What is said to one question while the answer is written.</summary>
public sealed class AnswerLine
{
    public int Number { get; set; }
    public string Text { get; set; } = "";
    public QuestionState State { get; set; }
}

/// <summary>What stands in the form of an answer; a draft from the first field on.</summary>
public sealed class AnswerModel : IUnsent
{
    public Guid CommandId { get; set; } = Guid.NewGuid();
    public string? Text { get; set; }
    public string? LetterNumber { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public List<AnswerLine> Answers { get; set; } = [];
    public ProofModel Proof { get; set; } = new();

    /// <summary>Each question as far as it is answered by now.</summary>
    public static AnswerModel To(ClarificationRequest request) => new() { Answers = [.. request.Questions.Select(q => new AnswerLine { Number = q.Number, State = q.State })] };

    /// <summary>Whoever writes something under a question answers it, unless they say otherwise.</summary>
    public void Write(AnswerLine line, string text)
    {
        if (line.State is QuestionState.Open && line.Text.Length == 0 && !string.IsNullOrWhiteSpace(text))
            line.State = QuestionState.Answered;
        line.Text = text;
    }

    public bool AnswersAll
    {
        get => Answers.All(a => a.State is QuestionState.Answered);
        set => Answers.ForEach(a => a.State = value ? QuestionState.Answered : QuestionState.Open);
    }

    public AnswerClarification ToCommand(Reference request) => new()
    {
        CommandId = CommandId, Request = request, Text = Text ?? "", LetterNumber = LetterNumber ?? "", AnsweredAt = AnsweredAt, Proof = Proof.ToProof(),
        Answers = [.. Answers.Select(a => new QuestionAnswer(a.Number, a.Text, a.State))],
    };
}
