using System.Globalization;
using System.Net.Mail;
using System.Text;
using FluentValidation;
using IncidentHub.Domain;

namespace IncidentHub.Notifications.Channels;

/// <summary>The shapes of what a channel is given.</summary>
public static class ChannelRules
{
    /// <summary>In UTF-16 code units, as a browser's maxlength counts.</summary>
    public const int MaximumNameLength = 60;
    public const int MaximumUrlLength = 1_000;
    public const int MaximumAddressesLength = 1_000;
    public const int MostAddresses = 10;
    const int MaximumAddressLength = 254;
    static readonly char[] separators = [',', ';', '\n', '\r', ' ', '\t'];

    public static IRuleBuilderOptions<T, string> IsChannelName<T>(this IRuleBuilderInitial<T, string> rule) => rule.Cascade(CascadeMode.Stop)
        .Must(EntryRules.HasSomethingToRead).WithErrorCode(ChannelCode.ChannelNameRequired)
        .MaximumLength(MaximumNameLength).WithErrorCode(ChannelCode.ChannelNameTooLong)
        .Must(IsPlainLine).WithErrorCode(ChannelCode.ChannelNameUnreadable);

    /// <summary>Only https: what is told travels in it. No name or password before the host: they would be shown where the host is.</summary>
    public static IRuleBuilderOptions<T, string> IsWebhookUrl<T>(this IRuleBuilderInitial<T, string> rule) => rule.Cascade(CascadeMode.Stop)
        .Must(url => url.Length is > 0 and <= MaximumUrlLength && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IdnHost.Length > 0 && uri.Fragment.Length == 0).WithErrorCode(ChannelCode.UrlShape)
        .Must(url => new Uri(url).Scheme == Uri.UriSchemeHttps).WithErrorCode(ChannelCode.UrlNotHttps)
        .Must(url => new Uri(url).UserInfo.Length == 0).WithErrorCode(ChannelCode.UrlWithUser);

    public static IRuleBuilderOptions<T, string> IsAddressList<T>(this IRuleBuilderInitial<T, string> rule) => rule.Cascade(CascadeMode.Stop)
        .Must(text => AddressesIn(text).Count > 0).WithErrorCode(ChannelCode.AddressRequired)
        .Must(text => AddressesIn(text).Count <= MostAddresses).WithErrorCode(ChannelCode.TooManyAddresses)
        .Must(text => AddressesIn(text).All(IsAddress)).WithErrorCode(ChannelCode.AddressShape);

    /// <summary>One per line, or between commas; each once.</summary>
    public static IReadOnlyList<string> AddressesIn(string text) => [.. text.Split(separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    // Plain ASCII and nothing but the address: no display name, no comment, no second header.
    static bool IsAddress(string text) =>
        text.Length <= MaximumAddressLength && text.All(c => char.IsAsciiLetterOrDigit(c) || ".@_+-".Contains(c)) && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.');

    static bool IsPlainLine(string name) => EntryRules.IsStorable(name)
        && name.EnumerateRunes().All(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}

/// <summary>Codes of the validators' messages; the words are resources (<c>Validation_…</c>).</summary>
public static class ChannelCode
{
    public const string ChannelNameRequired = nameof(ChannelNameRequired);
    public const string ChannelNameTooLong = nameof(ChannelNameTooLong);
    public const string ChannelNameUnreadable = nameof(ChannelNameUnreadable);
    public const string UrlShape = nameof(UrlShape);
    public const string UrlNotHttps = nameof(UrlNotHttps);
    public const string UrlWithUser = nameof(UrlWithUser);
    public const string AddressRequired = nameof(AddressRequired);
    public const string TooManyAddresses = nameof(TooManyAddresses);
    public const string AddressShape = nameof(AddressShape);
}
