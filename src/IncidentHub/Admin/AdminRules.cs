using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FluentValidation;
using IncidentHub.Domain;

namespace IncidentHub.Admin;

/// <summary>The shapes of names, codes and dates that administrators give.</summary>
public static partial class AdminRules
{
    /// <summary>In UTF-16 code units, as a browser's maxlength counts.</summary>
    public const int MaximumNameLength = 100;
    public const int MaximumCodeLength = 20;
    public const int MaximumEmailLength = 254;
    static readonly DateOnly earliest = new(1945, 8, 17);
    static readonly DateOnly latest = new(2100, 12, 31);

    /// <summary>What an account may be; nobody signs in as a wall or as the system.</summary>
    public static readonly IReadOnlyList<Role> Roles = [Role.Liaison, Role.Coordinator, Role.CommissionObserver, Role.Auditor, Role.Administrator];

    public static IRuleBuilderOptions<T, string> IsName<T>(this IRuleBuilderInitial<T, string> rule) => rule.Cascade(CascadeMode.Stop)
        .Must(EntryRules.HasSomethingToRead).WithErrorCode(AdminCode.NameRequired)
        .MaximumLength(MaximumNameLength).WithErrorCode(AdminCode.NameTooLong)
        .Must(IsPlainLine).WithErrorCode(AdminCode.NameUnreadable);

    public static IRuleBuilderOptions<T, string> IsAgencyCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(code => CodeShape().IsMatch(code)).WithErrorCode(AdminCode.CodeShape);

    // What Identity takes in a name to sign in with.
    public static IRuleBuilderOptions<T, string> IsEmail<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(email => email.Length <= MaximumEmailLength && EmailShape().IsMatch(email)).WithErrorCode(AdminCode.EmailShape);

    public static IRuleBuilderOptions<T, DateOnly?> IsDate<T>(this IRuleBuilderInitial<T, DateOnly?> rule) => rule.Cascade(CascadeMode.Stop)
        .NotNull().WithErrorCode(AdminCode.DateRequired)
        .Must(date => date >= earliest && date <= latest).WithErrorCode(AdminCode.DateOutOfRange);

    public static IRuleBuilderOptions<T, Role> IsRole<T>(this IRuleBuilder<T, Role> rule) => rule.Must(Roles.Contains).WithErrorCode(ValidationCode.UnknownValue);

    // One line of what prints: a mark that turns the direction would make a name read as another.
    static bool IsPlainLine(string name) => EntryRules.IsStorable(name)
        && name.EnumerateRunes().All(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    [GeneratedRegex(@"\A[A-Z][A-Z0-9]{1,19}\z", RegexOptions.NonBacktracking)]
    private static partial Regex CodeShape();

    [GeneratedRegex(@"\A[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EmailShape();
}

/// <summary>Codes of the validators' messages; the words are resources (<c>Validation_…</c>).</summary>
public static class AdminCode
{
    public const string NameRequired = nameof(NameRequired);
    public const string NameTooLong = nameof(NameTooLong);
    public const string NameUnreadable = nameof(NameUnreadable);
    public const string CodeShape = nameof(CodeShape);
    public const string EmailShape = nameof(EmailShape);
    public const string DateRequired = nameof(DateRequired);
    public const string DateOutOfRange = nameof(DateOutOfRange);
}
