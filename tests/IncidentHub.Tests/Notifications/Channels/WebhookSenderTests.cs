using IncidentHub.Notifications.Channels;
using IncidentHub.Storage;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Notifications.Channels;

/// <summary>Against a real HTTPS server.</summary>
public sealed class WebhookSenderTests : IAsyncLifetime
{
    static readonly Message message = new("msg_1", "test", AnIncident.Now, "Uji", "Pesan uji – é", "Test", null);
    readonly string secret = Signature.NewSecret();
    Receiver receiver = default!;

    public async ValueTask InitializeAsync() => receiver = await Receiver.Start();

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Fact]
    public async Task What_arrives_is_signed_and_of_now()
    {
        using var sender = receiver.Sender();
        (await Send(sender)).ShouldBe(SendOutcome.Delivered);
        var got = receiver.Received.ShouldHaveSingleItem();
        got.Id.ShouldBe("msg_1");
        var timestamp = long.Parse(got.Timestamp, System.Globalization.CultureInfo.InvariantCulture);
        (DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeSeconds(timestamp)).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(2));
        got.Signature.ShouldBe(Signature.Of(secret, got.Id, timestamp, got.Body));
        got.Text.ShouldBe("Pesan uji – é");
        got.Path.ShouldBe("/masuk/rahasia-jalur");
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, null)]
    [InlineData(400, DeliveryFault.Status)]
    [InlineData(410, DeliveryFault.Status)]
    [InlineData(500, DeliveryFault.Status)]
    [InlineData(429, DeliveryFault.Busy)]
    [InlineData(503, DeliveryFault.Busy)]
    public async Task Only_2xx_is_taken(int status, DeliveryFault? fault)
    {
        receiver.Answer = http => Task.FromResult(http.Response.StatusCode = status);
        using var sender = receiver.Sender();
        (await Send(sender)).ShouldBe(fault is null ? SendOutcome.Delivered : new SendOutcome(fault, status));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        receiver.Answer = http =>
        {
            http.Response.Redirect("/lain");
            return Task.CompletedTask;
        };
        using var sender = receiver.Sender();
        (await Send(sender)).ShouldBe(new SendOutcome(DeliveryFault.Status, 302));
        receiver.Received.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Without_the_operators_leave_nothing_inside_is_reached_by_name_or_by_number(string host)
    {
        using var sender = receiver.Sender(new ReachableNetworks([]));
        (await Send(sender, new UriBuilder(receiver.Address) { Host = host }.Uri)).ShouldBe((SendOutcome)DeliveryFault.NotPublic);
        receiver.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_address_inside_among_those_of_a_name_is_one_too_many()
    {
        // "localhost" is ::1 too on most machines; where it isn't, the name has but the one address and this says less.
        using var sender = receiver.Sender(new ReachableNetworks([System.Net.IPNetwork.Parse("::1/128")]));
        (await Send(sender)).ShouldBe((SendOutcome)DeliveryFault.NotPublic);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var sender = new WebhookSender(Receiver.Loopback);
        (await Send(sender)).ShouldBe((SendOutcome)DeliveryFault.Certificate);
        receiver.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_there_and_no_such_host_are_told_apart()
    {
        await receiver.Stop();
        using var sender = receiver.Sender();
        (await Send(sender)).ShouldBe((SendOutcome)DeliveryFault.NoConnection);
        (await Send(sender, new Uri("https://tidak-ada.invalid/"))).Fault.ShouldBe(DeliveryFault.NoSuchHost);
    }

    [Fact]
    public async Task Whoever_never_answers_is_not_waited_for()
    {
        var end = new TaskCompletionSource();
        receiver.Answer = _ => end.Task;
        using var sender = receiver.Sender(patience: TimeSpan.FromMilliseconds(300));
        (await Send(sender)).ShouldBe((SendOutcome)DeliveryFault.NoAnswer);
        end.SetResult();
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        var asked = new TaskCompletionSource();
        receiver.Answer = async http =>
        {
            var part = new byte[64 * 1024];
            try
            {
                while (true)
                    await http.Response.Body.WriteAsync(part, http.RequestAborted);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException)
            {
                asked.SetResult();
            }
        };
        using var sender = receiver.Sender();
        (await Send(sender)).ShouldBe(SendOutcome.Delivered);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    Task<SendOutcome> Send(WebhookSender sender, Uri? address = null) => sender.Send(address ?? new Uri(receiver.Address), secret, message, default);
}
