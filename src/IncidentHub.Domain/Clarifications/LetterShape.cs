using System.Collections.Immutable;
using FluentValidation;

namespace IncidentHub.Domain;

static class LetterShape
{
    static readonly IValidator<Letter> rules = new Rules();

    public static void IsLetter<T>(this IRuleBuilder<T, Letter> rule) => rule.SetValidator(rules);

    public static IRuleBuilderOptions<T, string> IsSubjectTitle<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.TitleRequired)
        .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
        .MaximumLength(EntryRules.MaximumTitleLength).WithErrorCode(ValidationCode.TitleTooLong);

    public static IRuleBuilderOptions<T, string> IsLetterNumber<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
        .MaximumLength(ClarificationRules.MaximumNumberLength).WithErrorCode(ValidationCode.LetterNumberTooLong);

    sealed class Rules : AbstractValidator<Letter>
    {
        public Rules()
        {
            RuleFor(l => l.Number).IsLetterNumber();
            RuleFor(l => l.LegalBasis)
                .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
                .MaximumLength(ClarificationRules.MaximumBasisLength).WithErrorCode(ValidationCode.LegalBasisTooLong);
            RuleFor(l => l.ResponseHours).InclusiveBetween(1, ClarificationRules.MaximumResponseHours).WithErrorCode(ValidationCode.ResponseHours);
            RuleFor(l => l.Questions).Must(q => !q.IsDefaultOrEmpty && q.Length <= ClarificationRules.MaximumQuestions).WithErrorCode(ValidationCode.QuestionsRequired);
            RuleFor(l => l.Questions).Must(q => q.IsDefault || q.All(IsQuestion)).WithErrorCode(ValidationCode.QuestionShape);
        }

        static bool IsQuestion(string text) => EntryRules.HasSomethingToRead(text) && EntryRules.IsStorable(text) && text.Length <= ClarificationRules.MaximumQuestionLength;
    }
}
