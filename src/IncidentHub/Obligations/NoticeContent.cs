using System.Collections.Immutable;
using IncidentHub.Domain;

namespace IncidentHub.Obligations;

/// <summary>One thing that the law requires, and whether it is there; null: that can't be read off anything.</summary>
public sealed record RequiredItem(string Text, bool? IsThere);

/// <summary>What an obligation must contain, held against what is written. Pure.</summary>
public static class NoticeContent
{
    /// <summary>UU 27/2022 art. 46, the rule whose notice the product composes. Its id never changes: the log names it.</summary>
    public const string ComposedRule = "uu-27-2022-46";

    public static bool IsComposed(Obligation obligation) => obligation.Rule == ComposedRule || obligation.Notice is not null;

    /// <summary>The pack has the notice's contents in the order of its sections; what another rule requires is vouched for by whoever says that it was met.</summary>
    public static ImmutableArray<RequiredItem> Of(Obligation obligation) =>
    [
        .. obligation.Content.Select((text, index) => new RequiredItem(text,
            !IsComposed(obligation) ? obligation.MetAt is not null ? true : null
            : obligation.Notice is not { Text: var notice } ? false
            : index switch
            {
                0 => !notice.Categories.IsEmpty,
                1 => EntryRules.HasSomethingToRead(notice.Disclosure),
                2 => EntryRules.HasSomethingToRead(notice.Handling),
                _ => null,
            })),
    ];
}
