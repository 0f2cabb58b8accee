using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class GradeFindingTests
{
    static readonly Actor colleague = People.LiaisonOf("BSSN", 2);
    static readonly AnIncident incident = AnIncident.Open().WithMembers(colleague).WithFinding(out finding);
    static readonly Reference finding;

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Source_and_information_are_judged_apart_from_A_to_F_and_from_1_to_6(int credibility, bool valid)
    {
        foreach (var reliability in Enum.GetValues<Reliability>())
        {
            var grade = new Grade(reliability, credibility);
            grade.IsValid.ShouldBe(valid);
            ACommand.Grade(finding, grade).Faults().ShouldBe(valid ? [] : [ValidationCode.UnknownValue]);
            grade.ToString().ShouldBe("ABCDEF"[(int)reliability] + credibility.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        Enum.GetValues<Reliability>().Length.ShouldBe(6);
        new Grade((Reliability)6, 1).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void The_raising_agency_judges_anew()
    {
        foreach (var actor in new[] { AFinding.Author, colleague })
        {
            var graded = incident.After(actor, ACommand.Grade(finding, new(Reliability.B, 2)));
            graded.Finding(finding).Grade.ShouldBe(new Grade(Reliability.B, 2));
            graded.Finding(finding).State.ShouldBe(FindingState.Raw);
            graded.Last.Events.ShouldBe([new FindingGraded(finding, "Data keluar dari peladen", Grade.Unjudged, new(Reliability.B, 2))]);
            graded.Last.Marking.ShouldBe(incident.Finding(finding).Marking);
        }
    }

    [Fact]
    public void Nobody_else_does()
    {
        var grade = ACommand.Grade(finding, new(Reliability.B, 2));
        foreach (var actor in new[] { AFinding.Second, People.Coordinator })
            incident.Refuse(actor, grade).ShouldBe(new(RejectionCode.OnlyRaiser, new AgencyId("BSSN")));
        incident.Refuse(People.Auditor, grade).ShouldBe(new(RejectionCode.RoleMayNot));
        foreach (var actor in new[] { People.Observer, People.Administrator, People.Wall })
            incident.Refuse(actor, grade).ShouldBe(new(RejectionCode.NotFound));
    }

    [Fact]
    public void What_is_so_already_is_not_recorded_again() =>
        incident.Refuse(AFinding.Author, ACommand.Grade(finding, new(Reliability.F, 6))).ShouldBe(new(RejectionCode.AlreadySo, Grade.Unjudged));

    [Fact]
    public void A_grade_is_no_verdict()
    {
        var half = incident.After(AFinding.Author, ACommand.Move(finding, FindingState.UnderReview)).After(AFinding.Second, ACommand.Move(finding, FindingState.Verified));
        half.After(AFinding.Author, ACommand.Grade(finding, new(Reliability.A, 1))).Finding(finding).Voices.ShouldBe(half.Finding(finding).Voices);
    }
}
