using FluentValidation;

namespace IncidentHub.Domain;

public enum ProofKind { Email, Receipt, FileHash, Other }

/// <summary>What shows that a step was made.</summary>
/// <param name="Text">The e-mail's headers, the receipt's number, the file's name.</param>
/// <param name="Sha256">Of the file, 64 hexadecimal digits; always with <see cref="ProofKind.FileHash"/>.</param>
public sealed record Proof(ProofKind Kind, string Text, string? Sha256 = null)
{
    public const int MaximumTextLength = 4_000;

    public Proof Trimmed() => new(Kind, Text.Trim(), string.IsNullOrWhiteSpace(Sha256) ? null : Sha256.Trim().ToLowerInvariant());
}

static class ProofShape
{
    static readonly IValidator<Proof> rules = new Rules();

    public static void IsProof<T>(this IRuleBuilder<T, Proof?> rule) => rule.SetValidator(rules!);

    sealed class Rules : AbstractValidator<Proof>
    {
        public Rules()
        {
            RuleFor(p => p.Kind).IsInEnum().WithErrorCode(ValidationCode.UnknownValue);
            RuleFor(p => p.Text).Must(EntryRules.HasSomethingToRead).WithErrorCode(ValidationCode.ProofRequired)
                .Must(EntryRules.IsStorable).WithErrorCode(ValidationCode.TextUnreadable)
                .MaximumLength(Proof.MaximumTextLength).WithErrorCode(ValidationCode.ProofTooLong);
            RuleFor(p => p.Sha256).Must((proof, hash) => string.IsNullOrWhiteSpace(hash) ? proof.Kind is not ProofKind.FileHash : IsSha256(hash.Trim())).WithErrorCode(ValidationCode.ProofHash);
        }

        static bool IsSha256(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigit);
    }
}
