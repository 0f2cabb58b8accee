using System.Text.Json;
using IncidentHub.Domain;
using IncidentHub.Obligations;
using IncidentHub.Storage;

namespace IncidentHub.Tests.Obligations;

public class RuleBookTests
{
    [Fact]
    public void The_shipped_rules_are_those_of_the_domains_page()
    {
        var pack = RuleBook.Load(RuleBook.Shipped);
        pack.Rules.Select(r => (r.Id, r.Hours)).ShouldBe([("uu-27-2022-46", 72), ("klarifikasi-uu-pdp", 72), ("bssn-1-2024-15", 24), ("pp-71-2019-24-3", null), ("permenkominfo-20-2016-28", 14 * 24)]);
        pack.Find("permenkominfo-20-2016-28")!.SupersededBy.ShouldNotBeNullOrWhiteSpace();
        pack.Find("bssn-1-2024-15")!.IsInForce(new DateTimeOffset(2023, 11, 28, 0, 0, 0, TimeSpan.Zero)).ShouldBeFalse();
        pack.Rules.Where(r => r.IsInForce(new DateTimeOffset(2023, 11, 28, 0, 0, 0, TimeSpan.Zero))).Count().ShouldBe(4);
        pack.Find("lain").ShouldBeNull();
    }

    public static TheoryData<string, string> EveryFault => new()
    {
        { """{"rules":[]}""", "no rules" },
        { """{}""", "no rules" },
        { Rule().Replace("\"hours\":24", "\"hours\":0", StringComparison.Ordinal), "no hours" },
        { Rule().Replace("\"hours\":24", "\"hours\":25", StringComparison.Ordinal).Replace("calendar-hours", "calendar-days", StringComparison.Ordinal), "multiple of 24" },
        { Rule().Replace("\"id\":\"a\"", "\"id\":\"\"", StringComparison.Ordinal), "lacks its id" },
        { Rule().Replace("[\"isi\"]", "[]", StringComparison.Ordinal), "required content" },
        { Rule().Replace("\"from\":\"2024-01-01\"", "\"from\":\"2024-01-01\",\"to\":\"2023-01-01\"", StringComparison.Ordinal), "ends before" },
        { Rule().Replace(",\"from\":\"2024-01-01\"", "", StringComparison.Ordinal), "lacks the day" },
        { $$"""{"rules":[{{Rule(inner: true)}},{{Rule(inner: true)}}]}""", "more than once" },
    };

    [Theory, MemberData(nameof(EveryFault))]
    public void A_rule_that_makes_no_sense_is_named(string json, string fault) =>
        Should.Throw<FormatException>(() => RuleBook.Parse(json)).Message.ShouldContain(fault);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"rules":[{"hour":1}]}""")]
    [InlineData("""{"rules":[{"counting":"workdays"}]}""")]
    public void What_is_no_such_file_is_refused(string json) => Should.Throw<JsonException>(() => RuleBook.Parse(json));

    [Fact]
    public void A_good_one_is_read() => RuleBook.Parse(Rule()).Rules.ShouldHaveSingleItem().Counting.ShouldBe(Counting.CalendarHours);

    [Fact]
    public void A_file_that_cannot_be_used_stops_the_start_with_one_sentence()
    {
        Should.Throw<StartupRefusedException>(() => RuleBook.Load("/nowhere/rules.json")).Message.ShouldStartWith("The rules of law in /nowhere/rules.json can't be used: ");
        var broken = Path.GetTempFileName();
        File.WriteAllText(broken, """{"rules":[]}""");
        Should.Throw<StartupRefusedException>(() => RuleBook.Load(broken)).Message.ShouldEndWith("there are no rules in it.");
        File.Delete(broken);
    }

    static string Rule(bool inner = false)
    {
        const string rule = """{"id":"a","title":"A","title_english":"A","citation":"UU","trigger":"x","hours":24,"counting":"calendar-hours","addressees":["b"],"content":["isi"],"from":"2024-01-01"}""";
        return inner ? rule : $$"""{"rules":[{{rule}}]}""";
    }
}
