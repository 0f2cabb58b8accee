using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class RowCountTests
{
    static readonly AnIncident incident = AnIncident.Open().WithMembers(People.CoordinatorOf("BSSN"));
    static readonly Actor bssn = People.LiaisonOf("BSSN"), kpu = People.LiaisonOf("KPU");

    [Fact]
    public void Whoever_says_a_number_stands_beside_it_and_a_later_one_takes_its_place()
    {
        var said = incident.After(bssn, ACommand.CountRows(RowCountKind.Claimed, 252_327_304));
        said.State.RowCounts.Values.ShouldBe([new RowCount(RowCountKind.Claimed, 252_327_304, bssn.Agency, said.Entries[^1].RecordedAt)]);
        said.Last.Kind.ShouldBe(EntryKind.AffectedData);
        said.Last.Events.ShouldBe([new RowsCounted(RowCountKind.Claimed, 252_327_304)]);
        var changed = said.After(kpu, ACommand.CountRows(RowCountKind.Claimed, 252_327_305));
        changed.State.RowCounts[RowCountKind.Claimed].ShouldBe(new(RowCountKind.Claimed, 252_327_305, kpu.Agency, changed.Entries[^1].RecordedAt));
    }

    [Fact]
    public void What_is_claimed_confirmed_and_compared_with_are_numbers_of_their_own()
    {
        var all = Enum.GetValues<RowCountKind>().Aggregate(incident, (at, kind) => at.After(kpu, ACommand.CountRows(kind, (int)kind)));
        all.State.RowCounts.Values.Select(c => (c.Kind, c.Rows)).ShouldBe([(RowCountKind.Claimed, 0), (RowCountKind.ClaimedDistinct, 1), (RowCountKind.Register, 2), (RowCountKind.Confirmed, 3)]);
        all.After(kpu, ACommand.CountRows(RowCountKind.Confirmed, null)).State.RowCounts.Keys.ShouldBe([RowCountKind.Claimed, RowCountKind.ClaimedDistinct, RowCountKind.Register]);
    }

    [Fact]
    public void What_is_so_already_is_not_recorded_again_and_what_is_not_there_is_not_taken_back()
    {
        incident.After(bssn, ACommand.CountRows(RowCountKind.Claimed, 7)).Refuse(kpu, ACommand.CountRows(RowCountKind.Claimed, 7)).ShouldBe(new(RejectionCode.AlreadySo, 7L));
        incident.Refuse(kpu, ACommand.CountRows(RowCountKind.Claimed, null)).ShouldBe(new(RejectionCode.NoRowCount));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(9_999_999_999, true)]
    [InlineData(-1, false)]
    [InlineData(10_000_000_000, false)]
    // A national identity number.
    [InlineData(3_171_234_567_890_123, false)]
    public void A_count_is_a_count_and_nobodys_number(long rows, bool isOne) =>
        ACommand.CountRows(RowCountKind.Claimed, rows).Faults().ShouldBe(isOne ? [] : [ValidationCode.RowCount]);

    [Fact]
    public void A_wall_that_may_say_the_title_only_says_no_number()
    {
        var said = AnIncident.Open(Tlp.Amber).After(kpu, ACommand.CountRows(RowCountKind.Claimed, 252_327_304));
        WallEntry.Of(said.Entries[^1], WallLog.EveryWall).ShouldNotBeNull().Changes.ShouldBeEmpty();
        WallEntry.Of(AnIncident.Open(Tlp.Green).After(kpu, ACommand.CountRows(RowCountKind.Claimed, 7)).Entries[^1], WallLog.EveryWall).ShouldNotBeNull().Changes.ShouldBe([new RowsCounted(RowCountKind.Claimed, 7)]);
    }

    [Fact]
    public void A_kind_that_there_is_not_is_a_fault() => ACommand.CountRows((RowCountKind)9, 1).Faults().ShouldBe([ValidationCode.UnknownValue]);
}
