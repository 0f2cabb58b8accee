using System.Collections.Immutable;
using System.Net;
using IncidentHub.Storage;

namespace IncidentHub.Notifications.Channels;

/// <summary>
/// To which addresses a webhook may lead. Whoever adds one names a host of their choice, and the product stands where it reaches what they don't: so only
/// the public Internet, and what the operator names.
/// </summary>
/// <param name="Allowed">Networks of the operator's own in which receivers may stand.</param>
public sealed record ReachableNetworks(ImmutableArray<IPNetwork> Allowed)
{
    /// <summary>IANA's special-purpose registries (RFC 6890 and later), and multicast.</summary>
    static readonly ImmutableArray<IPNetwork> special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>All that is given out to be reached from everywhere (RFC 4291, section 2.4).</summary>
    static readonly IPNetwork global6 = IPNetwork.Parse("2000::/3");

    // Teredo and its neighbours (2001::/23), documentation, 6to4, which embeds another's address, and the direct-delegation AS112 service.
    static readonly ImmutableArray<IPNetwork> special6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary><c>Webhooks:AllowedNetworks</c>, such as "10.20.0.0/16".</summary>
    /// <exception cref="StartupRefusedException">One of them is no network.</exception>
    public static ReachableNetworks From(IConfiguration configuration) =>
        new([.. configuration.GetSection("Webhooks:AllowedNetworks").GetChildren().Select(c => Network(c.Value))]);

    public bool Allows(IPAddress address)
    {
        // ::ffff:10.0.0.1 is 10.0.0.1 to whoever connects to it.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Allowed.Any(n => n.Contains(plain)) || IsPublic(plain);
    }

    // Everything else of IPv6 is either ours alone or a disguise: loopback, local, multicast, NAT64, the old forms that embed IPv4.
    static bool IsPublic(IPAddress address) => address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetwork
        ? !special.Any(n => n.Contains(address))
        : address.ScopeId == 0 && global6.Contains(address) && !special6.Any(n => n.Contains(address));

    static IPNetwork Network(string? text) => IPNetwork.TryParse(text, out var network) ? network
        : throw new StartupRefusedException($"Webhooks:AllowedNetworks must be networks such as 10.20.0.0/16; '{text}' is none.");
}
