using IncidentHub.Notifications.Channels;
using IncidentHub.Storage;
using Microsoft.Extensions.Configuration;

namespace IncidentHub.Tests.Notifications.Channels;

public class MailSettingsTests
{
    [Fact]
    public void Without_a_host_there_is_no_mail() => Read(("From", "hub@kpu.example")).ShouldBeNull();

    [Fact]
    public void A_host_and_a_sender_are_enough_and_then_it_is_submission_with_TLS() => Read(("Host", "mail.example"), ("From", "hub@kpu.example"))
        .ShouldNotBeNull().ShouldSatisfyAllConditions(m => m.Port.ShouldBe(587), m => m.Tls.ShouldBeTrue(), m => m.User.ShouldBeNull(), m => m.From.Address.ShouldBe("hub@kpu.example"));

    [Theory]
    [InlineData("From", "bukan alamat")]
    [InlineData("From", "")]
    [InlineData("Port", "0")]
    [InlineData("Port", "70000")]
    [InlineData("Port", "dua puluh lima")]
    [InlineData("Tls", "kadang")]
    public void Nonsense_is_refused_at_the_start(string name, string value) =>
        Should.Throw<StartupRefusedException>(() => Read([("Host", "mail.example"), .. name == "From" ? Array.Empty<(string, string)>() : [("From", "hub@kpu.example")], (name, value)])).Message.ShouldContain($"Mail:{name}");

    static MailSettings? Read(params (string Name, string Value)[] settings) =>
        MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>($"Mail:{s.Name}", s.Value))).Build());
}
