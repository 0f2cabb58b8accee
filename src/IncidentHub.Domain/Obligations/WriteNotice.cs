using FluentValidation;

namespace IncidentHub.Domain;

/// <summary>Writes a version of the notice that the rule asks for. Names the version that it started from.</summary>
public sealed record WriteNotice : ChangeObligation
{
    /// <summary>The number of the latest version as the writer read it; 0 for the first.</summary>
    public required int BasedOn { get; init; }
    public required NoticeText Text { get; init; }

    protected override ObligationStep Step => ObligationStep.WriteNotice;
    static readonly IValidator rules = new Rules();
    public override IValidator Validator => rules;

    protected override Decision Decide(Obligation obligation, CommandContext context)
    {
        if (BasedOn != obligation.Notices.Length)
            return RejectionCode.ChangedMeanwhile;
        var text = new NoticeText([.. Text.Categories.Distinct().Order()], Text.Disclosure.Trim(), Text.Handling.Trim(), Text.Contact.Trim());
        return obligation.Entry(context, "", new NoticeWritten(Obligation, obligation.Title, BasedOn + 1, text));
    }

    sealed class Rules : AbstractValidator<WriteNotice>
    {
        public Rules()
        {
            RuleFor(c => c.Text.Categories).Must(c => !c.IsDefaultOrEmpty && c.All(Enum.IsDefined)).WithErrorCode(ValidationCode.NoticeSection);
            RuleFor(c => c.Text.Disclosure).Must(IsSection).WithErrorCode(ValidationCode.NoticeSection);
            RuleFor(c => c.Text.Handling).Must(IsSection).WithErrorCode(ValidationCode.NoticeSection);
            RuleFor(c => c.Text.Contact).Must(IsSection).WithErrorCode(ValidationCode.NoticeSection);
        }

        static bool IsSection(string text) => EntryRules.HasSomethingToRead(text) && EntryRules.IsStorable(text) && text.Length <= ObligationRules.MaximumSectionLength;
    }
}
