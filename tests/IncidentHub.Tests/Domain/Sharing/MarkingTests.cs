using FsCheck;
using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class MarkingTests
{
    [Fact]
    public void A_marking_is_within_itself() => Always.Holds(Some.Marking, marking => marking.IsWithin(marking));

    [Fact]
    public void What_is_within_something_within_a_third_is_within_the_third() =>
        Always.Holds(
            from a in Some.Marking
            from b in Some.Marking
            from c in Some.Marking
            select (a, b, c),
            m => !(m.a.IsWithin(m.b) && m.b.IsWithin(m.c)) || m.a.IsWithin(m.c),
            times: 20_000);

    [Fact]
    public void Nobody_sees_more_of_what_is_within() =>
        Always.Holds(Pairs, m => !m.A.IsWithin(m.B) || NobodySeesMore(m.A, m.B), times: 20_000);

    [Fact]
    public void Under_the_same_label_nobody_sees_more_only_of_what_is_within() =>
        Always.Holds(Pairs.Select(m => (m.A, B: m.B with { Tlp = m.A.Tlp })), m => m.A.IsWithin(m.B) == NobodySeesMore(m.A, m.B), times: 20_000);

    [Fact]
    public void A_lighter_label_is_never_within() =>
        Always.Holds(Pairs, m => m.A.Tlp >= m.B.Tlp || !m.A.IsWithin(m.B));

    [Fact]
    public void Equal_markings_have_equal_hash_codes_however_they_were_made() =>
        Always.Holds(Some.Marking, marking =>
        {
            var copy = new Marking(marking.Tlp, [.. marking.Audience.Reverse()], [.. marking.Recipients.Reverse()]);
            return copy.Equals(marking) && copy.GetHashCode() == marking.GetHashCode();
        });

    [Theory]
    [InlineData(Tlp.Clear, true)]
    [InlineData(Tlp.Green, true)]
    [InlineData(Tlp.Amber, true)]
    [InlineData(Tlp.AmberStrict, false)]
    [InlineData(Tlp.Red, false)]
    public void Amber_strict_and_red_are_never_released(Tlp label, bool may) => Marking.WholeTeam(label).MayBeReleased.ShouldBe(may);

    static Gen<(Marking A, Marking B)> Pairs =>
        from a in Some.Marking
        from b in Some.Marking
        select (a, b);

    /// <summary>Of what the same person wrote under both: somebody whom neither names.</summary>
    static bool NobodySeesMore(Marking a, Marking b) =>
        Some.EveryViewpoint.All(v => Sharing.See(v, a, Some.Stranger) <= Sharing.See(v, b, Some.Stranger));
}
