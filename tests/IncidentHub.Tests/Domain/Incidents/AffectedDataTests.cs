using System.Reflection;
using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class AffectedDataTests
{
    static readonly AnIncident incident = AnIncident.Open().WithMembers(People.CoordinatorOf("BSSN"));

    [Fact]
    public void Any_liaison_claims_and_takes_back()
    {
        foreach (var actor in People.Team)
        {
            var claimed = incident.After(actor, ACommand.Claim(DataCategory.FamilyCard));
            claimed.State.AffectedData.Values.ShouldBe([new AffectedData(DataCategory.FamilyCard, IsClaimed: true, IsConfirmed: false)]);
            claimed.Last.Events.ShouldBe([new DataCategoryClaimed(DataCategory.FamilyCard, Claimed: true)]);
            claimed.Last.Kind.ShouldBe(EntryKind.AffectedData);
            claimed.After(People.LiaisonOf("BIN"), ACommand.Claim(DataCategory.FamilyCard) with { Claimed = false }).State.AffectedData[DataCategory.FamilyCard].IsClaimed.ShouldBeFalse();
        }
    }

    [Fact]
    public void Only_the_controller_confirms()
    {
        var confirm = ACommand.Confirm(DataCategory.FamilyCard);
        foreach (var actor in new[] { People.LiaisonOf("KPU"), People.Coordinator })
            incident.After(actor, confirm).State.AffectedData.Values.ShouldBe([new AffectedData(DataCategory.FamilyCard, IsClaimed: false, IsConfirmed: true)]);
        foreach (var actor in People.Team.Where(a => a.Agency.Code is not "KPU").Append(People.CoordinatorOf("BSSN")).Append(People.Auditor).Append(People.Auditor with { Agency = AgencyId.Controller }))
            incident.Refuse(actor, confirm).ShouldBe(new(RejectionCode.OnlyController));
    }

    [Fact]
    public void Claimed_and_confirmed_are_two_things()
    {
        var both = incident.After(People.LiaisonOf("BIN"), ACommand.Claim(DataCategory.Name)).After(People.Coordinator, ACommand.Confirm(DataCategory.Name));
        both.State.AffectedData[DataCategory.Name].ShouldBe(new(DataCategory.Name, IsClaimed: true, IsConfirmed: true));
        both.After(People.LiaisonOf("BIN"), ACommand.Claim(DataCategory.Name) with { Claimed = false }).State.AffectedData[DataCategory.Name].ShouldBe(new(DataCategory.Name, IsClaimed: false, IsConfirmed: true));
        both.After(People.Coordinator, ACommand.Confirm(DataCategory.Name) with { Confirmed = false }).State.AffectedData[DataCategory.Name].ShouldBe(new(DataCategory.Name, IsClaimed: true, IsConfirmed: false));
    }

    [Fact]
    public void Neither_auditor_nor_whoever_is_outside_claims()
    {
        incident.Refuse(People.Auditor, ACommand.Claim(DataCategory.Name)).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall })
            incident.Refuse(actor, ACommand.Claim(DataCategory.Name)).ShouldBe(new(RejectionCode.NotFound));
    }

    [Fact]
    public void What_is_so_already_is_not_recorded_again()
    {
        Rejection already = new(RejectionCode.AlreadySo, DataCategory.Name);
        incident.Refuse(People.Coordinator, ACommand.Claim(DataCategory.Name) with { Claimed = false }).ShouldBe(already);
        incident.Refuse(People.Coordinator, ACommand.Confirm(DataCategory.Name) with { Confirmed = false }).ShouldBe(already);
        incident.After(People.Coordinator, ACommand.Claim(DataCategory.Name)).Refuse(People.LiaisonOf("BIN"), ACommand.Claim(DataCategory.Name)).ShouldBe(already);
        incident.After(People.Coordinator, ACommand.Confirm(DataCategory.Name)).Refuse(People.Coordinator, ACommand.Confirm(DataCategory.Name)).ShouldBe(already);
    }

    [Fact]
    public void A_category_that_there_is_not_is_a_fault()
    {
        ACommand.Claim((DataCategory)13).Faults().ShouldBe([ValidationCode.UnknownValue]);
        ACommand.Confirm((DataCategory)(-1)).Faults().ShouldBe([ValidationCode.UnknownValue]);
    }

    /// <summary>Whose data it was is nobody's business here: what takes a text, a number or bytes could take a value.</summary>
    [Theory]
    [InlineData(typeof(ClaimAffectedData))]
    [InlineData(typeof(ConfirmAffectedData))]
    [InlineData(typeof(DataCategoryClaimed))]
    [InlineData(typeof(DataCategoryConfirmed))]
    [InlineData(typeof(AffectedData))]
    [InlineData(typeof(DataChange))]
    public void Nothing_of_it_has_room_for_a_value(Type type)
    {
        var writable = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.Name is not "Reason").ToList();
        writable.ShouldContain(p => p.PropertyType == typeof(DataCategory));
        writable.ShouldAllBe(p => p.PropertyType == typeof(DataCategory) || p.PropertyType == typeof(bool) || p.PropertyType == typeof(Guid) && p.Name == "CommandId");
        type.GetFields(BindingFlags.Public | BindingFlags.Instance).ShouldBeEmpty();
    }

    [Fact]
    public void All_that_speaks_of_a_data_category_is_looked_at_above()
    {
        var asked = typeof(AffectedDataTests).GetMethod(nameof(Nothing_of_it_has_room_for_a_value))!.GetCustomAttributes<InlineDataAttribute>().Select(a => (Type)a.Data[0]!);
        typeof(Command).Assembly.GetTypes().Where(t => t.IsPublic && t.GetProperties().Any(p => p.PropertyType == typeof(DataCategory))).ShouldBe(asked, ignoreOrder: true);
    }
}
