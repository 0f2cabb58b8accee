using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using IncidentHub.Domain;
using IncidentHub.Rooms;
using IncidentHub.Storage;
using IncidentHub.Tests.Support.Rendering;
using IncidentHub.Timeline;
using IncidentHub.Ui;

namespace IncidentHub.Tests.Ui;

public partial class WordsTests : ComponentTest
{
    static readonly string[] cultures = ["id-ID", "en-GB"];

    [Fact]
    public void Every_word_is_there_in_both_languages_with_the_same_places_for_arguments()
    {
        var words = new ResourceManager("IncidentHub.Resources.Words", typeof(Words).Assembly);
        var indonesian = Of(words, "");
        var english = Of(words, "en");
        english.Keys.Order(StringComparer.Ordinal).ShouldBe(indonesian.Keys.Order(StringComparer.Ordinal));
        indonesian.Where(w => string.Join(' ', Places(w.Value)) != string.Join(' ', Places(english[w.Key]))).ShouldBeEmpty();
    }

    [Fact]
    public void Everything_that_a_page_names_has_a_word()
    {
        Type[] enums = [typeof(Phase), typeof(TruthStatus), typeof(Severity), typeof(CrisisStatus), typeof(LegalTrack), typeof(Tlp), typeof(EntryKind), typeof(EntryGroup), typeof(Role)];
        foreach (var culture in cultures)
        {
            ReadIn(culture);
            foreach (var value in enums.SelectMany(e => Enum.GetValues(e).Cast<Enum>()))
                Words.Of(value).ShouldNotBeNullOrWhiteSpace();
            foreach (var label in Enum.GetValues<Tlp>())
                Words.Reach(label).ShouldNotBeNullOrWhiteSpace();
            foreach (var code in Enum.GetValues<RejectionCode>())
                Words.Of(new Rejection(code, "a", "b")).ShouldNotContain("{");
            foreach (var fault in Enum.GetValues<StorageFault>())
                Words.Errors(new Outcome.Unavailable(fault)).ShouldHaveSingleItem().ShouldNotBeNullOrWhiteSpace();
            foreach (var code in typeof(ValidationCode).GetFields().Select(f => (string)f.GetRawConstantValue()!))
                Words.Validation(code).ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void Arguments_of_a_rejection_are_words_too()
    {
        ReadIn("id-ID");
        Words.Of(new Rejection(RejectionCode.PhaseMayNotFollow, Phase.Contained, PhaseRules.Next(Phase.Contained)))
            .ShouldBe("Fase saat ini Terkendali. Fase berikutnya yang diperbolehkan: Pemulihan, Penanganan.");
        Words.Errors(new Outcome.Done(default, default)).ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_word_is_a_bug_not_a_key_on_a_page() => Should.Throw<KeyNotFoundException>(() => Words["Tidak_Ada"]);

    [Theory]
    [InlineData("id-ID", "10.15", "04/12/2023 10.15 WIB", "Senin, 4 Desember 2023")]
    [InlineData("en-GB", "10:15", "04/12/2023 10:15 WIB", "Monday, 4 December 2023")]
    public void Times_are_read_in_their_zone_and_language(string culture, string clock, string full, string day)
    {
        ReadIn(culture);
        var at = new DateTimeOffset(2023, 12, 4, 3, 15, 0, TimeSpan.Zero);
        (LocalTime.Wib.Clock(at), LocalTime.Wib.DateAndClock(at), LocalTime.Wib.DayHeading(at)).ShouldBe((clock, full, day));
        LocalTime.Wib.Machine(at).ShouldBe("2023-12-04T10:15:00+07:00");
        LocalTime.Of("Asia/Jayapura").Clock(at)[..2].ShouldBe("12");
        LocalTime.Wib.FromLocal(LocalTime.Wib.ToLocal(at)).ShouldBe(at);
    }

    static Dictionary<string, string> Of(ResourceManager words, string culture) =>
        words.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Place();
}
