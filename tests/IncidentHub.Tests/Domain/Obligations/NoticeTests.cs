using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Obligations;

public class NoticeTests
{
    static readonly AnIncident incident = AnIncident.Open().WithObligation(out obligation, ObligationState.Running);
    static readonly Reference obligation;

    [Fact]
    public void Versions_stand_beside_each_other_and_name_what_they_start_from()
    {
        var at = incident.After(AnObligation.Obliged, ACommand.WriteNotice(obligation));
        at.Refuse(AnObligation.Colleague, ACommand.WriteNotice(obligation)).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        at = at.After(AnObligation.Colleague, ACommand.WriteNotice(obligation, 1) with { Text = ACommand.NoticeText with { Categories = [DataCategory.NationalId, DataCategory.Name, DataCategory.Name] } });
        at.Obligation(obligation).Notices.Select(n => (n.Version, n.Writer)).ShouldBe([(1, AnObligation.Obliged.Person), (2, AnObligation.Colleague.Person)]);
        at.Obligation(obligation).Notice!.Text.Categories.ShouldBe([DataCategory.Name, DataCategory.NationalId]);
        at.Obligation(obligation).State.ShouldBe(ObligationState.Running);
    }

    [Fact]
    public void A_second_person_reviews_the_version_that_they_read()
    {
        var at = incident.After(AnObligation.Obliged, ACommand.WriteNotice(obligation));
        at.Refuse(AnObligation.Obliged, ACommand.ReviewNotice(obligation)).ShouldBe(new(RejectionCode.NeedsSecondPerson));
        at.Refuse(AnObligation.Colleague, ACommand.ReviewNotice(obligation, 2)).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        incident.Refuse(AnObligation.Colleague, ACommand.ReviewNotice(obligation)).ShouldBe(new(RejectionCode.ChangedMeanwhile));
        var reviewed = at.After(AnObligation.Colleague, ACommand.ReviewNotice(obligation));
        reviewed.Obligation(obligation).Notice!.ReviewedBy.ShouldBe(AnObligation.Colleague.Person);
        reviewed.Refuse(AnObligation.Colleague, ACommand.ReviewNotice(obligation)).Code.ShouldBe(RejectionCode.AlreadySo);
        reviewed.After(AnObligation.Colleague, ACommand.WriteNotice(obligation, 1)).Obligation(obligation).Notice!.ReviewedBy.ShouldBeNull();
    }

    [Fact]
    public void Each_section_says_something()
    {
        var command = ACommand.WriteNotice(obligation);
        (command with { Text = command.Text with { Categories = [] } }).Faults().ShouldBe([ValidationCode.NoticeSection]);
        (command with { Text = command.Text with { Categories = [(DataCategory)99] } }).Faults().ShouldBe([ValidationCode.NoticeSection]);
        (command with { Text = command.Text with { Disclosure = " " } }).Faults().ShouldBe([ValidationCode.NoticeSection]);
        (command with { Text = command.Text with { Handling = "" } }).Faults().ShouldBe([ValidationCode.NoticeSection]);
        (command with { Text = command.Text with { Contact = new string('x', 4_001) } }).Faults().ShouldBe([ValidationCode.NoticeSection]);
    }
}
