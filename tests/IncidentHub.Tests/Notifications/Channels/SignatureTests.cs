using IncidentHub.Notifications.Channels;

namespace IncidentHub.Tests.Notifications.Channels;

public class SignatureTests
{
    // The first is the specification's own; the second was made with another language's library.
    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}""", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", 1674087231, """{"type":"test","data":{"text":"Surat ke KPU – é"}}""", "v1,/gCEi4IA3jPdRbEjTKFbbhJ9KSfUof97r4HRC2c+Gko=")]
    public void It_is_as_the_specification_has_it(string secret, string id, long timestamp, string body, string signature) => Signature.Of(secret, id, timestamp, body).ShouldBe(signature);

    [Fact]
    public void A_new_secret_is_32_bytes_of_chance()
    {
        var (one, other) = (Signature.NewSecret(), Signature.NewSecret());
        one.ShouldStartWith("whsec_");
        Convert.FromBase64String(one["whsec_".Length..]).Length.ShouldBe(32);
        one.ShouldNotBe(other);
    }
}
