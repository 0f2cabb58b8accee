using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using IncidentHub.Timeline;
using IncidentHub.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Ui;

/// <summary>Everything that is read is said in both languages, and nothing is said that nobody reads.</summary>
public partial class WordsTests
{
    static readonly Dictionary<string, string> indonesian = Read("Words.resx");
    static readonly Dictionary<string, string> english = Read("Words.en.resx");

    /// <summary>Enums that people never read by name.</summary>
    static readonly Type[] wordless = [typeof(Sight), typeof(RejectionCode)];

    static IEnumerable<Type> WordedEnums => typeof(Tlp).Assembly.GetTypes().Where(t => t.IsEnum && t.IsPublic).Except(wordless).Concat([typeof(EntryGroup), typeof(StorageFault)]);

    /// <summary>The keys that no literal in the source says, since they are put together.</summary>
    static IEnumerable<string> ComputedKeys =>
    [
        .. WordedEnums.SelectMany(e => Enum.GetNames(e).Select(name => $"{e.Name}_{name}")),
        .. Enum.GetNames<Tlp>().Select(name => $"TlpReach_{name}"),
        .. Enum.GetNames<RejectionCode>().Select(name => $"Rejection_{name}"),
        .. typeof(ValidationCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => $"Validation_{f.GetRawConstantValue()}"),
    ];

    public static TheoryData<string> EveryComputedKey => [.. ComputedKeys];

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        indonesian.ShouldNotBeEmpty();
        english.Keys.Order(StringComparer.Ordinal).ShouldBe(indonesian.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_languages_take_the_same_arguments()
    {
        foreach (var (key, sentence) in indonesian)
            Places(english[key]).ShouldBe(Places(sentence), key);
    }

    [Fact]
    public void No_word_is_empty() =>
        indonesian.Concat(english).Where(w => string.IsNullOrWhiteSpace(w.Value)).ShouldBeEmpty();

    [Theory, MemberData(nameof(EveryComputedKey))]
    public void What_is_put_together_is_there(string key) => indonesian.ShouldContainKey(key);

    [Fact]
    public void What_the_source_asks_for_is_there() =>
        Repository.Sources(".cs", ".razor").SelectMany(text => Asked().Matches(text)).Select(m => m.Groups["key"].Value).Distinct()
            .Where(key => !indonesian.ContainsKey(key)).ShouldBeEmpty();

    [Fact]
    public void No_word_is_unused()
    {
        var literals = Repository.Sources(".cs", ".razor").SelectMany(text => Literal().Matches(text)).Select(m => m.Groups["key"].Value).ToHashSet();
        literals.Count.ShouldBeGreaterThan(100);
        indonesian.Keys.Except(literals).Except(ComputedKeys).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("id-ID")]
    [InlineData("en-GB")]
    public void Every_outcome_has_its_sentence(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var words = new ServiceCollection().AddLogging().AddUi().BuildServiceProvider().GetRequiredService<Words>();
        foreach (var code in Enum.GetValues<RejectionCode>())
        {
            var sentence = words.Errors(new Outcome.Rejected(ARejection(code))).ShouldHaveSingleItem();
            sentence.ShouldNotMatch(@"\{\d|Immutable|System\.|_");
        }
        foreach (var fault in Enum.GetValues<StorageFault>())
            words.Errors(new Outcome.Unavailable(fault)).ShouldHaveSingleItem().ShouldNotBeNullOrWhiteSpace();
    }

    /// <summary>With the arguments that the domain says it has.</summary>
    static Rejection ARejection(RejectionCode code) => code switch
    {
        RejectionCode.OnlyAuthorsAgency => new(code, "BSSN"),
        RejectionCode.PhaseMayNotFollow => new(code, Phase.Triage, PhaseRules.Next(Phase.Triage)),
        RejectionCode.AlreadySo => new(code, CrisisStatus.Normal),
        RejectionCode.AudienceNotMember => new(code, new AgencyId("BIN")),
        RejectionCode.RecipientOutsideAudience or RejectionCode.AlreadyMember => new(code, "Narahubung BIN"),
        _ => new(code),
    };

    static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", "IncidentHub", "Resources", file)).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    static string Places(string sentence) => string.Join(' ', Place().Matches(sentence).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex("""[Ww]ords\["(?<key>\w+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();

    [GeneratedRegex("""
        "(?<key>[A-Z]\w*_\w+)"
        """, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
