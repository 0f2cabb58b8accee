using System.Globalization;
using System.Reflection;
using IncidentHub.Domain;
using IncidentHub.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentHub.Tests.Ui;

public class WordsTests
{
    public static TheoryData<string> Languages => ["id-ID", "en-GB"];

    [Theory, MemberData(nameof(Languages))]
    public void Everything_that_the_domain_can_say_has_its_word(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var words = new ServiceCollection().AddLogging().AddUi().BuildServiceProvider().GetRequiredService<Words>();
        var shown = new[]
        {
            typeof(Phase), typeof(TruthStatus), typeof(Severity), typeof(CrisisStatus), typeof(LegalTrack), typeof(Tlp), typeof(Role), typeof(EntryKind), typeof(DataCategory),
            typeof(TaskState), typeof(TaskKind), typeof(FindingState), typeof(ClaimKind), typeof(Reliability), typeof(IncidentHub.Timeline.EntryGroup),
        };
        foreach (var member in shown.SelectMany(t => Enum.GetValues(t).Cast<Enum>()))
            words.Of(member).ShouldNotBeNullOrWhiteSpace();
        foreach (var code in Enum.GetValues<RejectionCode>())
            words.Of(new Rejection(code, "a", "b", "c")).ShouldNotBeNullOrWhiteSpace();
        foreach (var code in typeof(ValidationCode).GetFields(BindingFlags.Public | BindingFlags.Static))
            words.Validation((string)code.GetRawConstantValue()!).ShouldNotBeNullOrWhiteSpace();
        foreach (var action in IncidentHub.App.AppAction.All)
            words[action.Word].ShouldNotBeNullOrWhiteSpace();
        foreach (var state in Enum.GetValues<TaskState>())
            words["TaskMove_" + state].ShouldNotBeNullOrWhiteSpace();
        foreach (var move in Enum.GetValues<FindingState>().SelectMany(FindingRules.Moves))
            words["FindingMove_" + move.To].ShouldNotBeNullOrWhiteSpace();
    }
}
