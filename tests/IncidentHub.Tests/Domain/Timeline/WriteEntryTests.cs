using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain;

public class WriteEntryTests
{
    static readonly AnIncident incident = AnIncident.Open();
    static readonly Actor author = People.LiaisonOf("BSSN");

    [Fact]
    public void It_is_written_as_the_author_wrote_it()
    {
        var entry = incident.Accept(author, ACommand.Write() with
        {
            Kind = EntryKind.PublicStatement,
            Text = "  Menkominfo: data diduga diambil.\n",
            Source = " konferensi pers ",
            OccurredAt = AnIncident.Now.AddHours(-2),
            Releasable = true,
        });
        entry.Kind.ShouldBe(EntryKind.PublicStatement);
        entry.Text.ShouldBe("Menkominfo: data diduga diambil.");
        entry.Source.ShouldBe("konferensi pers");
        entry.OccurredAt.ShouldBe(AnIncident.Now.AddHours(-2));
        entry.Author.ShouldBe(author);
        entry.Releasable.ShouldBeTrue();
        entry.Cites.ShouldBeEmpty();
        entry.Events.ShouldBe([new EntryWritten(EntryKind.PublicStatement)]);
    }

    [Fact]
    public void It_happened_now_when_nobody_says_otherwise() =>
        incident.Accept(author, ACommand.Write()).OccurredAt.ShouldBe(AnIncident.Now);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_source_is_none(string? source) =>
        incident.Accept(author, ACommand.Write() with { Source = source }).Source.ShouldBeNull();

    [Theory]
    [InlineData(-60, true)]
    [InlineData(0, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void It_may_not_have_happened_in_the_future_but_clocks_differ_by_5_minutes(int minutesAhead, bool allowed)
    {
        var command = ACommand.Write() with { OccurredAt = AnIncident.Now.AddMinutes(minutesAhead) };
        if (allowed)
            incident.Accept(author, command).OccurredAt.ShouldBe(AnIncident.Now.AddMinutes(minutesAhead));
        else
            incident.Refuse(author, command).Code.ShouldBe(RejectionCode.OccurredInFuture);
    }

    [Theory]
    [InlineData(Tlp.Clear, true)]
    [InlineData(Tlp.Green, true)]
    [InlineData(Tlp.Amber, true)]
    [InlineData(Tlp.AmberStrict, false)]
    [InlineData(Tlp.Red, false)]
    public void What_is_stricter_than_amber_is_not_releasable(Tlp label, bool allowed)
    {
        var marking = new Marking(label, [], label is Tlp.Red ? [author.Person] : []);
        var answer = incident.Try(author, ACommand.Write(marking) with { Releasable = true });
        answer.ShouldBe(allowed ? answer : new Decision.Refused(new(RejectionCode.MayNotBeReleased)));
        incident.Try(author, ACommand.Write(marking)).ShouldBeOfType<Decision.Accepted>();
    }

    public static TheoryData<EntryKind> EveryKind => [.. Enum.GetValues<EntryKind>()];

    [Theory, MemberData(nameof(EveryKind))]
    public void A_liaison_writes_the_kinds_of_the_timeline_and_no_others(EntryKind kind)
    {
        var answer = incident.Try(author, ACommand.Write() with { Kind = kind });
        if (kind is EntryKind.Detection or EntryKind.Observation or EntryKind.Notification or EntryKind.Communication or EntryKind.Meeting
            or EntryKind.Decision or EntryKind.ActionTaken or EntryKind.PublicStatement or EntryKind.StatusUpdate or EntryKind.Handover)
            answer.ShouldBeOfType<Decision.Accepted>();
        else
            answer.ShouldBe(new Decision.Refused(new(RejectionCode.RoleMayNot)));
    }

    [Theory, MemberData(nameof(EveryKind))]
    public void An_auditor_writes_audit_notes_only(EntryKind kind)
    {
        var answer = incident.Try(People.Auditor, ACommand.Write() with { Kind = kind });
        if (kind is EntryKind.AuditNote)
            answer.ShouldBeOfType<Decision.Accepted>();
        else
            answer.ShouldBe(new Decision.Refused(new(RejectionCode.RoleMayNot)));
    }

    [Fact]
    public void Its_faults()
    {
        var write = ACommand.Write();
        (write with { Source = new string('x', 200) }).Faults().ShouldBeEmpty();
        (write with { Source = new string('x', 201) }).Faults().ShouldBe([ValidationCode.SourceTooLong]);
        (write with { Source = "siaran\u0000pers" }).Faults().ShouldBe([ValidationCode.TextUnreadable]);
        (write with { Source = null }).Faults().ShouldBeEmpty();
        (write with { Kind = (EntryKind)99 }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (write with { Marking = Marking.WholeTeam((Tlp)5) }).Faults().ShouldBe([ValidationCode.UnknownValue]);
        (write with { OccurredAt = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero) }).Faults().ShouldBeEmpty();
        (write with { OccurredAt = new DateTimeOffset(1999, 12, 31, 23, 59, 59, TimeSpan.Zero) }).Faults().ShouldBe([ValidationCode.OccurredTooEarly]);
    }
}
