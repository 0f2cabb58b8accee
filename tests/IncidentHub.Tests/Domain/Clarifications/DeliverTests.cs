using IncidentHub.Domain;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Domain.Clarifications;

public class DeliverTests
{
    static readonly AnIncident sent = AnIncident.Open().WithClarification(out request).Later(TimeSpan.FromHours(10));
    static readonly Reference request;
    static readonly DateTimeOffset at = AnIncident.Now.AddHours(2);

    [Fact]
    public void Delivery_starts_the_clock()
    {
        sent.Clarification(request).Due.ShouldBeNull();
        sent.State.Deadlines.ShouldBeEmpty();
        var delivered = sent.After(AClarification.Requester, ACommand.Deliver(request) with { At = at, Proof = new(ProofKind.Email, " Received: from mail ") });
        delivered.Last.Events.ShouldBe([new ClarificationDelivered(request, sent.Clarification(request).Title, null, at, new(ProofKind.Email, "Received: from mail")), delivered.Last.Events[1]]);
        delivered.State.Deadlines.ShouldBe([new(request, sent.Clarification(request).Title, new("KPU"), new AgencyId("KOMINFO"), at.AddHours(72), IsLogged: false)]);
        delivered.Clarification(request).OpenFor(at.AddHours(5)).ShouldBe(TimeSpan.FromHours(5));
    }

    [Fact]
    public void A_second_time_corrects_the_moment_and_says_why()
    {
        var delivered = sent.After(AClarification.Requester, ACommand.Deliver(request) with { At = at });
        var correct = ACommand.Deliver(request) with { At = at.AddHours(-1) };
        delivered.Refuse(AClarification.Requester, correct).ShouldBe(new(RejectionCode.ReasonRequired));
        var corrected = delivered.After(AClarification.Requester, correct with { Reason = "Waktu peladen surel." });
        corrected.Last.Events.ShouldBe([new ClarificationDelivered(request, sent.Clarification(request).Title, at, at.AddHours(-1), null)]);
        (corrected.Clarification(request).Due, corrected.Clarification(request).State).ShouldBe((at.AddHours(71), ClarificationState.Delivered));
        corrected.Refuse(AClarification.Requester, correct).Code.ShouldBe(RejectionCode.AlreadySo);
        delivered.Refuse(AClarification.Addressed, correct).ShouldBe(new(RejectionCode.OnlyRequester, new AgencyId("KOMINFO")));
    }

    [Fact]
    public void It_lies_between_the_sending_and_what_came_back()
    {
        sent.Refuse(AClarification.Requester, ACommand.Deliver(request) with { At = AnIncident.Now.AddMinutes(-1) }).ShouldBe(new(RejectionCode.BeforeSent));
        sent.Refuse(AClarification.Requester, ACommand.Deliver(request) with { At = sent.Time.AddHours(1) }).ShouldBe(new(RejectionCode.OccurredInFuture));
        var acknowledged = sent.At(at).After(AClarification.Addressed, ACommand.Acknowledge(request)).Later(TimeSpan.FromHours(3));
        acknowledged.Refuse(AClarification.Requester, ACommand.Deliver(request) with { At = at.AddHours(1), Reason = "Lain." }).ShouldBe(new(RejectionCode.DeliveredTooLate));
        acknowledged.After(AClarification.Requester, ACommand.Deliver(request) with { At = at.AddHours(-1), Reason = "Lain." }).Clarification(request).Due.ShouldBe(at.AddHours(71));
    }

    [Fact]
    public void What_is_acknowledged_has_arrived()
    {
        var item = sent.After(AClarification.Addressed, ACommand.Acknowledge(request)).Clarification(request);
        (item.DeliveredAt, item.AcknowledgedAt, item.Due).ShouldBe((sent.Time, sent.Time, sent.Time.AddHours(72)));
        var known = sent.After(AClarification.Requester, ACommand.Deliver(request) with { At = at }).After(AClarification.Addressed, ACommand.Acknowledge(request)).Clarification(request);
        (known.DeliveredAt, known.AcknowledgedAt).ShouldBe((at, sent.Time));
    }

    [Theory]
    [InlineData(ProofKind.Email, "", null, ValidationCode.ProofRequired)]
    [InlineData(ProofKind.FileHash, "surat.pdf", null, ValidationCode.ProofHash)]
    [InlineData(ProofKind.FileHash, "surat.pdf", "abc", ValidationCode.ProofHash)]
    [InlineData(ProofKind.Receipt, "TT-1", "xyz", ValidationCode.ProofHash)]
    [InlineData((ProofKind)9, "TT-1", null, ValidationCode.UnknownValue)]
    public void A_proof_says_something(ProofKind kind, string text, string? hash, string fault) =>
        (ACommand.Deliver(request) with { Proof = new(kind, text, hash) }).Faults().ShouldBe([fault]);

    [Fact]
    public void A_hash_is_64_hexadecimal_digits() =>
        (ACommand.Deliver(request) with { Proof = new(ProofKind.FileHash, "surat.pdf", new string('A', 64)) }).Faults().ShouldBeEmpty();
}
