using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IncidentHub.Admin;
using IncidentHub.Domain;
using IncidentHub.Notifications;
using IncidentHub.Notifications.Channels;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;
using IncidentHub.Timeline;
using IncidentHub.Wall;

namespace IncidentHub.Tests.Architecture;

/// <summary>Every word that the source asks for is there, and none that it doesn't ask for. What the words say is Ui/WordsTests'.</summary>
public partial class WordTests
{
    static readonly HashSet<string> keys = [.. XDocument.Load(Path.Combine(Repository.Root, "src", "IncidentHub", "Resources", "Words.resx")).Root!.Elements("data").Select(d => d.Attribute("name")!.Value)];

    /// <summary>Enums that people never read by name.</summary>
    static readonly Type[] wordless = [typeof(Sight), typeof(RejectionCode), typeof(TaskMover), typeof(FindingMover), typeof(ClarificationMover)];

    static IEnumerable<Type> WordedEnums => typeof(Tlp).Assembly.GetTypes().Where(t => t.IsEnum && t.IsPublic).Except(wordless).Concat([typeof(EntryGroup), typeof(StorageFault), typeof(AdminRefusal), typeof(AdminDeed),
        typeof(ChannelKind), typeof(ChannelDeed), typeof(DeliveryFault), typeof(ChannelRefusal), typeof(NotificationKind)]);

    /// <summary>The keys that no literal in the source says, since they are put together.</summary>
    static IEnumerable<string> ComputedKeys =>
    [
        .. WordedEnums.SelectMany(e => Enum.GetNames(e).Select(name => $"{e.Name}_{name}")),
        .. Enum.GetNames<Tlp>().Select(name => $"TlpReach_{name}"),
        .. Enum.GetNames<RejectionCode>().Select(name => $"Rejection_{name}"),
        .. Enum.GetValues<TaskState>().SelectMany(TaskRules.Moves).Select(move => $"TaskMove_{move.To}"),
        .. new[] { TaskState.Blocked, TaskState.InReview, TaskState.Done }.Select(from => $"TaskMove_InProgress_{from}"),
        .. Enum.GetNames<TaskState>().Select(name => $"Sentence_Task_{name}"),
        .. Enum.GetValues<FindingState>().SelectMany(FindingRules.Moves).Select(move => $"FindingMove_{move.To}"),
        .. new[] { FindingState.Verified, FindingState.Refuted }.SelectMany(verdict => new[] { $"Entry_Voiced_{verdict}", $"Finding_Voice{verdict}" }),
        .. new[] { ObligationStep.Start, ObligationStep.CorrectStart, ObligationStep.Meet }.Select(step => $"ObligationAt_{step}"),
        .. Enum.GetValues<ObligationStep>().Where(step => step is not ObligationStep.WriteNotice).Select(step => $"ObligationWhy_{step}"),
        .. Enum.GetNames<NotificationKind>().Select(name => $"Notification_{name}"),
        .. Enumerable.Range(1, 6).Select(credibility => $"Credibility_{credibility}"),
        .. IncidentHub.Tasks.TaskTemplates.All.SelectMany(t => new[] { $"Template_{t.Name}", $"Template_{t.Name}_Text", $"Template_{t.Name}_Items" }),
        .. IncidentHub.Ui.LocalTime.All.Select(zone => $"Zone_{zone.Suffix}"),
        .. new[] { typeof(ValidationCode), typeof(AdminCode), typeof(ChannelCode), typeof(PairingRule) }.SelectMany(codes => codes.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => $"Validation_{f.GetRawConstantValue()}"),
    ];

    public static TheoryData<string> EveryComputedKey => [.. ComputedKeys.Distinct()];

    [Theory, MemberData(nameof(EveryComputedKey))]
    public void What_is_put_together_is_there(string key) => keys.ShouldContain(key);

    [Fact]
    public void What_the_source_asks_for_is_there() =>
        Repository.Sources(".cs", ".razor").SelectMany(text => Asked().Matches(text)).Select(m => m.Groups["key"].Value).Distinct()
            .Where(key => !keys.Contains(key) && !Prefixes.Contains(key)).ShouldBeEmpty();

    [Fact]
    public void No_word_is_unused()
    {
        var literals = Repository.Sources(".cs", ".razor").SelectMany(text => Literal().Matches(text)).Select(m => m.Groups["key"].Value).ToHashSet();
        literals.Count.ShouldBeGreaterThan(100);
        keys.Except(literals).Except(ComputedKeys).Where(key => !Prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    /// <summary>What the source completes itself: <c>$"TaskMove_{move}"</c>. A component's or a bUnit test renders each of those.</summary>
    static readonly HashSet<string> Prefixes =
        [.. Repository.Sources(".cs", ".razor").SelectMany(text => Completed().Matches(text)).Select(m => m.Groups["prefix"].Value).Where(prefix => prefix.Contains('_'))];

    [GeneratedRegex("""(\$"(?<prefix>[A-Z]\w*)\{|"(?<prefix>[A-Z]\w*)" \+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Completed();

    [GeneratedRegex("""[Ww]ords\["(?<key>\w+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();

    [GeneratedRegex("""
        "(?<key>[A-Z]\w*_\w+)"
        """, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
