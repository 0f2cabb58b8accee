using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Rooms;

namespace IncidentHub.Timeline;

/// <summary>What the URL asks of the timeline: <c>?jenis=Observations&amp;instansi=BSSN&amp;q=log+akses</c>.</summary>
public sealed record TimelineQuery(EntryGroup? Group, AgencyId? Agency, string? Search)
{
    public const string GroupKey = "jenis";
    public const string AgencyKey = "instansi";
    public const string SearchKey = "q";

    public static readonly TimelineQuery Everything = new(null, null, null);

    /// <summary>Whatever can't be read counts as not asked.</summary>
    public static TimelineQuery From(string? group, string? agency, string? search) => new(
        Enum.TryParse<EntryGroup>(group, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
        string.IsNullOrWhiteSpace(agency) ? null : new AgencyId(agency.Trim().ToUpperInvariant()),
        string.IsNullOrWhiteSpace(search) ? null : search.Trim());

    public bool IsEverything => this == Everything;

    public EntryFilter Filter => new(
        Group is { } group ? [.. Enum.GetValues<EntryKind>().Where(k => EntryGroups.Of(k) == group)] : [], Agency, Tokenizer.Words(Search ?? ""));

    /// <summary>The same question to an entry that has just come in.</summary>
    public bool Matches(EntryView entry) =>
        (Group is null || EntryGroups.Of(entry.Kind) == Group)
        && (Agency is null || entry.Author.Agency == Agency)
        && (Search is null || Tokenizer.Matches(IncidentLog.SearchText(entry.Text, entry.Source, entry.Text is null ? [] : entry.Changes), Tokenizer.Words(Search)));

    public IReadOnlyDictionary<string, object?> ToParameters() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [GroupKey] = Group?.ToString(),
        [AgencyKey] = Agency?.Code,
        [SearchKey] = Search,
    };
}
