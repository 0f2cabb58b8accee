using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentHub.Domain;
using IncidentHub.Storage;

namespace IncidentHub.Obligations;

/// <summary>Reads the rules of law from their file: the one beside the program, or <c>Obligations:Rules</c>.</summary>
public static class RuleBook
{
    static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // A name that is spelled wrong would otherwise be a duration that nobody counts.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static IServiceCollection AddObligations(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var path = configuration["Obligations:Rules"];
        return services.AddSingleton(Load(path is null ? Shipped : Path.GetFullPath(path, contentRoot)));
    }

    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "Obligations", "rules.json");

    /// <exception cref="StartupRefusedException">The file can't be read, or makes no sense; the message says where.</exception>
    public static RulePack Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new StartupRefusedException($"The rules of law in {path} can't be used: {error.Message}", error);
        }
    }

    /// <exception cref="JsonException">It is no such file.</exception>
    /// <exception cref="FormatException">A rule makes no sense.</exception>
    public static RulePack Parse(string json)
    {
        var rules = JsonSerializer.Deserialize<Sheet>(json, options)?.Rules;
        if (rules is not { IsDefaultOrEmpty: false } some)
            throw new FormatException("there are no rules in it.");
        if (some.GroupBy(r => r.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new FormatException($"'{twice.Key}' stands in it more than once.");
        foreach (var (index, rule) in some.Index())
        {
            if (Fault(rule) is { } fault)
                throw new FormatException($"rule {index + 1} ('{rule.Id}') {fault}.");
        }
        return new RulePack(some);
    }

    static string? Fault(Rule rule) =>
        new[] { rule.Id, rule.Title, rule.TitleEnglish, rule.Citation, rule.Trigger }.Any(string.IsNullOrWhiteSpace) ? "lacks its id, a title, its citation or its trigger"
        : rule.Title.Length > EntryRules.MaximumTitleLength ? $"has a title of more than {EntryRules.MaximumTitleLength} characters"
        : IsMissing(rule.Addressees) || IsMissing(rule.Content) ? "lacks its addressees or its required content"
        : rule.Hours <= 0 ? "has no hours; leave them out where the law names none"
        : rule.Counting is Counting.CalendarDays && rule.Hours % 24 is not 0 ? "counts days, so its hours must be a multiple of 24"
        : rule.From == default ? "lacks the day from which it is in force"
        : rule.To < rule.From ? "ends before it begins"
        : null;

    static bool IsMissing(ImmutableArray<string> texts) => texts.IsDefaultOrEmpty || texts.Any(string.IsNullOrWhiteSpace);

    sealed record Sheet(string? Note, ImmutableArray<Rule> Rules);
}
