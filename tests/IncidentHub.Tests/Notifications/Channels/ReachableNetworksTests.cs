using System.Net;
using IncidentHub.Notifications.Channels;
using IncidentHub.Storage;
using Microsoft.Extensions.Configuration;

namespace IncidentHub.Tests.Notifications.Channels;

public class ReachableNetworksTests
{
    static readonly ReachableNetworks publicOnly = new([]);

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("103.21.244.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2404:6800:4003::1")]
    [InlineData("::ffff:8.8.8.8")]
    public void What_is_public_is_reached(string address) => publicOnly.Allows(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.1")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::8.8.8.8")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.1.2.3")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("2001:10::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:a00:1::1")]
    [InlineData("3fff::1")]
    [InlineData("4000::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void What_is_not_is_not(string address) => publicOnly.Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Fact]
    public void The_operator_may_let_networks_of_their_own_in_and_no_others()
    {
        var networks = Configured("10.20.0.0/16", "fd12::/32");
        foreach (var inside in new[] { "10.20.3.4", "::ffff:10.20.3.4", "fd12::5", "8.8.8.8" })
            networks.Allows(IPAddress.Parse(inside)).ShouldBeTrue(inside);
        foreach (var outside in new[] { "10.21.0.1", "127.0.0.1", "fd13::5" })
            networks.Allows(IPAddress.Parse(outside)).ShouldBeFalse(outside);
    }

    [Theory]
    [InlineData("10.20.0.0")]
    [InlineData("semua")]
    [InlineData("")]
    [InlineData("10.0.0.0/33")]
    public void What_is_no_network_is_refused_at_the_start(string network) => Should.Throw<StartupRefusedException>(() => Configured(network)).Message.ShouldContain("Webhooks:AllowedNetworks");

    static ReachableNetworks Configured(params string[] networks) => ReachableNetworks.From(
        new ConfigurationBuilder().AddInMemoryCollection(networks.Select((n, i) => new KeyValuePair<string, string?>($"Webhooks:AllowedNetworks:{i}", n))).Build());
}
