using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class OpenIncidentTests
{
    static readonly AnIncident before = AnIncident.NotYetOpen();
    static readonly OpenIncident open = ACommand.Open();

    [Fact]
    public void It_begins_reported_and_alleged()
    {
        var state = before.After(People.Coordinator, open).State;
        state.Phase.ShouldBe(Phase.Reported);
        state.Truth.ShouldBe(TruthStatus.Alleged);
        state.Severity.ShouldBe(Severity.High);
        state.Crisis.ShouldBe(CrisisStatus.Normal);
        state.ProposedCrisis.ShouldBeNull();
        state.LegalTrack.ShouldBe(LegalTrack.None);
        state.Title.ShouldBe("Dugaan kebocoran DPT");
        state.Tlp.ShouldBe(Tlp.Amber);
    }

    [Fact]
    public void Its_reference_is_that_of_its_first_entry_under_another_prefix()
    {
        var incident = before.After(People.Coordinator, open);
        incident.State.Reference.Text.ShouldStartWith("INS-");
        incident.State.Reference.Text[3..].ShouldBe(incident.Last.Reference.Text[1..]);
    }

    [Fact]
    public void The_opener_must_be_a_member() =>
        before.Refuse(People.LiaisonOf("BSSN"), open).Code.ShouldBe(RejectionCode.OpenerMustBeMember);

    [Fact]
    public void A_liaison_opens_it_together_with_a_coordinator()
    {
        var liaison = People.LiaisonOf("KOMINFO");
        before.Refuse(liaison, open with { Members = [liaison.Person] }).Code.ShouldBe(RejectionCode.NeedsCoordinatorMember);
        before.After(liaison, open with { Members = [liaison.Person, People.Coordinator.Person] }).State.Members.Count.ShouldBe(2);
    }

    [Fact]
    public void A_member_without_an_account_is_not_found() =>
        before.Refuse(People.Coordinator, open with { Members = [People.Coordinator.Person, People.LiaisonOf("NOBODY").Person] }).Code.ShouldBe(RejectionCode.NotFound);

    [Fact]
    public void Only_those_who_act_for_an_agency_are_members()
    {
        foreach (var person in new[] { People.Auditor, People.Observer, People.Wall, People.Administrator })
            before.Refuse(People.Coordinator, open with { Members = [People.Coordinator.Person, person.Person] }).Code.ShouldBe(RejectionCode.NotALiaison);
    }

    [Fact]
    public void A_member_named_twice_is_one_member() =>
        before.After(People.Coordinator, open with { Members = [People.Coordinator.Person, People.Coordinator.Person] }).State.Members.Count.ShouldBe(1);

    [Fact]
    public void It_was_reported_in_the_past() =>
        before.Refuse(People.Coordinator, open with { OccurredAt = AnIncident.Now.AddMinutes(6) }).Code.ShouldBe(RejectionCode.OccurredInFuture);

    [Fact]
    public void The_same_command_of_the_same_person_is_the_same_incident()
    {
        var (command, other) = (Guid.NewGuid(), Guid.NewGuid());
        var id = OpenIncident.IdFor(People.Coordinator.Person, command);
        OpenIncident.IdFor(People.Coordinator.Person, command).ShouldBe(id);
        OpenIncident.IdFor(People.Coordinator.Person, other).ShouldNotBe(id);
        OpenIncident.IdFor(People.LiaisonOf("KPU").Person, command).ShouldNotBe(id);
        id.Value.Version.ShouldBe(8);
    }

    [Fact]
    public void Its_title_has_1_to_200_characters()
    {
        (open with { Title = "" }).Faults().ShouldBe([ValidationCode.TitleRequired]);
        (open with { Title = "  " }).Faults().ShouldBe([ValidationCode.TitleRequired]);
        (open with { Title = "x" }).Faults().ShouldBeEmpty();
        (open with { Title = new string('x', 200) }).Faults().ShouldBeEmpty();
        (open with { Title = new string('x', 201) }).Faults().ShouldBe([ValidationCode.TitleTooLong]);
    }

    [Fact]
    public void Its_title_can_be_read()
    {
        (open with { Title = "\u200B\u2060" }).Faults().ShouldBe([ValidationCode.TitleRequired]);
        (open with { Title = "DPT\u0007" }).Faults().ShouldBe([ValidationCode.TextUnreadable]);
        (open with { Title = "DPT\uD800" }).Faults().ShouldBe([ValidationCode.TextUnreadable]);
    }

    [Theory]
    [InlineData(Tlp.Clear, true)]
    [InlineData(Tlp.Green, true)]
    [InlineData(Tlp.Amber, true)]
    [InlineData(Tlp.AmberStrict, false)]
    [InlineData(Tlp.Red, false)]
    [InlineData((Tlp)5, false)]
    public void All_members_see_its_state_so_that_its_label_lets_them(Tlp label, bool allowed) =>
        (open with { Tlp = label }).Faults().ShouldBe(allowed ? [] : [ValidationCode.IncidentTlpTooStrict]);

    [Fact]
    public void What_else_is_a_fault()
    {
        (open with { Members = [] }).Faults().ShouldBe([ValidationCode.MembersRequired]);
        (open with { Severity = (Severity)4 }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (open with { OccurredAt = new DateTimeOffset(1999, 12, 31, 23, 59, 59, TimeSpan.Zero) }).Faults().ShouldBe([ValidationCode.OccurredTooEarly]);
    }
}
