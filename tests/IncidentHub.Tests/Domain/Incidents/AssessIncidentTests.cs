using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class AssessIncidentTests
{
    static readonly AnIncident incident = AnIncident.Open();

    [Fact]
    public void The_coordinator_sets_the_severity() =>
        incident.After(People.Coordinator, ACommand.ChangeSeverity(Severity.Critical)).State.Severity.ShouldBe(Severity.Critical);

    [Fact]
    public void What_is_so_already_is_not_recorded_again()
    {
        incident.Refuse(People.Coordinator, ACommand.ChangeSeverity(Severity.High)).ShouldBe(new(RejectionCode.AlreadySo, Severity.High));
        incident.Refuse(People.Coordinator, ACommand.ChangeCrisisStatus(CrisisStatus.Normal)).ShouldBe(new(RejectionCode.AlreadySo, CrisisStatus.Normal));
        incident.Refuse(People.LiaisonOf("BARESKRIM"), ACommand.ChangeLegalTrack(LegalTrack.None)).ShouldBe(new(RejectionCode.AlreadySo, LegalTrack.None));
        incident.WithProposedCrisisStatus(CrisisStatus.Crisis).Refuse(People.LiaisonOf("BSSN"), ACommand.ProposeCrisisStatus(CrisisStatus.Crisis))
            .ShouldBe(new(RejectionCode.AlreadySo, CrisisStatus.Crisis));
    }

    [Theory]
    [InlineData(CrisisStatus.EarlyWarning)]
    [InlineData(CrisisStatus.Crisis)]
    public void Without_a_proposal_of_BSSN_the_crisis_status_stays(CrisisStatus to) =>
        incident.Refuse(People.Coordinator, ACommand.ChangeCrisisStatus(to)).Code.ShouldBe(RejectionCode.CrisisStatusNotProposed);

    [Fact]
    public void Nor_does_the_coordinator_go_further_than_BSSN_proposed() =>
        incident.WithProposedCrisisStatus(CrisisStatus.EarlyWarning).Refuse(People.Coordinator, ACommand.ChangeCrisisStatus(CrisisStatus.Crisis)).Code
            .ShouldBe(RejectionCode.CrisisStatusNotProposed);

    [Fact]
    public void A_proposal_changes_nothing_until_the_coordinator_follows_it()
    {
        var proposed = incident.WithProposedCrisisStatus(CrisisStatus.Crisis);
        proposed.State.Crisis.ShouldBe(CrisisStatus.Normal);
        proposed.State.ProposedCrisis.ShouldBe(CrisisStatus.Crisis);

        var followed = proposed.After(People.Coordinator, ACommand.ChangeCrisisStatus(CrisisStatus.Crisis));
        followed.State.Crisis.ShouldBe(CrisisStatus.Crisis);
        followed.State.ProposedCrisis.ShouldBeNull();
    }

    [Fact]
    public void A_proposal_is_used_up_by_following_it()
    {
        var back = incident
            .WithProposedCrisisStatus(CrisisStatus.Crisis).After(People.Coordinator, ACommand.ChangeCrisisStatus(CrisisStatus.Crisis))
            .WithProposedCrisisStatus(CrisisStatus.Normal).After(People.Coordinator, ACommand.ChangeCrisisStatus(CrisisStatus.Normal));
        back.Refuse(People.Coordinator, ACommand.ChangeCrisisStatus(CrisisStatus.Crisis)).Code.ShouldBe(RejectionCode.CrisisStatusNotProposed);
    }

    [Fact]
    public void A_later_proposal_replaces_an_earlier_one() =>
        incident.WithProposedCrisisStatus(CrisisStatus.Crisis).WithProposedCrisisStatus(CrisisStatus.EarlyWarning)
            .Refuse(People.Coordinator, ACommand.ChangeCrisisStatus(CrisisStatus.Crisis)).Code.ShouldBe(RejectionCode.CrisisStatusNotProposed);

    [Fact]
    public void Proposing_the_present_status_takes_an_open_proposal_back()
    {
        var bssn = People.LiaisonOf("BSSN");
        incident.Refuse(bssn, ACommand.ProposeCrisisStatus(CrisisStatus.Normal)).ShouldBe(new(RejectionCode.AlreadySo, CrisisStatus.Normal));

        var withdrawn = incident.WithProposedCrisisStatus(CrisisStatus.Crisis).WithProposedCrisisStatus(CrisisStatus.Normal);
        withdrawn.State.ProposedCrisis.ShouldBeNull();
        withdrawn.Refuse(People.Coordinator, ACommand.ChangeCrisisStatus(CrisisStatus.Crisis)).Code.ShouldBe(RejectionCode.CrisisStatusNotProposed);
        withdrawn.Refuse(bssn, ACommand.ProposeCrisisStatus(CrisisStatus.Normal)).ShouldBe(new(RejectionCode.AlreadySo, CrisisStatus.Normal));
    }

    [Theory]
    [InlineData(LegalTrack.Inquiry)]
    [InlineData(LegalTrack.Investigation)]
    public void The_police_moves_the_legal_track(LegalTrack to) =>
        incident.After(People.LiaisonOf("BARESKRIM"), ACommand.ChangeLegalTrack(to)).State.LegalTrack.ShouldBe(to);

    [Fact]
    public void A_value_that_there_is_not_is_a_fault()
    {
        ACommand.ChangeSeverity((Severity)4).Faults().ShouldBe([ValidationCode.UnknownValue]);
        ACommand.ProposeCrisisStatus((CrisisStatus)(-1)).Faults().ShouldBe([ValidationCode.UnknownValue]);
        ACommand.ChangeCrisisStatus((CrisisStatus)3).Faults().ShouldBe([ValidationCode.UnknownValue]);
        ACommand.ChangeLegalTrack((LegalTrack)3).Faults().ShouldBe([ValidationCode.UnknownValue]);
    }
}
